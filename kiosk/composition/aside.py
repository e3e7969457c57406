"""Work that nobody at the door waits for."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def aside(work: Callable[[], T]) -> "Future[T]":
    """Work in a thread of its own, which ends with it."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001  told to whoever waits for it
            future.set_exception(error)

    threading.Thread(target=run, name="aside", daemon=True).start()
    return future
