"""The front desk's forms, filled in as on a busy morning, for the gallery."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

from kiosk.domain.attendee import Detail
from kiosk.domain.event import Event
from kiosk.domain.identity import HOUSE
from kiosk.domain.journal import (
    AttendeeCorrected,
    CheckedIn,
    ClockQuality,
    Fact,
    HandedOut,
    Happened,
    JobState,
    PrinterOrder,
)
from kiosk.domain.ledger import PrintJob
from kiosk.domain.words import Language, Words
from kiosk.services.findings import Finding, Health
from kiosk.services.import_report import ImportReport
from kiosk.services.list_columns import Column
from kiosk.services.list_preview import ListPreview
from kiosk.services.list_rows import Rejected, Warned
from kiosk.services.ports import PrinterLamp
from kiosk.services.ports.setting_up import YES, Asked, Setting
from kiosk.services.print_desk import BadgesSoFar, QueuedBadge
from kiosk.services.printer_pool import StandLamp
from kiosk.services.reports import Turnout
from kiosk.services.trail import Step, trail
from kiosk.ui.gallery_cast import Cast
from kiosk.ui.screens import guest_forms as forms
from kiosk.ui.screens.care_forms import carry_form, findings_form
from kiosk.ui.screens.desk_keys import keys_form
from kiosk.ui.screens.list_forms import mapping_form, report_form
from kiosk.ui.screens.paper_forms import papers_form
from kiosk.ui.screens.print_forms import badge_form, queue_form, stock_form
from kiosk.ui.screens.setting_forms import settings_form
from kiosk.ui.screens.trail_form import trail_form
from kiosk.ui.widgets.form import Form

_CARD = {
    Detail.NAME: "贾若川",
    Detail.COMPANY: "山城智行传媒有限公司",
    Detail.TITLE: "首席记者",
    Detail.PHONE: "13900001234",
}
_FOUND = (
    Finding("disk", Health.GOOD, Words("剩余 51200 MB", "51,200 MB free")),
    Finding("roster", Health.GOOD, Words("863 张票", "863 tickets")),
    Finding(
        "clock",
        Health.WARN,
        Words("时间可能不对。", "The time may be wrong."),
        Words("请校准电脑时间。", "Set the computer's clock."),
    ),
    Finding(
        "printer",
        Health.BAD,
        Words("打印机没有应答。", "The printer does not answer."),
        Words("请检查电源和网线。", "Check its power and its network cable."),
    ),
)
_ASKED = (
    Asked(Setting.NAME, "desk-1"),
    Asked(Setting.CHECKPOINT, "registration", (("registration", Words("签到处", "Registration")),)),
    Asked(Setting.FACE, "desk", (("desk", Words("服务台", "front desk")),)),
    Asked(Setting.CAMERA, "0", (("0", Words("HD Webcam", "HD Webcam")),)),
    Asked(Setting.MIRROR, YES, is_tick=True),
    Asked(Setting.SOUND, YES, is_tick=True),
)
_NAMES = ("左打印机 left", "右打印机 right")
_LIST = "参会名单 0607.xlsx"


def desk_forms(cast: Cast, language: Language) -> Iterator[tuple[str, Form]]:
    """Each form with its name."""
    event, wang = cast.event, cast.wang
    yield "form-walk-in", forms.walk_in_form(event, _CARD, language)
    yield "form-correction", forms.correction_form(cast.long, language)
    yield "form-ticket", forms.ticket_form(wang, event, language)
    yield "form-hand-out", forms.handout_form(wang, event, {}, language)
    yield "form-group", forms.group_form("嘉陵电池代表团", cast.found)
    yield "form-merge", forms.merge_form(wang)
    yield "form-merge-check", forms.merge_check_form(wang, cast.uyghur)
    yield "form-proxy", forms.proxy_form(wang)
    yield "form-badge", badge_form(wang, BadgesSoFar(2, "damaged"), language)
    yield "form-queue", queue_form(_lamps(), _queue(cast), language)
    yield (
        "form-designs",
        stock_form(_lamps(), ("card", "lanyard"), dict.fromkeys(_NAMES, "lanyard")),
    )
    yield "form-keys", keys_form()
    yield "form-trail", trail_form(wang, _trail(cast), event.zone, language)
    yield "form-papers", papers_form(event, _turnout(event), language, hourly=True)
    yield "form-carry", carry_form()
    yield "form-doctor", findings_form(_FOUND, language)
    yield "form-settings", settings_form(_ASKED, language)
    yield "list-columns", mapping_form(_LIST, _preview())
    yield "list-report", report_form(_LIST, _report(), language)


def _lamps() -> tuple[StandLamp, ...]:
    low = PrinterLamp(
        ready=True, words=Words("就绪；约剩 18 张胸卡纸。", "Ready; about 18 badges left.")
    )
    empty = PrinterLamp(
        ready=False, words=Words("打印机缺纸，请装入胸卡纸。", "Out of badge stock: load more.")
    )
    left, right = _NAMES
    return (
        StandLamp(left, low, 2, PrinterOrder.RUN, 18),
        StandLamp(right, empty, 1, PrinterOrder.DRAIN, None),
    )


def _queue(cast: Cast) -> tuple[QueuedBadge, ...]:
    states = (JobState.UNKNOWN, JobState.SENT, JobState.QUEUED, JobState.QUEUED)
    guests = (cast.long, cast.wang, cast.uyghur, None)
    return tuple(
        QueuedBadge(PrintJob(UUID(int=n), UUID(int=n), state, 1, _NAMES[0], "", "", n), guest)
        for n, (state, guest) in enumerate(zip(states, guests, strict=True))
    )


def _trail(cast: Cast) -> tuple[Step, ...]:
    ticket, desk = cast.wang.ticket, cast.event.checkpoints[0].id
    story: tuple[Happened, ...] = (
        CheckedIn(ticket.id, desk, ticket.category, cast.event.day_of(cast.at)),
        AttendeeCorrected(ticket.id, ((Detail.TITLE, "首席产品官"),)),
        HandedOut(ticket.id, cast.event.handouts[0].id, "17"),
    )
    facts = [
        Fact(
            uuid5(HOUSE, f"gallery:step {place}"),
            "desk-1",
            b"",
            place,
            place,
            cast.at + timedelta(minutes=place),
            ClockQuality.GOOD,
            what,
        )
        for place, what in enumerate(story)
    ]
    return trail(facts, cast.event)


def _turnout(event: Event) -> tuple[Turnout, ...]:
    return tuple(
        Turnout(category.id, 17 * place, 40 * place + 2)
        for place, category in enumerate(event.categories)
    )


def _preview() -> ListPreview:
    return ListPreview(
        1,
        ("嘉宾", "手机号码", "来自", "备注信息", "编码"),
        {1: Column.PHONE},
        {0: Column.NAME},
        (("贾若川", "13900001234", "山城智行传媒有限公司", "坐轮椅", "CAC-00871"),),
        "",
    )


def _report() -> ImportReport:
    unknown = Rejected(
        17,
        "类别",
        Words("没有类别“特邀”。", "There is no category “特邀”."),
        Words("请改为活动中的类别。", "Choose one of the event's."),
    )
    long = Warned(
        204,
        "姓名",
        Words("胸卡放不下全名。", "The badge has no room for the whole name."),
        Words("请看一下预览。", "Look at its preview."),
    )
    return ImportReport(
        read=863,
        added=12,
        changed=31,
        unchanged=818,
        missing=4,
        rejected=[unknown, replace(unknown, row=18)],
        warnings=[long],
    )
