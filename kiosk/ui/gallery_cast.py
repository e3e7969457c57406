"""The invented people whom the gallery shows; none of them is anybody."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from kiosk.domain.admission import Admission, Admitted, Arrival, Reason
from kiosk.domain.attendee import Attendee, Ticket
from kiosk.domain.event import Event
from kiosk.domain.foreign_code import Foreign
from kiosk.domain.identity import HOUSE
from kiosk.domain.journal import CheckedIn, ClockQuality, Fact, TurnedAway
from kiosk.domain.words import Words
from kiosk.names.why import Why
from kiosk.services.lookup import Found, Visited
from kiosk.services.outcomes import Candidate, Outcome
from kiosk.services.ports import Guest, PrinterLamp, Remedy
from kiosk.services.trouble import Misconfigured, Unavailable

LONG_LATIN = "Wolfeschlegelstein Montgomery-Bergerdorff de la Fontaine III"
FOREIGN_CODES = {
    Foreign.PAYMENT: "wxp://f2f0example",
    Foreign.WECHAT: "https://u.wechat.com/example",
    Foreign.WEBSITE: "https://example.com/menu",
    Foreign.WIFI: "WIFI:S:example;;",
    Foreign.CONTACT: "BEGIN:VCARD",
}
NO_CAMERA = Unavailable(
    Words("找不到摄像头（#0）。", "No camera found (#0)."),
    Words(
        "请检查连接线；仍可用扫码枪或键盘签到。",
        "Check its cable. A scanner or the keyboard still works.",
    ),
)
DISK_FULL = Unavailable(
    Words("磁盘已满，无法保存。", "The disk is full; nothing could be saved."),
    Words(
        "请腾出空间。已保存的签到都还在。", "Free some space. Every check-in saved so far is safe."
    ),
)
NO_LIST = Misconfigured(
    Words("本机还没有名单。", "This station has no list yet."),
    Words("请先导入名单。", "Import one first."),
)
NO_PAPER = PrinterLamp(
    ready=False, words=Words("缺纸，请装纸。", "Out of paper: load paper."), remedy=Remedy.LOAD
)
PRINTER_READY = PrinterLamp(ready=True, words=Words("正常", "ready"))
UYGHUR = "阿卜杜热西提·麦麦提吐尔逊江阿布都拉"
_NOT_ON_LIST = {Reason.NOT_A_TICKET, Reason.NOT_SIGNED, Reason.WRONG_EVENT, Reason.UNKNOWN}


def _id(text: str) -> UUID:
    return uuid5(HOUSE, f"gallery:{text}")


@dataclass(frozen=True)
class Cast:
    """A few guests of `event` at the moment `at`."""

    event: Event
    at: datetime
    job: UUID = field(default_factory=lambda: _id("job"))

    def guest(self, name: str, latin: str, company: str, title: str, place: int = 0) -> Guest:
        """A guest of the event's category number `place`."""
        category = self.event.categories[place % len(self.event.categories)].id
        attendee = Attendee(
            _id(name), name, name, latin, company, title, f"1380000{1000 + len(name) * 7}"
        )
        return Guest(attendee, Ticket(_id(f"ticket {name}"), attendee.id, "CA27-00731", category))

    @property
    def wang(self) -> Guest:
        """An everyday guest."""
        return self.guest("王晓明", "Wang Xiaoming", "山城智行汽车科技有限公司", "产品总监")

    @property
    def long(self) -> Guest:
        """Sixty Latin characters and a company to match."""
        company = "International Federation of Intelligent Mobility Research Institutes"
        return self.guest(LONG_LATIN, "", company, "Senior Vice President, Standards", 2)

    @property
    def uyghur(self) -> Guest:
        """A name of eighteen Han characters with a middle dot."""
        company = "天山新能源汽车产业发展研究院股份有限公司智能网联事业部"
        return self.guest(UYGHUR, "Abdureshit Memettursunjan Abdulla", company, "高级工程师", 3)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Two tickets on one phone."""
        return (Candidate("x", self.wang), Candidate("y", self.uyghur))

    @property
    def earlier(self) -> Arrival:
        """An arrival before this one."""
        at = self.at - timedelta(minutes=42)
        return Arrival(_id("earlier"), at, self.event.day_of(at), "desk-2")

    @property
    def found(self) -> tuple[Found, ...]:
        """What a search for 王 brings."""
        names = (
            ("王伟", "Wang Wei", "江北动力系统有限公司"),
            ("王伟", "Wang Wei", "两江智造研究院"),
            ("王晓明", "Wang Xiaoming", "山城智行汽车科技有限公司"),
            ("王欧阳嘉懿", "Wang Ouyang Jiayi", "嘉陵电池材料股份有限公司重庆分公司"),
        )
        guests = [self.guest(*one, "", place) for place, one in enumerate(names)]
        reasons = (Why.NAME, Why.NAME, Why.INITIALS, Why.LATIN)
        return tuple(
            Found(guest, self.earlier.at if place == 1 else None, why)
            for place, (guest, why) in enumerate(zip(guests, reasons, strict=True))
        )

    @property
    def recent(self) -> tuple[Visited, ...]:
        """The last visits, newest first."""
        day = self.event.day_of(self.at)
        people = (self.wang, self.uyghur, self.long, None, self.found[0].guest)
        visits = []
        for place, guest in enumerate(people):
            at = self.at - timedelta(seconds=25 * place)
            ticket = guest.ticket.id if guest else None
            category = guest.ticket.category if guest else ""
            what: CheckedIn | TurnedAway = TurnedAway(
                Reason.UNPAID if guest else Reason.UNKNOWN, "registration", day, ticket, b""
            )
            if ticket and place != 2:
                what = CheckedIn(ticket, "registration", category, day)
            visits.append(Visited(what, _id(f"fact {place}"), at, guest, place == 4))
        return tuple(visits)

    def guest_for(self, reason: Reason) -> Guest | None:
        """Whom a desk would see with this refusal."""
        return None if reason in _NOT_ON_LIST else self.wang

    def outcome(self, guest: Guest | None, admission: Admission) -> Outcome:
        """The records' answer about a guest; None is somebody whom no list has."""
        category = guest.ticket.category if guest else ""
        if guest is None and isinstance(admission, Admitted):
            category = self.event.categories[0].id  # a signed code says so
        ticket = guest.ticket.id if guest else _id("stranger")
        day = self.event.day_of(self.at)
        what = CheckedIn(ticket, "registration", category, day)
        fact = Fact(_id("fact"), "desk-1", b"", 1, 1, self.at, ClockQuality.GOOD, what)
        return Outcome("x", admission, self.at, fact, guest, ticket, category, self.job)
