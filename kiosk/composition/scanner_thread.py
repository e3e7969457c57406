"""The job that listens to a scanner at a port."""

from collections.abc import Callable

from kiosk.services.ports import Scanner


class ReadScanner:
    """Passes on each code as soon as it is whole."""

    def __init__(self, make: Callable[[], Scanner], typed: Callable[[str], None]) -> None:
        self._make, self._typed = make, typed
        self._scanner: Scanner | None = None

    def set_up(self) -> None:
        self._scanner = self._make()
        self._scanner.open()

    def step(self) -> bool:
        assert self._scanner is not None, "set up first"
        text = self._scanner.read()
        if text:
            self._typed(text)
        return True

    def tear_down(self) -> None:
        if self._scanner is not None:
            self._scanner.close()
        self._scanner = None
