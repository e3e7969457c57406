"""A decoder in a process of its own, which is killed when it hangs.

zxing-cpp 3.1.1 can deadlock (its issue 1150), and a thread that is stuck in C++ cannot be
killed; a process can. Pictures go over in shared memory, so that nobody ever waits to write;
the answer is the heartbeat.
"""

import multiprocessing
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.shared_memory import SharedMemory

from kiosk.devices.thinning import thinned
from kiosk.domain.words import Words
from kiosk.services.ports import Decoder, Frame, Sight
from kiosk.services.trouble import Unavailable

HANG_SECONDS = 0.5
"""A picture that takes longer has hung: 99 of 100 take less than a tenth of it, and the process
that waits takes over at once, so that a guest who holds a code up notices nothing."""
START_SECONDS = 20.0
"""Importing OpenCV takes half a second here, and some seconds on a cold disk."""
HOPELESS = 3
"""Deaths in a row without one answer, after which people are told."""
_ROOM = 1280 * 720 * 3
_READY = "ready"


class _Reader:
    """One process with its pipe."""

    def __init__(self, make: Callable[[], Decoder]) -> None:
        # fork would copy a process full of threads; and Windows has only spawn
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        self.pipe: Connection = ours
        self.process: BaseProcess = spawn.Process(
            target=serve, args=(theirs, make), name="decoder", daemon=True
        )
        self.process.start()
        theirs.close()
        self._ready, self._started = False, time.monotonic()

    def is_ready(self) -> bool:
        """Whether it waits for pictures.

        Raises:
            EOFError: it died while it started, or takes far too long.
        """
        if not self._ready:
            self._ready = self.pipe.poll() and self.pipe.recv() == _READY
        if not self._ready and time.monotonic() - self._started > START_SECONDS:
            raise EOFError
        return self._ready

    def end(self) -> None:
        """Kill it, whatever it does."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class DecoderProcess:
    """Implements `Decoder`; `deaths` counts the processes that hung or died.

    A second process waits beside the one that reads and takes its place when it falls: to
    start one takes longer than a guest should hold up a code.

    Args:
        make: makes the decoder inside the process; must be importable by name.
        hang_seconds: how long one picture may take.

    Raises:
        Unavailable: there is no memory, or no process to be had.
    """

    def __init__(self, make: Callable[[], Decoder], hang_seconds: float = HANG_SECONDS) -> None:
        self._make, self._hang = make, hang_seconds
        self.deaths = self._in_a_row = 0
        self._memory = _memory(_ROOM)
        try:
            self._reader = _Reader(make)
        except OSError as error:
            self._give_back()
            raise _not_working() from error
        self._spare: _Reader | None = None

    @property
    def memory_name(self) -> str:
        """What the system calls the shared memory."""
        return self._memory.name

    @property
    def process_id(self) -> int:
        """Which process reads."""
        assert self._reader.process.pid is not None, "it was started"
        return self._reader.process.pid

    @property
    def has_spare(self) -> bool:
        """Whether another process stands ready to take over."""
        try:
            return self._spare is not None and self._spare.is_ready()
        except (EOFError, OSError):
            return False

    def decode(self, frame: Frame) -> Sight:
        """Nothing while the process starts, which takes a part of a second.

        Raises:
            Unavailable: the process cannot be started, or dies again and again.
        """
        if not self._is_ready():
            return Sight()
        picture, step = thinned(frame)
        size = len(picture.pixels)
        if size > self._memory.size:
            self._give_back()
            self._memory = _memory(size)
        _buffer(self._memory)[:size] = picture.pixels
        shape = (picture.width, picture.height, picture.number, picture.taken)
        try:
            self._reader.pipe.send((self._memory.name, size, *shape))
            if self._reader.pipe.poll(self._hang):
                answer = self._reader.pipe.recv()
                self._in_a_row = 0
                if self._spare is None:  # not before: two that start at once are late both
                    self._spare = _Reader(self._make)
                return _seen(answer, step)
        except (EOFError, OSError):
            pass  # it died: as good as one that hangs
        self._replace()
        if self._in_a_row >= HOPELESS:
            raise _not_working()
        return Sight()

    def close(self) -> None:
        """End the processes and give the shared memory back."""
        for reader in (self._reader, self._spare):
            if reader is not None:
                reader.end()
        self._spare = None
        self._give_back()

    def _is_ready(self) -> bool:
        try:
            return self._reader.is_ready()
        except (EOFError, OSError) as error:
            self._replace()
            raise _not_working() from error

    def _replace(self) -> None:
        self.deaths += 1
        self._in_a_row += 1
        self._reader.end()
        size = self._memory.size
        self._give_back()
        # new memory too: a system that tidies up may have taken the old one's name away
        self._memory = _memory(size)
        try:
            self._reader, self._spare = self._spare or _Reader(self._make), None
        except OSError as error:
            raise _not_working() from error

    def _give_back(self) -> None:
        self._memory.close()
        with suppress(FileNotFoundError):  # its name was tidied away
            self._memory.unlink()


def _memory(size: int) -> SharedMemory:
    try:
        return SharedMemory(create=True, size=size)
    except OSError as error:
        raise _not_working() from error


def _not_working() -> Unavailable:
    return Unavailable(
        Words("识别程序没有在工作。", "The reader of codes is not working."),
        Words(
            "正在重试；仍可用扫码枪或键盘签到。请检查内存是否充足。",
            "It is tried again. A scanner or the keyboard still works. Check the memory.",
        ),
    )


def _buffer(memory: SharedMemory) -> memoryview:
    assert memory.buf is not None, "it is closed only where it is not used any more"
    return memory.buf


def _seen(answer: object, step: int) -> Sight:
    """The answer, its corners where they lie in the frame before it was thinned."""
    if isinstance(answer, BaseException):
        raise answer
    assert isinstance(answer, Sight)
    if step == 1:
        return answer
    codes = (
        replace(code, corners=tuple((x * step, y * step) for x, y in code.corners))
        for code in answer.codes
    )
    return replace(answer, codes=tuple(codes))


def serve(pipe: Connection, make: Callable[[], Decoder]) -> None:
    """The process's own side: decode what is laid down until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the station ends it, not a key on a terminal
    decoder = make()
    pipe.send(_READY)
    memory: SharedMemory | None = None
    while True:
        try:
            name, size, width, height, number, taken = pipe.recv()
        except EOFError:
            return
        if memory is None or memory.name != name:
            if memory is not None:
                memory.close()
            memory = SharedMemory(name)
        with _buffer(memory)[:size] as pixels:
            try:
                pipe.send(decoder.decode(Frame(pixels, width, height, number, taken)))
            except Exception as bug:  # noqa: BLE001  a bug is told where bugs are told
                pipe.send(bug)
