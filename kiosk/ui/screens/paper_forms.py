"""What the organiser asks at a desk: how many came, lists to write, what happened to whom."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from kiosk.domain.event import Event
from kiosk.domain.words import Language
from kiosk.services.ports.papers import Paper, PaperDesk
from kiosk.services.reports import Turnout
from kiosk.ui.language import Languages
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.widgets.form import Answers, FieldKind, Form, FormField

HOUR_MS: Final = 3_600_000
_PAPER, _PLACE, _HOURLY = "paper", "place", "hourly"


class PaperForms(QObject):
    """Counts, and writes what is asked for into the station's papers.

    Args:
        opened: shows a written file to the clerk, who may print it.
    """

    def __init__(
        self,
        host: FormHost,
        papers: PaperDesk,
        languages: Languages,
        event: Callable[[], Event | None],
        opened: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self._host, self._papers, self._languages = host, papers, languages
        self._event, self._opened = event, opened
        self.again = QTimer(self, interval=HOUR_MS)
        self.again.timeout.connect(self._again)

    def show(self) -> None:
        """How many came, and what can be written."""
        event = self._event()
        if event is None:
            return

        def show(turnout: tuple[Turnout, ...]) -> None:
            hourly = self.again.isActive()
            form = papers_form(event, turnout, self._languages.now, hourly=hourly)
            self._host.show(form, self._write)

        self._host.clerk.then(self._papers.turnout(""), show)

    def _write(self, answers: Answers) -> None:
        self._host.close()
        if answers[_HOURLY]:
            self.again.start()
        else:
            self.again.stop()
        paper = Paper(answers[_PAPER])
        self._host.options.remark(self.tr("Writing…"))
        place = answers[_PLACE]
        self._host.clerk.then(self._papers.write(paper, place), partial(self._written, show=True))

    def _again(self) -> None:
        written = partial(self._written, show=False)
        self._host.clerk.then(self._papers.write(Paper.FALLBACK, ""), written)

    def _written(self, path: Path, *, show: bool) -> None:
        self._host.options.remark(self.tr("Written: %1").replace("%1", str(path)))
        if show:
            self._opened(path)


def show_file(path: Path) -> None:
    """Show a file in the platform's own viewer, which prints it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def papers_form(
    event: Event, turnout: tuple[Turnout, ...], language: Language, *, hourly: bool
) -> Form:
    """Turnout by category, and which paper to write.

    Args:
        event: whose categories and checkpoints are named.
        turnout: the counts, by category.
        language: what is said in.
        hourly: the paper list is being written every hour.
    """
    translate = QCoreApplication.translate
    came, of = sum(t.came for t in turnout), sum(t.expected for t in turnout)
    lines = [_line(translate("Papers", "All guests"), came, of)]
    for one in turnout:
        category = event.category(one.category)
        lines.append(
            _line(category.name.in_(language) if category else one.category, one.came, one.expected)
        )
    papers = (
        (Paper.FALLBACK, translate("Papers", "paper list to go on with (PDF)")),
        (Paper.SIGNATURES, translate("Papers", "attendance sheet to sign (PDF)")),
        (Paper.MISSING, translate("Papers", "who is missing (XLSX)")),
        (Paper.ARRIVALS, translate("Papers", "arrivals by session, day and hour (XLSX)")),
    )
    places = ((c.id, c.name.in_(language)) for c in event.checkpoints)
    fields = (
        *(FormField("", "", line, FieldKind.LINE) for line in lines),
        FormField(_PAPER, translate("Papers", "Write"), Paper.FALLBACK, FieldKind.CHOICE, papers),
        FormField(
            _PLACE,
            translate("Papers", "Checkpoint"),
            "",
            FieldKind.CHOICE,
            (("", translate("Papers", "all")), *places),
        ),
        FormField(
            _HOURLY,
            translate("Papers", "Write the paper list every hour"),
            "yes" if hourly else "",
            FieldKind.TICK,
        ),
    )
    return Form(
        translate("Papers", "Who came"), fields, translate("Papers", "Write (Enter)"), columns=2
    )


def _line(name: str, came: int, of: int) -> str:
    said = QCoreApplication.translate("Papers", "%1: %2 of %3")
    return said.replace("%1", name).replace("%2", f"{came:,}").replace("%3", f"{of:,}")
