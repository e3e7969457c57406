"""The order of people found."""

from typing import Generic, TypeVar

from kiosk.names.asking import Asked
from kiosk.names.keys import Sought
from kiosk.names.matching import match
from kiosk.names.why import Match, Rank, Why

T = TypeVar("T")
FEW = 3
"""Initials that no more people have than this say more than a beginning, which many have; so
do initials that are a beginning as well, as in Sun Zhenhuan for "sunzh"."""


class Ranking(Generic[T]):
    """Collects people who could be meant, and gives back the best of them."""

    def __init__(self, query: Asked) -> None:
        self._query = query
        self._found: list[tuple[Match, Sought, T]] = []
        self.sure = 0
        """How many were found word by word."""
        self.as_typed = 0
        """How many were found by what was typed, not by what it may have been meant to be."""

    def look_at(self, person: Sought, who: T) -> None:
        """Keep `who` if the query means this person."""
        if found := match(self._query, person):
            self._found.append((found, person, who))
            self.sure += found.rank < Rank.SCATTERED
            self.as_typed += found.rank < Rank.MISTYPED

    def best(self, limit: int) -> tuple[tuple[T, Why], ...]:
        """The surest first, then by name and company.

        Scattered characters count only where no words are found, slips only where nothing is.
        """
        initials = sum(found.rank is Rank.INITIALS for found, _, _ in self._found)

        def order(one: tuple[Match, Sought, T]) -> tuple[Rank, int, str, str, str]:
            found, person, _ = one
            few = found.rank is Rank.INITIALS and initials <= FEW
            rank = Rank.FEW_INITIALS if few else found.rank
            return rank, found.loose, person.name, person.company, person.number

        below = Rank.SCATTERED if self.sure else Rank.MISTYPED if self.as_typed else len(Rank) + 1
        kept = [one for one in self._found if one[0].rank < below]
        return tuple((who, found.why) for found, _, who in sorted(kept, key=order)[:limit])
