"""Why a hub gave no answer; apart from the messages, which need pydantic."""

from enum import Enum, auto


class Why(Enum):
    """Why a hub gave no answer that can be used."""

    UNREACHABLE = auto()
    TIMED_OUT = auto()
    BUSY = auto()
    TOO_LARGE = auto()
    BROKEN = auto()
    REVOKED = auto()
    NOT_ALLOWED = auto()
    TOO_OLD = auto()
    STRANGER = auto()
    INVALID = auto()
