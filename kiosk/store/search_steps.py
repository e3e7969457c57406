"""From a query to expressions for the full-text index, the surest first.

Each expression asks for whole index words where it can: what begins with a few letters is
spelled out from the index's own vocabulary, as far as a list of hits needs it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kiosk.names.asking import Asked
from kiosk.names.keys import INITIALS, LETTERS, LONGEST, MAIL, NUMBER, WHOLE, WORK
from kiosk.names.matching import LEAST_MISTYPED, LONG_WORD, SHORT
from kiosk.names.normalising import is_han
from kiosk.names.typing_errors import one_away

LONGEST_MISTYPED = 30
"""Letters of the longest word whose slips are tried: 54 index words for each letter."""
Vocabulary = Callable[[str], Sequence[str]]
"""Index words that begin so, in order, as many as it takes to fill a list of hits."""


def sure_steps(asked: Asked, beginning: Vocabulary) -> Iterator[Iterator[str]]:
    """Expressions step by step; all of a step's are needed before the next step is."""
    yield _some(_exact(asked))
    yield _some(_begun(asked, beginning))
    yield _some(_inside(asked, beginning))
    yield _some([_all_of(_in_name(word) for word in asked.words)])
    yield _some(_name_beside(asked.words))
    yield _some([_all_of(_anywhere(word) for word in asked.words)])
    if any(len(word) > 1 and is_han(word) for word in asked.words):
        letters = [c for word in asked.words for c in (word if is_han(word) else [word])]
        yield _some([_all_of(_anywhere(letter) for letter in letters)])


def slips(asked: Asked) -> Iterator[tuple[str, str]]:
    """Expressions for what may have been meant, each with a LIKE pattern for the name."""
    for spelled in asked.joined:
        if LEAST_MISTYPED <= len(spelled) <= LONGEST_MISTYPED and spelled.isalpha():
            words = one_away(spelled)
            yield _any_of(WHOLE + word for word in words), "%"
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


def _exact(asked: Asked) -> Iterator[str]:
    words = [WHOLE + name for name in (asked.han, *asked.joined) if name]
    words += [mark + said for mark, said in ((NUMBER, asked.number), (MAIL, asked.mail)) if said]
    yield _any_of(words)


def _begun(asked: Asked, beginning: Vocabulary) -> Iterator[str]:
    if asked.han:
        yield _any_of(beginning(WHOLE + asked.han))
    for spelled in asked.joined:
        yield _any_of(beginning(WHOLE + spelled))
        yield _quoted(INITIALS + spelled)


def _inside(asked: Asked, beginning: Vocabulary) -> Iterator[str]:
    if asked.han:
        yield _any_of(beginning(asked.han))
    for spelled in asked.joined:
        yield _any_of(beginning(spelled))
        yield _any_of(beginning(INITIALS + spelled))
    for mark, said in ((NUMBER, asked.number), (MAIL, asked.mail)):
        if said:
            yield _any_of(beginning(mark + said))


def _name_beside(words: Sequence[str]) -> Iterator[str]:
    """A whole name before or after words of the company or title."""
    for cut in range(1, len(words)):
        for name, others in ((words[cut:], words[:cut]), (words[:cut], words[cut:])):
            whole = _quoted(WHOLE + "".join(name)[:LONGEST])
            yield _all_of([whole, *map(_anywhere, others)])


def _in_name(word: str) -> str:
    if is_han(word):
        return _all_of(map(_quoted, word))
    if len(word) <= SHORT:
        return _either(_quoted(LETTERS + word), _quoted(INITIALS + word), _quoted(WHOLE + word))
    whole = _quoted(WHOLE + word) + ("*" if len(word) >= LONG_WORD else "")
    return _either(_quoted(word) + "*", _quoted(INITIALS + word), whole)


def _anywhere(word: str) -> str:
    if is_han(word):
        return _either(_in_name(word), _all_of(_quoted(WORK + letter) for letter in word))
    work = _quoted(WORK + word) + ("*" if len(word) > SHORT else "")
    mail = _quoted(MAIL + word) + "*" if len(word) >= LONG_WORD else ""
    return _either(_in_name(word), work, _quoted(NUMBER + word), mail)


def _quoted(word: str) -> str:
    return f'"{word}"'


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(map(_quoted, words))


def _either(*expressions: str) -> str:
    return f"({' OR '.join(filter(None, expressions))})"


def _all_of(expressions: Iterable[str]) -> str:
    return f"({' AND '.join(expressions)})"
