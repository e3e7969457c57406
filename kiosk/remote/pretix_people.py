"""pretix's orders as rows of a list."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from kiosk.services.list_columns import Column
from kiosk.services.list_rows import ListRow

OURS: Final = "yuelai-"
"""With this begin the secrets of orders that we made ourselves, for walk-ins."""
HEADINGS: Final[dict[Column, str]] = {
    Column.EXTERNAL_ID: "order-position",
    Column.NUMBER: "order-position",
    Column.CODE: "secret",
    Column.NAME: "attendee_name",
    Column.COMPANY: "company",
    Column.CATEGORY: "item",
    Column.EMAIL: "attendee_email",
    Column.STATUS: "status",
    Column.VALID_FROM: "valid_from",
    Column.VALID_UNTIL: "valid_until",
    Column.GROUP: "order",
}


def external_id(order: Mapping[str, Any], position: Mapping[str, Any]) -> str:
    """What we call a position: it stays when its secret changes."""
    return f"{order['code']}-{position['positionid']}"


def rows_of(
    orders: list[dict[str, Any]], categories: Mapping[str, str], first_row: int
) -> Iterator[ListRow]:
    """A row for each position that admits somebody.

    Args:
        orders: as the API gives them, with `include_canceled_positions`.
        categories: the event's category for each product's id; other products admit nobody.
        first_row: number of the first row, for complaints.
    """
    row = first_row
    for order in orders:
        company = (order.get("invoice_address") or {}).get("company") or ""
        who = (order.get("invoice_address") or {}).get("name") or ""
        seats = len(order["positions"])
        for position in order["positions"]:
            category = categories.get(str(position["item"]))
            if category is None or position["secret"].startswith(OURS):
                continue
            called = external_id(order, position)
            values = {
                Column.EXTERNAL_ID: called,
                Column.NUMBER: called,
                Column.CODE: position["secret"],
                Column.NAME: position.get("attendee_name") or who or called,
                Column.COMPANY: position.get("company") or company,
                Column.CATEGORY: category,
                Column.EMAIL: position.get("attendee_email") or "",
                Column.STATUS: _status(order, position),
                Column.VALID_FROM: position.get("valid_from") or "",
                Column.VALID_UNTIL: position.get("valid_until") or "",
                Column.GROUP: order["code"] if seats > 1 else "",
            }
            yield ListRow(row, values)
            row += 1


def _status(order: Mapping[str, Any], position: Mapping[str, Any]) -> str:
    if position.get("canceled") or order["status"] in {"c", "e"}:
        return "cancelled"
    if position.get("blocked"):
        return "blocked"
    if order.get("require_approval"):
        return "blocked"
    if order["status"] == "n" and not order.get("valid_if_pending"):
        return "unpaid"
    return "valid"
