"""Setting the station up at its desk: one form, and a restart."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QObject

from kiosk.domain.staff import Act, Staff
from kiosk.domain.words import Language
from kiosk.services.ports.setting_up import Asked, Setting, SetUpDesk
from kiosk.ui.language import Languages
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.widgets.form import Answers, FieldKind, Form, FormField


class SettingForms(QObject):
    """Asks for the settings; where staff have PINs, a supervisor allows the change.

    Args:
        restart: ends the program and begins it again.
    """

    def __init__(
        self,
        host: FormHost,
        set_up: SetUpDesk,
        languages: Languages,
        restart: Callable[[], None],
    ) -> None:
        super().__init__()
        self._host, self._set_up, self._languages = host, set_up, languages
        self._restart = restart

    def show(self) -> None:
        """The settings as they stand."""

        def show(asked: tuple[Asked, ...]) -> None:
            self._host.show(settings_form(asked, self._languages.now), self._submitted)

        self._host.clerk.then(self._set_up.ask(), show)

    def _submitted(self, answers: Answers) -> None:
        values = {Setting(key): said for key, said in answers.items()}
        self._host.close()
        shift = self._host.clerk.reception.shift
        if shift is None or not shift.names():
            self._save(values)
            return

        def allowed(_by: Staff) -> None:
            self._save(values)

        self._host.options.pin.begin(Act.SET_UP, allowed)

    def _save(self, values: dict[Setting, str]) -> None:
        self._host.clerk.then(self._set_up.save(values), lambda _: self._saved())

    def _saved(self) -> None:
        translate = QCoreApplication.translate
        line = translate("Settings", "They hold once the program has begun again.")
        title, again = translate("Settings", "Saved"), translate("Settings", "Restart (Enter)")
        form = Form(title, (FormField("", "", line, FieldKind.LINE),), again)
        self._host.show(form, lambda _: self._restart())


def settings_form(asked: Iterable[Asked], language: Language) -> Form:
    """One field for each setting."""
    translate = QCoreApplication.translate
    labels = {
        Setting.NAME: translate("Settings", "Name of this station"),
        Setting.CHECKPOINT: translate("Settings", "Checkpoint"),
        Setting.DIRECTION: translate("Settings", "Guests go"),
        Setting.FACE: translate("Settings", "Screen"),
        Setting.LANGUAGE: translate("Settings", "Language"),
        Setting.HELP_DESK: translate("Settings", "Help desk"),
        Setting.CAMERA: translate("Settings", "Camera"),
        Setting.MIRROR: translate("Settings", "Self-service shows a mirror"),
        Setting.SCANNER: translate("Settings", "Scanner's keyboard"),
        Setting.SOUND: translate("Settings", "Sounds"),
    }
    fields = []
    for one in asked:
        kind = FieldKind.TICK if one.is_tick else FieldKind.TEXT
        if one.choices:
            kind = FieldKind.CHOICE
        choices = tuple((key, words.in_(language)) for key, words in one.choices)
        fields.append(FormField(one.setting, labels[one.setting], one.value, kind, choices))
    advice = translate("Settings", "Every other setting is explained in settings.toml.")
    title = translate("Settings", "Settings of this station")
    return Form(title, tuple(fields), translate("Settings", "Save (Enter)"), advice)
