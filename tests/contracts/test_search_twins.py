"""The index brings everybody whom judging each person one by one would find, in the same order."""

from pathlib import Path

import pytest

from kiosk.names.asking import asked
from kiosk.names.keys import Sought
from kiosk.names.ranking import Ranking
from kiosk.store.roster import RosterFile
from tests.studio.big_roster import fill, opened
from tests.studio.crowd import Person, crowd
from tests.studio.twenty_ways import SLIPS, WAYS

SIZE = 300
PEOPLE = tuple(crowd(SIZE, seed=9))


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> RosterFile:
    path: Path = tmp_path_factory.mktemp("twins") / "roster.db"
    fill(path, PEOPLE)
    return opened(path)


def one_by_one(query: str) -> list[tuple[str, str]]:
    ranking: Ranking[Person] = Ranking(asked(query))
    for p in PEOPLE:
        known = (p.name, p.latin_name, p.company, p.title, p.email, p.phone)
        ranking.look_at(Sought(*known, p.number, p.external_id), p)
    return [(person.number, why) for person, why in ranking.best(SIZE)]


@pytest.mark.parametrize("way", [*WAYS, *SLIPS])
def test_index_and_judgement_agree(roster: RosterFile, way: str) -> None:
    for person in PEOPLE[::30]:
        query = (WAYS | SLIPS)[way](person)
        found = [(hit.guest.ticket.number, hit.why) for hit in roster.search(query, SIZE)]
        assert found == one_by_one(query), query


def test_they_agree_at_every_keystroke(roster: RosterFile) -> None:
    for typed in ("wang xiaom", "李明", "muller anna", "澜桥 陈", "CA27-0000012", "19900"):
        for length in range(1, len(typed) + 1):
            query = typed[:length]
            found = [(hit.guest.ticket.number, hit.why) for hit in roster.search(query, SIZE)]
            assert found == one_by_one(query), query
