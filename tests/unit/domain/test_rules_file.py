"""rules.csv, line by line: who passes, for people who run a front desk to check and to add to.

A stranger holds a signed ticket that no roster has; times are of June 2027 in Shanghai.
"""

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.domain.admission import Admitted, Arrival, NeedsAnswer, Presented
from kiosk.domain.event import LONGEST_ANSWER, Answer, Direction, Question, QuestionKind
from kiosk.domain.identity import ticket_tag
from kiosk.domain.rules import decide
from kiosk.domain.ticket_code import OpaqueCode, SignedCode
from kiosk.domain.words import Words
from tests.given import CHECKPOINTS, FURTHER, SLUG, a_guest, an_event, claims_for

FILE = Path(__file__).with_name("rules.csv")
with FILE.open(encoding="utf-8", newline="") as file:
    LINES = tuple(csv.DictReader(file))


def moment(text: str) -> datetime:
    """`08 12:00` is the eighth of June 2027, noon in Shanghai."""
    day, _, clock = text.partition(" ")
    hour, _, minute = clock.partition(":")
    return datetime(2027, 6, int(day), int(hour), int(minute), tzinfo=UTC) - timedelta(hours=8)


def answers(text: str) -> dict[str, Answer]:
    pairs = (one.split("=", 1) for one in text.split() if one)
    return {question: {"yes": True, "no": False}.get(said, said) for question, said in pairs}


def presented(line: dict[str, str]) -> Presented:
    event = an_event()
    if line["revoked"]:
        event = replace(event, revoked=frozenset({ticket_tag(SLUG, "stranger")}))
    place = next(c for c in CHECKPOINTS + FURTHER if c.id == line["checkpoint"])
    stranger = line["category"] == "stranger"
    ticket = None if stranger else a_guest("A-1", category=line["category"]).ticket
    if ticket:
        ticket = replace(
            ticket,
            sessions=frozenset(line["sessions"].split()),
            invitations=frozenset(line["invitations"].split()),
            valid_from=moment(line["valid_from"]) if line["valid_from"] else None,
            valid_until=moment(line["valid_until"]) if line["valid_until"] else None,
        )
    arrivals: tuple[Arrival, ...] = ()
    if line["earlier"]:
        at, left = moment(line["earlier"]), moment(line["left"]) if line["left"] else None
        arrivals = (Arrival(UUID(int=1), at, event.day_of(at), "desk-2", left is None, left),)
    return Presented(
        event,
        place,
        moment(line["at"]),
        SignedCode("text", claims_for()) if stranger else OpaqueCode("X"),
        ticket,
        arrivals,
        answers(line["answers"]),
        direction=Direction(line["direction"] or "in"),
        been_at=frozenset(line["been_at"].split()),
        replaced=bool(line["replaced"]),
        inside=int(line["inside"] or 0),
        note=line["note"],
        staffed=line["screen"] != "self",
    )


ASKED = (
    (QuestionKind.YES_NO, (True, False), (None, "yes", "1")),
    (QuestionKind.NOTE, (True,), (False, "yes", None)),
    (QuestionKind.CHOICE, ("1", "2"), ("0", "3", "x", True)),
    (QuestionKind.TEXT, ("no nuts", "x" * LONGEST_ANSWER), ("", "  ", "x" * 201, True)),
    (QuestionKind.DOCUMENT, ("passport:12X4", "id_card:0042"), ("passport:12345", "E1234", True)),
)


@pytest.mark.parametrize(("kind", "good", "bad"), ASKED)
def test_what_is_an_answer(
    kind: QuestionKind, good: tuple[Answer, ...], bad: tuple[Answer | None, ...]
) -> None:
    choices = (Words("一", "one"), Words("二", "two"))
    question = Question("q", Words("问", "?"), frozenset(), kind, choices)
    assert all(question.takes(answer) for answer in good)
    assert not any(question.takes(answer) for answer in bad)


@pytest.mark.parametrize("line", LINES, ids=[line["says"] for line in LINES])
def test_the_file_is_what_the_kiosk_decides(line: dict[str, str]) -> None:
    decided = decide(presented(line))
    match decided:
        case Admitted():
            said = "admitted"
        case NeedsAnswer(questions=questions):
            said = "needs:" + " ".join(q.id for q in questions)
        case _:
            said = decided.reason.value
    assert said == line["expected"]
