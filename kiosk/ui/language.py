"""Switching the language at run time; one translator for the whole application."""

from pathlib import Path

from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from kiosk.domain.words import Language, Words
from kiosk.services.trouble import Misconfigured

SOURCE = Language.EN
"""The language that stands in the code; every other comes from a .qm file."""


class Languages(QObject):
    """The language on screen. Windows hear of a switch as QEvent.LanguageChange."""

    switched = Signal(object)

    def __init__(self, app: QApplication, folder: Path, language: Language) -> None:
        super().__init__(app)
        for earlier in app.findChildren(QTranslator):
            app.removeTranslator(earlier)  # one translator an application, or languages leak
        self._app, self._folder = app, folder
        self._translator = QTranslator(self)
        self.now = SOURCE
        self.switch(language)

    def switch(self, language: Language) -> None:
        """Speak this language from now on.

        Raises:
            Misconfigured: its file is missing from the installation.
        """
        if language is self.now:
            return
        self._app.removeTranslator(self._translator)
        if language is not SOURCE:
            path = self._folder / f"kiosk_{language.value}.qm"
            if not self._translator.load(str(path)):
                raise Misconfigured(
                    Words(
                        f"缺少语言文件 {path.name}。", f"The language file {path.name} is missing."
                    ),
                    Words("请重新安装程序。", "Install the program again."),
                )
            self._app.installTranslator(self._translator)
        self.now = language
        self.switched.emit(language)

    def toggle(self) -> None:
        """The other language."""
        self.switch(Language.EN if self.now is Language.ZH else Language.ZH)
