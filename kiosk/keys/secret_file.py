"""Writing a secret to a file: whole, for its owner only, and never over another."""

import os
from pathlib import Path


def write_secret(path: Path, secret: bytes) -> None:
    """Write the file at `path` so that it is there whole or not at all.

    Raises:
        FileExistsError: there is one; it was left as it is.
        OSError: it cannot be written; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # a random name: what a killed process left under a number must not stop its successor
    fresh = path.with_name(f"{path.name}.{os.urandom(8).hex()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        _settle(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _settle(fresh: Path, path: Path) -> None:
    try:
        os.link(fresh, path)  # unlike a rename it never replaces a file made meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        fresh.replace(path)
