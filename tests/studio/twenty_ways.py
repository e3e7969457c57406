"""Twenty ways in which somebody at a desk is asked for, worked out without the product's names."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from tests.studio.crowd import Person

_LATIN: Final = str.maketrans("łŁøØđĐþÞßðÐ", "lLoOdDtTsdD")
_TWO_LETTERS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_KANGXI: Final = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)
}
_KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _bare(text: str) -> str:
    """Without diacritics; þ and ß become two letters."""
    text = text.replace("þ", "th").replace("Þ", "Th").replace("ß", "ss").translate(_LATIN)
    marked = unicodedata.normalize("NFD", text)
    return "".join(c for c in marked if not unicodedata.combining(c))


def _sounds(person: Person) -> list[str]:
    """Surname and each further syllable or word, bare and in lower case."""
    return [_bare(read).lower() for _, read in (person.surname, *person.given)]


def _joined(person: Person) -> str:
    surname, *given = _sounds(person)
    parts = [*given, surname] if person.is_latin else [surname, *given]
    return "".join("".join(c for c in part if c.isalpha()) for part in parts)


def _surname_first(person: Person) -> str:
    surname, *given = _sounds(person)
    return f"{surname} {' '.join(given)}"


def _reversed(person: Person) -> str:
    surname, *given = _sounds(person)
    first = " ".join(given) if person.is_latin else "".join(given)
    return f"{first.title()} {surname.title()}"


def _two_letters(person: Person) -> str:
    if not person.is_latin:
        return _joined(person).upper()
    lower = unicodedata.normalize("NFC", person.name.lower())
    return _bare("".join(_TWO_LETTERS.get(c, c) for c in lower))


def _initials(person: Person) -> str:
    return "".join(sound[0] for sound in _sounds(person))


def _surname_and_initials(person: Person) -> str:
    surname, *given = _sounds(person)
    return f"{surname} {''.join(sound[0] for sound in given)}"


def _neighbour(person: Person) -> str:
    """Another key of the same row was hit, at a place that the person decides."""
    text = _joined(person)
    place = 1 + person.serial % (len(text) - 1)
    row = next((keys for keys in _KEYS if text[place] in keys), "az")
    other = row[(row.find(text[place]) + 1) % len(row)]
    return text[:place] + other + text[place + 1 :]


def _changed_over(person: Person) -> str:
    text = _joined(person)
    places = [p for p in range(1, len(text) - 1) if text[p] != text[p + 1]] or [0]
    place = places[person.serial % len(places)]
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _left_out(person: Person) -> str:
    text = _joined(person)
    place = 1 + person.serial % (len(text) - 1)
    return text[:place] + text[place + 1 :]


def _full_width(person: Person) -> str:
    text = _joined(person)
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _other_code_points(person: Person) -> str:
    """Kangxi radicals, spaces and marks that nobody sees, decomposed accents."""
    if person.is_latin:
        return unicodedata.normalize("NFD", person.name).upper()
    radicals = "".join(_KANGXI.get(c, c) for c in person.name)
    return f"{radicals[0]}\u3000{radicals[1:]}\ufe00"


def _half_dotted(person: Person) -> str:
    return "•".join(person.name.split()) if person.is_latin else f"{person.name}\u200b"


WAYS: Final[dict[str, Callable[[Person], str]]] = {
    "name": lambda p: p.name,
    "name without its last letter": lambda p: p.name[:-1],
    "given name": lambda p: "".join(written for written, _ in p.given),
    "spelled": _joined,
    "spelled in words": _surname_first,
    "initials": _initials,
    "surname and initials": _surname_and_initials,
    "given name first": _reversed,
    "ae, oe, ue": _two_letters,
    "company and surname": lambda p: f"{p.company} {p.surname[0]}",
    "title and name": lambda p: f"{p.title} {p.name}",
    "company's beginning and name": lambda p: f"{p.company.split()[0][:4]} {p.name}",
    "end of phone and surname": lambda p: f"{p.phone[-4:]} {p.surname[0]}",
    "phone": lambda p: p.phone,
    "e-mail": lambda p: p.email,
    "number": lambda p: p.number.lower(),
    "end of number": lambda p: str(p.serial),
    "full width": _full_width,
    "other code points": _other_code_points,
    "other dots": _half_dotted,
}
SLIPS: Final[dict[str, Callable[[Person], str]]] = {
    "another letter": _neighbour,
    "changed over": _changed_over,
    "left out": _left_out,
}
"""Ways with one slip; they count where nobody else is as near."""


def exact(person: Person) -> Iterator[tuple[str, str]]:
    """Each way with what is typed; none where the person lacks what it takes."""
    for way, ask in WAYS.items():
        if (way.startswith(("phone", "end of phone")) and not person.phone) or not ask(person):
            continue
        yield way, ask(person)


def same(typed: str) -> str:
    """What two askers have in common who type the same, however they type it."""
    if typed.isascii():
        return "".join(filter(str.isalnum, typed.lower()))
    wide = unicodedata.normalize("NFKC", typed)
    return "".join(c for c in _bare(wide).lower() if c.isalnum())


def near(typed: str) -> set[str]:
    """A word and all that it becomes by leaving out a letter: two that share one are near."""
    return {typed, *(typed[:place] + typed[place + 1 :] for place in range(len(typed)))}
