"""Colours, sizes and type: one visual language for both faces.

Sizes are in *units*: a unit is 1/1080 of the screen's shorter side, so that one layout
serves 800x600 to 4K. Every text colour on its ground has a contrast of at least 4.5:1
(WCAG 2.2, 1.4.3), an outcome's own at least 7:1; a test measures them.
"""

from dataclasses import dataclass
from enum import IntEnum

CHECKING_MS = 100
"""A check that is done sooner shows its outcome alone: two pictures in 20 ms only flicker."""
FAMILY = "Noto Sans SC"
LATIN_FAMILY = "Noto Sans"


class Type(IntEnum):
    """The type scale, in units."""

    NAME = 132
    HEADLINE = 76
    TITLE = 50
    BODY = 36
    SMALL = 27


class Space(IntEnum):
    """Distances, in units."""

    TIGHT = 8
    SMALL = 16
    MEDIUM = 28
    LARGE = 48
    HUGE = 80


@dataclass(frozen=True, slots=True)
class Tone:
    """An outcome's colours: the ground, what is written on it, and the accent."""

    ground: str
    text: str
    accent: str


PAGE = "#F4F2EE"
CARD = "#FFFFFF"
INK = "#1C2530"
QUIET = "#5A6472"
LINE = "#DEDAD2"
BRAND = "#0E4D64"
BRAND_SOFT = "#E3EEF1"
DARK = "#10181F"
DARK_TEXT = "#E9EEF2"
DARK_QUIET = "#A9B6C0"

CALM = Tone(PAGE, INK, BRAND)
GOOD = Tone("#E4F3EA", "#0B3A24", "#14713F")
STOP = Tone("#FBE9E4", "#5A1708", "#B3381B")
ASK = Tone("#FFF3D9", "#4A3204", "#9A6500")
WAIT = Tone("#E3EEF1", "#0B3443", "#0E4D64")


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns units into pixels for a screen of this many pixels, `larger` for whoever wishes it."""

    width: int
    height: int
    larger: float = 1.0

    @property
    def unit(self) -> float:
        """Pixels in one unit."""
        return min(self.width, self.height) / 1080 * self.larger

    def px(self, units: float) -> int:
        """Whole pixels, at least one."""
        return max(1, round(units * self.unit))

    @property
    def portrait(self) -> bool:
        """Whether the screen stands upright."""
        return self.height > self.width


def style_sheet(scale: Scale) -> str:
    """The style of everything that is not painted by hand."""
    px = scale.px
    return f"""
    * {{ font-family: "{FAMILY}", "{LATIN_FAMILY}"; color: {INK}; }}
    #page {{ background: {PAGE}; }}
    #card {{ background: {CARD}; border: 1px solid {LINE}; border-radius: {px(20)}px; }}
    QLabel {{ font-size: {px(Type.SMALL)}px; background: transparent; }}
    QLabel[role="title"] {{ font-size: {px(Type.TITLE)}px; font-weight: 700; }}
    QLabel[role="body"] {{ font-size: {px(Type.BODY)}px; }}
    QLabel[role="heading"] {{ font-size: {px(30)}px; font-weight: 700; }}
    QLabel[role="quiet"] {{ color: {QUIET}; }}
    QLabel[role="event"] {{ font-size: {px(34)}px; font-weight: 700; color: {BRAND}; }}
    QPushButton {{
        font-size: {px(30)}px; padding: {px(12)}px {px(26)}px; border-radius: {px(14)}px;
        background: {CARD}; border: {px(2)}px solid {BRAND}; color: {BRAND}; font-weight: 700;
    }}
    QPushButton[role="card"], QPushButton[role="card-main"] {{
        font-size: {px(24)}px; padding: {px(12)}px {px(8)}px;
    }}
    QPushButton[role="card-main"] {{ background: {BRAND}; color: white; }}
    QPushButton:hover {{ background: {BRAND_SOFT}; }}
    QPushButton:focus {{ border-color: {INK}; }}
    QPushButton:disabled {{ color: {QUIET}; border-color: {LINE}; background: {PAGE}; }}
    QPushButton[role="main"] {{ background: {BRAND}; color: white; }}
    QPushButton[role="main"]:hover {{ background: #0B3D50; }}
    QPushButton[role="key"] {{
        font-size: {px(52)}px; padding: 0; min-height: {px(60)}px; min-width: {px(60)}px;
        border-color: {LINE}; color: {INK};
    }}
    QPushButton[role="key"]:pressed {{ background: {BRAND}; color: white; }}
    QPushButton[role="touch"] {{ font-size: {px(44)}px; padding: {px(30)}px {px(60)}px; }}
    QPushButton[role="touch-plain"], QPushButton[role="touch-main"] {{
        font-size: {px(34)}px; padding: {px(24)}px {px(12)}px;
    }}
    QPushButton[role="touch-main"] {{ background: {BRAND}; color: white; }}
    QLineEdit {{
        font-size: {px(34)}px; padding: {px(14)}px {px(18)}px; border-radius: {px(14)}px;
        border: {px(2)}px solid {LINE}; background: {CARD};
        selection-background-color: {BRAND};
    }}
    QLineEdit:focus {{ border-color: {BRAND}; }}
    QLineEdit[role="form"], QComboBox {{
        font-size: {px(27)}px; padding: {px(7)}px {px(16)}px; border-radius: {px(12)}px;
        border: {px(2)}px solid {LINE}; background: {CARD};
    }}
    QComboBox::drop-down {{ border: none; width: {px(40)}px; }}
    QLineEdit[role="form"]:focus, QComboBox:focus {{ border-color: {BRAND}; }}
    QComboBox QAbstractItemView {{
        background: {CARD}; selection-background-color: {BRAND_SOFT}; selection-color: {INK};
    }}
    QCheckBox {{ padding: {px(6)}px; }}
    QCheckBox::indicator {{
        width: {px(34)}px; height: {px(34)}px; border: {px(2)}px solid {QUIET};
        border-radius: {px(8)}px; background: {CARD};
    }}
    QCheckBox::indicator:checked {{ background: {BRAND}; border-color: {BRAND}; }}
    QCheckBox::indicator:focus {{ border: {px(4)}px solid {ASK.accent}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QListWidget {{ border: none; background: transparent; outline: none; }}
    QListWidget::item {{ border-radius: {px(10)}px; }}
    QListWidget::item:selected {{ background: {BRAND_SOFT}; }}
    QListWidget::item:focus {{ background: {BRAND_SOFT}; }}
    QScrollBar:vertical {{ width: {px(10)}px; background: transparent; }}
    QScrollBar::handle:vertical {{ background: {LINE}; border-radius: {px(5)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    """


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #RRGGBB colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(value: int) -> float:
        c = value / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_on(ground: str) -> str:
    """White or ink, whichever reads better on the ground."""
    return "#FFFFFF" if contrast("#FFFFFF", ground) >= contrast(INK, ground) else INK
