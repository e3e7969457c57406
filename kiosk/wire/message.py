"""The shape that all messages share."""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, StringConstraints

PROTOCOL: Final = 1
"""The version of the protocol that this program speaks best."""
OLDEST_PROTOCOL: Final = 1
"""The oldest one that it still speaks."""


class Message(BaseModel):
    """Frozen, and blind to what a newer version has added."""

    model_config = ConfigDict(frozen=True, extra="ignore")


NO_NUL: Final = r"^[^\x00]*$"
"""PostgreSQL's texts hold any character but this one."""
Short = Annotated[str, StringConstraints(max_length=200, pattern=NO_NUL)]
Hex = Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{2})*$", max_length=128)]
