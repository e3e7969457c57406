"""Finding people in roster.db: a full-text index brings candidates, `kiosk.names` judges them.

Steps from the surest to the vaguest, each bounded; the first that fill the list end the search.
Nothing is counted or sorted over the whole roster, so a common surname costs no more than a
rare one.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from kiosk.names.asking import Asked, asked
from kiosk.names.keys import Sought
from kiosk.names.ranking import Ranking
from kiosk.names.why import Why
from kiosk.store.search_steps import SureSteps, slips

LEAST_CANDIDATES = 60
"""People looked at for an expression, at least: not all that an index brings is a match."""
LEAST_TERMS = 200
"""Index words that one beginning is spelled out to, at least; most are one person's."""
FEW_TERMS = 40
"""Index words that begin alike and are still named one by one beside other words of a query."""
_LAST = "\U0010ffff"
_FIND = """SELECT t.row, t.id, a.name, a.latin_name, a.company, a.title, a.email, a.phone,
    t.number, a.external_id
    FROM word JOIN ticket AS t ON t.row = word.rowid JOIN attendee AS a ON a.id = t.attendee
    WHERE word MATCH ? AND a.name LIKE ? LIMIT ?"""
_TERMS = "SELECT term, doc FROM term WHERE term >= ? AND term < ? LIMIT ?"


def search(connection: Connection, query: str, limit: int) -> tuple[tuple[bytes, Why], ...]:
    """Ids of the tickets that `query` could mean, best first, each with the reason."""
    asking = asked(query)
    return _Search(connection, asking, limit).best() if asking else ()


class _Search:
    """One query on its way through the steps; implements their `Vocabulary`."""

    def __init__(self, connection: Connection, asking: Asked, limit: int) -> None:
        self._run, self._asking, self._limit = connection.exec_driver_sql, asking, limit
        self._candidates = max(LEAST_CANDIDATES, 2 * limit)
        self._terms = max(LEAST_TERMS, self._candidates)
        self._seen: set[int] = set()
        self._ranking: Ranking[bytes] = Ranking(asking)

    def best(self) -> tuple[tuple[bytes, Why], ...]:
        steps = SureSteps(self._asking, self)
        for step in steps:
            for expression in step:
                self._look_at(expression)
            if self._ranking.sure >= self._limit:
                break
        if not self._ranking.sure and (scattered := steps.scattered()):
            self._look_at(scattered)
        if not self._ranking.as_typed:
            for expression, like in slips(self._asking):
                self._look_at(expression, like)
        return self._ranking.best(self._limit)

    def _look_at(self, expression: str, like: str = "%") -> None:
        for row in self._run(_FIND, (expression, like, self._candidates)):
            if row[0] not in self._seen:
                self._seen.add(row[0])
                self._ranking.look_at(Sought(*row[2:]), row[1])

    def beginning(self, start: str) -> Sequence[str]:
        words, people = [], 0
        for word, holders in self._run(_TERMS, (start, start + _LAST, self._terms)):
            words.append(word)
            people += holders
            if people >= self._candidates:
                break
        return words

    def all_beginning(self, start: str) -> Sequence[str] | None:
        found = self._run(_TERMS, (start, start + _LAST, FEW_TERMS + 1)).all()
        return [word for word, _ in found] if len(found) <= FEW_TERMS else None
