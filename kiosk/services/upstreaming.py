"""One hub and its platform: people down, facts up. No threads, no sockets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from kiosk.services.import_report import ImportReport
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.upstream import Changes, Outgoing, Sent, Upload, Uploads, Upstream

AT_ONCE: Final = 50
"""Facts taken from the queue together; each is sent alone."""


@dataclass(slots=True)
class Turn:
    """What a turn did; `trouble` is why it ended early."""

    people: ImportReport | None = None
    sent: dict[Sent, int] = field(default_factory=dict)
    trouble: NoAnswer | None = None


class Upstreaming:
    """Sync of one hub with one platform; used by one thread.

    Args:
        upstream: the platform.
        uploads: what waits to be sent.
        external_id: what the platform calls a ticket; empty where it does not know it.
        take: puts people on the hub's list.
    """

    def __init__(
        self,
        upstream: Upstream,
        uploads: Uploads,
        external_id: Callable[[UUID], str],
        take: Callable[[Changes], ImportReport],
    ) -> None:
        self._upstream, self._uploads = upstream, uploads
        self._external_id, self._take = external_id, take

    def once(self, *, whole: bool) -> Turn:
        """Fetch people, then send facts; trouble with one does not keep the other waiting."""
        turn = Turn()
        self._fetch(turn, whole=whole)
        self._send(turn)
        return turn

    def _fetch(self, turn: Turn, *, whole: bool) -> None:
        changes = self._upstream.changes(self._uploads.cursor(), whole=whole)
        if isinstance(changes, NoAnswer):
            turn.trouble = changes
            return
        if changes.rows or changes.whole:
            turn.people = self._take(changes)
        self._uploads.keep_cursor(changes.cursor)

    def _send(self, turn: Turn) -> None:
        self._uploads.fill()
        while waiting := self._uploads.waiting(AT_ONCE):
            for upload in waiting:
                if not self._deliver(upload, turn):
                    return

    def _deliver(self, upload: Upload, turn: Turn) -> bool:
        ticket = upload.fact.what.ticket
        known = self._external_id(ticket) if ticket else ""
        going = Outgoing(upload.fact, known, upload.voided, again=upload.tries > 0)
        self._uploads.trying(upload)
        delivered = self._upstream.send(going)
        if isinstance(delivered, NoAnswer):
            turn.trouble = delivered  # it waits, and so does what is behind it: order matters
            return False
        self._uploads.settle(upload, delivered)
        turn.sent[delivered.state] = turn.sent.get(delivered.state, 0) + 1
        return True
