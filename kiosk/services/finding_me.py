"""A guest without a code is found by what they know of themselves: one match, or nobody.

Nothing of the roster is ever listed. Whoever asks learns a masked name at most, and only with
an answer that one ticket fits; it opens the door with digits that are on no badge and in no
programme.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final
from uuid import UUID

from kiosk.names.keys import name_keys
from kiosk.names.masking import masked_name
from kiosk.names.normalising import plain
from kiosk.services.disguise import MARK, Digest, part
from kiosk.services.ports import Guest, Roster
from kiosk.services.tries import Tries

TAIL: Final = 4
"""Digits at the end of a telephone number that a guest is asked for."""
MOST_LETTERS: Final = 8
"""First letters that are asked for; nobody counts more of their own."""
PROOF: Final = 4
"""Digits that prove it: those before the tail, or the tail itself."""
LOOKED_AT: Final = 200
"""Hits that are compared; more than this many of one tail and one name are not to be told apart."""


class Proving(Enum):
    """Which digits of their own telephone number a guest is asked to prove it with."""

    BEFORE_THE_TAIL = auto()
    TAIL = auto()


@dataclass(frozen=True, slots=True)
class Claim:
    """One ticket fits what was said; `masked_name` may stand on a public screen."""

    ticket: UUID
    masked_name: str
    proving: Proving


@dataclass(frozen=True, slots=True)
class NobodyFits:
    """No ticket fits, or several do: which of them is nobody's business. Seconds to wait now."""

    wait: float


@dataclass(frozen=True, slots=True)
class Proven:
    """The digits are right."""

    ticket: UUID


class FindMe:
    """One self-service station's search without a code.

    Args:
        tries: wrong answers of whoever stands there, found or not.
        digest: the station's keyed hash; a hub gives self-service numbers in disguise only.
    """

    def __init__(self, tries: Tries, digest: Digest) -> None:
        self._tries, self._digest = tries, digest

    def by_phone(self, roster: Roster, tail: str, initials: str) -> Claim | NobodyFits:
        """Who has this end of a telephone number and these first letters of a name.

        Args:
            roster: the station's.
            tail: the last four digits.
            initials: first letters of the whole name, in pinyin or Latin, in either order.
        """
        letters = plain(initials)

        def fits(guest: Guest) -> bool:
            ends = _digits(guest).endswith(self._as_kept(guest, tail))
            return ends and letters in _first_letters(guest)

        whole = len(tail) == TAIL and tail.isdecimal() and letters
        tails = (tail, part(tail, self._digest)) if whole else ()
        hits = [hit for one in tails for hit in roster.search(f"{letters} {one}", LOOKED_AT)]
        return self._claim(
            _once(hit.guest for hit in hits if fits(hit.guest)), Proving.BEFORE_THE_TAIL
        )

    def by_number(self, roster: Roster, number: str) -> Claim | NobodyFits:
        """Whose ticket or order number this is; case, spaces and hyphens do not matter."""
        wanted = _squeezed(number)
        hits = roster.search(number, LOOKED_AT) if wanted else ()
        fits = [hit.guest for hit in hits if _squeezed(hit.guest.ticket.number) == wanted]
        return self._claim(fits, Proving.TAIL)

    def prove(self, roster: Roster, claim: Claim, digits: str) -> Proven | NobodyFits:
        """Whether the digits are those of the claimed ticket's own telephone number."""
        if wait := self._tries.wait:
            return NobodyFits(wait)
        guest = roster.by_ticket(claim.ticket)
        if guest is None or self._as_kept(guest, digits) != _proof(guest, claim.proving):
            return NobodyFits(self._tries.wrong())
        self._tries.right()
        return Proven(claim.ticket)

    def _as_kept(self, guest: Guest, digits: str) -> str:
        """Four digits as the station keeps this guest's."""
        disguise = guest.attendee.phone.startswith(MARK)
        return part(digits, self._digest) if disguise else digits

    def _claim(self, guests: list[Guest], proving: Proving) -> Claim | NobodyFits:
        if wait := self._tries.wait:
            return NobodyFits(wait)
        if len(guests) != 1 or not _proof(guests[0], proving):
            return NobodyFits(self._tries.wrong())
        (guest,) = guests
        return Claim(guest.ticket.id, masked_name(guest.attendee.name), proving)


def _once(guests: Iterable[Guest]) -> list[Guest]:
    return list({guest.ticket.id: guest for guest in guests}.values())


def _first_letters(guest: Guest) -> set[str]:
    """The first letters of the whole name, in every reading; of a very long one not all of them."""
    keys = name_keys(guest.attendee.name, guest.attendee.latin_name)
    least = max(2, min(len(keys.han), MOST_LETTERS))
    letters = keys.initials | keys.rare_initials
    return {one[:MOST_LETTERS] for one in letters if len(one) >= least}


def _digits(guest: Guest) -> str:
    return re.sub(r"\D", "", guest.attendee.phone)


def _proof(guest: Guest, proving: Proving) -> str:
    """The digits that prove it; empty where the number is too short to prove anything."""
    digits = _digits(guest)
    if len(digits) < TAIL + PROOF:
        return ""
    return digits[-TAIL:] if proving is Proving.TAIL else digits[-TAIL - PROOF : -TAIL]


def _squeezed(number: str) -> str:
    return re.sub(r"[\s-]", "", number).casefold()
