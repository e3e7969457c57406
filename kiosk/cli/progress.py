"""Progress of a long command, and its end by Ctrl-C."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

EVERY_SECONDS = 0.5


@contextmanager
def counted() -> Iterator[Callable[[int], None]]:
    """A counter of rows on the terminal while somebody waits there; nothing in a log.

    Ctrl-C is taken at the next count: between two rows, never in the middle of keeping what is
    complete. It is told to whoever waits, and ends as in every other command.
    """
    pressed: list[int] = []
    began = last = time.monotonic()
    shows = sys.stderr.isatty()

    def told(rows: int) -> None:
        nonlocal last
        if pressed:
            raise KeyboardInterrupt
        now = time.monotonic()
        if shows and now - last >= EVERY_SECONDS:
            last = now
            speed = rows / (now - began)
            print(f"\r{rows:,} 行 rows, {speed:,.0f}/s ", end="", file=sys.stderr, flush=True)

    def press(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)

    before = signal.signal(signal.SIGINT, press)
    try:
        yield told
    except KeyboardInterrupt:
        print("\n已取消，名单没有变化。Cancelled: nothing was changed.", file=sys.stderr)
        raise
    finally:
        signal.signal(signal.SIGINT, before)
        if shows and last != began:
            print(file=sys.stderr)
