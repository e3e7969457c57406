"""Pictures in badges: whole, small, and the same bytes each time."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.badges.drawer import TemplateDrawer
from kiosk.badges.images import drawable, embedded
from kiosk.badges.picture import picture
from kiosk.badges.template_file import load_template
from kiosk.services.trouble import Misconfigured
from tests.paper.wearers import WEARERS

PAGE = "[page]\nwidth = 90\nheight = 130\n"
LOGO = '\n[[box]]\nkind = "image"\nfile = "logo.png"\nx = 10\ny = 10\nw = 30\nh = 10\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    logo = Image.new("RGBA", (1200, 1200), (0, 0, 0, 0))
    logo.paste((200, 0, 0, 255), (0, 0, 1200, 600))
    logo.save(tmp_path / "logo.png")
    Image.new("RGB", (90, 130), "#00FF00").save(tmp_path / "green.jpg")
    return tmp_path


def drawer(folder: Path, fonts_dir: Path, text: str) -> TemplateDrawer:
    file = folder / "mine.toml"
    file.write_text(text, "utf-8")
    return TemplateDrawer(load_template(file), fonts_dir)


def test_a_picture_stands_in_the_middle_of_its_box_with_holes_left_open(
    folder: Path, fonts_dir: Path
) -> None:
    text = PAGE.replace("130", '130\nbackground = "green.jpg"') + LOGO
    page = picture(drawer(folder, fonts_dir, text).draw(WEARERS["VIP"]).pdf, 254)
    assert page.getpixel((250, 120)) == (200, 0, 0)
    for x, y in ((250, 180), (120, 120)):
        red, green, _ = np.asarray(page)[y, x]
        assert red < 20 < 240 < green


def test_a_large_picture_costs_no_more_than_the_printer_shows(folder: Path) -> None:
    made = embedded(folder / "logo.png", 30, 10)
    assert (made.width, made.height) == (118, 118)
    assert len(made.colours) < 2000
    assert embedded(folder / "green.jpg", 30, 10).alpha is None


def test_a_pdf_page_can_be_the_background(folder: Path, fonts_dir: Path) -> None:
    whole = drawer(folder, fonts_dir, PAGE + LOGO).draw(WEARERS["VIP"]).pdf
    (folder / "page.pdf").write_bytes(whole)
    text = PAGE.replace("130", '130\nbackground_back = "page.pdf"') + LOGO
    two_sided = drawer(folder, fonts_dir, text)
    first, again = (two_sided.draw(WEARERS["VIP"]).pdf for _ in range(2))
    assert first == again
    assert first.count(b"/Type /Page\n") == 2 or b"/Count 2" in first


@pytest.mark.parametrize("name", ["absent.png", "text.png", "broken.pdf", "huge.png"])
def test_what_is_no_picture_is_told_with_its_line(folder: Path, name: str) -> None:
    (folder / "text.png").write_text("no picture")
    (folder / "broken.pdf").write_text("no document")
    Image.new("1", (9000, 9000)).save(folder / "huge.png")
    assert not drawable(folder / name)
    file = folder / "mine.toml"
    file.write_text(PAGE + LOGO.replace("logo.png", name), "utf-8")
    with pytest.raises(Misconfigured) as caught:
        load_template(file)
    assert "line 7" in caught.value.title.en
    assert "PNG" in caught.value.advice.en
