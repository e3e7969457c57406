"""What desks changed, told in plain words."""

import pytest

from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.journal import (
    BADGE_ITEM,
    Amending,
    AttendeeCorrected,
    CodesReplaced,
    HandedOut,
    Merged,
    TicketChanged,
    WalkedIn,
)
from kiosk.services.amending_words import amending_words
from tests.given import an_event
from tests.unit.domain.strategies import TICKETS

T = TICKETS[0]


@pytest.mark.parametrize(
    ("what", "zh", "en"),
    [
        (
            AttendeeCorrected(T, ((Detail.NAME, "林若镜"), (Detail.TITLE, ""))),
            "更正 姓名：林若镜、职务：（空）",
            "corrected name: 林若镜, title: (none)",
        ),
        (
            TicketChanged(T, "vip", TicketStatus.BLOCKED, "老板同意"),
            "类别改为贵宾，状态改为已停用 (老板同意)",
            "category is now VIP, status is now blocked (老板同意)",
        ),
        (TicketChanged(T, "gone"), "类别改为gone", "category is now gone"),
        (TicketChanged(T, None, TicketStatus.VALID), "状态改为有效", "status is now valid"),
        (
            WalkedIn(T, "W2", "press", ((Detail.NAME, "贾若川"),)),
            "现场登记，姓名：贾若川",
            "registered on site, name: 贾若川",
        ),
        (
            CodesReplaced(T, frozenset(CodeKind)),
            "作废旧胸卡码、票码",
            "the old badge code and ticket code counts no more",
        ),
        (
            Merged(T, TICKETS[1]),
            "并入同一人的另一张票",
            "merged into the same person's other ticket",
        ),
        (HandedOut(T, "headset", "12"), "领取同传耳机 (12)", "got Headset (12)"),
        (
            HandedOut(T, BADGE_ITEM, "司机老王"),
            "胸卡由他人代领：司机老王",
            "the badge was collected by 司机老王",
        ),
        (HandedOut(T, "old thing"), "领取old thing", "got old thing"),
    ],
)
def test_every_change_has_words(what: Amending | HandedOut, zh: str, en: str) -> None:
    said = amending_words(what, an_event())
    assert (said.zh, said.en) == (zh, en)
