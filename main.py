"""The way in: hand the command line to the kiosk."""

from kiosk.cli import main

if __name__ == "__main__":
    main()
