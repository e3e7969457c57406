"""Keys: what they sign, what they hide, and that none is ever made over another."""

import os
import stat
import threading
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.badge import BADGE_CODE_LENGTH
from kiosk.domain.ticket_code import pack
from kiosk.keys.issuing import Issuer
from kiosk.keys.secret_file import write_secret
from kiosk.keys.station import StationKeys, open_station_keys
from kiosk.services.trouble import Misconfigured
from tests.given import KEYS, an_event, an_issuer, claims_for

OTHER = StationKeys(b"another secret")


def test_a_digest_is_the_same_each_time_and_another_under_another_secret() -> None:
    assert KEYS.digest("CODE") == KEYS.digest("CODE") != OTHER.digest("CODE")
    assert len(KEYS.digest("")) == 16


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters()))
def test_any_two_texts_have_two_digests(one: str, other: str) -> None:
    assert (KEYS.digest(one) == KEYS.digest(other)) == (one == other)


@given(st.uuids(), st.integers(1, 100))
def test_a_badge_code_is_short_typable_and_new_for_each_generation(ticket: UUID, n: int) -> None:
    code = KEYS.badge_code(ticket, n)
    assert len(code) == BADGE_CODE_LENGTH
    assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    assert code not in {KEYS.badge_code(ticket, n + 1), OTHER.badge_code(ticket, n)}


def test_only_an_issuer_of_the_event_is_believed() -> None:
    packed = pack(claims_for())
    ours = an_issuer()._private.sign(packed)
    theirs = Issuer.generate()._private.sign(packed)
    assert KEYS.verify(an_event(), packed, ours)
    assert not KEYS.verify(an_event(), packed, theirs)
    assert not KEYS.verify(an_event(), packed, b"short")
    assert not KEYS.verify(an_event(), packed + b"x", ours)


def test_an_issuer_comes_back_from_its_seed() -> None:
    issuer = Issuer.generate()
    again = Issuer.from_seed(issuer.seed)
    assert again.public_text == issuer.public_text
    assert again.issue(claims_for()) == issuer.issue(claims_for())


def test_a_stations_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "code.key"
    first = open_station_keys(path)
    assert open_station_keys(path).digest("CODE") == first.digest("CODE")
    assert [file.name for file in path.parent.iterdir()] == ["code.key"]
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_killed_start_left_behind_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / f"code.key.{os.getpid()}").write_bytes(b"half")
    assert open_station_keys(tmp_path / "code.key").digest("CODE")


def test_two_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "code.key"
    begin = threading.Barrier(4)
    seen: list[bytes] = []

    def start() -> None:
        begin.wait()
        seen.append(open_station_keys(path).digest("CODE"))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 4
    assert len(set(seen)) == 1


@pytest.mark.parametrize("data", [b"", b"short", bytes(33)])
def test_a_damaged_key_is_named_and_kept(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "code.key"
    path.write_bytes(data)
    with pytest.raises(Misconfigured) as caught:
        open_station_keys(path)
    assert str(path) in caught.value.advice.zh
    assert path.read_bytes() == data


def test_a_key_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("no folder")
    with pytest.raises(Misconfigured) as caught:
        open_station_keys(tmp_path / "keys" / "code.key")
    assert "code.key" in caught.value.title.zh


def test_a_secret_is_written_whole_or_not_at_all_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "issuer.key"
    write_secret(path, b"first")
    with pytest.raises(FileExistsError):
        write_secret(path, b"second")
    assert [file.name for file in tmp_path.iterdir()] == ["issuer.key"]
    assert path.read_bytes() == b"first"
