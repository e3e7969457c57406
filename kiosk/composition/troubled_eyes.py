"""Which of the things that read codes is not well, and what of it is to be said."""

import threading
from collections.abc import Callable

from kiosk.domain.words import Words
from kiosk.services.trouble import Trouble, Unavailable


class TroubledEyes:
    """Gathers the troubles of cameras and scanners; any thread may tell of one.

    With one camera its trouble is said as it is. With two it is called by its name, and as
    long as the other one sees, it is a notice to staff: guests use the other one.

    Args:
        cameras: what each camera is called, in order.
        blind: told what is wrong where no camera sees, and with None once one does again.
        notice: told what else is wrong, and with None when nothing is.
    """

    def __init__(
        self,
        cameras: tuple[Words, ...],
        blind: Callable[[Trouble | None], None],
        notice: Callable[[Trouble | None], None],
    ) -> None:
        self._cameras, self._blind, self._notice = cameras, blind, notice
        self._lock = threading.Lock()
        self._wrong: dict[tuple[int, str], Trouble] = {}
        self._scanner: Trouble | None = None
        self._said: tuple[Trouble | None, Trouble | None] = (None, None)

    def of_camera(self, number: int, part: str, trouble: Exception | None) -> None:
        """This part of this camera is not well, or well again where `trouble` is None."""
        with self._lock:
            if isinstance(trouble, Trouble):
                self._wrong[number, part] = trouble
            else:
                self._wrong.pop((number, part), None)
            self._say()

    def of_scanner(self, trouble: Exception | None) -> None:
        """The scanner at a port is not well, or well again where `trouble` is None."""
        with self._lock:
            self._scanner = trouble if isinstance(trouble, Trouble) else None
            self._say()

    def sees(self, number: int) -> bool:
        """Whether nothing is wrong with this camera."""
        with self._lock:
            return self._well(number)

    def _well(self, number: int) -> bool:
        return all(camera != number for camera, _ in self._wrong)

    def _say(self) -> None:
        wrong = self._first_wrong()
        blind = not any(self._well(number) for number in range(len(self._cameras)))
        said = (wrong, self._scanner) if blind else (None, wrong or self._scanner)
        for now, before, tell in zip(said, self._said, (self._blind, self._notice), strict=True):
            if _words(now) != _words(before):
                tell(now)
        self._said = said

    def _first_wrong(self) -> Trouble | None:
        if not self._wrong:
            return None
        number, part = min(self._wrong)
        trouble = self._wrong[number, part]
        if len(self._cameras) == 1:
            return trouble
        name = self._cameras[number]
        title = Words(f"{name.zh}：{trouble.title.zh}", f"{name.en}: {trouble.title.en}")
        return Unavailable(title, trouble.advice)


def _words(trouble: Trouble | None) -> tuple[Words, Words] | None:
    return (trouble.title, trouble.advice) if trouble else None
