"""Two rows of one list that mean one ticket: the first counts, its twin is told."""

from collections.abc import Hashable, Mapping

from kiosk.domain.words import Words
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import ListRow, Rejected, RowReader


class Twins:
    """Remembers what the rows so far have taken: ids, numbers, codes."""

    def __init__(self, reader: RowReader) -> None:
        self._reader = reader
        self._first: dict[Hashable, int] = {}

    def of(self, row: ListRow, taken: Mapping[Hashable, Column]) -> Rejected | None:
        """The rejection of a row that takes what an earlier one has; else it is remembered.

        Args:
            row: a good row.
            taken: what must be nobody else's, and the column where it stands.
        """
        for key, column in taken.items():
            if key in self._first:
                other = self._first[key]
                return Rejected(
                    row.row,
                    self._reader.heading(column),
                    Words(f"与第 {other} 行重复。", f"The same as in row {other}."),
                    Words(
                        "请保留其中一行，或各给一个票号。",
                        "Keep one of the two, or give each its own.",
                    ),
                )
        self._first |= dict.fromkeys(taken, row.row)
        return None


def id_column(row: ListRow) -> Column:
    """Where the row says whose ticket it is."""
    return Column.EXTERNAL_ID if row.values.get(Column.EXTERNAL_ID) else Column.NUMBER
