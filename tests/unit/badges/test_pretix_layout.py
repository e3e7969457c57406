"""A badge layout of pretix becomes a template of ours; what is lost is told."""

import json
from pathlib import Path

import pytest

from kiosk.badges.pretix_layout import from_pretix
from kiosk.badges.template import QrBox, Template, TextBox
from kiosk.badges.template_file import load_template
from kiosk.services.trouble import Misconfigured

NAME = {
    "type": "textarea", "page": 1, "left": "10.00", "bottom": "60.00", "fontsize": "20.0",
    "color": [200, 0, 16, 1], "bold": True, "width": "128.00", "content": "attendee_name",
    "align": "center", "text": "Ada", "rotation": 0, "downward": False,
}  # fmt: skip
CODE = {"type": "barcodearea", "left": "110", "bottom": "10", "size": "30", "content": "secret"}


def template(tmp_path: Path, *elements: object, **about: object) -> Template:
    file = tmp_path / "mine.toml"
    told = {"layout": list(elements), **about} if about else list(elements)
    file.write_text(from_pretix(json.dumps(told)).toml, encoding="utf-8")
    return load_template(file)


def test_texts_and_codes_keep_place_size_and_colour(tmp_path: Path) -> None:
    mine = template(tmp_path, NAME, CODE)
    name, code = mine.boxes
    assert isinstance(name, TextBox)
    assert isinstance(code, QrBox)
    assert (mine.width, mine.height) == (148, 105)
    assert (name.x, name.w, name.fields, name.align, name.bold) == (
        10,
        128,
        ("name",),
        "center",
        True,
    )
    assert name.y + name.h == pytest.approx(45, abs=0.01)
    assert (name.size, name.colour) == (20, "#C80010")
    assert (code.x, code.y, code.size) == (110, 65, 30)


def test_the_size_and_a_layout_as_text_come_from_the_api(tmp_path: Path) -> None:
    mine = template(tmp_path, NAME, size=[{"width": 86, "height": 54}])
    assert (mine.width, mine.height) == (86, 54)
    told = {"layout": json.dumps([NAME]), "size": None}
    assert "[[box]]" in from_pretix(json.dumps(told)).toml


def test_a_container_has_its_own_height(tmp_path: Path) -> None:
    (box,) = template(
        tmp_path, NAME | {"type": "textcontainer", "height": "12", "italic": True}
    ).boxes
    assert (box.h, box.y) == (12, 33)


def test_words_with_placeholders_stay_words(tmp_path: Path) -> None:
    other = NAME | {"content": "other", "text": 'Hi "{attendee_name}" {x}'}
    (box,) = template(tmp_path, other).boxes
    assert isinstance(box, TextBox)
    assert box.fields == ("name",)
    assert box.text.format(name="Ada") == 'Hi "Ada" {x}'
    (box,) = template(tmp_path, NAME | {"content": "other_i18n", "text": {"en": "Guest"}}).boxes
    assert isinstance(box, TextBox)
    assert box.text == "Guest"


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ({"type": "imagearea", "content": "logo"}, "picture"),
        ({"type": "poweredby", "content": "dark"}, "poweredby"),
        (NAME | {"content": "meta:dress_code"}, "meta:dress_code"),
        (NAME | {"page": 2}, "first page"),
        (NAME | {"rotation": "90"}, "rotated"),
        (NAME | {"italic": True}, "italics"),
        (CODE | {"size": "10"}, "enlarged"),
        (CODE | {"content": "order"}, "badge code"),
    ],
)
def test_what_has_no_counterpart_is_told_with_its_number(
    element: dict[str, object], said: str
) -> None:
    (lost,) = from_pretix(json.dumps([element])).lost
    assert said in lost.en
    assert lost.en.startswith("element 1:")
    assert lost.zh.startswith("第 1 个元素")


def test_a_background_is_told() -> None:
    (lost,) = from_pretix(json.dumps({"layout": [NAME], "background": "http://x/b.pdf"})).lost
    assert "background" in lost.en


def test_what_hangs_off_the_page_is_moved_onto_it(tmp_path: Path) -> None:
    far = NAME | {"left": "140", "bottom": "-20", "width": "400", "color": None, "align": "justify"}
    (box,) = template(tmp_path, far, CODE | {"left": None}).boxes[:1]
    assert (box.x, box.w) == (0, 148)
    assert isinstance(box, TextBox)
    assert (box.colour, box.align) == ("#000000", "left")


@pytest.mark.parametrize("text", ["{", "7", '{"layout": 3}', '["x"]', '{"layout": "{"}'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        from_pretix(text)
    assert "pretix" in caught.value.title.en
