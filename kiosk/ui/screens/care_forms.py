"""Looking after the station at its desk: its parts one by one, and facts on a stick."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from kiosk.domain.words import Language
from kiosk.services.findings import Finding, Health
from kiosk.services.ports.care import CareDesk
from kiosk.ui.language import Languages
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.theme import ASK, GOOD, STOP
from kiosk.ui.widgets.form import Answers, FieldKind, Form, FormField

_WAY, _OUT, _IN = "way", "out", "in"
_LAMPS: Final = {
    Health.GOOD: ("✓", GOOD.accent),
    Health.WARN: ("!", ASK.accent),
    Health.BAD: ("✗", STOP.accent),
}


class CareForms(QObject):
    """Opens a form, and tells the card what came of it."""

    def __init__(self, host: FormHost, care: CareDesk, languages: Languages) -> None:
        super().__init__()
        self._host, self._care, self._languages = host, care, languages

    def examine(self) -> None:
        """How every part of the station is."""

        def show(found: tuple[Finding, ...]) -> None:
            form = findings_form(found, self._languages.now)
            self._host.show(form, lambda _: self._host.close())

        self._host.options.remark(self.tr("Looking at every part …"))
        self._host.clerk.then(self._care.examine(), show)

    def carry(self) -> None:
        """Facts to a stick, or from one."""
        self._host.show(carry_form(), self._chosen)

    def _chosen(self, answers: Answers) -> None:
        self._host.close()
        kinds = self.tr("Check-ins (*.jsonl)")
        if answers[_WAY] == _OUT:
            title, usual = self.tr("Write check-ins to a stick"), "check-ins.jsonl"
            path, _ = QFileDialog.getSaveFileName(None, title, usual, kinds)
            if path:
                self.carry_out(Path(path))
        else:
            title = self.tr("Take check-ins from a stick")
            path, _ = QFileDialog.getOpenFileName(None, title, "", kinds)
            if path:
                self.carry_in(Path(path))

    def carry_out(self, path: Path) -> None:
        """Write every fact to this file."""

        def told(count: int) -> None:
            said = self.tr("%1 records written to %2. Take the stick out safely.")
            self._host.options.remark(said.replace("%1", f"{count:,}").replace("%2", path.name))

        self._host.clerk.then(self._care.carry_out(path), told)

    def carry_in(self, path: Path) -> None:
        """Take the facts of this file."""

        def told(counts: tuple[int, int]) -> None:
            known, new = (f"{count:,}" for count in counts)
            said = self.tr("%1 records in %2, %3 of them new.").replace("%1", known)
            self._host.options.remark(said.replace("%2", path.name).replace("%3", new))
            self._host.clerk.refresh_recent()

        self._host.clerk.then(self._care.carry_in(path), told)


def carry_form() -> Form:
    """Which way the stick goes."""
    translate = QCoreApplication.translate
    ways = (
        (_OUT, translate("Care", "write this station's check-ins to a stick")),
        (_IN, translate("Care", "take another station's check-ins from a stick")),
    )
    fields = (FormField(_WAY, translate("Care", "What"), _OUT, FieldKind.CHOICE, ways),)
    advice = translate("Care", "Where there is no network. Taking a file twice changes nothing.")
    title = translate("Care", "Check-ins on a stick")
    return Form(title, fields, translate("Care", "Go on (Enter)"), advice)


def findings_form(found: tuple[Finding, ...], language: Language) -> Form:
    """Each part with its lamp, and what to do about it."""
    translate = QCoreApplication.translate
    fields = []
    for one in found:
        sign, colour = _LAMPS[one.health]
        advice = one.advice.in_(language)
        said = " ".join(filter(None, (one.said.in_(language), f"→ {advice}" if advice else "")))
        line = f'<b style="color:{colour}">{sign}</b> <b>{one.part}</b>\u2003{said}'
        fields.append(FormField("", "", line, FieldKind.LINE))
    title = translate("Care", "How this station is")
    return Form(title, tuple(fields), translate("Care", "Back (Enter)"))
