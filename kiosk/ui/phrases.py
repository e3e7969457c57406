"""What hints and badges are called, for guests, through Qt Linguist."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.journal import JobState
from kiosk.names.why import Why
from kiosk.services.badge_proof import BadgeProof
from kiosk.services.coaching import Hint


def found_by(why: Why) -> str:  # noqa: C901, PLR0911  one return a reason
    """What of a person a query was found in, in a word."""
    translate = QCoreApplication.translate
    match why:
        case Why.NAME:
            return translate("Why", "name")
        case Why.PINYIN:
            return translate("Why", "pinyin")
        case Why.INITIALS:
            return translate("Why", "initials")
        case Why.LATIN:
            return translate("Why", "Latin name")
        case Why.NUMBER:
            return translate("Why", "number")
        case Why.PHONE:
            return translate("Why", "phone")
        case Why.EMAIL:
            return translate("Why", "e-mail")
        case Why.COMPANY:
            return translate("Why", "company")
        case Why.TITLE:
            return translate("Why", "title")
        case Why.TYPO:
            return translate("Why", "similar")
        case _:
            assert_never(why)


def hint_phrase(hint: Hint) -> str:
    """What would help a guest whose code is not read, in one sentence."""
    translate = QCoreApplication.translate
    match hint:
        case Hint.CLOSER:
            return translate("Hint", "A little closer, please")
        case Hint.FURTHER:
            return translate("Hint", "A little further away, please")
        case Hint.HOLD_STILL:
            return translate("Hint", "Hold still for a moment")
        case Hint.BRIGHTER:
            return translate("Hint", "Turn up your screen's brightness")
        case Hint.TILT_AWAY:
            return translate("Hint", "Tilt it away from the light")
        case Hint.WHOLE_CODE:
            return translate("Hint", "Show the whole code inside the frame")
        case _:
            assert_never(hint)


def keys_phrase() -> str:
    """The front desk's keys."""
    return QCoreApplication.translate(
        "Desk",
        "/ search · Ctrl+N register · Ctrl+E correct · Ctrl+Z undo · Ctrl+R reprint · "
        "Ctrl+L 中文/English · Esc next guest · F1 all keys",
    )


def badge_phrase(state: JobState) -> str:
    """Where a badge stands, for the guest."""
    translate = QCoreApplication.translate
    match state:
        case JobState.QUEUED | JobState.SENT:
            return translate("Badge", "Your badge is being printed …")
        case JobState.CONFIRMED:
            return translate("Badge", "Please take your badge")
        case JobState.UNKNOWN | JobState.FAILED | JobState.CANCELLED:
            return translate("Badge", "Please collect your badge at the help desk")


def proof_phrase(proof: BadgeProof) -> tuple[str, str]:
    """What a badge that was held up is, and what to do: for a guest and for staff alike."""
    translate = QCoreApplication.translate
    match proof:
        case BadgeProof.RIGHT:
            return translate("Badge", "The right badge"), ""
        case BadgeProof.REPLACED:
            return (
                translate("Badge", "An old badge"),
                translate("Badge", "It was replaced: please hand it in and take the new one."),
            )
        case BadgeProof.WRONG | BadgeProof.NO_BADGE:
            return (
                translate("Badge", "The wrong badge"),
                translate("Badge", "It is somebody else's: please put it back and take yours."),
            )
