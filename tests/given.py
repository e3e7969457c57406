"""The event, the people and the codes that the tests begin with."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.attendee import Attendee, Ticket, TicketStatus
from kiosk.domain.event import (
    BadgePolicy,
    Category,
    Checkpoint,
    EntryPolicy,
    Event,
    Handout,
    Question,
)
from kiosk.domain.identity import attendee_id, event_id, event_tag, ticket_id, ticket_tag
from kiosk.domain.ticket_code import Claims
from kiosk.domain.words import Language, Words
from kiosk.keys.issuing import Issuer
from kiosk.keys.station import StationKeys
from kiosk.services.ports import Guest, RosterEntry

SLUG = "summit"
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2027, 6, 8, 4, tzinfo=UTC)
"""12:00 in Shanghai, on the first of the event's three days."""
DAYS = (date(2027, 6, 8), date(2027, 6, 9), date(2027, 6, 10))
KEYS = StationKeys(b"a station's secret for the tests")

CATEGORIES = (
    Category("delegate", 1, Words("参会代表", "Delegate"), "#1F5FA8", ("代表",)),
    Category("vip", 2, Words("贵宾", "VIP"), "#8A6A1F"),
    Category("press", 3, Words("媒体", "Press"), "#2C6E7F"),
    Category("staff", 4, Words("工作人员", "Staff"), "#4A4F57", badge=BadgePolicy.ON_REQUEST),
)
CHECKPOINTS = (
    Checkpoint("registration", Words("签到处", "Registration")),
    Checkpoint("lunch", Words("午餐", "Lunch"), EntryPolicy.ONCE_A_DAY),
    Checkpoint("hall", Words("主会场", "Main hall"), EntryPolicy.IN_OUT),
    Checkpoint("lounge", Words("贵宾室", "Lounge"), categories=frozenset({"vip"})),
    Checkpoint(
        "morning",
        Words("早场", "Morning"),
        opens=datetime(2027, 6, 8, 1, tzinfo=UTC),
        closes=NOON,
    ),
)
FURTHER = (
    Checkpoint("battery-door", Words("电池论坛", "Batteries"), sessions=frozenset({"battery"})),
    Checkpoint("dinner", Words("晚宴", "Dinner"), invited_only=True),
    Checkpoint("show", Words("车展", "Motor show"), daily=(time(9), time(18))),
    Checkpoint("media", Words("媒体中心", "Media centre"), requires="registration"),
    Checkpoint("room", Words("小会议室", "Small room"), EntryPolicy.IN_OUT, capacity=2),
    Checkpoint("gate", Words("闸口", "Gate"), EntryPolicy.IN_OUT, pause=timedelta(minutes=10)),
    Checkpoint("passport", Words("证件核验", "Passport desk"), documents=True),
)
"""Checkpoints with the rarer rules; the everyday event has them not."""
PHOTO = Question("photo", Words("可以拍照吗？", "May we take your picture?"), frozenset({"press"}))
LUNCH = Question("lunch", Words("用午餐吗？", "Will you have lunch?"), frozenset({"vip"}))
RULES = Question("rules", Words("同意规则？", "Do you accept the rules?"), frozenset({"press"}))


def an_issuer() -> Issuer:
    """The organiser who signs this event's codes."""
    return Issuer.from_seed(b"the organiser's thirty-two bytes")


def an_event(slug: str = SLUG, questions: tuple[Question, ...] = (PHOTO,)) -> Event:
    """Three days in Shanghai, four categories, five checkpoints."""
    return Event(
        id=event_id(slug),
        slug=slug,
        name=Words("峰会", "Summit"),
        venue=Words("会议中心", "Convention Center"),
        zone=SHANGHAI,
        day_boundary=time(4),
        days=DAYS,
        categories=CATEGORIES,
        checkpoints=CHECKPOINTS,
        questions=questions,
        handouts=(Handout("headset", Words("同传耳机", "Headset"), returned=True),),
        code_patterns=(r"^https://tickets\.example\.com/t/(?P<code>[A-Z2-7]{8})$",),
        issuers=(an_issuer().public,),
    )


def a_guest(
    number: str,
    name: str = "林若静",
    category: str = "delegate",
    status: TicketStatus = TicketStatus.VALID,
    days: frozenset[date] = frozenset(),
) -> Guest:
    """A person of the roster whose external id is the ticket's number."""
    ticket = ticket_id(event_id(SLUG), ticket_tag(SLUG, number))
    attendee = Attendee(
        id=attendee_id(ticket),
        external_id=number,
        name=name,
        latin_name="Lin Ruojing" if name == "林若静" else "",
        company="嘉澜电视台",
        title="编辑",
        phone="16600007849",
        email=f"guest{number.casefold()}@example.com",
        language=Language.ZH,
    )
    return Guest(attendee, Ticket(ticket, attendee.id, number, category, status, days))


def an_entry(guest: Guest, code: str) -> RosterEntry:
    """What an import writes for the guest whose QR says `code`."""
    badge = KEYS.badge_code(guest.ticket.id, 1)
    return RosterEntry(guest.attendee, guest.ticket, KEYS.digest(code), KEYS.digest(badge))


def code_of(number: str) -> str:
    """The text in the QR of the guest with this number."""
    return f"CODE-{number}"


def everybody() -> tuple[RosterEntry, ...]:
    """The roster of these tests: A-1 is a delegate in good standing, the others are not plain."""
    guests = (
        a_guest("A-1", "林若静"),
        a_guest("A-2", "欧阳晓", "vip"),
        a_guest("A-3", "王明", "press"),
        a_guest("A-4", "Søren Müller", "staff"),
        a_guest("A-5", "张伟", status=TicketStatus.UNPAID),
        a_guest("A-6", "曾小贤", status=TicketStatus.REVOKED),
        a_guest("A-7", "单田芳", days=frozenset({DAYS[1]})),
    )
    return tuple(an_entry(guest, code_of(guest.ticket.number)) for guest in guests)


def ticket_of(number: str) -> Ticket:
    """The roster's ticket with this number."""
    return next(e.ticket for e in everybody() if e.ticket.number == number)


def claims_for(
    external_id: str = "stranger",
    category: int = 1,
    first: date | None = None,
    last: date | None = None,
    slug: str = SLUG,
) -> Claims:
    """What a signed code says of the person whom the organiser calls `external_id`."""
    return Claims(event_tag(slug), ticket_tag(slug, external_id), category, first, last)


def signed_code(external_id: str = "stranger", category: int = 1, slug: str = SLUG) -> str:
    """A code signed by the event's organiser."""
    return an_issuer().issue(claims_for(external_id, category, slug=slug))
