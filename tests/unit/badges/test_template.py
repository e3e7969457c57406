"""A wrong template is refused as a whole, and its author told where and why."""

from pathlib import Path

import pytest

from kiosk.badges.template import CategoryLook, Template, TextBox
from kiosk.badges.template_file import load_template
from kiosk.services.trouble import Misconfigured

PAGE = "[page]\nwidth = 90\nheight = 130\n"
TEXT = '\n[[box]]\nkind = "text"\nfield = "name"\nx = 5\ny = 5\nw = 80\nh = 20\nsize = 40\n'


def load(tmp_path: Path, text: str) -> Misconfigured:
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(Misconfigured) as caught:
        load_template(file)
    return caught.value


@pytest.mark.parametrize(
    ("change", "key", "allowed", "line"),
    [
        (("size = 40", "sizze = 40"), "size", "3 to 400", 5),
        (("size = 40", "size = 40\ncolor = 1"), "color", "colour", 13),
        (("size = 40", "size = 40\nmin_size = 50"), "min_size", "3 to 40", 13),
        (("size = 40", "size = 40\nlines = 5"), "lines", "1 to 4", 13),
        (("size = 40", "size = 40\nlines = 1.5"), "lines", "whole number", 13),
        (("size = 40", "size = true"), "size", "3 to 400", 12),
        (("size = 40", 'size = 40\nalign = "middle"'), "align", "left, center, right", 13),
        (("size = 40", 'size = 40\nweight = "heavy"'), "weight", "regular, bold", 13),
        (("size = 40", 'size = 40\ncolour = "red"'), "colour", "#RRGGBB", 13),
        (("size = 40", 'size = 40\nwhen = "nmae"'), "when", "second_name", 13),
        (("size = 40", "size = 40\nname = 7"), "name", "a text", 13),
        (('"text"', '"txt"'), "kind", "rect, text, qr, line, slot, image", 6),
        (('field = "name"', 'field = "nmae"'), "field", "second_name", 7),
        (('field = "name"', 'text = "{nmae}"'), "text", "second_name", 7),
        (('field = "name"', 'text = "{name:>9}"'), "text", "second_name", 7),
        (('field = "name"', 'text = "{name"'), "text", "second_name", 7),
        (('field = "name"', 'text = "{}"'), "text", "second_name", 7),
        (('field = "name"', ""), "field", "either field or text", 5),
        (("x = 5", "x = 15"), "x", "90 mm", 8),
        (("y = 5", "y = 115"), "y", "130 mm", 9),
        (("y = 5", "y = -1"), "y", "0 to 500", 9),
    ],
)
def test_the_wrong_key_is_named_with_its_line_and_what_is_allowed(
    tmp_path: Path, change: tuple[str, str], key: str, allowed: str, line: int
) -> None:
    trouble = load(tmp_path, PAGE + TEXT.replace(*change))
    for title in (trouble.title.zh, trouble.title.en):
        assert "mine.toml" in title
        assert key in title
    assert allowed in trouble.advice.en
    assert f"line {line}," in trouble.title.en
    assert f"第 {line} 行" in trouble.title.zh
    assert "box 1" in trouble.title.en


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (TEXT, "page"),
        ("page = 7\n", "page"),
        (PAGE, "box"),
        (PAGE + "depth = 3\n" + TEXT, "depth"),
        ("box = 7\n" + PAGE, "box"),
        ("colour = 7\n" + PAGE + TEXT, "colour"),
        (PAGE.replace("90", "9") + TEXT, "width"),
        (PAGE + TEXT + '\n[[box]]\nkind = "qr"\nfield = "code"\nx = 1\ny = 1\nsize = 9', "size"),
        (PAGE + TEXT + '\n[[box]]\nkind = "rect"\nx = 1\ny = 1\nw = 9\nh = 9', "fill"),
    ],
)
def test_other_mistakes_are_named_too(tmp_path: Path, text: str, key: str) -> None:
    assert key in load(tmp_path, text).title.en


def test_the_second_box_is_counted(tmp_path: Path) -> None:
    title = load(tmp_path, PAGE + TEXT + TEXT.replace("w = 80", "w = 0")).title.en
    assert "line 19, box 2 (name)" in title


