"""From a query to expressions for the full-text index, the surest first.

Each expression asks for whole index words where it can: what begins with a few letters is
spelled out from the index's own vocabulary, as far as a list of hits needs it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from kiosk.names.asking import Asked
from kiosk.names.keys import INITIALS, LETTERS, LONGEST, MAIL, NUMBER, WHOLE, WORK
from kiosk.names.matching import LEAST_MISTYPED, LONG_WORD, SHORT
from kiosk.names.normalising import is_han
from kiosk.names.typing_errors import one_away

COMPANY_LETTERS, NAME_LETTERS = 6, 4
"""Characters of a long Chinese word by which an index is asked for a company, and for a name
at its end: the rest are in every company's name, and to look for them takes time."""
LONGEST_PART_MISTYPED = 16
"""Letters of the longest word of a name whose slips are tried: 54 index words for each letter."""


class Vocabulary(Protocol):
    """The words that an index holds."""

    def beginning(self, start: str) -> Sequence[str]:
        """Words that begin so, in order, as many as it takes to fill a list of hits."""

    def all_beginning(self, start: str) -> Sequence[str] | None:
        """All words that begin so; None where they are too many to be named."""


class SureSteps:
    """The steps for one query, each of a few expressions, the surest first.

    Args:
        asked: the query.
        words: of the index.
    """

    def __init__(self, asked: Asked, words: Vocabulary) -> None:
        self._asked, self._words = asked, words

    def __iter__(self) -> Iterator[Iterator[str]]:
        asked = self._asked
        yield _some(self._exact())
        yield _some(self._begun())
        yield _some(self._inside())
        yield _some([self._all(map(self._in_name, asked.words))])
        yield _some(self._name_beside())
        yield _some([self._all(map(self._anywhere, asked.words))])

    def scattered(self) -> str:
        """The expression for company and name written without a space between."""
        han = [word for word in self._asked.words if is_han(word)]
        letters = [c for word in han for c in (word[:COMPANY_LETTERS] + word[-NAME_LETTERS:])]
        if len(letters) < 2:
            return ""
        others = [word for word in self._asked.words if not is_han(word)]
        return self._all(map(self._anywhere, dict.fromkeys([*letters, *others])))

    def _exact(self) -> Iterator[str]:
        asked = self._asked
        words = [WHOLE + name for name in (asked.han, *asked.joined) if name]
        marked = ((NUMBER, asked.number), (MAIL, asked.mail))
        yield _any_of([*words, *(mark + said for mark, said in marked if said)])

    def _begun(self) -> Iterator[str]:
        if self._asked.han:
            yield _any_of(self._words.beginning(WHOLE + self._asked.han))
        for spelled in self._asked.joined:
            yield _any_of(self._words.beginning(WHOLE + spelled))
            yield _quoted(INITIALS + spelled)

    def _inside(self) -> Iterator[str]:
        asked, beginning = self._asked, self._words.beginning
        if asked.han:
            yield _any_of(beginning(asked.han))
        for spelled in asked.joined:
            yield _any_of(beginning(spelled))
            yield _any_of(beginning(INITIALS + spelled))
        for mark, said in ((NUMBER, asked.number), (MAIL, asked.mail)):
            if said:
                yield _any_of(beginning(mark + said))

    def _name_beside(self) -> Iterator[str]:
        """A whole name before or after words of the company or title."""
        words = self._asked.words
        for cut in range(1, len(words)):
            for name, others in ((words[cut:], words[:cut]), (words[:cut], words[cut:])):
                whole = WHOLE + "".join(name)[:LONGEST]
                if whole in self._words.beginning(whole)[:1]:
                    yield self._all([_quoted(whole), *map(self._anywhere, others)])

    def _all(self, expressions: Iterable[str]) -> str:
        """All of them; nothing where one of them is nothing."""
        found = list(expressions)
        return f"({' AND '.join(found)})" if all(found) else ""

    def _in_name(self, word: str) -> str:
        if is_han(word):
            return _all_of(map(_quoted, word))
        if len(word) <= SHORT:
            return _either(_any_of([LETTERS + word, INITIALS + word, WHOLE + word]))
        whole = self._begins(WHOLE + word) if len(word) >= LONG_WORD else _quoted(WHOLE + word)
        return _either(self._begins(word), _quoted(INITIALS + word), whole)

    def _anywhere(self, word: str) -> str:
        if is_han(word):
            work = _all_of(_quoted(WORK + letter) for letter in word[:COMPANY_LETTERS])
            return _either(self._in_name(word), work)
        work = self._begins(WORK + word) if len(word) > SHORT else _quoted(WORK + word)
        mail = self._begins(MAIL + word) if len(word) >= LONG_WORD else ""
        return _either(self._in_name(word), work, _quoted(NUMBER + word), mail)

    def _begins(self, start: str) -> str:
        """Words that begin so, by name where they are few: an index reads those as it goes."""
        words = self._words.all_beginning(start)
        return _any_of(words) if words is not None else _quoted(start) + "*"


def slips(asked: Asked) -> Iterator[tuple[str, str]]:
    """Expressions for what may have been meant, each with a LIKE pattern for the name."""
    for spelled in asked.joined:
        if len(spelled) < LEAST_MISTYPED or not spelled.isalpha():
            continue
        words = one_away(spelled)
        yield _any_of(WHOLE + word for word in words), "%"
        if len(spelled) <= LONGEST_PART_MISTYPED:
            yield _any_of(word for word in words if len(word) > LEAST_MISTYPED), "%"
    han = asked.han
    if len(han) >= LEAST_MISTYPED:
        shorter = [han[:place] + han[place + 1 :] for place in range(len(han))]
        yield _any_of(WHOLE + name for name in shorter), "%"
        for place, name in enumerate(shorter):
            yield _all_of(map(_quoted, name)), f"{han[:place]}_{han[place + 1 :]}"
    if asked.sounds:
        yield _any_of(WHOLE + sounds for sounds in asked.sounds), "%"


def _some(expressions: Iterable[str]) -> Iterator[str]:
    return (expression for expression in expressions if expression)


def _quoted(word: str) -> str:
    return f'"{word}"'


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(map(_quoted, words))


def _either(*expressions: str) -> str:
    return f"({' OR '.join(filter(None, expressions))})"


def _all_of(expressions: Iterable[str]) -> str:
    return f"({' AND '.join(expressions)})"
