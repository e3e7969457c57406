"""What a badge would make of a name, told before it is printed."""

from pathlib import Path

import pytest

from kiosk.badges.name_room import NameRoom
from kiosk.badges.template import Template


@pytest.fixture
def room(template: Template, fonts_dir: Path) -> NameRoom:
    return NameRoom(template, fonts_dir)


def test_characters_that_no_font_has_are_told_each_time(room: NameRoom) -> None:
    for _ in range(2):
        assert room.missing("王芳") == ()
        assert room.missing("王\U000323b0") == ("\U000323b0",)


def test_a_mark_is_part_of_its_letter(room: NameRoom) -> None:
    assert room.missing("Jose\u0301") == ()


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("王芳", True),
        ("阿卜杜热合曼·买买提明·阿不都热依木", True),
        ("Maria Fernanda dos Santos Oliveira", True),
        ("Wolfeschlegelsteinhausenbergerdorff " * 9, False),
    ],
)
def test_names_that_would_be_cut_are_told(room: NameRoom, name: str, fits: bool) -> None:
    assert room.fits(name) is fits
