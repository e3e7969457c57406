"""Who works at a desk, and what each may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff is trusted with."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"


class Act(StrEnum):
    """What not everybody may do."""

    FORCE = "force"
    CATEGORY = "category"
    CANCEL = "cancel"
    REPRINT = "reprint"
    SET_UP = "set_up"
    MORE_BADGES = "more_badges"


_SUPERVISORS_ONLY = frozenset({Act.FORCE, Act.CATEGORY, Act.CANCEL, Act.MORE_BADGES, Act.SET_UP})


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff; `name` is what facts call them, so a short one will do."""

    name: str
    role: Role

    def may(self, act: Act) -> bool:
        """Whether this person may do it."""
        return self.role is Role.SUPERVISOR or act not in _SUPERVISORS_ONLY
