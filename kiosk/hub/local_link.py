"""The hub as its own process sees it: the same protocol without a wire between."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.hub.facts import Batch, HubJournal
from kiosk.hub.roster import HubRoster
from kiosk.services.ports import Clock
from kiosk.services.ports.sync import NoAnswer, Seen
from kiosk.services.ports.sync_why import Why
from kiosk.wire.facts import FactMessage, Health, Pulled, Pushed
from kiosk.wire.hub import ROSTER_LIMIT, Bootstrap, BootstrapFile, Hello, RosterPage, Scope
from kiosk.wire.message import OLDEST_PROTOCOL, PROTOCOL

_NOT_HERE = NoAnswer(Why.NOT_ALLOWED, Words("本机就是中心。", "This is the hub itself."))


class LocalLink:
    """Implements `HubLink` for the copy that a hub keeps of its own facts and roster."""

    def __init__(self, journal: HubJournal, roster: HubRoster, clock: Clock, name: str) -> None:
        self._journal, self._roster = journal, roster
        self._clock, self._name = clock, name

    def hello(self, seen: Seen) -> Hello | NoAnswer:
        head = self._journal.greeted(seen)
        return Hello(
            protocol_oldest=OLDEST_PROTOCOL,
            protocol_newest=PROTOCOL,
            roster_schema=1,
            generation=head.generation,
            head=head.last,
            roster_head=self._roster.head(),
            scope=Scope.ADMIN,
            now_ms=self._now_ms(),
        )

    def push(
        self,
        generation: str,  # noqa: ARG002  of the protocol
        facts: Sequence[FactMessage],
        health: Health,  # noqa: ARG002  the same
    ) -> Pushed | NoAnswer:
        (taken,), head = self._journal.push([Batch(self._name, Scope.ADMIN, facts)])
        return Pushed(
            generation=head.generation,
            accepted=taken.accepted,
            refused=taken.refused,
            head=head.last,
            now_ms=self._now_ms(),
            chain=head.chain,
        )

    def pull(self, after: int, limit: int) -> Pulled | NoAnswer:
        return self._journal.pull(after, limit)

    def roster(self, after: int) -> RosterPage | NoAnswer:
        return self._roster.page(after, ROSTER_LIMIT)

    def bootstrap(self) -> Bootstrap | NoAnswer:
        return _NOT_HERE

    def download(
        self,
        file: BootstrapFile,  # noqa: ARG002  of the protocol
        into: Path,  # noqa: ARG002  the same
    ) -> NoAnswer | None:
        return _NOT_HERE

    def live(self) -> Iterator[Pulled]:
        return iter(())

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
