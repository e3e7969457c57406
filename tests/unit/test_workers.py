"""Threads: they come back after trouble, stop when told, and carry bugs to somebody."""

import threading
from concurrent.futures import Future, wait

import pytest

from kiosk.workers import Newest, SingleThread, Worker

PATIENCE = 20.0
"""Seconds after which a test gives up; nothing here takes so long."""


class Scripted:
    """A job that does in each step what the script says, then rests until it is stopped."""

    def __init__(self, *script: Exception | bool) -> None:
        self.script = list(script)
        self.log: list[str] = []
        self.idle = threading.Event()
        self.fails_to_set_up = 0

    def set_up(self) -> None:
        self.log.append("up")
        if self.fails_to_set_up:
            self.fails_to_set_up -= 1
            raise OSError("not yet")

    def step(self) -> bool:
        if not self.script:
            self.idle.set()
            threading.Event().wait(0.001)
            return True
        done = self.script.pop(0)
        if isinstance(done, Exception):
            raise done
        return done

    def tear_down(self) -> None:
        self.log.append("down")


class Watcher:
    """Remembers what a worker tells."""

    def __init__(self) -> None:
        self.troubles: list[str] = []
        self.bugs: list[BaseException] = []
        self.well = threading.Event()
        self.told_a_bug = threading.Event()

    def trouble(self, trouble: Exception | None) -> None:
        self.troubles.append(str(trouble))
        if trouble is None:
            self.well.set()

    def bug(self, bug: BaseException) -> None:
        self.bugs.append(bug)
        self.told_a_bug.set()


def working(job: Scripted) -> tuple[Worker, Watcher]:
    watcher = Watcher()
    pauses = (0.001, 0.004)
    return Worker("test", job, (OSError,), watcher.trouble, watcher.bug, pauses), watcher


def test_a_worker_works_until_it_is_stopped() -> None:
    job = Scripted()
    worker, watcher = working(job)
    assert not worker.alive
    worker.start()
    assert job.idle.wait(PATIENCE)
    assert worker.alive
    assert worker.stop()
    assert not worker.alive
    assert (job.log, watcher.troubles, watcher.bugs) == (["up", "down"], [], [])


def test_a_worker_ends_when_there_is_nothing_more_to_do() -> None:
    job = Scripted(True, False)
    worker, _ = working(job)
    worker.start()
    assert worker.stop(PATIENCE)
    assert job.log == ["up", "down"]


def test_a_worker_sets_up_again_after_trouble_and_says_when_it_is_over() -> None:
    job = Scripted(OSError("lost"), OSError("still lost"), True)
    job.fails_to_set_up = 1
    worker, watcher = working(job)
    worker.start()
    assert watcher.well.wait(PATIENCE)
    assert job.idle.wait(PATIENCE)
    worker.stop()
    assert watcher.troubles == ["not yet", "lost", "still lost", "None"]
    assert job.log == ["up", "down"] * 4


def test_a_bug_ends_the_worker_and_is_told() -> None:
    job = Scripted(KeyError("a bug"))
    worker, watcher = working(job)
    worker.start()
    assert watcher.told_a_bug.wait(PATIENCE)
    assert worker.stop(PATIENCE)
    assert [str(bug) for bug in watcher.bugs] == ["'a bug'"]
    assert job.log == ["up", "down"]


def test_a_worker_that_was_never_started_is_stopped() -> None:
    worker, _ = working(Scripted())
    assert worker.stop()


def test_a_worker_in_a_long_step_is_left_after_the_wait() -> None:
    release = threading.Event()

    class Stuck(Scripted):
        def step(self) -> bool:
            self.idle.set()
            return not release.wait(PATIENCE)

    job = Stuck()
    worker, _ = working(job)
    worker.start()
    assert job.idle.wait(PATIENCE)
    assert not worker.stop(0.01)
    release.set()
    assert worker.stop(PATIENCE)


class Owned:
    """What a single thread owns here: a list, and whether it was given back."""

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.closed = False


def test_a_single_thread_makes_uses_and_closes_on_its_own_thread() -> None:
    threads: set[str] = set()
    made: list[Owned] = []

    def make() -> Owned:
        threads.add(threading.current_thread().name)
        made.append(Owned())
        return made[-1]

    def close(owned: Owned) -> None:
        threads.add(threading.current_thread().name)
        owned.closed = True

    single = SingleThread("records", make, close)
    asked = [single.ask(lambda owned, n=n: owned.seen.append(n)) for n in range(50)]  # type: ignore[misc]
    assert wait(asked, PATIENCE).not_done == set()
    assert single.stop()
    assert threads == {"records"}
    (owned,) = made
    assert owned.seen == list(range(50))
    assert owned.closed


def test_an_exception_goes_to_whoever_asked_and_the_thread_lives_on() -> None:
    single: SingleThread[Owned] = SingleThread("records", Owned, lambda _: None)
    with pytest.raises(ZeroDivisionError):
        single.ask(lambda _: 1 / 0).result(PATIENCE)
    assert single.ask(lambda _: "well").result(PATIENCE) == "well"
    single.stop()


def test_what_could_not_be_made_is_made_at_the_next_request() -> None:
    tries: list[int] = []

    def make() -> Owned:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("locked")
        return Owned()

    single: SingleThread[Owned] = SingleThread("records", make, lambda _: None)
    with pytest.raises(OSError, match="locked"):
        single.ask(lambda _: None).result(PATIENCE)
    assert single.ask(lambda owned: owned.closed).result(PATIENCE) is False
    assert single.stop()


def test_nothing_asked_nothing_made() -> None:
    made: list[int] = []
    single = SingleThread("records", lambda: made.append(1), lambda _: made.append(2))
    assert single.stop()
    assert made == []


def test_a_request_that_was_withdrawn_is_passed_over() -> None:
    single: SingleThread[Owned] = SingleThread("records", Owned, lambda _: None)
    go = threading.Event()
    first: Future[bool] = single.ask(lambda _: go.wait(PATIENCE))
    withdrawn = single.ask(lambda owned: owned.seen.append(1))
    assert withdrawn.cancel()
    go.set()
    assert first.result(PATIENCE)
    assert single.ask(lambda owned: list(owned.seen)).result(PATIENCE) == []
    assert single.stop()


def test_the_newest_thing_takes_the_place_of_an_older_one() -> None:
    box: Newest[int] = Newest()
    assert box.take(0) is None
    box.put(1)
    box.put(2)
    assert box.take(0) == 2
    assert box.take(0) is None


def test_who_waits_gets_it_at_once() -> None:
    box: Newest[int] = Newest()
    single = SingleThread("taker", lambda: box, lambda _: None)
    taken = single.ask(lambda box: box.take(PATIENCE))
    box.put(7)
    assert taken.result(PATIENCE) == 7
    single.stop()
