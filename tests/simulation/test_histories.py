"""A thousand histories of everything going wrong, and deliberate bugs that they must find.

A failure names its seed: `KIOSK_SEED=… pytest tests/simulation` begins there.
"""

import os
from collections.abc import Iterator
from multiprocessing.pool import Pool

import pytest

from tests.forked import PROCESSES
from tests.simulation.bugs import BUGS
from tests.simulation.history import LONG, SHORT, History, one_history

SAMPLE, FULL = 1000, 20_000
TOGETHER = 16
"""Histories begun at once: a failure is told soon, and its like are not waited for."""
ENOUGH = 400
"""Histories within which every deliberate bug is found."""


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with PROCESSES.Pool(os.cpu_count() or 1) as pool:
        yield pool


def histories(pool: Pool, seeds: range, steps: int, bug: str = "") -> Iterator[History]:
    """So many histories, on all processors."""
    for at in range(0, len(seeds), TOGETHER):
        asked = [(seed, bug, steps) for seed in seeds[at : at + TOGETHER]]
        yield from pool.imap_unordered(one_history, asked, chunksize=2)


@pytest.mark.parametrize(
    ("count", "steps"),
    [(SAMPLE, SHORT), pytest.param(FULL, LONG, marks=pytest.mark.slow)],
    ids=["sample", "full"],
)
def test_whatever_happens_nothing_is_lost_and_all_agree(
    pool: Pool, count: int, steps: int, fresh_seed: int
) -> None:
    facts = crashes = 0
    for seed, broken, recorded, crashed in histories(
        pool, range(fresh_seed, fresh_seed + count), steps
    ):
        assert not broken, f"seed {seed}: {broken} (KIOSK_SEED={seed} brings it back first)"
        facts += recorded
        crashes += crashed
    assert facts > count * steps / 10, "too little happened"
    assert crashes > count


REMEMBERED = [(1827817955, 80)]
"""Seeds that found something once: a hub put back between two pushes of one station."""


@pytest.mark.parametrize(("seed", "steps"), REMEMBERED)
def test_what_was_found_once_stays_found(seed: int, steps: int) -> None:
    assert one_history((seed, "", steps))[1] == ""


@pytest.mark.parametrize("bug", list(BUGS))
def test_a_deliberate_bug_is_found(pool: Pool, bug: str) -> None:
    found = any(broken for _, broken, _, _ in histories(pool, range(ENOUGH), LONG, bug))
    assert found, f"{ENOUGH} histories do not notice: {bug}"
