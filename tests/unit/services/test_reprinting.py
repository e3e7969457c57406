"""Another badge: counted, agreed to, and the old one no longer good."""

import pytest

from kiosk.domain.attendee import CodeKind
from kiosk.domain.journal import CodesReplaced, JobState
from kiosk.domain.words import Words
from kiosk.services.badge_proof import BadgeProof, prove_badge
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import Fate
from kiosk.services.reprinting import (
    BY_HAND,
    IN_PINYIN,
    NeedsSupervisor,
    NotThere,
    Queued,
    Reprint,
    reprint,
)
from kiosk.services.trouble import Unavailable
from tests.given import code_of, ticket_of
from tests.unit.services.desk import Desk

A1, A2 = ticket_of("A-1").id, ticket_of("A-2").id


def test_beyond_the_free_ones_a_supervisor_must_agree(desk: Desk) -> None:
    desk.admit()
    assert isinstance(reprint(desk.records, Reprint(A1, "torn", free=1)), Queued)
    assert reprint(desk.records, Reprint(A1, "torn", free=1)) == NeedsSupervisor(2)
    agreed = reprint(desk.records, Reprint(A1, "torn", free=1, agreed="Chen"), "Wang")
    assert isinstance(agreed, Queued)
    assert agreed.copy == 3
    last = desk.journal.facts()[-1]
    assert last.by == "Wang"
    (job,) = [j for j in desk.journal.jobs(open_only=True) if j.job == agreed.job]
    assert job.cause == "torn (Chen)"


def test_a_badge_that_never_came_out_does_not_count(desk: Desk) -> None:
    desk.admit()
    desk.printer.sends = [Fate.FAILED]
    desk.printing().work()
    assert desk.states() == [JobState.FAILED]
    assert isinstance(reprint(desk.records, Reprint(A1, "misprint", free=0)), Queued)
    assert reprint(desk.records, Reprint(A1, "misprint", free=0)) == NeedsSupervisor(1)


def test_who_is_not_there_gets_none(desk: Desk) -> None:
    assert reprint(desk.records, Reprint(A1, "torn")) == NotThere()


def test_a_lost_badge_no_longer_counts(desk: Desk) -> None:
    desk.admit()
    words = WordsOfTicket(desk.keys)
    before = words.find(desk.records, A1)
    reprint(desk.records, Reprint(A1, "lost", revokes=True))
    after = words.find(desk.records, A1)
    assert before
    assert after
    assert before.code != after.code
    replaced = [f.what for f in desk.journal.facts() if isinstance(f.what, CodesReplaced)]
    assert replaced == [CodesReplaced(A1, frozenset({CodeKind.BADGE}))]


@pytest.mark.parametrize("dressed", ["{}", " {} ", "{}\n"])
def test_the_fresh_badge_is_proven(desk: Desk, dressed: str) -> None:
    desk.admit()
    code = desk.keys.badge_code(A1, 1)
    text = dressed.format(code.lower())
    assert prove_badge(desk.records, desk.keys, text, A1) is BadgeProof.RIGHT


def test_other_badges_are_told_from_it(desk: Desk) -> None:
    desk.admit()
    old = desk.keys.badge_code(A1, 1)
    reprint(desk.records, Reprint(A1, "lost", revokes=True))
    proofs = {
        text: prove_badge(desk.records, desk.keys, text, A1)
        for text in (
            *(old, desk.keys.badge_code(A1, 2), desk.keys.badge_code(A2, 1)),
            *(code_of("A-2"), "https://example.com"),
        )
    }
    assert list(proofs.values()) == [
        BadgeProof.REPLACED, BadgeProof.RIGHT, BadgeProof.WRONG,
        BadgeProof.NO_BADGE, BadgeProof.NO_BADGE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "name"), [("damaged", "林若静"), (BY_HAND, ""), (IN_PINYIN, "Lin Ruojing")]
)
@pytest.mark.parametrize("agreed", ["", "Chen"])
def test_a_name_that_no_font_draws_is_spelled_or_left_for_a_pen(
    desk: Desk, why: str, name: str, agreed: str
) -> None:
    desk.admit()
    desk.printing().work()
    reprint(desk.records, Reprint(A1, why, agreed=agreed))
    # a printer that did not take it at first changes nothing
    desk.printer.sends = [Unavailable(Words("关", "off"), Words("", ""))]
    printing = desk.printing()
    with pytest.raises(Unavailable):
        printing.work()
    printing.work()
    assert desk.printer.sent[-1].pdf.decode() == name
