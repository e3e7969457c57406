"""Whatever comes back in pretix's place: an outcome is stated for each, and nothing is dropped."""

from contextlib import closing
from uuid import UUID

import httpx
import pytest

from kiosk.domain.journal import CheckedIn
from kiosk.remote.pretix import PretixEvent, PretixUpstream
from kiosk.remote.pretix_http import TIMES, PretixHttp
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.sync_why import Why
from kiosk.services.ports.upstream import Delivered, Outgoing, Sent
from tests.given import DAYS
from tests.hubs.facts import a_fact
from tests.hubs.scripted import Reply, scripted

CAME = a_fact(CheckedIn(UUID(int=5), "registration", "delegate", DAYS[0]))
EVENT = PretixEvent("o", "e", {"1": "delegate"}, {"registration": 7})
LATER = {
    "409": (Reply(409, b'{"detail":"locked"}', {"retry-after": "5"}), Why.BUSY, 5.0),
    "429": (Reply(429, b"{}", {"retry-after": "17"}), Why.BUSY, 17.0),
    "500 with a page": (Reply(500, b"<html>oops</html>"), Why.BUSY, None),
    "502": (Reply(502, b"<html>nginx</html>"), Why.BUSY, None),
    "503 that says when in words": (
        Reply(503, b"", {"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}), Why.BUSY, None
    ),
    "a sign-in page": (Reply(200, b"<html>Welcome to the venue's Wi-Fi</html>"), Why.BROKEN, None),
    "a 404 that is a page": (Reply(404, b"<html>not here</html>"), Why.BROKEN, None),
    "a sign-in elsewhere": (Reply(302, b"", {"location": "http://login/"}), Why.BROKEN, None),
    "half an answer": (Reply(200, b'{"status":', cut=True), Why.UNREACHABLE, None),
    "no JSON": (Reply(201, b"ok"), Why.BROKEN, None),
    "401": (Reply(401, b'{"detail":"Invalid token."}'), Why.REVOKED, None),
}  # fmt: skip
FINAL = {
    "400": (Reply(400, b'{"status":"error","reason":"rules"}'), "400 rules"),
    "400 with a field": (Reply(400, b'{"lists":["no such list"]}'), "no such list"),
    "400 with a list": (Reply(400, b'["one list each"]'), "one list each"),
    "403": (Reply(403, b'{"detail":"Request denied by device security profile."}'), "403 Request"),
    "404": (Reply(404, b'{"status":"error","reason":"invalid"}'), "404 invalid"),
}


def sent_to(reply: Reply, times: httpx.Timeout = TIMES) -> Delivered | NoAnswer:
    with scripted(reply) as server, closing(PretixHttp(server.url, "t", times)) as http:
        return PretixUpstream(http, EVENT).send(Outgoing(CAME))


@pytest.mark.parametrize("case", list(LATER))
def test_what_is_no_word_of_pretix_is_tried_again_later(case: str) -> None:
    reply, why, after = LATER[case]
    said = sent_to(reply)
    assert isinstance(said, NoAnswer)
    assert (said.why, said.retry_after) == (why, after)
    assert said.words.zh
    assert said.words.en


@pytest.mark.parametrize("case", list(FINAL))
def test_what_pretix_turns_down_is_kept_with_its_reason(case: str) -> None:
    reply, reason = FINAL[case]
    said = sent_to(reply)
    assert isinstance(said, Delivered)
    assert said.state is Sent.REJECTED
    assert reason in said.said


def test_a_server_that_never_answers_is_tried_again() -> None:
    said = sent_to(Reply(never=True), httpx.Timeout(0.2))
    assert isinstance(said, NoAnswer)
    assert said.why is Why.TIMED_OUT


def test_nobody_there_is_tried_again() -> None:
    with closing(PretixHttp("http://127.0.0.1:9", "t")) as http:
        said = PretixUpstream(http, EVENT).send(Outgoing(CAME))
    assert isinstance(said, NoAnswer)
    assert said.why is Why.UNREACHABLE


def test_a_checkpoint_that_pretix_does_not_know_is_not_told() -> None:
    elsewhere = a_fact(CheckedIn(UUID(int=5), "lunch", "delegate", DAYS[0]))
    with scripted(Reply()) as server, closing(PretixHttp(server.url, "t")) as http:
        said = PretixUpstream(http, EVENT).send(Outgoing(elsewhere))
    assert said == Delivered(Sent.NOTHING, "no check-in list for lunch")
    assert not server.asked


@pytest.mark.parametrize("body", [b"[]", b'{"results":5}', b"null", b'{"detail":"no"}'])
def test_a_page_that_is_none_loses_nobody(body: bytes) -> None:
    with scripted(Reply(200, body)) as server, closing(PretixHttp(server.url, "t")) as http:
        said = PretixUpstream(http, EVENT).changes("", whole=False)
    assert isinstance(said, NoAnswer)


def test_a_diff_reaches_back_five_minutes() -> None:
    page = Reply(
        200, b'{"results":[],"next":null}', {"x-page-generated": "2027-06-08T12:00:09+08:00"}
    )
    with scripted(page) as server, closing(PretixHttp(server.url, "t")) as http:
        changes = PretixUpstream(http, EVENT).changes("2027-06-08T12:00:00+08:00", whole=False)
    assert not isinstance(changes, NoAnswer)
    assert changes.cursor == "2027-06-08T12:00:09+08:00"
    ((_, path, _),) = server.asked
    assert "modified_since=2027-06-08T11%3A55%3A00%2B08%3A00" in path
