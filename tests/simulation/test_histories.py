"""A thousand histories of everything going wrong, and deliberate bugs that they must find.

A failure names its seed: `KIOSK_SEED=… pytest tests/simulation` begins there.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forked import PROCESSES
from tests.simulation.bugs import BUGS
from tests.simulation.promises import check
from tests.simulation.world import Parts, World

IN_MEMORY = Path("/dev/shm")
STEPS, SAMPLE, FULL = 80, 1000, 20_000
ENOUGH = 400
"""Histories within which every deliberate bug is found."""


def one_history(asked: tuple[int, str]) -> tuple[int, str, int, int]:
    """A seed's history: what did not hold (empty: all did), facts, crashes."""
    seed, bug = asked
    parts = BUGS[bug]() if bug else Parts()
    folder = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
    world = World(seed, folder, parts)
    try:
        world.run(STEPS)
        world.heal()
        check(world)
    except AssertionError as broken:
        return seed, str(broken).splitlines()[0] or "?", len(world.seen.recorded), 0
    except Exception as error:
        if not bug:
            raise
        return seed, f"{type(error).__name__}: {error}", 0, 0
    finally:
        world.close()
        shutil.rmtree(folder)
    return seed, "", len(world.seen.recorded), world.seen.crashes


def histories(first: int, count: int, bug: str = "") -> Iterator[tuple[int, str, int, int]]:
    """So many histories, on all processors."""
    with PROCESSES.Pool(os.cpu_count() or 1) as pool:
        seeds = [(seed, bug) for seed in range(first, first + count)]
        yield from pool.imap_unordered(one_history, seeds, chunksize=4)


@pytest.mark.parametrize("count", [SAMPLE, pytest.param(FULL, marks=pytest.mark.slow)])
def test_whatever_happens_nothing_is_lost_and_all_agree(count: int, fresh_seed: int) -> None:
    facts = crashes = 0
    for seed, broken, recorded, crashed in histories(fresh_seed, count):
        assert not broken, f"seed {seed}: {broken} (KIOSK_SEED={seed} brings it back first)"
        facts += recorded
        crashes += crashed
    assert facts > 10 * count, "too little happened"
    assert crashes > count


@pytest.mark.parametrize("bug", list(BUGS))
def test_a_deliberate_bug_is_found(bug: str) -> None:
    found = [(seed, said) for seed, said in _until_found(bug) if said]
    assert found, f"{ENOUGH} histories do not notice: {bug}"


def _until_found(bug: str) -> Iterator[tuple[int, str]]:
    for seed, broken, _, _ in histories(0, ENOUGH, bug):
        yield seed, broken
        if broken:
            return
