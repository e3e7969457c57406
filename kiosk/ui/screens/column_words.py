"""What a desk calls the columns of a list."""

from PySide6.QtCore import QCoreApplication

from kiosk.services.list_columns import Column


def column_word(column: Column) -> str:
    """One column's meaning, in the language of the screen."""
    translate = QCoreApplication.translate
    words = {
        Column.EXTERNAL_ID: translate("Column", "Organiser's id"),
        Column.NUMBER: translate("Column", "Ticket number"),
        Column.CODE: translate("Column", "QR code's text"),
        Column.NAME: translate("Column", "Name"),
        Column.LATIN_NAME: translate("Column", "Latin name"),
        Column.COMPANY: translate("Column", "Company"),
        Column.TITLE: translate("Column", "Title"),
        Column.CATEGORY: translate("Column", "Category"),
        Column.PHONE: translate("Column", "Phone"),
        Column.EMAIL: translate("Column", "E-mail"),
        Column.STATUS: translate("Column", "Status"),
        Column.DAYS: translate("Column", "Days"),
        Column.LANGUAGE: translate("Column", "Language"),
        Column.SESSIONS: translate("Column", "Sessions"),
        Column.INVITATIONS: translate("Column", "Invitations"),
        Column.VALID_FROM: translate("Column", "Valid from"),
        Column.VALID_UNTIL: translate("Column", "Valid until"),
        Column.NOTE: translate("Column", "Note for staff"),
        Column.GROUP: translate("Column", "Group"),
    }
    return words[column]
