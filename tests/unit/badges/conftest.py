"""The badge that ships, drawn with the fonts that ship."""

from pathlib import Path

import pytest

from kiosk.badges.drawer import TemplateDrawer
from kiosk.badges.fonts import FontChain
from kiosk.badges.template import Template
from kiosk.badges.template_file import load_template

_ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture(scope="session")
def fonts_dir() -> Path:
    return _ASSETS / "fonts"


@pytest.fixture(scope="session")
def template() -> Template:
    return load_template(_ASSETS / "badge_templates" / "lanyard.toml")


@pytest.fixture(scope="session")
def fonts(fonts_dir: Path) -> FontChain:
    return FontChain(fonts_dir)


@pytest.fixture(scope="session")
def drawer(template: Template, fonts_dir: Path) -> TemplateDrawer:
    return TemplateDrawer(template, fonts_dir)
