"""Whoever is asked for in a way that means nobody else stands first in the list."""

from pathlib import Path

import pytest

from tests.studio.big_roster import fill, judge, opened, questions
from tests.studio.crowd import crowd


@pytest.mark.parametrize(
    ("size", "sample"),
    [(20_000, 200), pytest.param(1_000_000, 2_000, marks=pytest.mark.slow)],
)
def test_twenty_ways_of_asking_find_the_one_who_is_meant(
    tmp_path: Path, size: int, sample: int
) -> None:
    path = tmp_path / "roster.db"
    fill(path, crowd(size))
    roster = opened(path)
    asked = questions(size, sample)
    found = judge(lambda text: [hit.guest.ticket.number for hit in roster.search(text, 12)], asked)
    roster.close()
    assert len(asked) > 10 * sample
    assert found.top_1 >= 0.99, found.missed[:20]
    assert found.top_3 >= 0.999, found.missed[:20]
