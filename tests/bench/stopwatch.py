"""Measuring alternatives in turns, so that a noisy machine is unfair to nobody."""

import gc
import time
from collections.abc import Callable

from tests.bench.report import Sample


def in_turns(times: int, *works: Callable[[int], object]) -> list[Sample]:
    """Do each work `times` times, alternating; it is handed its turn's number.

    Returns:
        One sample for each work, in milliseconds.
    """
    taken: list[list[float]] = [[] for _ in works]
    gc.collect()
    for turn in range(times):
        for work, into in zip(works, taken, strict=True):
            before = time.perf_counter()
            work(turn)
            into.append((time.perf_counter() - before) * 1000)
    return [Sample(tuple(one)) for one in taken]
