"""A scanner at a port, on a real pseudo-terminal: texts come whole, a pulled plug is told."""

import os
import pty
import threading
import tty
from collections.abc import Iterator

import pytest

from kiosk.composition.scanner_thread import ReadScanner
from kiosk.devices.serial_scanner import LONGEST_BYTES, SerialScanner
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.workers import Worker

PATIENCE = 20.0


class Plug:
    """The far end of the line: what the scanner sends."""

    def __init__(self) -> None:
        self._line, near = pty.openpty()
        tty.setraw(near)
        self.port = os.ttyname(near)
        os.close(near)

    def send(self, data: bytes) -> None:
        os.write(self._line, data)

    def pull(self) -> None:
        """Unplug; harmless when it is."""
        if self._line >= 0:
            os.close(self._line)
            self._line = -1


@pytest.fixture
def plug() -> Iterator[Plug]:
    plug = Plug()
    yield plug
    plug.pull()


@pytest.fixture
def scanner(plug: Plug) -> Iterator[SerialScanner]:
    scanner = SerialScanner(plug.port, 9600)
    scanner.open()
    yield scanner
    scanner.close()


def read(scanner: SerialScanner, count: int) -> list[str]:
    """So many codes."""
    codes: list[str] = []
    while len(codes) < count:
        codes += filter(None, [scanner.read()])
    return codes


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""])
def test_a_code_ends_with_a_line_or_with_silence(
    plug: Plug, scanner: SerialScanner, end: bytes
) -> None:
    for code in ("YK1-ONE", "参会-2"):
        plug.send(code.encode() + end)
        assert read(scanner, 1) == [code]
    assert scanner.read() is None


def test_codes_that_come_in_one_go_are_told_apart(plug: Plug, scanner: SerialScanner) -> None:
    plug.send(b"ONE\rTWO\r\n\r\nTHREE\n\x02FOUR\x03\r")
    assert read(scanner, 4) == ["ONE", "TWO", "THREE", "FOUR"]


def test_noise_on_the_line_is_no_code(plug: Plug, scanner: SerialScanner) -> None:
    sending = threading.Thread(target=plug.send, args=(b"x" * 2 * LONGEST_BYTES,))
    sending.start()
    while sending.is_alive():
        scanner.read()
    while scanner.read():
        pass
    plug.send(b"\rONE\r")
    assert read(scanner, 1) == ["ONE"]


def test_a_scanner_that_is_not_there_may_come_later() -> None:
    scanner = SerialScanner("/dev/ttyNOTHING7", 9600)
    scanner.close()
    with pytest.raises(Unavailable) as caught:
        scanner.open()
    assert "/dev/ttyNOTHING7" in caught.value.title.zh
    scanner.close()


def test_a_port_that_another_program_holds_is_not_shared(
    plug: Plug, scanner: SerialScanner
) -> None:
    with pytest.raises(Unavailable):
        SerialScanner(plug.port, 9600).open()


def test_a_scanner_that_is_pulled_out_is_lost(plug: Plug, scanner: SerialScanner) -> None:
    plug.send(b"ONE\r")
    assert read(scanner, 1) == ["ONE"]
    plug.pull()
    with pytest.raises(Unavailable):
        read(scanner, 1)
    scanner.close()
    scanner.close()


class Heard(SerialScanner):
    """Says when it listens: what was sent before is thrown away."""

    def __init__(self, port: str, listens: threading.Event) -> None:
        super().__init__(port, 9600)
        self._listens = listens

    def open(self) -> None:
        super().open()
        self._listens.set()


def test_its_thread_says_that_it_is_gone_and_takes_it_back() -> None:
    plugs, listens = [Plug()], threading.Event()
    codes: list[str] = []
    told: list[str] = []
    changed = threading.Condition()

    def note(where: list[str], what: str) -> None:
        with changed:
            where.append(what)
            changed.notify()

    job = ReadScanner(lambda: Heard(plugs[-1].port, listens), lambda code: note(codes, code))
    worker = Worker(
        "scanner",
        job,
        (Unavailable, Misconfigured),
        lambda trouble: note(told, "gone" if trouble else "well"),
        lambda bug: note(told, repr(bug)),
        (0.01, 0.05),
    )
    worker.start()
    assert listens.wait(PATIENCE)
    plugs[-1].send(b"ONE\r")
    with changed:
        assert changed.wait_for(lambda: codes == ["ONE"], PATIENCE)
    plugs[-1].pull()
    with changed:
        assert changed.wait_for(lambda: "gone" in told, PATIENCE)
    listens.clear()
    plugs.append(Plug())
    assert listens.wait(PATIENCE)
    plugs[-1].send(b"TWO\r")
    with changed:
        assert changed.wait_for(lambda: codes == ["ONE", "TWO"], PATIENCE)
        assert changed.wait_for(lambda: told[-1] == "well", PATIENCE)
    assert worker.stop()
    plugs[-1].pull()
    assert set(told) == {"gone", "well"}
