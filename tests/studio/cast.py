"""Who comes to the demo's desk, in which order, and what ought to happen to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from kiosk.keys.issuing import Issuer
from tests.studio.codes import Symbol
from tests.studio.event_file import OTHER_SLUG, URL
from tests.studio.issuing import STRANGER_SEED, demo_issuer, signed_code
from tests.studio.people import Attendee, opaque_code
from tests.studio.remarkable import COMMON, LONG_LATIN, UYGHUR

NOT_A_TICKET: Final = "https://example.org/menu"


@dataclass(frozen=True)
class Trouble:
    """What makes this guest hard to read.

    Attributes:
        tilt: See `presentation.manner`.
        restless: Likewise.
        glare: Strength of reflections.
        screen: Brightness of the phone.
        room: Light on paper.
        defocus: Extra blur in pixels.
    """

    tilt: float = 1.0
    restless: float = 2.5
    glare: float = 0.25
    screen: float = 0.95
    room: float = 0.85
    defocus: float = 0.0


PLAIN: Final = Trouble()
TILTED: Final = Trouble(tilt=2.0)
DIM: Final = Trouble(screen=0.13, room=0.34, glare=0.2)
MOVING: Final = Trouble(restless=17.0)
GLARE: Final = Trouble(glare=1.3, restless=5.0)
SOFT: Final = Trouble(defocus=1.1, tilt=1.4)


@dataclass(frozen=True)
class Role:
    """One guest of the demo.

    Attributes:
        surface: "phone", "paper" or "card".
        symbol: What the QR says.
        number: 票号, if the list has it.
        expected: "admitted", "needs_answer" or "refused".
        reason: Of a refusal.
        trouble: What makes the picture hard.
    """

    surface: str
    symbol: Symbol
    number: str | None
    expected: str = "admitted"
    reason: str | None = None
    trouble: Trouble = field(default=PLAIN)


def symbol_of(attendee: Attendee) -> Symbol:
    """Return the QR that the attendee's platform sends."""
    if attendee.code_kind == "url":
        return Symbol(URL + attendee.code, "M")
    if attendee.code_kind == "signed":
        return Symbol(attendee.code, "M", version=5)
    return Symbol(attendee.code, "Q")


def queue(attendees: list[Attendee], rng: np.random.Generator) -> list[Role]:
    """Return the guests in the order in which they come.

    Args:
        attendees: The list, signed codes filled in.
        rng: Decides the codes that no list holds.
    """
    find = _Finder(attendees)
    twice = find(kind="opaque", category="delegate")
    return [
        _welcome("phone", find(kind="opaque", category="delegate")),
        _welcome("card", find(kind="url", category="vip"), TILTED),
        _welcome("phone", twice, GLARE),
        _welcome("paper", find(name=UYGHUR)),
        _welcome("phone", find(kind="signed", category="press"), SOFT),
        _turned("phone", find(status="未付款"), "unpaid"),
        _welcome("phone", find(rare=True), DIM),
        _welcome("card", find(kind="signed", category="speaker"), MOVING),
        _unheard(attendees[0], 900_001, "paper", PLAIN),
        _turned("paper", find(status="已取消"), "cancelled", SOFT),
        _welcome("phone", find(name=LONG_LATIN), TILTED),
        _website("phone"),
        _welcome("phone", find(name=COMMON), MOVING),
        _welcome("paper", find(category="government"), DIM),
        _turned("phone", find(status="已撤销"), "revoked", GLARE),
        replace(_welcome("card", find(category="exhibitor")), expected="needs_answer"),
        _turned("phone", twice, "already_in", MOVING),
        _welcome("phone", find(kind="url", category="press"), GLARE),
        _forged("phone", find(kind="signed", category="delegate")),
        _welcome("card", find(category="staff"), SOFT),
        _welcome("paper", find(kind="url", category="delegate"), TILTED),
        _turned("phone", find(wrong_day=True), "wrong_day", DIM),
        _unheard(attendees[1], 900_008, "phone", TILTED),
        _of_another_event("paper", find(kind="signed", category="delegate")),
        _welcome("phone", find(rare=True, category="speaker"), SOFT),
        _unknown("phone", rng),
        _welcome("phone", find(kind="signed", category="delegate"), DIM),
        _welcome("card", find(kind="opaque", category="vip"), GLARE),
    ]


class _Finder:
    """Hands out attendees who fit, nobody twice."""

    def __init__(self, attendees: list[Attendee]) -> None:
        self._free = list(attendees)

    def __call__(
        self,
        *,
        kind: str | None = None,
        category: str | None = None,
        name: str | None = None,
        status: str = "有效",
        rare: bool = False,
        wrong_day: bool = False,
    ) -> Attendee:
        tests: list[Callable[[Attendee], bool]] = [
            lambda a: a.status == status,
            lambda a: kind in (None, a.code_kind),
            lambda a: category in (None, a.category),
            lambda a: name in (None, a.name),
            lambda a: not rare or any(char in a.name for char in "𬭚㛃䶮𬱖𠮷"),
            lambda a: bool(a.days) == wrong_day and (not wrong_day or a.days[0].day != 8),
        ]
        found = next(a for a in self._free if all(fits(a) for fits in tests))
        self._free.remove(found)
        return found


def _welcome(surface: str, attendee: Attendee, trouble: Trouble = PLAIN) -> Role:
    return Role(surface, symbol_of(attendee), attendee.number, trouble=trouble)


def _turned(surface: str, attendee: Attendee, reason: str, trouble: Trouble = PLAIN) -> Role:
    welcome = _welcome(surface, attendee, trouble)
    return replace(welcome, expected="refused", reason=reason)


def _unheard(like: Attendee, serial: int, surface: str, trouble: Trouble) -> Role:
    """Somebody registered an hour ago: signed by the issuer, on nobody's list yet."""
    late = replace(like, external_id=f"{serial:06d}", category="delegate", days=())
    text = signed_code(demo_issuer(), late)
    return Role(surface, Symbol(text, "M", 5), None, trouble=trouble)


def _forged(surface: str, victim: Attendee) -> Role:
    text = signed_code(Issuer.from_seed(STRANGER_SEED), victim)
    return Role(surface, Symbol(text, "M", 5), None, "refused", "not_signed")


def _of_another_event(surface: str, attendee: Attendee) -> Role:
    text = signed_code(demo_issuer(), attendee, OTHER_SLUG)
    return Role(surface, Symbol(text, "M", 5), None, "refused", "wrong_event")


def _unknown(surface: str, rng: np.random.Generator) -> Role:
    return Role(surface, Symbol(opaque_code(rng), "Q"), None, "refused", "unknown", TILTED)


def _website(surface: str) -> Role:
    return Role(surface, Symbol(NOT_A_TICKET, "M"), None, "refused", "not_a_ticket")
