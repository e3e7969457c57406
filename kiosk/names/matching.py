"""Whether a person is meant by a query, how surely, and why.

This is the one place that decides: an index only brings people to be looked at.
"""

from collections.abc import Iterable

from kiosk.names.asking import Asked
from kiosk.names.keys import NameKeys, Sought, mail_key, name_keys, number_keys, work_words
from kiosk.names.normalising import HAN_RUN, is_han, normalise, plain
from kiosk.names.typing_errors import one_apart
from kiosk.names.why import Match, Rank, Why

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
    found = _exact(query, person, keys) or _begun(query, person, keys)
    return found or _by_words(query, person, keys) or _mistyped(query, keys)


def _exact(query: Asked, person: Sought, keys: NameKeys) -> Match | None:
    """The query is just the name, its spelling, a number or an address."""
    if query.han and query.han == keys.han:
        return Match(Rank.EXACT, Why.NAME)
    if rank := _level(query.joined, keys, _EXACT, exactly=True):
        return Match(rank, _spelled(person, query.joined))
    if query.number and query.number in number_keys(person):
        return Match(Rank.EXACT_SPELLED, _number(query.number, person))
    if query.mail and query.mail == mail_key(person.email):
        return Match(Rank.EXACT_SPELLED, Why.EMAIL)
    return None


def _begun(query: Asked, person: Sought, keys: NameKeys) -> Match | None:  # noqa: C901, PLR0911  one return a rank
    """The query is a piece of the name or number, typed as far as it goes."""
    han, joined = query.han, query.joined
    if han and keys.han.startswith(han):
        return Match(Rank.BEGINS, Why.NAME)
    begun = _level(joined, keys, _BEGINS, exactly=False)
    if begun and any(letters in keys.initials for letters in joined):
        return Match(Rank.FEW_INITIALS, Why.INITIALS)
    if begun:
        return Match(begun, _spelled(person, joined))
    for rank, known in ((Rank.INITIALS, keys.initials), (Rank.RARE_INITIALS, keys.rare_initials)):
        if any(letters in known for letters in joined):
            return Match(rank, Why.INITIALS)
    if han and han in keys.given:
        return Match(Rank.GIVEN, Why.NAME)
    if any(spelled in keys.given for spelled in joined):
        return Match(Rank.GIVEN, _spelled(person, joined))
    if han and han in keys.han:
        return Match(Rank.INSIDE, Why.NAME)
    if _begins(keys.parts, joined):
        return Match(Rank.INSIDE_SPELLED, _spelled(person, joined))
    if _begins(keys.initials, joined) or _begins(keys.rare_initials, joined):
        return Match(Rank.BEGINS_INITIALS, Why.INITIALS)
    if query.number and _begins(number_keys(person), (query.number,)):
        return Match(Rank.BEGINS_NUMBER, _number(query.number, person))
    if query.mail and mail_key(person.email).startswith(query.mail):
        return Match(Rank.BEGINS_NUMBER, Why.EMAIL)
    return None


_EXACT = (Rank.EXACT_SPELLED, Rank.EXACT_TURNED, Rank.EXACT_RARE)
_BEGINS = (Rank.BEGINS_SPELLED, Rank.BEGINS_TURNED, Rank.BEGINS_RARE)


def _level(
    joined: tuple[str, ...], keys: NameKeys, ranks: tuple[Rank, ...], *, exactly: bool
) -> Rank | None:
    """How usual the spelling of the whole name is that was typed, or typed so far."""
    for rank, known in zip(ranks, (keys.whole, keys.turned, keys.rare), strict=True):
        if any(spelled in known for spelled in joined) if exactly else _begins(known, joined):
            return rank
    return None


def _by_words(query: Asked, person: Sought, keys: NameKeys) -> Match | None:
    """Every word of the query found somewhere; the one farthest from the name says why."""
    in_name = [_in_name(word, keys) for word in query.words]
    if all(in_name):
        why = Why.NAME if any(map(is_han, query.words)) else _spelled(person, query.words)
        return Match(Rank.ALL_IN_NAME, why)
    scattered, reasons = False, set[Why]()
    for word, named in zip(query.words, in_name, strict=True):
        reason = None if named else _elsewhere(word, person)
        if reason is None and not named and is_han(word):
            scattered, reason = True, _scattered(word, person, keys)
        if reason is None and not named:
            return None
        reasons.update([reason] if reason else [])
    why = next(reason for reason in _FARTHEST if reason in reasons)
    if scattered:
        return Match(Rank.SCATTERED, why)
    of_name, loose = "", 0
    for word, named in zip(query.words, in_name, strict=True):
        of_name += word if named else ""
        loose += not named and not _begins_work(word, person)
    return Match(_beside(of_name, keys), why, loose)


def _begins_work(word: str, person: Sought) -> bool:
    return any(plain(normalise(text)).startswith(word) for text in (person.company, person.title))


_FARTHEST = (Why.TITLE, Why.COMPANY, Why.EMAIL, Why.PHONE, Why.NUMBER)


def _beside(named: str, keys: NameKeys) -> Rank:
    """How much of the name stands beside the other words of a query."""
    whole = (keys.han, *keys.whole, *keys.turned)
    if named and named in whole:
        return Rank.BESIDE_WHOLE
    return Rank.BESIDE_BEGINNING if named and _begins(whole, (named,)) else Rank.ELSEWHERE


def _in_name(word: str, keys: NameKeys) -> bool:
    if is_han(word):
        return all(character in keys.han for character in word)
    if _begins(keys.parts, (word,)) or word in keys.initials or word in keys.rare_initials:
        return True
    wholes = (keys.whole, keys.turned, keys.rare)
    long = len(word) >= LONG_WORD
    return any(word in known or (long and _begins(known, (word,))) for known in wholes)


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
    if len(han) >= LEAST_MISTYPED and one_apart(han, keys.han):
        return Match(Rank.MISTYPED, Why.TYPO)
    if any(sounds in keys.whole for sounds in query.sounds):
        return Match(Rank.SOUNDS, Why.TYPO)
    typed = [w for w in query.joined if len(w) >= LEAST_MISTYPED and w.isalpha()]
    parts = [part for part in keys.parts if len(part) > LEAST_MISTYPED]
    for rank, known in (
        (Rank.MISTYPED, keys.whole | keys.turned),
        (Rank.MISTYPED_RARE, keys.rare),
        (Rank.MISTYPED_PART, parts),
    ):
        if any(one_apart(word, meant) for word in typed for meant in known):
            return Match(rank, Why.TYPO)
    return None


def _begins(known: Iterable[str], starts: tuple[str, ...]) -> bool:
    return any(key.startswith(starts) for key in known) if starts else False


def _spelled(person: Sought, typed: tuple[str, ...]) -> Why:
    """Whether it was the name's own pinyin or the Latin form that its bearer gave."""
    if not is_han(person.name):
        return Why.LATIN
    own = name_keys(person.name)
    known = own.whole | own.turned | own.rare | own.parts
    return Why.PINYIN if _begins(known, typed) else Why.LATIN


def _number(said: str, person: Sought) -> Why:
    without = Sought("", number=person.number, external_id=person.external_id)
    return Why.NUMBER if _begins(number_keys(without), (said,)) else Why.PHONE
