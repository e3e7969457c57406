"""A roster.db with the crowd on it, filled past the import, and how well people are found in it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.event import Event
from kiosk.store.roster import RosterFile
from tests.given import an_event
from tests.studio.crowd import Person, crowd
from tests.studio.twenty_ways import SLIPS, exact, near, same


def fill(path: Path, people: Iterable[Person]) -> None:
    """Write the rows; the index is made when the file is opened next."""
    RosterFile(path, _event).close()
    with closing(sqlite3.connect(path)) as raw:
        for person in people:
            key = person.serial.to_bytes(16, "big")
            raw.execute(
                "INSERT INTO attendee (id, external_id, name, latin_name, company, title, phone, "
                "email, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')",
                (
                    key,
                    person.external_id,
                    person.name,
                    person.latin_name,
                    person.company,
                    person.title,
                    person.phone,
                    person.email,
                ),
            )
            raw.execute(
                "INSERT INTO ticket (id, attendee, number, category, status, days) "
                "VALUES (?, ?, ?, 'delegate', 'valid', '')",
                (key, key, person.number),
            )
        raw.execute("DELETE FROM note WHERE key = 'search'")
        raw.commit()


def opened(path: Path) -> RosterFile:
    """The roster in the file."""
    return RosterFile(path, _event)


def _event(_: str) -> Event:
    return an_event()


@dataclass
class Accuracy:
    """How often the one who was asked for stood first, or among the first three."""

    asked: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    third: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str, str, list[str]]] = field(default_factory=list)

    @property
    def top_1(self) -> float:
        """Share of all queries, 0 to 1."""
        return self.first.total() / self.asked.total()

    @property
    def top_3(self) -> float:
        """Share of all queries, 0 to 1."""
        return self.third.total() / self.asked.total()


def questions(size: int, sample: int, seed: int = 1) -> list[tuple[str, str, Person]]:
    """Way, words and person, wherever nobody else in the crowd is asked for with these words."""
    step = size // sample
    chosen = [person for person in crowd(size, seed) if person.serial % step == 0]
    wanted: Counter[str] = Counter()
    nearby: dict[str, set[int]] = {}
    for person in chosen:
        wanted.update({same(typed): 0 for _, typed in exact(person)})
        for ask in SLIPS.values():
            wanted[same(ask(person))] = 0
            nearby.update({word: set() for word in near(same(ask(person)))})
    for person in crowd(size, seed):
        wanted.update(_keys(person) & wanted.keys())
        for word in _near_keys(person) & nearby.keys():
            nearby[word].add(person.serial)
    asked = [
        (way, typed, person)
        for person in chosen
        for way, typed in exact(person)
        if wanted[same(typed)] == 1
    ]
    for person in chosen:
        for way, ask in SLIPS.items():
            typed = same(ask(person))
            alone = all(nearby[word] <= {person.serial} for word in near(typed))
            if alone and typed.isascii() and not wanted[typed]:
                asked.append((way, typed, person))
    return asked


def _keys(person: Person) -> set[str]:
    surname, *given = (same(read) for _, read in (person.surname, *person.given))
    numbers = (str(person.serial), person.external_id.lstrip("R0"), person.phone[-4:])
    keys = {same(typed) for _, typed in exact(person)} | set(numbers)
    keys.add("".join(sound[0] for sound in (*given, surname)))
    return keys | {f"{number}{same(person.surname[0])}" for number in numbers}


def _near_keys(person: Person) -> set[str]:
    ways = dict(exact(person))
    spelled = {same(ways[way]) for way in ("spelled", "given name first", "ae, oe, ue")}
    spelled.add(same(ways["spelled in words"]))
    return set().union(*map(near, spelled))


def judge(search: Callable[[str], list[str]], asked: Iterable[tuple[str, str, Person]]) -> Accuracy:
    """Ask all questions; `search` gives ticket numbers, best first."""
    result = Accuracy()
    for way, typed, person in asked:
        hits = search(typed)
        result.asked[way] += 1
        result.first[way] += hits[:1] == [person.number]
        result.third[way] += person.number in hits[:3]
        if hits[:1] != [person.number]:
            result.missed.append((way, typed, person.name, hits[:3]))
    return result
