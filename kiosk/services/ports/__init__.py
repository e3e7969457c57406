"""What the services need of the world, as protocols; the rooms implement them.

Any of these may raise `Unavailable` or `Misconfigured` (see `trouble`) and nothing else on
purpose. Only frozen values cross: no SQL rows, no Qt objects, no arrays.
"""

from kiosk.services.ports.eyes import (
    Camera,
    CodeLook,
    CodeSeen,
    Decoder,
    Frame,
    Scanner,
    Sight,
)
from kiosk.services.ports.paper import (
    BadgeDrawer,
    DrawnBadge,
    Fate,
    NameCheck,
    Paper,
    PrintAnswer,
    Printer,
    PrinterLamp,
    Remedy,
)
from kiosk.services.ports.people import StaffBook
from kiosk.services.ports.records import CodeKeys, Journal, Transaction
from kiosk.services.ports.rosters import (
    AmendableRoster,
    Guest,
    Hit,
    ImportRecord,
    Overlay,
    Put,
    Roster,
    RosterEntry,
    RosterWriter,
    WritableRoster,
)
from kiosk.services.ports.sound import Sound, Speaker
from kiosk.services.ports.time import Clock

__all__ = [
    "AmendableRoster",
    "BadgeDrawer",
    "Camera",
    "Clock",
    "CodeKeys",
    "CodeLook",
    "CodeSeen",
    "Decoder",
    "DrawnBadge",
    "Fate",
    "Frame",
    "Guest",
    "Hit",
    "ImportRecord",
    "Journal",
    "NameCheck",
    "Overlay",
    "Paper",
    "PrintAnswer",
    "Printer",
    "PrinterLamp",
    "Put",
    "Remedy",
    "Roster",
    "RosterEntry",
    "RosterWriter",
    "Scanner",
    "Sight",
    "Sound",
    "Speaker",
    "StaffBook",
    "Transaction",
    "WritableRoster",
]