def test_a_file_that_is_no_toml_or_not_there_is_misconfigured(tmp_path: Path) -> None:
    assert "mine.toml" in load(tmp_path, "[page").title.zh
    with pytest.raises(Misconfigured):
        load_template(tmp_path / "absent.toml")


def test_a_box_says_its_defaults(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(PAGE + TEXT, "utf-8")
    (box,) = load_template(file).boxes
    assert isinstance(box, TextBox)
    assert (box.name, box.min_size, box.lines, box.align, box.bold) == (
        "text 1",
        40,
        1,
        "left",
        False,
    )
    assert box.fields == ("name",)


def template(tmp_path: Path, text: str) -> Template:
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    return load_template(file)


def test_a_template_may_be_like_another_but_for_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "first.toml").write_text(
        PAGE + 'cut_marks = 3\n[[category]]\nid = "vip"\ncolour = "#AA0000"\n'
        + TEXT + 'name = "who"\n' + TEXT + 'name = "also"\n', "utf-8",
    )  # fmt: skip
    mine = template(
        tmp_path,
        'like = "first"\n[page]\nheight = 120\n[[category]]\nid = "press"\nzh = "记者"\n'
        + TEXT.replace("size = 40", "size = 30") + 'name = "who"\n',
    )  # fmt: skip
    assert (mine.width, mine.height, mine.cut) == (90, 120, 3)
    assert [(b.name, b.size) for b in mine.boxes if isinstance(b, TextBox)] == [
        ("who", 30), ("also", 40),
    ]  # fmt: skip
    assert mine.looks["vip"].colour == "#AA0000"
    assert mine.looks["press"] == CategoryLook(zh="记者")
    assert template(tmp_path, 'like = "first"\n').boxes[0].name == "who"


def test_a_template_like_itself_is_refused(tmp_path: Path) -> None:
    assert "itself" in load(tmp_path, 'like = "mine"\n').advice.en
    (tmp_path / "other.toml").write_text('like = "mine"\n', "utf-8")
    assert "itself" in load(tmp_path, 'like = "other"\n').advice.en


def test_a_template_without_a_back_has_one_side(tmp_path: Path) -> None:
    assert template(tmp_path, PAGE + TEXT).sides == ("front",)
    assert template(tmp_path, PAGE + TEXT + 'side = "both"\n').sides == ("front", "back")


@pytest.mark.parametrize(
    ("text", "key", "allowed"),
    [
        (PAGE + 'fold = "accordion"\n' + TEXT, "fold", "none, butterfly"),
        (PAGE + 'ink = "black"\n' + TEXT + 'colour = "#FF0000"\n', "colour", "#000000"),
        (PAGE + 'ink = "green"\n' + TEXT, "ink", "colour, black"),
        (PAGE + "cut_marks = 90\n" + TEXT, "cut_marks", "0 to 30"),
        (PAGE + 'background = "no.png"\n' + TEXT, "background", "PNG"),
        (PAGE + TEXT + 'side = "top"\n', "side", "front, back, both"),
        (PAGE + TEXT + 'categories = "vip"\n', "categories", '["vip"]'),
        (PAGE + TEXT + "not_categories = [1]\n", "not_categories", '["vip"]'),
        (PAGE + TEXT + '[[category]]\ncolour = "#AA0000"\n', "id", "id is needed"),
        (PAGE + TEXT + '[[category]]\nid = "vip"\ncolour = "red"\n', "colour", "#RRGGBB"),
        (PAGE + TEXT + '[[category]]\nid = "vip"\nword = "x"\n', "word", "colour"),
        (PAGE + TEXT + "[sheet]\nwidth = 210\nheight = 297\ncolumns = 3\n", "columns", "270 mm"),
        (PAGE + TEXT + "[sheet]\nwidth = 210\nheight = 297\nrows = 3\n", "rows", "390 mm"),
        (PAGE + TEXT + "[sheet]\nwidth = 210\nheight = 297\nacross = 3\n", "across", "columns"),
    ],
)
def test_what_is_wrong_with_page_category_or_sheet_is_told(
    tmp_path: Path, text: str, key: str, allowed: str
) -> None:
    trouble = load(tmp_path, text)
    assert key in trouble.title.en
    assert "line " in trouble.title.en
    assert allowed in trouble.advice.en
