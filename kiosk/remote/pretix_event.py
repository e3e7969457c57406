"""pretix's event, products and check-in lists as an event file."""

import base64
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from kiosk.domain.pretix_code import pretix_ticket, signed_parts

COLOURS: Final = ("#1F5FA8", "#8A1C3B", "#1E7A5A", "#A9620D", "#5B3A8C", "#2C6E7F", "#7A5C1E")
MADE: Final = "# made from the platform and kept up to date; without this line it is yours"
MAIN: Final = "registration"
"""What the first list for everybody becomes: where a station stands unless it is told."""


def is_made_of_platform(text: str) -> bool:
    """Whether nobody has made the event file their own."""
    return text.startswith(MADE)


def event_of(
    event: Mapping[str, Any],
    items: list[dict[str, Any]],
    lists: list[dict[str, Any]],
    revoked: list[dict[str, Any]],
) -> tuple[str, dict[str, str], dict[str, int]]:
    """An event file's text; the category of each product, the check-in list of each checkpoint."""
    admitting = [item for item in items if item.get("admission")]
    categories = {str(item["id"]): f"item-{item['id']}" for item in admitting}
    lists = sorted(lists, key=lambda one: (not one.get("all_products"), one["id"]))
    names = [MAIN, *(f"list-{one['id']}" for one in lists[1:])]
    places = {name: int(one["id"]) for name, one in zip(names, lists, strict=False)}
    text = [
        MADE,
        "[event]",
        f"slug = {_quoted(_identifier(event['slug']))}",
        *_named(event["name"]),
        f"zone = {_quoted(event.get('timezone') or 'UTC')}",
    ]
    days = _days(event)
    text += [f"days = [{days}]"] if days else []
    keys = [_raw_key(key) for key in (event.get("valid_keys") or {}).get("pretix_sig1", [])]
    text += [f"issuers = [{', '.join(map(_quoted, keys))}]"] if keys else []
    void = [f"sig1:{seed}" for one in revoked if (seed := _seed(one["secret"]))] if keys else []
    text += [f"revoked = [{', '.join(map(_quoted, void))}]"] if void else []
    for at, item in enumerate(admitting):
        text += [
            "[[category]]",
            f"id = {_quoted(categories[str(item['id'])])}",
            f"number = {at + 1}",
            *_named(item["name"]),
            f'colour = "{COLOURS[at % len(COLOURS)]}"',
        ]
    for name, one in zip(names, lists, strict=False):
        policy = "in_out" if one.get("allow_multiple_entries") else "once"
        text += [
            "[[checkpoint]]",
            f'id = "{name}"',
            f"en = {_quoted(one['name'])}",
            f'policy = "{policy}"',
        ]
        only = [categories[str(i)] for i in one["limit_products"] if str(i) in categories]
        if not one.get("all_products") and only:
            text.append(f"categories = [{', '.join(map(_quoted, only))}]")
    return "\n".join(text) + "\n", categories, places


def _seed(secret: str) -> str:
    """By which a signed code is known; empty where it is another kind of code."""
    parts = signed_parts(secret)
    ticket = pretix_ticket(parts.payload) if parts else None
    return ticket.seed if ticket else ""


def _raw_key(pem: str) -> str:
    """The 32 bytes of an Ed25519 key that comes as base64 of a PEM file, as base64."""
    lines = base64.b64decode(pem).decode("ascii").splitlines()
    der = base64.b64decode("".join(line for line in lines if not line.startswith("-----")))
    return base64.b64encode(der[-32:]).decode("ascii")


def _days(event: Mapping[str, Any]) -> str:
    first = date.fromisoformat(event["date_from"][:10])
    last = date.fromisoformat((event.get("date_to") or event["date_from"])[:10])
    if not 0 <= (last - first).days < 60:
        return ""
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return ", ".join(day.isoformat() for day in every)


def _named(said: Mapping[str, str]) -> list[str]:
    zh = next((said[tag] for tag in ("zh-hans", "zh-hant", "zh") if said.get(tag)), "")
    en = said.get("en") or next((text for text in said.values() if text and text != zh), "")
    return [f"{tag} = {_quoted(text)}" for tag, text in (("zh", zh), ("en", en)) if text]


def _identifier(slug: str) -> str:
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in slug.lower())
    return kept.strip("-_")[:40] or "event"


def _quoted(text: str) -> str:
    safe = "".join(c if c.isprintable() else " " for c in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'
