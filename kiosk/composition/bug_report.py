"""What is kept of a bug: where it happened, never what was in the variables."""

import logging
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

NAME = "kiosk-bugs.log"

log = logging.getLogger(__name__)


def report_bug(bug: BaseException, folder: Path | None = None) -> Path:
    """Append the bug's type and places to `folder`'s kiosk-bugs.log; the file's path.

    Where there is no such folder or it cannot be written, the temp folder takes it. The message
    is left out, because it may quote a name or a code.
    """
    places = "".join(traceback.format_tb(bug.__traceback__))
    entry = f"{datetime.now(UTC).isoformat()} {type(bug).__name__}\n{places}\n"
    last = Path(tempfile.gettempdir(), NAME)
    for path in (folder / NAME if folder else last, last):
        try:
            with path.open("a", encoding="utf-8") as file:
                file.write(entry)
        except OSError:
            continue
        return path
    log.error("%s (and its report could not be written)\n%s", type(bug).__name__, places)
    return last
