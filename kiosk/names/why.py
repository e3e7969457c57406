"""Why somebody is found, and how surely."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum, auto


class Why(StrEnum):
    """What of a person the query was found in."""

    NAME = "name"
    PINYIN = "pinyin"
    INITIALS = "initials"
    LATIN = "latin"
    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    COMPANY = "company"
    TITLE = "title"
    TYPO = "typo"


class Rank(IntEnum):
    """How surely somebody is meant; the lower, the surer."""

    EXACT = auto()
    EXACT_SPELLED = auto()
    EXACT_TURNED = auto()
    EXACT_RARE = auto()
    BEGINS = auto()
    FEW_INITIALS = auto()
    BEGINS_SPELLED = auto()
    BEGINS_TURNED = auto()
    BEGINS_RARE = auto()
    INITIALS = auto()
    RARE_INITIALS = auto()
    GIVEN = auto()
    INSIDE = auto()
    INSIDE_SPELLED = auto()
    BEGINS_INITIALS = auto()
    BEGINS_NUMBER = auto()
    ALL_IN_NAME = auto()
    BESIDE_WHOLE = auto()
    BESIDE_BEGINNING = auto()
    ELSEWHERE = auto()
    SCATTERED = auto()
    MISTYPED = auto()
    MISTYPED_RARE = auto()
    SOUNDS = auto()
    MISTYPED_PART = auto()


@dataclass(frozen=True, slots=True)
class Match:
    """A person who could be meant; the lowest rank is the surest.

    `loose` counts the words of the query with which the company or title does not begin.
    """

    rank: Rank
    why: Why
    loose: int = 0
