"""The event of a list that came without one: one checkpoint and the list's own categories."""

import tomllib

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

MOST = 255
"""Signed codes have one byte for the category."""

PALETTE = ("#1F5FA8", "#8A1C3B", "#1E7A5A", "#A9620D", "#5B3A8C", "#2C6E7F", "#7A5C1E", "#4A4F57")
"""Colours of a plain event's categories, in turn; all carry white text at 4.5:1."""


def is_plain(text: str) -> bool:
    """Whether the text was made by `plain_event`, so that a new list may widen it."""
    return bool(tomllib.loads(text).get("event", {}).get("plain", False)) if text else False


def plain_event(categories: tuple[str, ...]) -> str:
    """The text of an event with one registration checkpoint and these category words.

    Raises:
        Misconfigured: more categories than an event can have.
    """
    if len(categories) > MOST:
        raise Misconfigured(
            Words(
                f"名单有 {len(categories)} 种类别，最多 {MOST} 种。",
                f"The list has {len(categories)} categories; {MOST} is the most.",
            ),
            Words(
                "请检查“类别”一列是否填了别的内容。没有任何改动被保存。",
                "See whether the column of categories holds something else. Nothing was changed.",
            ),
        )
    lines = [
        "[event]",
        'slug = "event"',
        'zh = "活动签到"',
        'en = "Event check-in"',
        "plain = true",
    ]
    for place, word in enumerate(categories or ("参会者",)):
        lines += [
            "[[category]]",
            f'id = "c{place + 1}"',
            f"number = {place + 1}",
            f"zh = {_quoted(word)}",
            f'colour = "{PALETTE[place % len(PALETTE)]}"',
        ]
    lines += ["[[checkpoint]]", 'id = "registration"', 'zh = "签到处"', 'en = "Registration"']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    safe = "".join(c if c.isprintable() else " " for c in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'
