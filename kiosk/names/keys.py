"""The words under which a person is found, as a search index takes them.

Each kind of word begins with its own mark, so that kinds are looked up and ranked apart:
a name's characters and syllables bare, the whole name =, initials ~, first letters ^, company
and title /, numbers and telephone #, e-mail @.
"""

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class NameKeys:
    """A name in every spelling by which it is asked for, plain and without spaces.

    Attributes:
        han: the whole name in Chinese characters, dots left out; empty for a Latin name.
        whole: the whole name spelled; surname first and, where that is usual, last.
        parts: words, syllables and given names, spelled or in characters.
        initials: of the whole name, of surname and given name, of the given name alone.
    """

    han: str
    whole: frozenset[str]
    parts: frozenset[str]
    initials: frozenset[str]


def name_keys(name: str, latin_name: str = "") -> NameKeys:
    """All keys of a person's name and of its Latin form."""
    name = normalise(name)
    han = "".join(HAN_RUN.findall(name)) if is_han(name) else ""
    whole: set[str] = set()
    parts: set[str] = set()
    initials: set[str] = set()
    if han:
        size = 0 if "·" in name else surname_length(han)
        parts.update(han)
        parts.update(han[start:] for start in range(1, len(han)))
        for sounds in readings(name):
            _add_spoken(sounds, size, whole, parts, initials)
    if "·" in name:
        for dotted in name.split("·"):
            parts.update("".join(sounds) for sounds in readings(dotted))
    for latin in {latin_name, "" if han else name} - {""}:
        for spelled in {plain(normalise(latin)), spelt_out(normalise(latin))}:
            if "".join(spelled.split()) not in whole:
                _add_latin(spelled, whole, parts, initials)
    return NameKeys(han, _kept(whole), _kept(parts), _kept(initials))


def _kept(words: set[str]) -> frozenset[str]:
    words.discard("")
    return frozenset([word[:LONGEST] for word in words])


def _add_spoken(
    sounds: Syllables, size: int, whole: set[str], parts: set[str], initials: set[str]
) -> None:
    for spoken in _with_umlaut(sounds):
        surname, given = "".join(spoken[:size]), "".join(spoken[size:])
        whole.update((surname + given, given + surname))
        parts.update(spoken)
        parts.update((surname, given))
    letters = "".join(sound[0] for sound in sounds)
    surname, given = "".join(sounds[:size]), letters[size:]
    initials.update((letters, surname + given))
    if len(given) > 1:
        initials.add(given)
    if size > 1 and given:
        initials.add(letters[0] + given)


def _with_umlaut(sounds: Syllables) -> tuple[Syllables, ...]:
    """What people type for ü: lv, lu, and lyu as in passports."""
    if not any("v" in sound for sound in sounds):
        return (sounds,)
    return tuple(tuple(s.replace("v", u) for s in sounds) for u in ("v", "u", "yu"))


def _add_latin(spelled: str, whole: set[str], parts: set[str], initials: set[str]) -> None:
    words = WORD.findall(spelled.replace("'", "").replace("’", ""))
    if not words:
        return
    first, last = words[:-1], words[-1:]
    whole.update(("".join(words), "".join([*last, *first]), "".join([*words[1:], words[0]])))
    parts.update(words)
    parts.update(WORD.findall(spelled))
    parts.update("".join(words[start:]) for start in range(1, len(words)))
    letters = "".join(word[0] for word in words)
    if first:
        initials.update((letters, letters[-1] + letters[:-1]))
        initials.update((words[-1] + letters[:-1], words[0] + letters[1:]))


def index_text(person: Sought) -> str:
    """Every word of a person, marked and separated by spaces, for a full-text index."""
    keys = name_keys(person.name, person.latin_name)
    words = set(keys.parts)
    words.update(WHOLE + whole for whole in keys.whole)
    words.update(INITIALS + letters for letters in keys.initials)
    if keys.han:
        words.add(WHOLE + keys.han[:LONGEST])
    # an index cannot find what begins with a letter or two in good time: too much does
    spoken = [part for part in keys.parts if part < _FIRST_HAN]
    words.update([LETTERS + part[:1] for part in spoken])
    words.update([LETTERS + part[:2] for part in spoken])
    words.update(_work_words(person.company))
    words.update(_work_words(person.title))
    words.update(NUMBER + number for number in number_keys(person))
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
    keys: set[str] = set()
    for number in (person.number, person.external_id):
        compact = number_key(number)
        digits = compact[len(compact.rstrip("0123456789")) :]
        keys.update((compact, digits, digits.lstrip("0")))
    phone = person.phone if person.phone.isdecimal() else re.sub(r"\D", "", person.phone)
    keys.update((phone, phone[-TAIL:]))
    if len(phone) > 11:  # with its country code
        keys.add(phone[-11:])
    return frozenset(key[:LONGEST] for key in keys if key)


def number_key(number: str) -> str:
    """A ticket's or person's number without punctuation: CA27-00001 → ca2700001."""
    return "".join(_PLAIN_WORD.findall(plain(normalise(number))))


def mail_key(email: str) -> str:
    """An address as an index word: plain, only what addresses are made of."""
    return _NOT_MAIL.sub("", plain(normalise(email)))
