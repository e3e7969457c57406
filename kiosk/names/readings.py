"""How names are read: every plausible pinyin for search, one spelling for a badge."""

import re
from functools import lru_cache
from itertools import chain

from kiosk.names.normalising import HAN_RUN, WORD, is_han, normalise, plain
from kiosk.names.surnames import SURNAME_READINGS, surname_length

_OF_ONE_CHARACTER = 3
"""Readings kept of a given name's character; what a dictionary lists after them is obsolete."""
MOST_READINGS = 6
"""Readings kept of a whole name: at each character in turn another one, not all mixtures."""

Syllables = tuple[str, ...]


def syllables(name: str) -> Syllables:
    """The pinyin of a name without tones, surname read as a surname; Latin words as they are."""
    return readings(name)[0]


def readings(name: str) -> tuple[Syllables, ...]:
    """All plausible pinyin of a name, the likeliest first, at most `MOST_READINGS`.

    Latin words stand as they are; ü is written v.
    """
    if name.isascii():
        return (tuple(WORD.findall(plain(name))),)
    choices: list[tuple[Syllables, ...]] = []
    for part, is_surname in parts(normalise(name)):
        if is_surname:
            choices.append(_said_of_surname(part))
        elif is_han(part):
            choices += [_of_character(one) for one in part]
        else:
            choices += [((word,),) for word in WORD.findall(plain(part))]
    likeliest = [choice[0] for choice in choices]
    whole = [_flat(likeliest)]
    for place, choice in enumerate(choices):
        before, after = likeliest[:place], likeliest[place + 1 :]
        whole += [_flat([*before, other, *after]) for other in choice[1:]]
    return tuple(whole[:MOST_READINGS])


def _flat(syllables_of_parts: list[Syllables]) -> Syllables:
    return tuple(chain.from_iterable(syllables_of_parts))


def spelling(name: str) -> str:
    """The name by GB/T 28039-2011: Ouyang Wen, Lü Bu, Lin Xi'an; Latin names as they are."""
    name = normalise(name)
    if not is_han(name):
        return name
    words: list[str] = []
    for part, is_surname in parts(name):
        if is_surname:
            words.append("".join(surname_readings(part)[0]))
        elif is_han(part):
            words.append(joined(_in_context(part)))
        else:
            words += part.replace("·", " ").split()
    return " ".join(_written(word) for word in words)


def is_ambiguous(name: str) -> bool:
    """Whether only the bearer can say how the name is spelled: 乐, 单, and names with a dot.

    Names of minorities have their own spelling, which is not pinyin.
    """
    name = normalise(name)
    if not is_han(name):
        return False
    surnames = (part for part, is_surname in parts(name) if is_surname)
    return "·" in name or any(len(surname_readings(part)) > 1 for part in surnames)


def parts(name: str) -> list[tuple[str, bool]]:
    """Surname, given name and whatever is not Han, each with whether it is a surname.

    Names with a dot have no surname.
    """
    if name.isascii():
        return [(name, False)]
    runs = [run for run in HAN_RUN.split(name) if run]
    if "·" in name or not is_han(runs[0] if runs else ""):
        return [(run, False) for run in runs]
    size = surname_length(runs[0])
    surname, given = runs[0][:size], runs[0][size:]
    return [(surname, True), *([(given, False)] if given else []), *((r, False) for r in runs[1:])]


@lru_cache(4096)
def surname_readings(surname: str) -> tuple[Syllables, ...]:
    """How a surname is read, the likeliest first, without tones; ü is written v."""
    known = SURNAME_READINGS.get(surname)
    if known is None:
        return (_flat([_of_character(character)[0] for character in surname]),)
    return tuple(tuple(s.replace("ü", "v") for s in reading) for reading in known)


@lru_cache(4096)
def _said_of_surname(surname: str) -> tuple[Syllables, ...]:
    """Its readings, and after them the everyday ones of who does not know better: 曾 ceng."""
    known = surname_readings(surname)
    everyday = _of_character(surname) if len(surname) == 1 and surname in SURNAME_READINGS else ()
    return tuple(dict.fromkeys([*known, *everyday]))


@lru_cache(65536)
def _of_character(character: str) -> tuple[Syllables, ...]:
    from pypinyin import Style, pinyin  # noqa: PLC0415  a tenth of a second, not at start-up

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    sounds = [sound for sound in found[0] if sound.isascii() and sound.isalpha()] if found else []
    return tuple((sound,) for sound in sounds[:_OF_ONE_CHARACTER]) or ((character,),)


def _in_context(given: str) -> list[str]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  a tenth of a second, not at start-up

    return list(lazy_pinyin(given))


def joined(sounds: list[str]) -> str:
    """Syllables, toned or not, in one word; an apostrophe before one that begins with a vowel."""
    word = sounds[0]
    for sound in sounds[1:]:
        word += f"'{sound}" if plain(sound)[:1] in "aoe" else sound
    return word


def _written(word: str) -> str:
    word = re.sub("(?<=[ln])v", "ü", word)
    return word[:1].upper() + word[1:]
