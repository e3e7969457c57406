"""What the benches found, as Markdown."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

TIMING = ("figure", "p50", "p95", "p99", "max", "n", "aim", "beside")
SINGLE = ("figure", "value", "aim", "beside")


@dataclass(frozen=True, slots=True)
class Sample:
    """Durations in milliseconds."""

    values: tuple[float, ...]

    def at(self, percent: float) -> float:
        """A percentile, in milliseconds."""
        return float(np.percentile(self.values, percent)) if self.values else float("nan")


@dataclass(frozen=True, slots=True)
class Room:
    """One bench: its tables, and what must be known to read them."""

    title: str
    about: str
    headings: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)


def timing(
    what: str, sample: Sample, aim: str = "", beside: tuple[str, Sample] | None = None
) -> Sequence[str]:
    """A row of TIMING; `beside` is a peer's or floor's name and sample."""
    figures = [ms(sample.at(percent)) for percent in (50, 95, 99, 100)]
    ratio = ""
    if beside:
        name, other = beside
        ratio = f"{sample.at(50) / other.at(50):.2f} × {name}"
    return (what, *figures, str(len(sample.values)), aim, ratio)


def ms(value: float) -> str:
    """Milliseconds with as many digits as mean something."""
    return f"{value:.0f} ms" if value >= 100 else f"{value:.3g} ms"


def markdown(rooms: Sequence[Room], inputs: dict[str, str]) -> str:
    """The whole document."""
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench` (`python -m tests.bench`), which measures everything again:",
        "`--quick` takes smaller samples, `--memory-minutes 30` watches the memory for as long,",
        "`--pictures DIR` decodes the pictures in `DIR/pos` (with codes) and `DIR/neg` (without),",
        "`--only BENCH --keep` measures one again and leaves the others as they were.",
        "Peers and floors are measured in the same run, one after the other in turns. On another",
        "machine the milliseconds differ; the ratios should not.",
        "",
        *(f"- {name}: {value}" for name, value in (machine() | inputs).items()),
    ]
    return "\n".join(lines) + "\n" + "".join(map(_section, rooms))


def renewed(text: str, rooms: Sequence[Room]) -> str:
    """The document with these rooms in place of those of the same title, new ones at the end."""
    head, *old = text.split("\n## ")
    sections = {said.split("\n", 1)[0]: f"\n## {said.rstrip()}\n" for said in old}
    sections |= {room.title: _section(room) for room in rooms}
    return head.rstrip() + "\n" + "".join(sections.values())


def _section(room: Room) -> str:
    lines = ["", f"## {room.title}", "", room.about, ""]
    lines.append("| " + " | ".join(room.headings) + " |")
    lines.append("|" + "---|" * len(room.headings))
    lines += ["| " + " | ".join(row) + " |" for row in room.rows]
    return "\n".join(lines) + "\n"


def busy() -> str:
    """How much else the machine did meanwhile: figures of a busy one are upper bounds."""
    return f"Load average at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores."


def machine() -> dict[str, str]:
    """What was measured on; no names."""
    return {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}",
        "system": _system(),
        "Python": platform.python_version(),
    }


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:  # not Linux
        return f"{platform.system()} {platform.release()}"
