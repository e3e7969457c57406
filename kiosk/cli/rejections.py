"""How rows that were left out are told."""

from collections.abc import Iterator
from typing import Any

from kiosk.services.list_rows import Rejected, Warned

SHOWN = 20


def rejected_values(rejected: list[Rejected]) -> list[dict[str, Any]]:
    """Every rejected row, for programs."""
    return [
        {
            "row": r.row,
            "column": r.column,
            "problem": {"zh": r.problem.zh, "en": r.problem.en},
            "remedy": {"zh": r.remedy.zh, "en": r.remedy.en},
            **({"kept": True} if r.kept else {}),
        }
        for r in rejected
    ]


def rejected_lines(rejected: list[Rejected]) -> Iterator[str]:
    """The first rejected rows and how many more there are, for people."""
    for r in rejected[:SHOWN]:
        yield f"    第 {r.row} 行 row, {r.column}: {r.problem.zh}{r.remedy.zh}"
        yield f"      {r.problem.en} {r.remedy.en}"
        if r.kept:
            yield "      这张票保持原样。This ticket stays as it was on the roster."
    if len(rejected) > SHOWN:
        yield f"    … {len(rejected) - SHOWN} 更多 more (--json)"


def warned_values(warnings: list[Warned]) -> list[dict[str, Any]]:
    """Every row that came in with something to look at, for programs."""
    return [
        {
            "row": w.row,
            "column": w.column,
            "problem": {"zh": w.problem.zh, "en": w.problem.en},
            "remedy": {"zh": w.remedy.zh, "en": w.remedy.en},
        }
        for w in warnings
    ]


def warned_lines(warnings: list[Warned]) -> Iterator[str]:
    """The first of them and how many more there are, for people."""
    for w in warnings[:SHOWN]:
        where = f"第 {w.row} 行 row, {w.column}: " if w.row else ""
        yield f"    ! {where}{w.problem.zh}{w.remedy.zh}"
        yield f"      {w.problem.en} {w.remedy.en}"
    if len(warnings) > SHOWN:
        yield f"    ! … {len(warnings) - SHOWN} 更多 more (--json)"
