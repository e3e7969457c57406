"""One station and its hub: facts up, facts down, roster down. No threads, no sockets.

Whatever the network does is a value here (`NoAnswer`); only this station's own disk can raise.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kiosk.services.hub_time import HubTime
from kiosk.services.ports import Clock
from kiosk.services.ports.sync import (
    Feed,
    HubLink,
    NoAnswer,
    Outbox,
    RosterTaking,
    Seen,
    SyncedRoster,
)
from kiosk.services.ports.sync_why import Why
from kiosk.services.sync_words import NOTHING_DONE_WORDS, TOO_OLD_WORDS
from kiosk.wire.facts import PULL_LIMIT, PUSH_LIMIT, FactMessage, Health, Pulled, Pushed, Refusal
from kiosk.wire.hub import Hello, RosterPage
from kiosk.wire.message import OLDEST_PROTOCOL, PROTOCOL

APPLY_AT_ONCE: Final = 200
"""Facts taken in one transaction: a scan waits for at most one of these."""
WORTH_A_FILE: Final = 5000
"""Revisions behind from which on a whole file is quicker than the feed."""
LIGHT, WHOLE = "light.zst", "full.zst"


@dataclass(frozen=True, slots=True)
class Synced:
    """What one turn did; `trouble` is why it ended early, None where all is done."""

    sent: int = 0
    received: int = 0
    roster: int = 0
    behind: int = 0
    trouble: NoAnswer | None = None


@dataclass(frozen=True, slots=True)
class Books:
    """What sync reads and writes on this station."""

    outbox: Outbox
    roster: SyncedRoster
    spool: Path


class Syncing:
    """Sync of one station; used by one thread.

    Args:
        books: this station's.
        link: the hub.
        clock: monotonic seconds and wall time.
        hub_time: learns the hub's time.
        health: how this station is, for the hub.
    """

    def __init__(
        self,
        books: Books,
        link: HubLink,
        clock: Clock,
        hub_time: HubTime,
        health: Callable[[], Health],
    ) -> None:
        self._books, self._outbox, self._link = books, books.outbox, link
        self._clock, self._time, self._health = clock, hub_time, health
        self._size = PUSH_LIMIT
        self.hello: Hello | None = None

    def once(self) -> Synced:
        """Greet, send all, fetch all; ends at the first trouble."""
        hello = self._greet()
        if isinstance(hello, NoAnswer):
            return Synced(trouble=hello)
        sent, trouble = self._send()
        if trouble:
            return Synced(sent=sent, trouble=trouble)
        done = self._fetch()
        done = replace(done, sent=sent)
        return done if done.trouble else self._fetch_roster(done)

    def send(self) -> Synced:
        """Send all that waits: after a check-in there is no need to greet."""
        sent, trouble = self._send()
        return Synced(sent=sent, trouble=trouble)

    def take(self, news: Pulled) -> Synced:
        """Take what the hub sent by itself; fetch what lies between where something does."""
        before = self._outbox.feed()
        if news.generation != before.generation:
            return self.once()
        cursor = self._apply(news)
        done = Synced(received=cursor - before.cursor)
        if cursor < news.head:
            fetched = self._fetch()
            done = replace(fetched, received=done.received + fetched.received)
        if not done.trouble and news.roster_head > self._books.roster.feed().cursor:
            done = self._fetch_roster(done)
        return done

    def _greet(self) -> Hello | NoAnswer:
        asked = self._clock.monotonic()
        hello = self._link.hello(self._seen())
        if isinstance(hello, NoAnswer):
            return hello
        self._time.heard(asked, self._clock.monotonic(), hello.now_ms)
        if not (hello.protocol_oldest <= PROTOCOL and hello.protocol_newest >= OLDEST_PROTOCOL):
            return NoAnswer(Why.TOO_OLD, TOO_OLD_WORDS)
        self.hello = hello
        self._outbox.new_generation(hello.generation)
        return hello

    def _seen(self) -> Seen:
        outbox = self._outbox
        return Seen(outbox.feed(), outbox.promised(), self._books.roster.feed())

    def _send(self) -> tuple[int, NoAnswer | None]:
        sent, first = 0, None
        while facts := self._outbox.waiting(self._size):
            generation = self._outbox.feed().generation
            answer = self._link.push(generation, facts, self._health())
            if isinstance(answer, NoAnswer):
                if not self._smaller(answer, facts):
                    return sent, answer
                continue
            self._acknowledge(generation, answer)
            sent += len(answer.accepted)
            self._size = min(PUSH_LIMIT, self._size * 2)
            if facts[0].id == first:  # nothing was said of it, twice: not now, then
                return sent, NoAnswer(Why.BROKEN, NOTHING_DONE_WORDS)
            first = facts[0].id
        return sent, None

    def _acknowledge(self, generation: str, answer: Pushed) -> None:
        if answer.generation != generation:
            self._outbox.new_generation(answer.generation)  # they count in its new life only
        reached = Feed(answer.generation, answer.head, answer.chain)
        self._outbox.acknowledged(reached, answer.accepted, answer.refused, self._now_ms())

    def _smaller(self, answer: NoAnswer, facts: Sequence[FactMessage]) -> bool:
        """Whether there is sense in trying at once with fewer facts, or without the only one."""
        if answer.why is Why.TIMED_OUT:
            self._size = max(1, self._size // 2)  # next time: the hub has trouble enough
            return False
        if answer.why not in {Why.TOO_LARGE, Why.INVALID}:
            return False
        if len(facts) == 1:
            why = Refusal(id=facts[0].id, why=answer.why.name.lower())
            self._outbox.acknowledged(self._outbox.promised(), (), (why,), self._now_ms())
        self._size = max(1, self._size // 2)
        return True

    def _fetch(self) -> Synced:
        received = 0
        while True:
            feed = self._outbox.feed()
            news = self._link.pull(feed.cursor, PULL_LIMIT)
            if isinstance(news, NoAnswer):
                return Synced(received=received, trouble=news)
            if news.generation != feed.generation:
                self._outbox.new_generation(news.generation)
                continue
            cursor = self._apply(news)
            received += cursor - feed.cursor
            if cursor >= news.head or cursor == feed.cursor:
                return Synced(received=received, behind=max(0, news.head - cursor))

    def _apply(self, news: Pulled) -> int:
        cursor = self._outbox.feed().cursor
        for at in range(0, len(news.facts), APPLY_AT_ONCE):
            part = news.facts[at : at + APPLY_AT_ONCE]
            cursor = self._outbox.received(news.generation, part)
        return cursor

    def _fetch_roster(self, done: Synced) -> Synced:
        roster = self._books.roster
        feed = roster.feed()
        hello = self.hello
        if hello and hello.roster_head - feed.cursor >= WORTH_A_FILE:
            self._begin_with_file()
            feed = roster.feed()
        page = self._link.roster(feed.cursor)
        afresh = not isinstance(page, NoAnswer) and page.generation != feed.generation
        if afresh and feed.cursor:
            page = self._link.roster(0)  # in another life revisions are others
        while not isinstance(page, NoAnswer):
            if page.head == feed.cursor and not afresh:
                return done
            with roster.taking(afresh=afresh) as taking:
                taken, page = self._take_pages(taking, page, whole=afresh)
            done = replace(done, roster=done.roster + taken)
            if isinstance(page, RosterPage):
                if not page.more:
                    return done
                page = self._link.roster(page.guests[-1].rev)
        return replace(done, trouble=page)

    def _take_pages(
        self, taking: RosterTaking, page: RosterPage, *, whole: bool
    ) -> tuple[int, RosterPage | NoAnswer]:
        """Take one page, or all where only the whole counts; the last page, or why there is none.

        One page at a time means short transactions; the whole at once means that nobody is
        turned away because only half of the list has come.
        """
        taken = 0
        while True:
            taking.take(page)
            taken += len(page.guests)
            if not (whole and page.more):
                return taken, page
            following = self._link.roster(page.guests[-1].rev)
            if isinstance(following, NoAnswer):
                taking.give_up()
                return 0, following
            page = following

    def _begin_with_file(self) -> None:
        """Fetch the roster as files: a light one to scan by, then the whole.

        Where one fails the feed brings everybody as well. The light one counts as nothing seen.
        """
        made = self._link.bootstrap()
        if isinstance(made, NoAnswer) or made.schema_version != self._books.roster.schema:
            return
        target = self._books.spool / "roster.new"
        nobody_yet = self._books.roster.feed().cursor == 0
        for name, rev in ((LIGHT, 0), (WHOLE, made.rev)):
            file = next((file for file in made.files if file.name == name), None)
            if file is None or (name == LIGHT and not nobody_yet):
                continue
            if self._link.download(file, target) is None:
                self._books.roster.replace(target, made.generation, rev)

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
