"""What outcomes are called, for guests and for staff, through Qt Linguist."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Reason
from kiosk.domain.journal import JobState
from kiosk.names.why import Why


@dataclass(frozen=True, slots=True)
class RefusalPhrases:
    """A refusal in words: what it is, what the guest does, what the clerk does."""

    title: str
    guest: str
    staff: str


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


def refusal(reason: Reason) -> RefusalPhrases:  # noqa: C901, PLR0911  one return a reason
    """The words for a reason; nothing private in the guest's."""
    translate = QCoreApplication.translate
    match reason:
        case Reason.NOT_A_TICKET:
            return RefusalPhrases(
                translate("Refusal", "This is not a ticket"),
                translate(
                    "Refusal", "Open the ticket from your invitation and hold up its QR code."
                ),
                translate(
                    "Refusal", "A website or payment code. Ask for the ticket, or search by name."
                ),
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
