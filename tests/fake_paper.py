"""Twins of drawer and printer that do what a test tells them."""

from collections.abc import Callable
from uuid import UUID

from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words
from kiosk.services.ports import DrawnBadge, Fate, Paper, PrintAnswer, PrinterLamp


class PaperDrawer:
    """Implements `BadgeDrawer`; draws the name, and has not the characters in `lacks`."""

    def __init__(
        self,
        lacks: str = "",
        overflowing: tuple[str, ...] = (),
        while_drawing: Callable[[], object] = lambda: None,
    ) -> None:
        self._lacks, self._overflowing, self._while_drawing = lacks, overflowing, while_drawing

    def draw(self, words: BadgeWords) -> DrawnBadge:
        self._while_drawing()
        missing = self.missing(words.name)
        return DrawnBadge(
            words.name.encode(), 90, 130, missing=missing, overflowing=self._overflowing
        )

    def ruler(self) -> DrawnBadge:
        return DrawnBadge(b"ruler", 90, 130)

    def missing(self, text: str) -> tuple[str, ...]:
        return tuple(c for c in dict.fromkeys(text) if c in self._lacks)


class ScriptedPrinter:
    """Implements `Printer`; does what `sends` and `answers` say, in turn, then prints."""

    def __init__(self, name: str = "scripted") -> None:
        self._name = name
        self.gives_back: list[Fate] = []
        self.withdrawn: list[UUID] = []
        self.sends: list[Fate | Exception] = []
        self.answers: list[Fate] = []
        self.sent: list[Paper] = []
        self.asked: list[tuple[UUID, str]] = []
        self.ready = True
        self.while_sending: Callable[[], object] = lambda: None

    @property
    def name(self) -> str:
        return self._name

    def send(self, paper: Paper) -> PrintAnswer:
        self.while_sending()
        fate = self.sends.pop(0) if self.sends else Fate.PRINTED
        if isinstance(fate, Exception):
            raise fate
        self.sent.append(paper)
        return PrintAnswer(fate, ref=f"ref-{len(self.sent)}", why=f"the printer said {fate}")

    def ask(self, job: UUID, ref: str) -> PrintAnswer:
        self.asked.append((job, ref))
        return PrintAnswer(self.answers.pop(0) if self.answers else Fate.PRINTED, ref)

    def withdraw(self, job: UUID, ref: str) -> PrintAnswer:
        self.withdrawn.append(job)
        return PrintAnswer(self.gives_back.pop(0) if self.gives_back else Fate.ABSENT, ref)

    def lamp(self) -> PrinterLamp:
        return PrinterLamp(self.ready, Words("就绪", "Ready"))
