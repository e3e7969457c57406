"""What the columns of a list can mean."""

from enum import StrEnum


class Column(StrEnum):
    """What a column of a list means."""

    EXTERNAL_ID = "external_id"
    NUMBER = "number"
    CODE = "code"
    NAME = "name"
    LATIN_NAME = "latin_name"
    COMPANY = "company"
    TITLE = "title"
    CATEGORY = "category"
    PHONE = "phone"
    EMAIL = "email"
    STATUS = "status"
    DAYS = "days"
    LANGUAGE = "language"
    SESSIONS = "sessions"
    INVITATIONS = "invitations"
    VALID_FROM = "valid_from"
    VALID_UNTIL = "valid_until"
    NOTE = "note"
    GROUP = "group"
