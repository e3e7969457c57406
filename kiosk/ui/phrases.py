"""What outcomes are called, for guests and for staff, through Qt Linguist."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Reason
from kiosk.domain.journal import JobState


@dataclass(frozen=True, slots=True)
class RefusalPhrases:
    """A refusal in words: what it is, what the guest does, what the clerk does."""

    title: str
    guest: str
    staff: str


def refusal(reason: Reason) -> RefusalPhrases:  # noqa: C901, PLR0911  one return a reason
    """The words for a reason; nothing private in the guest's."""
    tr = QCoreApplication.translate
    match reason:
        case Reason.NOT_A_TICKET:
            return RefusalPhrases(
                tr("Refusal", "This is not a ticket"),
                tr("Refusal", "Open the ticket from your invitation and hold up its QR code."),
                tr("Refusal", "A website or payment code. Ask for the ticket, or search by name."),
            )
        case Reason.NOT_SIGNED:
            return RefusalPhrases(
                tr("Refusal", "This code is not genuine"),
                tr("Refusal", "Please come to the help desk with your ID."),
                tr("Refusal", "The signature does not hold. Search by name and check an ID."),
            )
        case Reason.WRONG_EVENT:
            return RefusalPhrases(
                tr("Refusal", "A ticket for another event"),
                tr("Refusal", "Hold up the ticket for this event, or come to the help desk."),
                tr("Refusal", "Genuine, but for another event. Search by name."),
            )
        case Reason.UNKNOWN:
            return RefusalPhrases(
                tr("Refusal", "We cannot find this ticket"),
                tr("Refusal", "Please come to the help desk; we will find you by name."),
                tr("Refusal", "Not on the list. Search by name or company."),
            )
        case Reason.REVOKED | Reason.BLOCKED:
            return RefusalPhrases(
                tr("Refusal", "This ticket cannot be used"),
                tr("Refusal", "Please come to the help desk."),
                tr("Refusal", "Revoked or blocked by the organiser. Call the organiser."),
            )
        case Reason.CANCELLED:
            return RefusalPhrases(
                tr("Refusal", "This registration was cancelled"),
                tr("Refusal", "If that is a mistake, please come to the help desk."),
                tr("Refusal", "Cancelled. Ask the organiser before anything else."),
            )
        case Reason.UNPAID:
            return RefusalPhrases(
                tr("Refusal", "The payment is still open"),
                tr("Refusal", "Please come to the help desk; it takes a minute."),
                tr("Refusal", "Unpaid. Take the payment, then have the ticket set to valid."),
            )
        case Reason.WRONG_CHECKPOINT:
            return RefusalPhrases(
                tr("Refusal", "This entrance is for other guests"),
                tr("Refusal", "Our staff will show you your entrance."),
                tr("Refusal", "The category may not pass here. Show the right entrance."),
            )
        case Reason.TOO_EARLY:
            return RefusalPhrases(
                tr("Refusal", "Not open for you yet"),
                tr("Refusal", "Please come back later."),
                tr("Refusal", "Before the opening time or the first valid day."),
            )
        case Reason.TOO_LATE:
            return RefusalPhrases(
                tr("Refusal", "The time for this ticket is over"),
                tr("Refusal", "Please come to the help desk."),
                tr("Refusal", "After the closing time or the last valid day."),
            )
        case Reason.WRONG_DAY:
            return RefusalPhrases(
                tr("Refusal", "This ticket is for another day"),
                tr("Refusal", "Please check the date on your ticket."),
                tr("Refusal", "Valid on other days only; they stand on the card."),
            )
        case Reason.ALREADY_IN:
            return RefusalPhrases(
                tr("Refusal", "You are already checked in"),
                tr("Refusal", "Lost your badge? Please come to the help desk."),
                tr("Refusal", "Checked in before; reprint the badge if it was lost."),
            )


def badge_phrase(state: JobState) -> str:
    """Where a badge stands, for the guest."""
    tr = QCoreApplication.translate
    match state:
        case JobState.QUEUED | JobState.SENT:
            return tr("Badge", "Your badge is being printed …")
        case JobState.CONFIRMED:
            return tr("Badge", "Please take your badge")
        case JobState.UNKNOWN | JobState.FAILED | JobState.CANCELLED:
            return tr("Badge", "Please collect your badge at the help desk")
