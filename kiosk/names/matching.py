"""Whether a person is meant by a query, how surely, and why.

This is the one place that decides: an index only brings people to be looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from kiosk.names.asking import Asked
from kiosk.names.keys import NameKeys, Sought, mail_key, name_keys, number_keys, work_words
from kiosk.names.normalising import HAN_RUN, is_han, normalise
from kiosk.names.typing_errors import one_apart

T = TypeVar("T")


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


@dataclass(frozen=True, slots=True)
class Match:
    """A person who could be meant; the lowest rank is the surest."""

    rank: int
    why: Why


(EXACT, EXACT_SPELLED, BEGINS, BEGINS_SPELLED, EXACT_INITIALS, INSIDE, INSIDE_SPELLED,
 BEGINS_INITIALS, BEGINS_NUMBER, ALL_IN_NAME, ELSEWHERE, SCATTERED, MISTYPED, SOUNDS) = range(14)  # fmt: skip
SHORT = 2
"""Letters up to which a word of a company must be typed whole."""
LONG_WORD = 6
"""Letters from which on, beside other words, the beginning of a whole name or address will do;
so much begins with fewer that an index would take long."""
LEAST_MISTYPED = 3
"""Letters of the shortest word in which a slip is forgiven; in shorter ones all are alike."""


def match(query: Asked, person: Sought) -> Match | None:
    """The surest way in which `query` means `person`; None where it does not."""
    if not query:
        return None
    keys = name_keys(person.name, person.latin_name)
    whole = _whole(query, person, keys)
    return whole or _by_words(query, person, keys) or _mistyped(query, keys)


class Ranking(Generic[T]):
    """Collects people who could be meant, and gives back the best of them."""

    def __init__(self, query: Asked) -> None:
        self._query = query
        self._found: list[tuple[Match, Sought, T]] = []
        self.sure = 0
        """How many were found by what was typed, not by what it may have been meant to be."""

    def look_at(self, person: Sought, who: T) -> None:
        """Keep `who` if the query means this person."""
        if found := match(self._query, person):
            self._found.append((found, person, who))
            self.sure += found.rank < MISTYPED

    def best(self, limit: int) -> tuple[tuple[T, Why], ...]:
        """The surest first, then by name and company; slips only where nothing else is found."""
        kept = [one for one in self._found if not self.sure or one[0].rank < MISTYPED]
        kept.sort(key=lambda one: (one[0].rank, one[1].name, one[1].company, one[1].number))
        return tuple((who, found.why) for found, _, who in kept[:limit])


def _whole(query: Asked, person: Sought, keys: NameKeys) -> Match | None:
    """The query as one piece: a name, its spelling, its initials, a number, an address."""
    han, joined = query.han, query.joined
    if han and han == keys.han:
        return Match(EXACT, Why.NAME)
    if any(spelled in keys.whole for spelled in joined):
        return Match(EXACT_SPELLED, _spelled(person, joined, whole=True))
    numbers = number_keys(person) if query.number else frozenset()
    if query.number and query.number in numbers:
        return Match(EXACT_SPELLED, _number(query.number, person))
    mail = mail_key(person.email)
    if query.mail and query.mail == mail:
        return Match(EXACT_SPELLED, Why.EMAIL)
    if han and keys.han.startswith(han):
        return Match(BEGINS, Why.NAME)
    if _begins(keys.whole, joined):
        return Match(BEGINS_SPELLED, _spelled(person, joined, whole=True))
    if any(letters in keys.initials for letters in joined):
        return Match(EXACT_INITIALS, Why.INITIALS)
    if han and han in keys.han:
        return Match(INSIDE, Why.NAME)
    if _begins(keys.parts, joined):
        return Match(INSIDE_SPELLED, _spelled(person, joined, whole=False))
    if _begins(keys.initials, joined):
        return Match(BEGINS_INITIALS, Why.INITIALS)
    if query.number and _begins(numbers, (query.number,)):
        return Match(BEGINS_NUMBER, _number(query.number, person))
    if query.mail and mail.startswith(query.mail):
        return Match(BEGINS_NUMBER, Why.EMAIL)
    return None


def _by_words(query: Asked, person: Sought, keys: NameKeys) -> Match | None:
    """Every word of the query found somewhere; the one farthest from the name says why."""
    in_name = [_in_name(word, keys) for word in query.words]
    if all(in_name):
        why = Why.NAME if any(map(is_han, query.words)) else _spelled(person, (), whole=False)
        return Match(ALL_IN_NAME, why)
    rank, reasons = ELSEWHERE, set[Why]()
    for word, named in zip(query.words, in_name, strict=True):
        if named:
            continue
        reason = _elsewhere(word, person)
        if reason is None and is_han(word):
            rank, reason = SCATTERED, _scattered(word, person, keys)
        if reason is None:
            return None
        reasons.add(reason)
    return Match(rank, next(reason for reason in _FARTHEST if reason in reasons))


_FARTHEST = (Why.TITLE, Why.COMPANY, Why.EMAIL, Why.PHONE, Why.NUMBER)


def _in_name(word: str, keys: NameKeys) -> bool:
    if is_han(word):
        return all(character in keys.han for character in word)
    if _begins(keys.parts, (word,)) or word in keys.whole or word in keys.initials:
        return True
    return len(word) >= LONG_WORD and _begins(keys.whole, (word,))


def _elsewhere(word: str, person: Sought) -> Why | None:
    for text, why in ((person.company, Why.COMPANY), (person.title, Why.TITLE)):
        if is_han(word):
            if word in "".join(HAN_RUN.findall(normalise(text))):
                return why
        elif word in (known := work_words(text)) or (len(word) > SHORT and _begins(known, (word,))):
            return why
    if is_han(word):
        return None
    if word in number_keys(person):
        return _number(word, person)
    mailed = len(word) >= LONG_WORD and mail_key(person.email).startswith(word)
    return Why.EMAIL if mailed else None


def _scattered(word: str, person: Sought, keys: NameKeys) -> Why | None:
    """Company and name written without a space between: each character is somewhere."""
    rest = {character for character in word if character not in keys.han}
    if rest <= set(normalise(person.company)):
        return Why.COMPANY
    return Why.TITLE if rest <= set(normalise(person.company + person.title)) else None


def _mistyped(query: Asked, keys: NameKeys) -> Match | None:
    han = query.han
    if (len(han) >= LEAST_MISTYPED or han[::-1] == keys.han) and one_apart(han, keys.han):
        return Match(MISTYPED, Why.TYPO)
    if any(sounds in keys.whole for sounds in query.sounds):
        return Match(SOUNDS, Why.TYPO)
    for spelled in query.joined:
        if len(spelled) < LEAST_MISTYPED or not spelled.isalpha():
            continue
        if any(one_apart(spelled, known) for known in keys.whole):
            return Match(MISTYPED, Why.TYPO)
        if any(one_apart(spelled, known) for known in keys.parts if len(known) > LEAST_MISTYPED):
            return Match(SOUNDS, Why.TYPO)
    return None


def _begins(known: Iterable[str], starts: tuple[str, ...]) -> bool:
    return any(key.startswith(starts) for key in known) if starts else False


def _spelled(person: Sought, joined: tuple[str, ...], *, whole: bool) -> Why:
    """Whether it was the name's own pinyin or the Latin form that its bearer gave."""
    if not is_han(person.name):
        return Why.LATIN
    own = name_keys(person.name)
    mine = _begins(own.whole if whole else own.parts, joined)
    return Why.PINYIN if mine or not joined else Why.LATIN


def _number(said: str, person: Sought) -> Why:
    without = Sought("", number=person.number, external_id=person.external_id)
    return Why.NUMBER if _begins(number_keys(without), (said,)) else Why.PHONE
