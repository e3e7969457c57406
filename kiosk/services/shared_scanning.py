"""One memory of the codes in view for several cameras, each with a decoder thread of its own."""

import threading
from collections.abc import Iterable

from kiosk.services.scanning import Scanning


class SharedScanning(Scanning):
    """Scanning for any number of threads: a code that two cameras see counts once."""

    def __init__(self, rearm_seconds: float = 3.0) -> None:
        super().__init__(rearm_seconds)
        self._one_at_a_time = threading.Lock()

    def fresh(self, texts: Iterable[str], at: float) -> tuple[str, ...]:
        with self._one_at_a_time:
            return super().fresh(texts, at)

    def release(self, text: str) -> None:
        with self._one_at_a_time:
            super().release(text)
