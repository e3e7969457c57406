"""Whatever a network does to a station becomes a value that says why."""

import hashlib
import random
from contextlib import closing
from pathlib import Path

import httpx
import pytest
import zstandard

from kiosk.remote import hub_client
from kiosk.remote.hub_client import HubClient
from kiosk.services.ports.sync import Feed, NoAnswer, Seen
from kiosk.services.ports.sync_why import Why
from kiosk.wire.hub import BootstrapFile
from tests.hubs.scripted import Reply, scripted

NOWHERE = Seen(Feed("", 0), Feed("", 0), Feed("", 0))
ANSWERS = {
    "revoked": (Reply(401, b'{"error":"revoked"}'), Why.REVOKED, None),
    "stranger": (Reply(401, b'{"error":"stranger"}'), Why.STRANGER, None),
    "a proxy's 401": (Reply(401, b"<html>sign in</html>"), Why.STRANGER, None),
    "403": (Reply(403), Why.NOT_ALLOWED, None),
    "409": (Reply(409), Why.NOT_ALLOWED, None),
    "413": (Reply(413), Why.TOO_LARGE, None),
    "422": (Reply(422), Why.INVALID, None),
    "426": (Reply(426), Why.TOO_OLD, None),
    "429": (Reply(429, b"{}", {"retry-after": "9"}), Why.BUSY, 9.0),
    "503": (Reply(503, b"{}", {"retry-after": "2"}), Why.BUSY, 2.0),
    "504": (Reply(504), Why.TIMED_OUT, None),
    "500": (Reply(500, b"<html>oops</html>"), Why.BROKEN, None),
    "a sign-in page": (Reply(200, b"<html>Welcome</html>"), Why.BROKEN, None),
    "someone else's JSON": (Reply(200, b'{"hello":"world"}'), Why.BROKEN, None),
    "half an answer": (Reply(200, b"{", cut=True), Why.UNREACHABLE, None),
}


@pytest.mark.parametrize("case", list(ANSWERS))
def test_an_answer_says_why_it_is_none(case: str) -> None:
    reply, why, after = ANSWERS[case]
    with scripted(reply) as server, closing(HubClient(server.url, None, "t")) as client:
        said = client.hello(NOWHERE)
    assert isinstance(said, NoAnswer)
    assert (said.why, said.retry_after) == (why, after)


def test_nobody_there() -> None:
    with closing(HubClient("http://127.0.0.1:9", None, "t")) as client:
        said = client.pull(0, 10)
    assert isinstance(said, NoAnswer)
    assert said.why is Why.UNREACHABLE


def test_no_answer_in_time() -> None:
    with (
        scripted(Reply(never=True)) as server,
        closing(HubClient(server.url, None, "", httpx.Timeout(0.2))) as client,
    ):
        said = client.pull(0, 10)
    assert isinstance(said, NoAnswer)
    assert said.why is Why.TIMED_OUT


def test_a_live_stream_that_ends_or_is_none_ends() -> None:
    for reply in (Reply(503), Reply(200, b"data: {}\n\n"), Reply(200, b": beat\n\n", cut=True)):
        with scripted(reply) as server, closing(HubClient(server.url, None, "t")) as client:
            assert list(client.live()) == []


def test_a_download_goes_on_where_it_broke_off_and_is_compared(tmp_path: Path) -> None:
    whole = random.Random(1).randbytes(4 * hub_client.PIECE)
    packed = zstandard.compress(whole)
    file = BootstrapFile(
        name="full.zst", bytes=len(packed), sha256=hashlib.sha256(whole).hexdigest()
    )
    target = tmp_path / "roster.new"
    half = 2 * hub_client.PIECE
    with (
        scripted(Reply(200, packed[:half], cut=True), Reply(206, packed[half:])) as server,
        closing(HubClient(server.url, None, "t")) as client,
    ):
        assert isinstance(client.download(file, target), NoAnswer)
        assert not target.exists()
        assert client.download(file, target) is None
    assert target.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["roster.new"]


def test_a_file_that_is_not_what_was_promised_is_thrown_away(tmp_path: Path) -> None:
    packed = zstandard.compress(b"another roster")
    file = BootstrapFile(name="full.zst", bytes=len(packed), sha256="00" * 32)
    with (
        scripted(Reply(200, packed)) as server,
        closing(HubClient(server.url, None, "t")) as client,
    ):
        said = client.download(file, tmp_path / "roster.new")
    assert isinstance(said, NoAnswer)
    assert list(tmp_path.iterdir()) == []
