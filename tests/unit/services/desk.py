"""A station with a scripted printer, for tests of the print queue."""

from dataclasses import dataclass, field
from uuid import UUID

from kiosk.domain.journal import JobState
from kiosk.domain.visit import BadgeMoved
from kiosk.domain.words import Words
from kiosk.keys.station import StationKeys
from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.check_in import CheckIn
from kiosk.services.ports import BadgeDrawer, Guest
from kiosk.services.printer_pool import Stand
from kiosk.services.records import Records
from kiosk.services.trouble import Misconfigured, Unavailable
from tests.fake_paper import PaperDrawer, ScriptedPrinter
from tests.fakes import HandClock, Here, MemoryJournal
from tests.given import code_of, ticket_of

S = JobState
A1 = ticket_of("A-1").id
JAM = Unavailable(Words("打印机没有响应", "no answer"), Words("", ""))
NO_PAPER_SIZE = Misconfigured(Words("纸张不符", "wrong paper"), Words("", ""))


@dataclass
class Desk:
    """A station with one guest admitted, its printer, and what was told of the badge."""

    records: Records
    journal: MemoryJournal
    printer: ScriptedPrinter
    check_in: CheckIn
    keys: StationKeys
    told: list[BadgeMoved]
    clock: HandClock
    stands: list[Stand] = field(default_factory=list)

    def printing(self, drawer: BadgeDrawer | None = None) -> BadgePrinting:
        """A printing service such as each start of the program makes."""
        words = WordsOfTicket(self.keys)
        stands = self.stands or [Stand(self.printer, drawer or PaperDrawer())]
        return BadgePrinting(Here(self.records), words, stands, self.clock, self.told.append)

    def states(self) -> list[JobState]:
        return [job.state for job in self.journal.jobs(open_only=False)]

    def moves(self) -> list[JobState]:
        return [moved.to for moved in self.told]

    def admit(self, text: str = code_of("A-1")) -> UUID:
        job = self.check_in.present(text, "registration").job
        assert job is not None
        return job

    def guests(self) -> list[Guest]:
        """Those whose badges were asked for."""
        tickets = [job.ticket for job in self.journal.jobs(open_only=False)]
        return [g for t in tickets if (g := self.records.roster.by_ticket(t)) is not None]
