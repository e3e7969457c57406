"""Badges on the command line: one, anybody's, a whole list's, and what a text would become."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.stories.kiosk_command import DEMO, kiosk_again

CRYPTIC = "𬭚𪚥𠮷"


def test_a_cryptic_name_is_drawn_without_a_list(tmp_path: Path) -> None:
    for name in (CRYPTIC, "ئالىم", "Łukasz"):
        out = tmp_path / "badge.pdf"
        said = kiosk_again(
            tmp_path, "badge", "--name", name, "--company", "重庆大学", "--category", "speaker",
            "--template", "card", "--out", out, "--json",
        )  # fmt: skip
        assert said.code == 0
        assert said.json == {"out": str(out), "missing": [], "overflowing": []}
        document = pypdfium2.PdfDocument(out)
        text = document[0].get_textpage().get_text_range()
        document.close()
        assert set(name) <= set(text)
        assert "Speaker" in text


@pytest.mark.parametrize(
    ("text", "missing", "normalised"),
    [
        (CRYPTIC, [], []),
        ("李\U000323b0", ["U+323B0"], []),
        ("\ue863", [], [{"of": ["U+E863"], "to": ["U+4DAE"]}]),
        ("Ａ\ufe00", [], [{"of": ["U+FF21"], "to": ["U+0041"]}, {"of": ["U+FE00"], "to": []}]),
    ],
)
def test_a_text_is_looked_at_before_it_is_printed(
    tmp_path: Path, text: str, missing: list[str], normalised: list[object]
) -> None:
    said = kiosk_again(tmp_path, "badge", "--check", text, "--json")
    assert said.code == (1 if missing else 0)
    assert said.json["missing"] == missing
    assert said.json["normalised"] == normalised
    assert said.json["fonts"]


def test_a_list_is_looked_at_before_it_is_printed(tmp_path: Path) -> None:
    out = tmp_path / "sheets"
    said = kiosk_again(
        tmp_path, "badge", "--preview", "label", "--from", DEMO / "attendees.csv",
        "--limit", "20", "--out", out, "--json",
    )  # fmt: skip
    assert (said.code, said.json["badges"]) == (0, 20)
    for file in said.json["files"]:
        with Image.open(file) as sheet:
            assert sheet.format == "PNG"
    assert len(said.json["files"]) == 2


def test_a_pretix_layout_becomes_a_template(tmp_path: Path) -> None:
    theirs, ours = tmp_path / "theirs.json", tmp_path / "ours.toml"
    theirs.write_text(
        '[{"type": "textarea", "left": "5", "bottom": "50", "fontsize": "24", "width": "90",'
        ' "content": "attendee_name"}, {"type": "poweredby"}]', "utf-8",
    )  # fmt: skip
    said = kiosk_again(tmp_path, "badge", "--pretix", theirs, "--out", ours, "--json")
    assert said.code == 0
    assert [lost["en"] for lost in said.json["lost"]] == [
        "element 2: there is no counterpart for “poweredby”"
    ]
    out = tmp_path / "badge.pdf"
    drawn = kiosk_again(tmp_path, "badge", "--name", "王伟", "--template", ours, "--out", out)
    assert drawn.code == 0
    missing = kiosk_again(tmp_path, "badge", "--pretix", tmp_path / "no.json", "--out", ours)
    assert missing.code == 2


@pytest.mark.parametrize(
    "words",
    [
        (), ("--name", "王伟"), ("--name", "王伟", "--check", "x"), ("--preview", "card"),
        ("--name", "王伟", "--category", "pope", "--out", "x.pdf"),
        ("--name", "王伟", "--template", "unknown", "--out", "x.pdf"),
        ("--name", "王伟", "--event", "unknown.toml", "--out", "x.pdf"),
        ("--preview", "card", "--out", "x"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    said = kiosk_again(tmp_path, "badge", *words)
    assert said.code == 2
    assert said.err


def test_fonts_are_listed_with_their_weight(tmp_path: Path) -> None:
    said = kiosk_again(tmp_path, "fonts", "--json")
    assert {"file": "HanaMinB.ttf", "megabytes": 30.7} in said.json
