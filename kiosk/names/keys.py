"""The words under which a person is found, as a search index takes them.

Each kind of word begins with its own mark, so that kinds are looked up and ranked apart:
a name's characters and syllables bare, the whole name =, initials ~, first letters ^, company
and title /, numbers and telephone #, e-mail @.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kiosk.names.normalising import HAN_RUN, WORD, is_han, normalise, plain, spelt_out
from kiosk.names.readings import Syllables, readings
from kiosk.names.surnames import surname_length

WHOLE, INITIALS, LETTERS, WORK, NUMBER, MAIL = "=", "~", "^", "/", "#", "@"
MARKS = WHOLE + INITIALS + LETTERS + WORK + NUMBER + MAIL
"""ASCII marks; an index must take them, and `TEXT_MARKS`, for parts of words."""
TEXT_MARKS = "._-+"
"""What stands inside the e-mail addresses."""
_FIRST_HAN = "\u2e80"
_PLAIN_WORD = re.compile(r"[^\W_]+")
_NOT_PLAIN = re.compile("[^a-z0-9]+")
_NOT_MAIL = re.compile(r"[^\w.@+-]")
LONGEST = 40
"""Characters of a word that are kept; nobody types more of one."""
TAIL = 4
"""Last digits of a telephone, which people at a desk are asked for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of a person and may be searched; empty where not known."""

    name: str
    latin_name: str = ""
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    number: str = ""
    external_id: str = ""


@dataclass(slots=True)
class NameKeys:
    """A name in every spelling by which it is asked for, plain and without spaces.

    Attributes:
        han: the whole name in Chinese characters, dots left out; empty for a Latin name.
        whole: the whole name spelled as it is said.
        turned: the same with surname and given name changed over.
        rare: both in readings that are possible but not likely.
        given: what is left without the surname, in characters and spelled.
        parts: words, syllables and given names, spelled or in characters.
        initials: of the whole name, of surname and given name, of the given name alone.
        rare_initials: the same of readings that are not likely.
    """

    han: str = ""
    whole: set[str] = field(default_factory=set)
    turned: set[str] = field(default_factory=set)
    rare: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    rare_initials: set[str] = field(default_factory=set)


def name_keys(name: str, latin_name: str = "") -> NameKeys:
    """All keys of a person's name and of its Latin form."""
    name = normalise(name)
    keys = NameKeys("".join(HAN_RUN.findall(name)) if is_han(name) else "")
    if keys.han:
        _add_han(name, keys)
    for latin in {latin_name, "" if keys.han else name} - {""}:
        spellings = {plain(normalise(latin)), spelt_out(normalise(latin))}
        for spelled in spellings:
            if "".join(spelled.split()) not in keys.whole:
                _add_latin(spelled, keys)
            if "-" in spelled:
                _add_latin(spelled.replace("-", ""), keys)
    for kind in (keys.whole, keys.turned, keys.rare, keys.parts, keys.given):
        kind.discard("")
    return keys


def _add_han(name: str, keys: NameKeys) -> None:
    han = keys.han[:LONGEST]
    size = 0 if "·" in name else surname_length(han)
    keys.parts.update(han)
    keys.parts.update([han[start:] for start in range(1, len(han))])
    if size:
        keys.given.add(han[size:])
    likeliest, *others = readings(name)
    for sounds in _with_umlaut(likeliest):
        surname, given = "".join(sounds[:size]), "".join(sounds[size:])
        keys.whole.add(surname + given)
        keys.turned.add(given + surname)
        keys.given.add(given)
        keys.parts.update((*sounds, surname, given))
    _add_initials(likeliest, size, keys.initials)
    for sounds in others:
        surname, given = "".join(sounds[:size]), "".join(sounds[size:])
        keys.rare.update((surname + given, given + surname))
        keys.parts.update((*sounds, surname, given))
        _add_initials(sounds, size, keys.rare_initials)
    if "·" in name:
        keys.parts.update(
            "".join(sound) for dotted in name.split("·") for sound in readings(dotted)
        )


