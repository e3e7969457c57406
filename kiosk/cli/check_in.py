"""Commands at the door: check-in and undo."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import typer

from kiosk.cli.exit_codes import DONE, NEEDS_ANSWER, REFUSED
from kiosk.cli.output import Data, Json, answer, typed
from kiosk.cli.people import person
from kiosk.composition.station import Station, opened
from kiosk.domain.admission import Admitted, NeedsAnswer, Reason, Refused
from kiosk.domain.event import LONGEST_ANSWER, Answer, Direction, Question, QuestionKind
from kiosk.domain.foreign_code import foreign_code
from kiosk.domain.journal import CheckedOut
from kiosk.domain.rules import RULE_QUESTIONS
from kiosk.domain.rules import explain as explained
from kiosk.domain.words import Words
from kiosk.services.outcomes import CannotForce, Outcome, Undone
from kiosk.services.trouble import Misconfigured
from kiosk.services.weighing import Terms


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("check-in")(check_in)
    app.command("check-in-group")(check_in_group)
    app.command()(undo)


def check_in(
    code: Annotated[str, typer.Argument(help="The text in the QR.")],
    data: Data,
    *,
    checkpoint: Annotated[str | None, typer.Option(help="Checkpoint id.")] = None,
    at: Annotated[str | None, typer.Option(help="ISO 8601 moment, recorded as by hand.")] = None,
    answers: Annotated[
        list[str] | None, typer.Option("--answer", help="QUESTION=yes or QUESTION=no.")
    ] = None,
    out: Annotated[bool, typer.Option("--out", help="The guest leaves.")] = False,
    force: Annotated[str, typer.Option(help="Why to let in against the rules.")] = "",
    by: Annotated[str, typer.Option(help="Who forces it; needed with --force.")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Print every rule's word.")] = False,
    as_json: Json = False,
) -> None:
    """Check a ticket in: exit 0 admitted, 1 refused, 3 needs an answer."""
    if bool(force) != bool(by):
        raise typer.BadParameter("--force WHY --by NAME: 两者都要 both are needed")
    with opened(data) as station:
        terms = Terms(Direction.OUT if out else station.settings.station.direction)
        desk = replace(station.check_in, terms=terms)
        place = typed(checkpoint or station.settings.station.checkpoint)
        if force:
            forced = desk.force(code, place, typed(force), typed(by))
            if isinstance(forced, CannotForce):
                raise typer.BadParameter(
                    f"--force: {forced.reason.value}, 没有票 no ticket to admit"
                )
            outcome = forced
        else:
            outcome = desk.present(
                code,
                place,
                dict(_answer(station, typed(text)) for text in answers or []),
                _moment(station, typed(at)) if at is not None else None,
            )
    values, status = _told(outcome)
    if explain:
        values["rules"] = _trace(outcome)
    answer(values, as_json=as_json, text=_sentence(values))
    raise typer.Exit(status)


def check_in_group(
    group: Annotated[str, typer.Argument(help="The delegation's name on the list (团组).")],
    data: Data,
    checkpoint: Annotated[str | None, typer.Option(help="Checkpoint id.")] = None,
    as_json: Json = False,
) -> None:
    """Check a delegation in at once, each by the rules: exit 0 all admitted, 1 not all."""
    with opened(data) as station:
        place = typed(checkpoint or station.settings.station.checkpoint)
        outcomes = station.check_in.present_group(typed(group), place)
    if not outcomes:
        raise Misconfigured(
            Words(f"名单中没有团组“{group}”。", f"The list has no group “{group}”."),
            Words("请核对名单的“团组”一列。", "See the list's column of groups."),
        )
    told = [_told(outcome)[0] for outcome in outcomes]
    admitted = sum(isinstance(outcome.admission, Admitted) for outcome in outcomes)
    answer(told, as_json=as_json, text="\n".join(_sentence(values) for values in told))
    raise typer.Exit(DONE if admitted == len(outcomes) else REFUSED)


def undo(
    fact: Annotated[UUID, typer.Argument(help="The fact that check-in printed.")],
    data: Data,
    reason: Annotated[str, typer.Option(help="Why; kept in the journal.")],
    as_json: Json = False,
) -> None:
    """Void a check-in; the journal keeps both."""
    with opened(data) as station:
        done = station.check_in.undo(fact, typed(reason))
    if isinstance(done, Undone):
        values = {"outcome": "undone", "fact": str(done.fact.id)}
        answer(values, as_json=as_json, text="已撤销。Undone.")
        return
    text = "没有这次签到，或已撤销过。No such check-in, or it was undone before."
    answer({"outcome": "nothing_to_undo", "fact": None}, as_json=as_json, text=text)
    raise typer.Exit(REFUSED)


def _trace(outcome: Outcome) -> list[dict[str, str | None]]:
    """Every rule in its order; null where it had no objection."""
    assert outcome.presented is not None, "every decision saw something"
    trace: list[dict[str, str | None]] = []
    for rule, objection in explained(outcome.presented):
        said = None
        if isinstance(objection, Refused):
            said = objection.reason.value
        elif objection:
            said = "needs " + ", ".join(q.id for q in objection.questions)
        trace.append({"rule": rule, "objection": said})
    return trace


def _told(outcome: Outcome) -> tuple[dict[str, Any], int]:
    values: dict[str, Any] = {
        "outcome": "admitted",
        "reason": None,
        "fact": str(outcome.fact.id) if outcome.fact else None,
        "attendee": person(outcome.guest) if outcome.guest else None,
    }
    if outcome.guest is None and isinstance(outcome.admission, Admitted):
        values["attendee"] = {"id": None, "name": None, "category": outcome.category}
    match outcome.admission:
        case Admitted():
            left = outcome.fact is not None and isinstance(outcome.fact.what, CheckedOut)
            return values | {"outcome": "left" if left else "admitted"}, DONE
        case Refused(reason=reason):
            foreign = foreign_code(outcome.text) if reason is Reason.NOT_A_TICKET else None
            refused = {"reason": reason.value, "code_is": foreign.value if foreign else None}
            return values | {"outcome": "refused"} | refused, REFUSED
        case NeedsAnswer(questions=questions):
            asked = [
                {"id": q.id, "zh": q.text.zh, "en": q.text.en, "kind": q.kind.value}
                for q in questions
            ]
            return values | {"outcome": "needs_answer", "questions": asked}, NEEDS_ANSWER


def _sentence(values: dict[str, Any]) -> str:
    person = values["attendee"]
    who = f" {person['name'] or person['category']}" if person else ""
    match values["outcome"]:
        case "admitted":
            told = f"已签到 Admitted{who}"
        case "left":
            told = f"已离场 Left{who}"
        case "refused":
            what = f": {values['code_is']}" if values["code_is"] else ""
            told = f"未通过 Refused ({values['reason']}{what}){who}"
        case _:
            told = f"需要回答 Needs an answer: {[q['id'] for q in values['questions']]}{who}"
    rules = (f"  {one['rule']}: {one['objection'] or 'ok'}" for one in values.get("rules", ()))
    return "\n".join((told, *rules))


def _answer(station: Station, text: str) -> tuple[str, Answer]:
    name, _, said = text.partition("=")
    asked = {q.id: q for q in station.roster.event().questions} | RULE_QUESTIONS
    if name not in asked:
        known = ", ".join(q for q in asked if q not in RULE_QUESTIONS) or "没有 none"
        raise typer.BadParameter(f"--answer {text}: 问题 the questions are: {known}")
    question = asked[name]
    words: dict[str, Answer] = {"yes": True, "no": False}
    answered = words.get(said, said)
    if not question.takes(answered):
        raise typer.BadParameter(f"--answer {text}: write {name}={_example(question)}")
    return name, answered


def _example(question: Question) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            return f"yes or {question.id}=no"
        case QuestionKind.NOTE:
            return "yes"
        case QuestionKind.CHOICE:
            return f"1 to {question.id}={len(question.choices)}"
        case QuestionKind.TEXT:
            return f"some words, at most {LONGEST_ANSWER} characters"
        case QuestionKind.DOCUMENT:
            return "passport:1234 (the kind and the last four characters)"


def _moment(station: Station, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"--at {text}: write 2027-06-08T08:30:00+08:00") from error
    if not 2000 <= at.year < 2200:
        raise typer.BadParameter(f"--at {text}: the year lies between 2000 and 2199")
    return at if at.tzinfo else at.replace(tzinfo=station.roster.event().zone)
