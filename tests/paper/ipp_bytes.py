"""IPP as bytes, written and read apart from the product's own reading and writing."""

import struct
from typing import Any

INTEGER, BOOLEAN, ENUM, COLLECTION, TEXT, NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME = (
    *(0x21, 0x22, 0x23, 0x34, 0x41, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49),
)
_END_COLLECTION, _MEMBER = 0x37, 0x4A


def values(tag: int, name: str, first: Any, *more: Any) -> bytes:
    """An attribute with one or more values."""
    return value(tag, name, first) + b"".join(value(tag, "", one) for one in more)


def value(tag: int, name: str, what: Any) -> bytes:
    """One value; a collection is a list of (tag, name, value)."""
    label = name.encode()
    head = struct.pack(">BH", tag, len(label)) + label
    if tag == COLLECTION:
        inner = b"".join(
            struct.pack(">BHH", _MEMBER, 0, len(key)) + key.encode() + value(kind, "", one)
            for kind, key, one in what
        )
        return head + b"\0\0" + inner + struct.pack(">BHH", _END_COLLECTION, 0, 0)
    if tag in (INTEGER, ENUM):
        raw = struct.pack(">i", what)
    else:
        raw = bytes((what,)) if tag == BOOLEAN else what.encode()
    return head + struct.pack(">H", len(raw)) + raw


def read(data: bytes) -> tuple[dict[int, dict[str, Any]], bytes]:
    """A request's groups by their tag, and the document after them."""
    groups: dict[int, dict[str, Any]] = {}
    at, group, name = 8, 0, ""
    while data[at] != 3:
        if data[at] < 0x10:
            group = data[at]
            at += 1
            continue
        label, what, at = _read_value(data, at)
        name = label or name
        groups.setdefault(group, {}).setdefault(name, []).append(what)
    return groups, data[at + 1 :]


def _read_value(data: bytes, at: int) -> tuple[str, Any, int]:
    tag = data[at]
    (length,) = struct.unpack_from(">H", data, at + 1)
    label = data[at + 3 : at + 3 + length].decode()
    at += 3 + length
    (length,) = struct.unpack_from(">H", data, at)
    raw = data[at + 2 : at + 2 + length]
    at += 2 + length
    if tag == COLLECTION:
        members: dict[str, Any] = {}
        while data[at] != _END_COLLECTION:
            _, key, at = _read_value(data, at)
            _, members[key], at = _read_value(data, at)
        return label, members, at + 5
    if tag in (INTEGER, ENUM):
        return label, struct.unpack(">i", raw)[0], at
    if tag == BOOLEAN:
        return label, raw != b"\0", at
    return label, raw.decode("utf-8", "replace"), at
