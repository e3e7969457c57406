"""Plots as SVG, drawn on the server: sharp on a phone and on a wall, without a line of script."""

import html
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.services.board import Slot

WIDTH, HEIGHT, LEFT, BOTTOM = 720, 220, 44, 24


def arrivals_plot(slots: Sequence[Slot], expected: int, zone: ZoneInfo, label: str) -> str:
    """Bars of arrivals for each quarter of an hour, a line of all so far, and who is expected."""
    tallest = max((slot.came for slot in slots), default=0) or 1
    most = max(expected, slots[-1].all_told if slots else 0) or 1
    across, down = WIDTH - LEFT - 8, HEIGHT - BOTTOM - 8
    step = across / max(len(slots), 1)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{_safe(label)}" class="plot">',
        f'<line x1="{LEFT}" y1="{8 + down}" x2="{WIDTH - 8}" y2="{8 + down}" class="axis"/>',
    ]
    line = []
    for at, slot in enumerate(slots):
        x, tall = LEFT + at * step, down * slot.came / tallest
        parts.append(
            f'<rect x="{x + step * 0.1:.1f}" y="{8 + down - tall:.1f}" '
            f'width="{step * 0.8:.1f}" height="{tall:.1f}" class="bar">'
            f"<title>{_clock(slot.begins, zone)} {slot.came}</title></rect>"
        )
        line.append(f"{x + step:.1f},{8 + down * (1 - slot.all_told / most):.1f}")
    if line:
        parts.append(f'<polyline points="{LEFT},{8 + down} {" ".join(line)}" class="total"/>')
    if expected:
        y = 8 + down * (1 - expected / most)
        parts.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - 8}" y2="{y:.1f}" class="hope"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 10:.1f}" class="tick end">{expected}</text>')
    parts.append(f'<text x="{LEFT - 6}" y="{8 + down}" class="tick end">0</text>')
    every = max(1, len(slots) // 6)
    parts += [
        f'<text x="{LEFT + at * step:.1f}" y="{HEIGHT - 6}" class="tick">'
        f"{_clock(slots[at].begins, zone)}</text>"
        for at in range(0, len(slots), every)
    ]
    parts.append("</svg>")
    return "".join(parts)


def share_bar(came: int, expected: int, colour: str, label: str) -> str:
    """A bar of who came, of who is expected."""
    whole = max(came, expected, 1)
    wide = 100 * came / whole
    return (
        f'<svg viewBox="0 0 100 6" preserveAspectRatio="none" role="img" class="share" '
        f'aria-label="{_safe(label)}"><rect width="100" height="6" class="rest"/>'
        f'<rect width="{wide:.2f}" height="6" fill="{_safe(colour)}"/></svg>'
    )


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _safe(text: str) -> str:
    return html.escape(text)
