"""Where the shipped files are: beside the program, or inside the bundle."""

import sys
from pathlib import Path

ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))
ASSETS = ROOT / "assets"
FONTS = ASSETS / "fonts"
TEMPLATES = ASSETS / "badge_templates"
TICKET_TEMPLATES = ASSETS / "ticket_templates"
WORDS = ASSETS / "i18n"
DEMO = ASSETS / "demo"
ORGANISER = ASSETS / "organiser"
SOUNDS = ASSETS / "sounds"
