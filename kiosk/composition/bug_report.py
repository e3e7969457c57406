"""What is kept of a bug: where it happened, never what was in the variables."""

import logging
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

log = logging.getLogger(__name__)


def report_bug(bug: BaseException, folder: Path | None = None) -> Path:
    """Append the bug's type and places to bugs.log; the file's path.

    The message is left out, because it may quote a name or a code.
    """
    path = (folder or Path(tempfile.gettempdir())) / "kiosk-bugs.log"
    places = "".join(traceback.format_tb(bug.__traceback__))
    entry = f"{datetime.now(UTC).isoformat()} {type(bug).__name__}\n{places}\n"
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(entry)
    except OSError:
        log.exception("%s (and its report could not be written)", type(bug).__name__)
    return path
