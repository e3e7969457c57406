"""How threads live here: one shape for all of them.

A *Worker* runs a step again and again on a thread of its own; when its world breaks it says
so, tears down, waits (doubling, with a ceiling) and sets up again. A *SingleThread* owns
something that only one thread may touch and runs what it is handed, in order.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
Owned = TypeVar("Owned")

BACK_OFF = (0.25, 2.0)
"""First and longest pause, in seconds, before a worker tries again."""


class Job(Protocol):
    """What a Worker does. All three run on the worker's thread."""

    def set_up(self) -> None:
        """Make ready."""

    def step(self) -> bool:
        """One piece of work; False when there is nothing more to do, ever."""

    def tear_down(self) -> None:
        """Give everything back; must be harmless after a failed `set_up`."""


class Worker:
    """Keeps a job alive on a thread.

    Args:
        name: the thread's name, for people who debug.
        job: the work.
        expected: exceptions after which it is worth trying again.
        on_trouble: told of each such exception, and with None when it works again.
        on_bug: told of any other exception; the worker then stops.
        back_off: first and longest pause, in seconds.
    """

    def __init__(
        self,
        name: str,
        job: Job,
        expected: tuple[type[Exception], ...],
        on_trouble: Callable[[Exception | None], None],
        on_bug: Callable[[BaseException], None],
        back_off: tuple[float, float] = BACK_OFF,
    ) -> None:
        self._job, self._expected = job, expected
        self._on_trouble, self._on_bug = on_trouble, on_bug
        self._first, self._longest = back_off
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name=name, daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def stop(self, wait: float = 5.0) -> bool:
        """Ask to end after the current step; True if it did within `wait` seconds."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(wait)
        return not self._thread.is_alive()

    @property
    def alive(self) -> bool:
        """Whether the thread still runs."""
        return self._thread.is_alive()

    def _live(self) -> None:
        pause, troubled = self._first, False
        while not self._stop.is_set():
            try:
                self._job.set_up()
                while not self._stop.is_set():
                    more = self._job.step()
                    if troubled:
                        self._on_trouble(None)
                        pause, troubled = self._first, False
                    if not more:
                        return
            except self._expected as trouble:
                troubled = True
                self._on_trouble(trouble)
            except Exception as bug:  # noqa: BLE001  a bug must reach the screen, not vanish
                self._on_bug(bug)
                return
            finally:
                self._job.tear_down()
            self._stop.wait(pause)
            pause = min(self._longest, pause * 2)


class SingleThread(Generic[Owned]):
    """A thread that owns one thing and does with it what it is asked, in order.

    `make` runs on the new thread at the first request, so that what it makes (a database
    connection, a font cache) never meets another thread; if it fails, the asker gets the
    exception and the next request tries again.
    """

    def __init__(
        self, name: str, make: Callable[[], Owned], close: Callable[[Owned], None]
    ) -> None:
        self._make, self._close = make, close
        self._queue: queue.SimpleQueue[tuple[Callable[[Owned], Any], Future[Any]] | None] = (
            queue.SimpleQueue()
        )
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def ask(self, work: Callable[[Owned], T]) -> "Future[T]":
        """Run `work` there; the future brings its result or its exception.

        Raises:
            RuntimeError: `stop` was called before.
        """
        if self._stopped.is_set():
            raise RuntimeError("asked after its end")
        future: Future[T] = Future()
        self._queue.put((work, future))
        return future

    def stop(self, wait: float = 10.0) -> bool:
        """Finish what was asked, close what is owned; True if done within `wait` seconds."""
        self._stopped.set()
        self._queue.put(None)
        self._thread.join(wait)
        return not self._thread.is_alive()

    def _serve(self) -> None:
        owned: Owned | None = None
        while (asked := self._queue.get()) is not None:
            work, future = asked
            if not future.set_running_or_notify_cancel():
                continue
            try:
                if owned is None:
                    owned = self._make()
                future.set_result(work(owned))
            except Exception as error:  # noqa: BLE001  carried to whoever asked
                future.set_exception(error)
        if owned is not None:
            self._close(owned)


class Newest(Generic[T]):
    """A mailbox for one: a newer thing takes the place of an older one not yet taken."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._thing: T | None = None

    def put(self, thing: T) -> None:
        """Leave this, whatever lay there."""
        with self._changed:
            self._thing = thing
            self._changed.notify()

    def take(self, wait: float) -> T | None:
        """What lies there, once; None when nothing came within `wait` seconds."""
        with self._changed:
            if self._thing is None:
                self._changed.wait(wait)
            thing, self._thing = self._thing, None
            return thing
