"""Many queries in one process, one line of JSON each."""

import json
from pathlib import Path

import pytest

from tests.stories.kiosk_command import Desk, kiosk


def test_each_query_is_answered_with_a_line_of_its_own(ready: Desk, tmp_path: Path) -> None:
    queries = ["林若静", "  LINRUOJING ", "", "nobody at all", "ｌｒｊ"]
    file = tmp_path / "queries.txt"
    file.write_bytes("\r\n".join(queries).encode("utf-8-sig") + b"\n")
    said = ready("find", "--batch", file)
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [line["query"] for line in lines] == queries
    assert all(line["ms"] >= 0 for line in lines)
    first, second, blank, nobody, initials = (line["hits"] for line in lines)
    assert blank == nobody == []
    assert first[0] | {"id": "", "number": ""} == {
        "id": "",
        "name": "林若静",
        "category": "guest",
        "company": first[0]["company"],
        "number": "",
        "arrived_at": None,
        "why": "name",
    }
    assert (second[0]["why"], initials[0]["why"]) == ("pinyin", "initials")
    assert second[0]["id"] == first[0]["id"] == initials[0]["id"]


def test_without_json_people_can_read_it(ready: Desk, tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("林若静\n", encoding="utf-8")
    said = kiosk("find", "--batch", file, "--data", ready.data)
    assert "林若静\t" in said.out.splitlines()[0]
    assert "G-1" in said.out.splitlines()[1]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_told(
    ready: Desk, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "queries.txt"
    if content is not None:
        file.write_bytes(content)
    said = ready("find", "--batch", file)
    assert said.code == 2
    assert str(file) in said.out + said.err


def test_a_query_and_a_batch_are_one_too_many(ready: Desk, tmp_path: Path) -> None:
    assert ready("find").code == 2
    assert ready("find", "林", "--batch", tmp_path).code == 2
