"""Desks that are paired with one hub, by the commands that an operator types."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hubs.cluster import Cluster, a_cluster
from tests.hubs.running import RunningHub, running_hub
from tests.stories.kiosk_command import Desk, a_list, kiosk_again


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with a_cluster() as cluster:
        yield cluster


TO_CHECK_IN = 2
"""Facts of a check-in: that they came, and that a badge is to be printed."""
BOTH = pytest.mark.parametrize("dsn", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def dsn(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if getattr(request, "param", "sqlite") == "sqlite":
        return f"sqlite:///{tmp_path / 'hub.db'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.base(tmp_path.name)


@pytest.fixture
def hub(dsn: str, tmp_path: Path) -> Iterator[RunningHub]:
    with running_hub(dsn, tmp_path / "hub") as hub:
        yield hub


class Operator:
    """Types commands at the hub and at the desks."""

    def __init__(self, hub: RunningHub, folder: Path) -> None:
        self._hub, self.folder = hub, folder

    def at_hub(self, command: str, *words: str | Path) -> object:
        where = "--db", self._hub.dsn, "--folder", self._hub.folder, "--json"
        said = kiosk_again(self.folder, "hub", command, *words, *where)
        assert said.code == 0, said.err
        return said.json

    def pair(self, name: str, scope: str = "desk") -> Desk:
        desk = Desk(self.folder / name)
        code = self.at_hub("pair", "--scope", scope)
        assert isinstance(code, dict)
        assert set(code) == {"code", "expires"}
        said = desk("pair", "--hub", self._hub.url, "--code", code["code"])
        assert said.code == 0, said.err
        assert said.json["scope"] == scope
        return desk


@pytest.fixture
def operator(hub: RunningHub, tmp_path: Path, guest_list: Path, event_file: Path) -> Operator:
    operator = Operator(hub, tmp_path)
    operator.at_hub("import", guest_list, "--event", event_file)
    return operator


@BOTH
def test_what_one_desk_records_the_others_know(operator: Operator) -> None:
    a, b = operator.pair("a"), operator.pair("b")
    assert a("check-in", "QR-ONE").code == 0
    assert a("sync", "--once").json["sent"] == TO_CHECK_IN
    assert b("sync", "--once").json["received"] == TO_CHECK_IN
    assert b("check-in", "QR-ONE").code == 1
    assert a("sync", "--once").code == 0


@BOTH
def test_a_guest_admitted_at_two_desks_is_told_at_both_and_at_the_hub(operator: Operator) -> None:
    a, b = operator.pair("a"), operator.pair("b")
    names = [desk("sync", "--once").json for desk in (a, b)]
    assert names[0]["doubles"] == 0
    for desk in (a, b):
        assert desk("check-in", "QR-ONE").code == 0
    for desk in (b, a, b):
        assert desk("sync", "--once").code == 0
    assert a("sync", "--once").json["doubles"] == 1
    assert b("sync", "--once").json["doubles"] == 1
    doubles = operator.at_hub("doubles")
    assert isinstance(doubles, list)
    (double,) = doubles
    assert set(double) == {"attendee", "checkpoint", "arrivals", "winner"}
    assert double["attendee"] == {"code": "G-1", "name": "林若静"}
    assert double["checkpoint"] == "registration"
    assert len({one["station"] for one in double["arrivals"]}) == 2
    assert double["winner"] == min(double["arrivals"], key=lambda one: one["at"])


@pytest.mark.parametrize("dsn", ["postgresql"], indirect=True)
def test_two_hub_processes_on_one_database_are_one_hub(
    operator: Operator, hub: RunningHub, tmp_path: Path
) -> None:
    a = operator.pair("a")
    with running_hub(hub.dsn, hub.folder) as other:
        b = Operator(other, tmp_path).pair("b")
        for desk, code in ((a, "QR-ONE"), (b, "QR-TWO")):
            assert desk("check-in", code).code in {0, 3}
            assert desk("sync", "--once").code == 0
        assert b("check-in", "QR-ONE").code == 1
        assert a("sync", "--once").code == 0
        assert a("check-in", "QR-TWO").code == b("check-in", "QR-TWO").code


def test_two_desks_of_one_computer_have_names_of_their_own(operator: Operator) -> None:
    operator.pair("a")
    operator.pair("b")
    status = operator.at_hub("status")
    assert isinstance(status, dict)
    assert len({one["name"] for one in status["stations"]}) == 2


def test_a_revoked_desk_forgets_its_list_and_what_it_sends_later_is_set_aside(
    operator: Operator, tmp_path: Path
) -> None:
    a, b = operator.pair("a"), operator.pair("b")
    name = json.loads((a.data / "hub.json").read_text(encoding="utf-8"))["station"]
    assert a("check-in", "QR-ONE").code == 0
    operator.at_hub("revoke", name)
    said = a("sync", "--once")
    assert said.code == 1
    assert said.json["trouble"] == "revoked"
    assert said.json["guests"] == 0
    status = operator.at_hub("status")
    assert isinstance(status, dict)
    assert status["quarantined"] == {name: TO_CHECK_IN}
    assert b("sync", "--once").json["received"] == 0
    assert a("sync", "--once").code == 2


def test_self_service_keeps_neither_telephone_nor_e_mail(
    operator: Operator, tmp_path: Path
) -> None:
    reach = "13800138000", "ruojing@example.com"
    lines = "编号,票号,二维码,姓名,类别,手机,邮箱", "1,G-1,QR-ONE,林若静,来宾," + ",".join(reach)
    operator.at_hub("import", a_list(tmp_path / "reach.csv", *lines))
    kept = {
        scope: b"".join(p.read_bytes() for p in operator.pair(scope, scope).data.glob("roster.db*"))
        for scope in ("self", "desk")
    }
    for word in reach:
        assert word.encode() in kept["desk"]
        assert word.encode() not in kept["self"]
    assert Desk(tmp_path / "self")("check-in", "QR-ONE").code == 0


def test_a_code_counts_once(operator: Operator, hub: RunningHub, tmp_path: Path) -> None:
    code = operator.at_hub("pair")
    assert isinstance(code, dict)
    first, second = Desk(tmp_path / "a"), Desk(tmp_path / "b")
    assert first("pair", "--hub", hub.url, "--code", code["code"]).code == 0
    assert second("pair", "--hub", hub.url, "--code", code["code"]).code == 2


def test_the_hub_exports_who_came_and_purges_when_it_is_time(
    operator: Operator, tmp_path: Path
) -> None:
    a = operator.pair("a")
    assert a("check-in", "QR-ONE").code == 0
    assert a("sync", "--once").code == 0
    out = tmp_path / "came.csv"
    assert operator.at_hub("export", "--out", out) == {"out": str(out), "rows": 3, "arrived": 1}
    assert "林若静" in out.read_text(encoding="utf-8-sig")
    purged = operator.at_hub("purge", "--after", "30")
    assert isinstance(purged, dict)
    assert purged["purged"] is False


def test_facts_travel_on_a_stick_where_there_is_no_network(
    tmp_path: Path, guest_list: Path, event_file: Path
) -> None:
    a, b = Desk(tmp_path / "a"), Desk(tmp_path / "b")
    for desk in (a, b):
        assert desk("import", guest_list, "--event", event_file).code == 0
    assert a("check-in", "QR-ONE").code == 0
    stick = tmp_path / "stick.jsonl"
    assert a("facts", "export", "--out", stick).json["facts"] == TO_CHECK_IN
    assert stick.stat().st_mode & 0o077 == 0
    assert b("facts", "import", stick).json == {
        "facts": TO_CHECK_IN, "new": TO_CHECK_IN, "doubles": 0
    }  # fmt: skip
    assert b("facts", "import", stick).json["new"] == 0
    assert b("check-in", "QR-ONE").code == 1
    torn = tmp_path / "torn.jsonl"
    torn.write_bytes(stick.read_bytes()[:-40])
    assert Desk(tmp_path / "c")("facts", "import", torn).code == 2