def _add_initials(sounds: Syllables, size: int, initials: set[str]) -> None:
    letters = "".join([sound[0] for sound in sounds])
    given = letters[size:]
    if len(letters) > 1:
        initials.update((letters, "".join(sounds[:size]) + given))
    if len(given) > 1:
        initials.add(given)
    if size > 1 and given:
        initials.add(letters[0] + given)


def _with_umlaut(sounds: Syllables) -> tuple[Syllables, ...]:
    """What people type for ü: lv, lu, and lyu as in passports."""
    if not any("v" in sound for sound in sounds):
        return (sounds,)
    return tuple(tuple(s.replace("v", u) for s in sounds) for u in ("v", "u", "yu"))


def _add_latin(spelled: str, keys: NameKeys) -> None:
    words = WORD.findall(spelled.replace("'", "").replace("’", ""))
    if not words:
        return
    *first, last = words
    keys.whole.add("".join(words))
    keys.turned.update((last + "".join(first), "".join(words[1:]) + words[0]))
    keys.given.add("".join(first))
    keys.parts.update(words)
    keys.parts.update(WORD.findall(spelled))
    keys.parts.update("".join(words[start:]) for start in range(1, len(words)))
    letters = "".join(word[0] for word in words)
    if first:
        keys.initials.update((letters, letters[-1] + letters[:-1]))
        keys.initials.update((last + letters[:-1], words[0] + letters[1:]))


def index_text(person: Sought) -> str:
    """Every word of a person, marked and separated by spaces, for a full-text index."""
    keys = name_keys(person.name, person.latin_name)
    words = {part[:LONGEST] for part in keys.parts}
    for kind in (keys.whole, keys.turned, keys.rare):
        words.update([WHOLE + spelled[:LONGEST] for spelled in kind])
    for kind in (keys.initials, keys.rare_initials):
        words.update([INITIALS + letters for letters in kind])
    if keys.han:
        words.add(WHOLE + keys.han[:LONGEST])
    # an index cannot find what begins with a letter or two in good time: too much does
    spoken = [part for part in keys.parts if part < _FIRST_HAN]
    words.update([LETTERS + part[:1] for part in spoken])
    words.update([LETTERS + part[:2] for part in spoken])
    words.update(_work_words(person.company))
    words.update(_work_words(person.title))
    words.update([NUMBER + number for number in number_keys(person)])
    if person.email:
        words.add(MAIL + mail_key(person.email)[:LONGEST])
    return " ".join(words)


@lru_cache(65536)
def _work_words(text: str) -> frozenset[str]:
    """Words of a company or title: Latin ones whole, Chinese characters one by one."""
    return frozenset(WORK + word[:LONGEST] for word in work_words(text))


def work_words(text: str) -> frozenset[str]:
    """The words of a company or title: Latin ones plain, Chinese characters one by one."""
    words: set[str] = set()
    for run in HAN_RUN.split(normalise(text)):
        if is_han(run):
            words.update(run)
        elif run:
            words.update(WORD.findall(plain(run)))
            words.update(WORD.findall(spelt_out(run)))
    return frozenset(words)


def number_keys(person: Sought) -> frozenset[str]:
    """Numbers without punctuation, their digits at the end, and the telephone's last four."""
    phone = person.phone if person.phone.isdecimal() else re.sub(r"\D", "", person.phone)
    keys = {phone, phone[-TAIL:]}
    for number in (person.number, person.external_id):
        digits = number[len(number.rstrip("0123456789")) :]
        keys.update((number_key(number), digits, digits.lstrip("0")))
    if len(phone) > 11:  # with its country code
        keys.add(phone[-11:])
    keys.discard("")
    return frozenset([key[:LONGEST] for key in keys])


def number_key(number: str) -> str:
    """A ticket's or person's number without punctuation: CA27-00001 → ca2700001."""
    if number.isascii():
        return _NOT_PLAIN.sub("", number.lower())
    return "".join(_PLAIN_WORD.findall(plain(normalise(number))))


def mail_key(email: str) -> str:
    """An address as an index word: plain, only what addresses are made of."""
    return _NOT_MAIL.sub("", email.lower() if email.isascii() else plain(normalise(email)))
