"""Facts on the way: a frame that every version reads, and a body that only its kind explains."""

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field, StringConstraints

from kiosk.wire.message import NO_NUL, Hex, Message, Short

PUSH_LIMIT: Final = 500
"""Facts in one push."""
PULL_LIMIT: Final = 5000
"""Facts in one pull."""
LONGEST_BODY: Final = 20_000
"""Characters of a body or of what is personal in it."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=NO_NUL)]
Body = Annotated[str, StringConstraints(max_length=LONGEST_BODY, pattern=NO_NUL)]
Milliseconds = Annotated[int, Field(ge=0, lt=1 << 47)]


class FactMessage(Message):
    """One fact, of whatever kind: who knows the kind reads the body, all others pass it on.

    `body` and `personal` are JSON as text, so that they arrive as they were written. Times are
    milliseconds since 1970.
    """

    id: UUID
    station: Name
    incarnation: Hex
    number: Annotated[int, Field(ge=1, lt=1 << 62)]
    hlc: Annotated[int, Field(ge=0, lt=1 << 63)]
    at_ms: Milliseconds
    clock: Short
    kind: Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=NO_NUL)]
    ticket: UUID | None = None
    body: Body
    personal: Body = ""
    by: Short = ""


class Health(Message):
    """How a station is, told with every push; shown on the organiser's page."""

    unsent: int = 0
    parked: int = 0
    printer: Short = ""
    camera: Short = ""
    clock: Short = ""
    version: Short = ""
    behind: int = 0


class Push(Message):
    """At most `PUSH_LIMIT` facts; one that arrives again changes nothing."""

    generation: Short
    facts: Annotated[tuple[FactMessage, ...], Field(max_length=PUSH_LIMIT)]
    health: Health = Health()


class Refusal(Message):
    """A fact that the hub did not take, and why: `content`, `scope` or `station`."""

    id: UUID
    why: Short


class Pushed(Message):
    """What became of a push. Every fact of it is in one of the two lists.

    `chain` is the hub's (see `kiosk.wire.chain`) at `head`.
    """

    generation: str
    accepted: tuple[UUID, ...]
    refused: tuple[Refusal, ...] = ()
    head: int
    now_ms: int
    chain: Hex = ""


class Numbered(Message):
    """A fact with the hub's number for it: 1, 2, 3 … in the order in which it was committed."""

    seq: int
    fact: FactMessage


class Pulled(Message):
    """The facts after a cursor, in order; `head` is the number of the last that there is.

    The live stream sends the same, whether or not there are facts in it.
    """

    generation: str
    facts: tuple[Numbered, ...]
    head: int
    now_ms: int
    roster_head: int = 0
