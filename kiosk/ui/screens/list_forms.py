"""Bringing a list in at the desk: choose, see what would be, import, take back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from kiosk.domain.words import Language
from kiosk.services.import_report import ImportOrder, ImportReport
from kiosk.services.list_columns import Column
from kiosk.services.list_preview import ListPreview
from kiosk.services.list_rows import Rejected, Warned
from kiosk.services.ports import ImportRecord
from kiosk.services.ports.lists import ListDesk, Meanings
from kiosk.ui.language import Languages
from kiosk.ui.screens.column_words import column_word
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.widgets.form import Answers, FieldKind, Form, FormField

SHOWN: Final = 8
"""Rejected rows, and warnings, that are shown; `import --dry-run` prints them all."""
PROGRESS_MS: Final = 200
_CANCEL, _BACK = "cancel-missing", "take-back"


class ListForms(QObject):
    """One list at a time, in a process of its own."""

    def __init__(self, host: FormHost, lists: ListDesk, languages: Languages) -> None:
        super().__init__()
        self._host, self._lists, self._languages = host, lists, languages
        self._progress = QTimer(self, interval=PROGRESS_MS)
        self._progress.timeout.connect(self._count)
        self._working = False
        host.changed.connect(self._left)

    def choose(self) -> None:
        """Let the clerk choose a file."""
        kinds = self.tr("Lists (*.csv *.xlsx *.txt)")
        path, _ = QFileDialog.getOpenFileName(None, self.tr("Import a list"), "", kinds)
        if path:
            self.open_list(Path(path))

    def open_list(self, path: Path) -> None:
        """See what is in the list; ask about its columns where they are not understood."""
        then = partial(self._columns, path)
        self._host.clerk.then(self._lists.preview(path), then)

    def _columns(self, path: Path, preview: ListPreview) -> None:
        known = set(preview.places.values())
        if known & {Column.NAME, Column.LATIN_NAME} and known & {Column.CODE, Column.NUMBER}:
            self._try(path, {})
            return
        form = mapping_form(path.name, preview)
        self._host.show(form, partial(self._mapped, path, preview))

    def _mapped(self, path: Path, preview: ListPreview, answers: Answers) -> None:
        said = {
            heading: Column(answers[str(place)]) if answers[str(place)] else None
            for place, heading in enumerate(preview.headings)
            if heading
        }
        self._try(path, said)

    def _try(self, path: Path, meanings: Meanings) -> None:
        """Say what would be."""
        self._work(self.tr("Reading %1").replace("%1", path.name))
        by = self._host.clerk.reception.at_the_desk
        tried = self._lists.bring_in(path, meanings, ImportOrder(dry_run=True), by)
        self._host.clerk.then(tried, partial(self._tried, path, meanings))

    def _tried(self, path: Path, meanings: Meanings, report: ImportReport) -> None:
        self._working = False
        form = report_form(path.name, report, self._languages.now)
        if report.usable:
            self._host.show(form, partial(self._import, path, meanings))
        else:
            self._host.show(form, lambda _: self._host.close())

    def _import(self, path: Path, meanings: Meanings, answers: Answers) -> None:
        order = ImportOrder(cancel_missing=bool(answers.get(_CANCEL)))
        self._work(self.tr("Importing %1").replace("%1", path.name))
        by = self._host.clerk.reception.at_the_desk
        done = self._lists.bring_in(path, meanings, order, by)
        self._host.clerk.then(done, partial(self._imported, path))

    def _imported(self, path: Path, report: ImportReport) -> None:
        self._working = False
        translate = QCoreApplication.translate
        fields = (
            FormField("", "", counts_line(report), FieldKind.LINE),
            FormField(_BACK, translate("Lists", "Take this import back"), "", FieldKind.TICK),
        )
        title = translate("Lists", "%1 is imported").replace("%1", path.name)
        self._host.show(Form(title, fields, translate("Lists", "Done (Enter)")), self._finish)

    def _finish(self, answers: Answers) -> None:
        self._host.close()
        if answers[_BACK]:
            self._host.clerk.then(self._lists.take_back(), self._taken_back)

    def _taken_back(self, record: ImportRecord) -> None:
        said = self.tr("%1 was taken back. Check-ins are as they were.")
        self._host.options.remark(said.replace("%1", record.name))

    def _work(self, title: str) -> None:
        fields = (FormField("", "", "…", FieldKind.LINE),)
        form = Form(title, fields, self.tr("Cancel (Enter)"), self.tr("Guests go on meanwhile."))
        self._host.show(form, lambda _: self._host.close())
        self._working = True
        self._progress.start()

    def _count(self) -> None:
        if self._working:
            rows = f"{self._lists.rows_read():,}"
            self._host.card.show_progress(self.tr("%1 rows").replace("%1", rows))
        else:
            self._progress.stop()

    def _left(self) -> None:
        """The form was left while it worked."""
        if self._working and not self._host.is_open:
            self._working = False
            self._lists.cancel()


def mapping_form(name: str, preview: ListPreview) -> Form:
    """Say what each column means; a sample stands beside its heading."""
    translate = QCoreApplication.translate
    nothing = ("", translate("Lists", "(leave out)"))
    choices = (nothing, *((column.value, column_word(column)) for column in Column))
    fields = []
    for place, heading in enumerate(preview.headings):
        if not heading:
            continue
        sample = next((r[place] for r in preview.rows if place < len(r) and r[place]), "")
        meaning = preview.places.get(place) or preview.suggestions.get(place)
        label = f"{heading}  {sample[:16]}".strip()
        value = meaning.value if meaning else ""
        fields.append(FormField(str(place), label, value, FieldKind.CHOICE, choices))
    return Form(
        translate("Lists", "What do the columns of %1 mean?").replace("%1", name),
        tuple(fields),
        translate("Lists", "Go on (Enter)"),
        translate("Lists", "A name and a ticket number or code are needed."),
    )


def report_form(name: str, report: ImportReport, language: Language) -> Form:
    """What an import would do, with what is wrong with the list."""
    translate = QCoreApplication.translate
    lines = [counts_line(report)]
    lines += _some(report.rejected, language, translate("Lists", "Left out, row %1: "))
    lines += _some(report.warnings, language, translate("Lists", "Look at row %1: "))
    fields = [FormField("", "", line, FieldKind.LINE) for line in lines]
    if report.missing and report.usable:
        said = translate("Lists", "Cancel the %1 tickets that this list lacks")
        said = said.replace("%1", f"{report.missing:,}")
        fields.append(FormField(_CANCEL, said, "", FieldKind.TICK))
    do = translate("Lists", "Import (Enter)") if report.usable else translate("Lists", "Back")
    return Form(translate("Lists", "What %1 brings").replace("%1", name), tuple(fields), do)


def counts_line(report: ImportReport) -> str:
    """The import in numbers, in one line."""
    translate = QCoreApplication.translate
    said = (
        (translate("Lists", "%1 new"), report.added),
        (translate("Lists", "%1 changed"), report.changed),
        (translate("Lists", "%1 unchanged"), report.unchanged),
        (translate("Lists", "%1 missing from the list"), report.missing),
        (translate("Lists", "%1 rows left out"), len(report.rejected)),
    )
    return " · ".join(words.replace("%1", f"{count:,}") for words, count in said)


def _some(rows: Sequence[Rejected | Warned], language: Language, words: str) -> list[str]:
    lines = [
        f"{words.replace('%1', str(one.row))}{one.column} {one.problem.in_(language)} "
        f"{one.remedy.in_(language)}"
        for one in rows[:SHOWN]
    ]
    more = len(rows) - SHOWN
    return [*lines, f"… +{more:,}"] if more > 0 else lines
