"""How printer and camera are, for the hub: what a running station shows on its own screen."""

from kiosk.services.ports import PrinterLamp
from kiosk.services.trouble import Trouble


class StationLamps:
    """Written by the window's thread, read by the sync thread; empty where nothing runs."""

    def __init__(self) -> None:
        self.printer = self.camera = ""

    def printer_is(self, lamp: PrinterLamp) -> None:
        """The printer lamp changed."""
        self.printer = "ok" if lamp.ready else lamp.words.en[:200]

    def camera_is(self, trouble: Exception | None) -> None:
        """The camera broke, or works again."""
        self.camera = trouble.title.en[:200] if isinstance(trouble, Trouble) else "ok"
