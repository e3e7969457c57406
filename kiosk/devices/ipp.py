"""The Internet Printing Protocol, as much of it as printing a badge needs (RFC 8010, 8011).

`exchange` sends a request over HTTP; when no answer comes it says whether the printer can
have seen the request, for that decides whether a badge may be sent again.
"""

import http.client
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from itertools import count
from typing import Final
from urllib.parse import urlsplit

CONTENT_TYPE: Final = "application/ipp"
_OPERATION_GROUP, _JOB_GROUP, _END = 0x01, 0x02, 0x03
_request_numbers = count(1)


class Operation(IntEnum):
    """What is asked of a printer."""

    PRINT_JOB = 0x02
    CANCEL_JOB = 0x08
    GET_JOB_ATTRIBUTES = 0x09
    GET_JOBS = 0x0A
    GET_PRINTER_ATTRIBUTES = 0x0B


class Tag(IntEnum):
    """How a value is written."""

    NO_VALUE = 0x13
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    COLLECTION = 0x34
    END_COLLECTION = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49
    MEMBER = 0x4A


Scalar = int | bool | str | bytes
# A collection's members stand in a tuple, so that a value never changes.
Value = Scalar | tuple["Attribute", ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named list of values, all written with one tag."""

    tag: Tag
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """An operation with its attributes; `document` follows them, as it is."""

    operation: Operation
    uri: str
    attributes: tuple[Attribute, ...] = ()
    job: tuple[Attribute, ...] = ()
    document: bytes = b""


Group = Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Response:
    """A printer's answer: below 0x0100 it agreed. Groups of attributes in their order."""

    status: int
    jobs: tuple[Group, ...] = ()
    printer: Group = field(default_factory=dict)

    @property
    def agreed(self) -> bool:
        """Whether the printer did what it was asked."""
        return self.status < 0x0100


class Loss(Enum):
    """Why there is no answer."""

    UNREACHED = "nothing answers at the address: the printer has seen nothing"
    TURNED_AWAY = "its web server refused the request before any IPP"
    BROKEN = "the line broke: the printer may have seen the request"
    LATE = "it fell silent: it may even act on the request later"


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """An exchange that failed; `why` in technical words, `http` the status of a refusal."""

    loss: Loss
    why: str
    http: int = 0


def exchange(request: Request, timeout: float) -> Response | NoAnswer:
    """Send a request and wait for the answer, `timeout` seconds for each step."""
    address = urlsplit(request.uri)
    assert address.hostname
    connection = http.client.HTTPConnection(address.hostname, address.port or 631, timeout=timeout)
    try:
        connection.connect()
    except OSError as error:
        return NoAnswer(Loss.UNREACHED, str(error))
    try:
        connection.request(
            "POST",
            address.path or "/",
            body=encoded(request),
            headers={"Content-Type": CONTENT_TYPE},
        )
        answer = connection.getresponse()
        data = answer.read()
    except TimeoutError as error:
        return NoAnswer(Loss.LATE, str(error))
    except (OSError, http.client.HTTPException) as error:
        return NoAnswer(Loss.BROKEN, type(error).__name__)
    finally:
        connection.close()
    if answer.status != http.HTTPStatus.OK:
        return NoAnswer(Loss.TURNED_AWAY, f"HTTP {answer.status}", answer.status)
    try:
        return decoded(data)
    except (struct.error, UnicodeError, IndexError) as error:
        return NoAnswer(Loss.BROKEN, f"no IPP: {error}")


def encoded(request: Request) -> bytes:
    """The request as IPP 2.0 bytes."""
    about = (
        Attribute(Tag.CHARSET, "attributes-charset", ("utf-8",)),
        Attribute(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
        Attribute(Tag.URI, "printer-uri", (request.uri,)),
        # One name for all stations: a queue shows the contents of jobs to their owner only.
        Attribute(Tag.NAME, "requesting-user-name", ("kiosk",)),
        *request.attributes,
    )
    parts = [struct.pack(">BBHI", 2, 0, request.operation, next(_request_numbers))]
    parts += [bytes((_OPERATION_GROUP,)), *map(_attribute, about)]
    if request.job:
        parts += [bytes((_JOB_GROUP,)), *map(_attribute, request.job)]
    parts += [bytes((_END,)), request.document]
    return b"".join(parts)


def _attribute(attribute: Attribute) -> bytes:
    named = [attribute.name, *[""] * (len(attribute.values) - 1)]
    return b"".join(
        _value(attribute.tag, name, value)
        for name, value in zip(named, attribute.values, strict=True)
    )


def _value(tag: Tag, name: str, value: Value) -> bytes:
    if isinstance(value, tuple):
        members = b"".join(
            _field(Tag.MEMBER, "", member.name.encode()) + _value(member.tag, "", one)
            for member in value
            for one in member.values
        )
        return _field(tag, name, b"") + members + _field(Tag.END_COLLECTION, "", b"")
    if isinstance(value, bytes):
        return _field(tag, name, value)
    if isinstance(value, str):
        return _field(tag, name, value.encode())
    if isinstance(value, bool):
        return _field(tag, name, bytes((value,)))
    return _field(tag, name, struct.pack(">i", value))


def _field(tag: Tag, name: str, value: bytes) -> bytes:
    label = name.encode()
    return struct.pack(">BH", tag, len(label)) + label + struct.pack(">H", len(value)) + value


def decoded(data: bytes) -> Response:
    """The response in these bytes; struct.error or IndexError where they are no IPP."""
    (status,) = struct.unpack_from(">H", data, 2)
    groups: list[tuple[int, dict[str, tuple[Value, ...]]]] = []
    at, name, depth = 8, "", 0
    while data[at] != _END:
        tag = data[at]
        if tag < 0x10:
            groups.append((tag, {}))
            at += 1
            continue
        label, raw, at = _read_field(data, at)
        depth += (tag == Tag.COLLECTION) - (tag == Tag.END_COLLECTION)
        # What is inside a collection is of no use to a badge.
        if depth or tag == Tag.END_COLLECTION:
            name = label or name
            continue
        name = label or name
        group = groups[-1][1]
        group[name] = (*group.get(name, ()), _read_value(tag, raw))
    jobs = tuple(group for tag, group in groups if tag == 0x02)
    printer = next((group for tag, group in groups if tag == 0x04), {})
    return Response(status, jobs, printer)


def _read_field(data: bytes, at: int) -> tuple[str, bytes, int]:
    (length,) = struct.unpack_from(">H", data, at + 1)
    label = data[at + 3 : at + 3 + length].decode()
    at += 3 + length
    (length,) = struct.unpack_from(">H", data, at)
    # Unlike a slice this fails where the data ends too soon.
    (raw,) = struct.unpack_from(f"{length}s", data, at + 2)
    return label, raw, at + 2 + length


def _read_value(tag: int, raw: bytes) -> Value:
    if tag in (Tag.INTEGER, Tag.ENUM):
        value: int = struct.unpack(">i", raw)[0]
        return value
    if tag == Tag.BOOLEAN:
        return raw != b"\0"
    if 0x40 <= tag <= 0x49:
        return raw.decode("utf-8", "replace")
    return raw
