"""What outcomes are called, for guests and for staff, through Qt Linguist."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Reason
from kiosk.domain.foreign_code import Foreign, foreign_code
from kiosk.domain.journal import JobState
from kiosk.services.coaching import Hint


@dataclass(frozen=True, slots=True)
class RefusalPhrases:
    """A refusal in words: what it is, what the guest does, what the clerk does."""

    title: str
    guest: str
    staff: str


def refusal(  # noqa: C901, PLR0911  one return a reason
    reason: Reason, text: str = ""
) -> RefusalPhrases:
    """The words for a reason; nothing private in the guest's.

    Args:
        reason: of the refusal.
        text: of the code, which tells what it is where it is no ticket.
    """
    translate = QCoreApplication.translate
    match reason:
        case Reason.NOT_A_TICKET:
            return RefusalPhrases(
                _foreign_title(foreign_code(text)),
                translate(
                    "Refusal", "Open the ticket from your invitation and hold up its QR code."
                ),
                translate("Refusal", "Ask for the ticket, or search by name."),
            )
        case Reason.NOT_SIGNED:
            return RefusalPhrases(
                translate("Refusal", "This code is not genuine"),
                translate("Refusal", "Please come to the help desk with your ID."),
                translate(
                    "Refusal", "The signature does not hold. Search by name and check an ID."
                ),
            )
        case Reason.WRONG_EVENT:
            return RefusalPhrases(
                translate("Refusal", "A ticket for another event"),
                translate(
                    "Refusal", "Hold up the ticket for this event, or come to the help desk."
                ),
                translate("Refusal", "Genuine, but for another event. Search by name."),
            )
        case Reason.UNKNOWN:
            return RefusalPhrases(
                translate("Refusal", "We cannot find this ticket"),
                translate("Refusal", "Please come to the help desk; we will find you by name."),
                translate("Refusal", "Not on the list. Search by name or company."),
            )
        case Reason.REVOKED | Reason.BLOCKED:
            return RefusalPhrases(
                translate("Refusal", "This ticket cannot be used"),
                translate("Refusal", "Please come to the help desk."),
                translate("Refusal", "Revoked or blocked by the organiser. Call the organiser."),
            )
        case Reason.CANCELLED:
            return RefusalPhrases(
                translate("Refusal", "This registration was cancelled"),
                translate("Refusal", "If that is a mistake, please come to the help desk."),
                translate("Refusal", "Cancelled. Ask the organiser before anything else."),
            )
        case Reason.UNPAID:
            return RefusalPhrases(
                translate("Refusal", "The payment is still open"),
                translate("Refusal", "Please come to the help desk; it takes a minute."),
                translate(
                    "Refusal", "Unpaid. Take the payment, then have the ticket set to valid."
                ),
            )
        case Reason.WRONG_CHECKPOINT:
            return RefusalPhrases(
                translate("Refusal", "This entrance is for other guests"),
                translate("Refusal", "Our staff will show you your entrance."),
                translate("Refusal", "The category may not pass here. Show the right entrance."),
            )
        case Reason.TOO_EARLY:
            return RefusalPhrases(
                translate("Refusal", "Not open for you yet"),
                translate("Refusal", "Please come back later."),
                translate("Refusal", "Before the opening time or the first valid day."),
            )
        case Reason.TOO_LATE:
            return RefusalPhrases(
                translate("Refusal", "The time for this ticket is over"),
                translate("Refusal", "Please come to the help desk."),
                translate("Refusal", "After the closing time or the last valid day."),
            )
        case Reason.WRONG_DAY:
            return RefusalPhrases(
                translate("Refusal", "This ticket is for another day"),
                translate("Refusal", "Please check the date on your ticket."),
                translate("Refusal", "Valid on other days only; they stand on the card."),
            )
        case Reason.ALREADY_IN:
            return RefusalPhrases(
                translate("Refusal", "Already checked in"),
                translate("Refusal", "Lost your badge? Please come to the help desk."),
                translate("Refusal", "Checked in before; reprint the badge if it was lost."),
            )


def _foreign_title(what: Foreign | None) -> str:
    translate = QCoreApplication.translate
    match what:
        case Foreign.PAYMENT:
            return translate("Refusal", "This is a payment code")
        case Foreign.WECHAT:
            return translate("Refusal", "This is a WeChat code")
        case Foreign.WEBSITE:
            return translate("Refusal", "This code opens a website")
        case Foreign.WIFI:
            return translate("Refusal", "This is a Wi-Fi code")
        case Foreign.CONTACT:
            return translate("Refusal", "This is a contact card")
        case Foreign.OTHER | None:
            return translate("Refusal", "This is not a ticket")
        case _:
            assert_never(what)


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
