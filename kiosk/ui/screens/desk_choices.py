"""What a clerk can choose on the card: keys for programs and words with their digits."""

from PySide6.QtCore import QCoreApplication

Buttons = tuple[tuple[str, str], ...]


def came_out_buttons() -> Buttons:
    """What a clerk can say of a badge that nobody else can know of."""
    translate = QCoreApplication.translate
    return (
        ("came-out", translate("Desk", "1 It came out")),
        ("print-again", translate("Desk", "2 Print it again")),
    )


def force_buttons() -> Buttons:
    """Why a supervisor lets somebody in against the rules, by key."""
    translate = QCoreApplication.translate
    return (
        ("force:paid at the desk", translate("Desk", "1 Paid")),
        ("force:the organiser agreed", translate("Desk", "2 Agreed")),
        ("force:identity checked", translate("Desk", "3 ID seen")),
        ("keep", translate("Desk", "4 Refuse")),
    )


def undo_buttons() -> Buttons:
    """The reasons for an undo, by key."""
    translate = QCoreApplication.translate
    return (
        ("undo:wrong person", translate("Desk", "1 Wrong one")),
        ("undo:by mistake", translate("Desk", "2 By mistake")),
        ("keep", translate("Desk", "3 Keep it")),
    )


def reprint_buttons() -> Buttons:
    """The reasons for a reprint, by key."""
    translate = QCoreApplication.translate
    return (
        ("reprint:lost", translate("Desk", "1 Lost")),
        ("reprint:damaged", translate("Desk", "2 Torn")),
        ("reprint:misprint", translate("Desk", "3 Misprint")),
        ("keep", translate("Desk", "4 No")),
    )
