"""About 870 invented attendees, the same ones for the same seed."""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

import numpy as np

from tests.studio import name_lists as words
from tests.studio.remarkable import REMARKABLE, Remarkable

CodeKind = Literal["opaque", "url", "signed"]

COUNTS: Final = {
    "delegate": 600,
    "vip": 16,
    "speaker": 72,
    "press": 152,
    "exhibitor": 10,
    "government": 10,
    "staff": 10,
}
STATUSES: Final = {"未付款": 5, "已取消": 4, "已撤销": 3, "已冻结": 2}
_VALID: Final = "有效"
_SOME_DAYS: Final = (
    (date(2027, 6, 9),),
    (date(2027, 6, 10),),
    (date(2027, 6, 9), date(2027, 6, 10)),
    (date(2027, 6, 8),),
)


@dataclass(frozen=True)
class Attendee:
    """One line of the list, before it is written down.

    Attributes:
        external_id: 编号, with its leading zeros.
        number: 票号.
        code: 二维码 as the list holds it; empty while a signed code waits for its issuer.
        code_kind: How the attendee's QR carries the code.
        name: 姓名.
        english: 英文名, may be empty.
        company: 单位.
        title: 职务.
        category: The category's id.
        phone: 手机, may be empty.
        email: 邮箱.
        status: 状态.
        days: 有效日期; none means every day.
        language: "zh" or "en".
    """

    external_id: str
    number: str
    code: str
    code_kind: CodeKind
    name: str
    english: str
    company: str
    title: str
    category: str
    phone: str
    email: str
    status: str = _VALID
    days: tuple[date, ...] = ()
    language: str = "zh"


def invented(rng: np.random.Generator) -> list[Attendee]:
    """Return the whole list in the order of its numbers.

    Args:
        rng: Decides everything but the remarkable people's names.
    """
    people = list(REMARKABLE)
    taken = {person.name for person in people}
    for category, wanted in COUNTS.items():
        missing = wanted - sum(person.category == category for person in REMARKABLE)
        people.extend(_ordinary(category, missing, taken, rng))
    order = rng.permutation(len(people))
    kinds = _kinds(len(people), rng)
    attendees = [
        _registered(people[int(who)], place, kinds[place], rng) for place, who in enumerate(order)
    ]
    return _with_exceptions(attendees, rng)


def opaque_code(rng: np.random.Generator) -> str:
    """Return 26 base32 characters: 16 random bytes, as a ticket platform makes them."""
    return base64.b32encode(rng.bytes(16)).decode("ascii").rstrip("=")


def _ordinary(
    category: str, count: int, taken: set[str], rng: np.random.Generator
) -> Iterator[Remarkable]:
    while count:
        name, english = _latin(rng) if rng.random() < 0.13 else _han(rng)
        if name not in taken:
            taken.add(name)
            count -= 1
            yield Remarkable(name, english, "", category, "")


def _han(rng: np.random.Generator) -> tuple[str, str]:
    pools = (words.SURNAMES, words.TRAP_SURNAMES, words.COMPOUND_SURNAMES)
    pool = pools[int(rng.choice(3, p=(0.91, 0.05, 0.04)))]
    surname, read = pool[int(rng.integers(len(pool)))]
    picks = rng.integers(len(words.GIVEN), size=1 if rng.random() < 0.24 else 2)
    given = [words.GIVEN[int(pick)] for pick in picks]
    english = f"{read} {''.join(sound for _, sound in given).capitalize()}"
    return surname + "".join(han for han, _ in given), english if rng.random() < 0.8 else ""


def _latin(rng: np.random.Generator) -> tuple[str, str]:
    first = words.LATIN_GIVEN[int(rng.integers(len(words.LATIN_GIVEN)))]
    family = words.LATIN_FAMILY[int(rng.integers(len(words.LATIN_FAMILY)))]
    return f"{first} {family}", ""


def _kinds(count: int, rng: np.random.Generator) -> list[CodeKind]:
    urls, signed = round(count * 0.25), round(count * 0.15)
    kinds: list[CodeKind] = []
    kinds.extend("url" for _ in range(urls))
    kinds.extend("signed" for _ in range(signed))
    kinds.extend("opaque" for _ in range(count - len(kinds)))
    return [kinds[int(place)] for place in rng.permutation(count)]


def _registered(
    person: Remarkable, place: int, kind: CodeKind, rng: np.random.Generator
) -> Attendee:
    latin = person.name[0].isascii() or "LATIN" in unicodedata.name(person.name[0])
    serial = place + 1
    return Attendee(
        external_id=f"{serial * 7 + 100:06d}",
        number=f"CA27-{serial:05d}",
        code="" if kind == "signed" else opaque_code(rng),
        code_kind=kind,
        name=person.name,
        english=person.english,
        company=person.company or _company(person.category, latin, rng),
        title=_title(person.category, latin, rng),
        category=person.category,
        phone="" if latin and rng.random() < 0.5 else _phone(rng),
        email=f"{_mailbox(person)}{serial}@example.{'org' if rng.random() < 0.3 else 'com'}",
        language="en" if latin else "zh",
    )


def _company(category: str, latin: bool, rng: np.random.Generator) -> str:
    if category == "government":
        return words.OFFICES[int(rng.integers(len(words.OFFICES)))]
    if category == "press":
        pool = words.FOREIGN_MEDIA if latin else words.MEDIA
        return pool[int(rng.integers(len(pool)))]
    if category == "staff":
        return "中国汽车重庆峰会组委会"
    if latin and rng.random() < 0.6:
        return words.FOREIGN_COMPANIES[int(rng.integers(len(words.FOREIGN_COMPANIES)))]
    brand, spelt = words.BRANDS[int(rng.integers(len(words.BRANDS)))]
    trade, english = words.TRADES[int(rng.integers(len(words.TRADES)))]
    return f"{spelt} {english}" if latin else brand + trade


def _title(category: str, latin: bool, rng: np.random.Generator) -> str:
    if latin:
        pool = ("Correspondent", "Photographer") if category == "press" else words.LATIN_TITLES
        return pool[int(rng.integers(len(pool)))]
    titles = words.TITLES[category]
    return titles[int(rng.integers(len(titles)))]


def _phone(rng: np.random.Generator) -> str:
    """Four zeros in the middle say that nobody answers; last fours may collide, as in life."""
    return f"{rng.choice(['199', '166', '177'])}0000{rng.integers(10000):04d}"


def _mailbox(person: Remarkable) -> str:
    plain = unicodedata.normalize("NFKD", person.english or person.name)
    letters = "".join(char for char in plain.lower() if char.isascii() and char.isalpha())
    return letters[:18] or "guest"


def _with_exceptions(attendees: list[Attendee], rng: np.random.Generator) -> list[Attendee]:
    """Give a few ordinary tickets another status, a few others certain days only."""
    protected = {person.name for person in REMARKABLE}
    free = [
        place
        for place, attendee in enumerate(attendees)
        if attendee.name not in protected
        and attendee.code_kind == "opaque"
        and attendee.category == "delegate"
    ]
    chosen = iter(int(place) for place in rng.permutation(free))
    result = list(attendees)
    for status, count in STATUSES.items():
        for _ in range(count):
            place = next(chosen)
            result[place] = replace(result[place], status=status)
    for turn in range(12):
        place = next(chosen)
        result[place] = replace(result[place], days=_SOME_DAYS[turn % len(_SOME_DAYS)])
    return result
