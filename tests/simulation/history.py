"""One history from its seed to what is left of it; processes begin with this loaded."""

import shutil
import tempfile
from pathlib import Path

from tests.simulation.bugs import BUGS
from tests.simulation.promises import check
from tests.simulation.world import Parts, World

History = tuple[int, str, int, int]
"""A seed, what did not hold (empty: all did), facts and crashes."""
IN_MEMORY = Path("/dev/shm")
SHORT, LONG = 50, 140
"""Steps: a thousand histories cannot be long, and some bugs need long ones."""


def one_history(asked: tuple[int, str, int]) -> History:
    """A seed's history: with one of `BUGS` or none, of so many steps."""
    seed, bug, steps = asked
    parts = BUGS[bug]() if bug else Parts()
    folder = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
    world = World(seed, folder, parts)
    try:
        world.run(steps)
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
