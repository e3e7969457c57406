"""What refusals are called, for guests and for staff, through Qt Linguist."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Reason
from kiosk.domain.foreign_code import Foreign, foreign_code


@dataclass(frozen=True, slots=True)
class RefusalPhrases:
    """A refusal in words: what it is, what the guest does, what the clerk does."""

    title: str
    guest: str
    staff: str


def refusal(  # noqa: C901, PLR0911, PLR0912  one return a reason
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
        case Reason.REPLACED:
            return RefusalPhrases(
                translate("Refusal", "This code has been replaced"),
                translate("Refusal", "Hold up the newest ticket, or come to the help desk."),
                translate("Refusal", "A newer code was issued. Search by name and check an ID."),
            )
        case Reason.NOT_YET:
            return RefusalPhrases(
                translate("Refusal", "This ticket is not valid yet"),
                translate("Refusal", "Please check the date on your ticket."),
                translate("Refusal", "Valid later only. A supervisor may let the guest in."),
            )
        case Reason.NO_LONGER:
            return RefusalPhrases(
                translate("Refusal", "This ticket has expired"),
                translate("Refusal", "Please come to the help desk."),
                translate("Refusal", "No longer valid. A supervisor may let the guest in."),
            )
        case Reason.WRONG_SESSION:
            return RefusalPhrases(
                translate("Refusal", "Your ticket is for another session"),
                translate("Refusal", "Our staff will show you your session."),
                translate("Refusal", "The ticket names other sessions. Show the right hall."),
            )
        case Reason.NOT_INVITED:
            return RefusalPhrases(
                translate("Refusal", "This area is by invitation"),
                translate("Refusal", "Our staff will gladly help you."),
                translate("Refusal", "Not on the invited list of this place. Ask the host."),
            )
        case Reason.REGISTER_FIRST:
            return RefusalPhrases(
                translate("Refusal", "Please check in at registration first"),
                translate("Refusal", "You get your badge there; then come back."),
                translate("Refusal", "Not registered yet. Send the guest to registration."),
            )
        case Reason.NOT_INSIDE:
            return RefusalPhrases(
                translate("Refusal", "You have not checked in here"),
                translate("Refusal", "Please ask our staff."),
                translate("Refusal", "Going out without having come in. Nothing to do."),
            )
        case Reason.TOO_SOON:
            return RefusalPhrases(
                translate("Refusal", "This badge was used a moment ago"),
                translate("Refusal", "Please wait a little, or ask our staff."),
                translate("Refusal", "Within the pause between two entries. Look at the badge."),
            )
        case Reason.FULL:
            return RefusalPhrases(
                translate("Refusal", "This room is full"),
                translate("Refusal", "Please wait until somebody leaves, or ask our staff."),
                translate("Refusal", "The capacity is reached. Let in when somebody leaves."),
            )
        case Reason.SEE_STAFF:
            return RefusalPhrases(
                translate("Refusal", "Please come to the help desk"),
                translate("Refusal", "Our staff will check you in there; it takes a minute."),
                translate("Refusal", "There is something only staff may see or check."),
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
