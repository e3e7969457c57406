"""What is heard of a visit: its outcome, or that a code was read where the outcome takes long."""

from PySide6.QtCore import QObject, QTimer

from kiosk.domain.visit import (
    Asked,
    Broken,
    Checking,
    Choosing,
    State,
    TurnedAway,
    Waiting,
    Welcomed,
)
from kiosk.services.ports import Sound, Speaker
from kiosk.ui.presenter import Presenter

READ_MS = 30
"""An outcome that comes sooner is heard alone; a later one lets the read be heard within 50 ms."""


class Sounding(QObject):
    """Plays one sound for each new state of a presenter."""

    def __init__(self, presenter: Presenter, speaker: Speaker) -> None:
        super().__init__()
        self._presenter, self._speaker = presenter, speaker
        self._heard: tuple[type[State], int] = (Waiting, 0)
        self._read = QTimer(self, singleShot=True, interval=READ_MS)
        self._read.timeout.connect(lambda: speaker.play(Sound.READ))
        presenter.changed.connect(self._changed)

    def _changed(self) -> None:
        state = self._presenter.state
        now = type(state), state.visit
        if now == self._heard:
            return  # a badge that moves on, or the next of several questions
        self._heard = now
        self._read.stop()
        match state:
            case Checking():
                self._read.start()
            case Welcomed():
                self._speaker.play(Sound.WELCOME)
            case Asked() | Choosing():
                self._speaker.play(Sound.QUESTION)
            case TurnedAway() | Broken():
                self._speaker.play(Sound.REFUSED)
            case Waiting():
                pass
