"""What an organiser takes home: numbers, who is missing, a sheet, one guest's trail."""

import csv
from pathlib import Path

import pypdfium2

from tests.stories.kiosk_command import Desk


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_numbers_missing_sheet_and_trail(ready: Desk, tmp_path: Path) -> None:
    fact = ready("check-in", "QR-ONE", "--at", "2027-06-08T08:30:00").json["fact"]
    report = ready("report", "--out", tmp_path / "report.csv")
    assert report.json == {"out": str(tmp_path / "report.csv"), "rows": 1, "arrivals": 1}
    assert rows(tmp_path / "report.csv") == [
        {"day": "2027-06-08", "hour": "08", "checkpoint": "registration", "session": "",
         "category": "guest", "arrivals": "1"}
    ]  # fmt: skip
    missing = ready("missing", "--out", tmp_path / "missing.csv")
    assert (missing.json["expected"], missing.json["missing"]) == (2, 1)
    assert [row["number"] for row in rows(tmp_path / "missing.csv")] == ["G-2"]
    for kind in ("attendance", "fallback"):
        out = tmp_path / f"{kind}.pdf"
        assert ready("sheet", "--kind", kind, "--out", out).json["guests"] == 2
        page = pypdfium2.PdfDocument(out)[0].get_textpage().get_text_bounded()
        assert "林若静" in page
        assert "✓" in page
    trail = ready("trail", "G-1").json
    assert trail[0]["en"] == "checked in at Registration"
    ready("undo", fact, "--reason", "wrong person")
    assert ready("trail", "QR-ONE").json[0]["undone"] is True


def test_what_is_not_there_is_said(ready: Desk, tmp_path: Path) -> None:
    assert ready("trail", "NOBODY").code == 2
    nowhere = ready("missing", "--out", tmp_path / "m.csv", "--checkpoint", "nowhere")
    assert nowhere.code == 2
    assert not (tmp_path / "m.csv").exists()
    assert ready("trail", "G-2").json == []
