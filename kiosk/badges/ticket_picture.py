"""A ticket as a picture for phones, a page for printers, and its bare code for designers."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from kiosk.badges.code_design import Modules
from kiosk.badges.colours import Colours
from kiosk.badges.drawer import field_texts
from kiosk.badges.fonts import FontChain
from kiosk.badges.layout import Layout, QrMark, Wearer, lay_out
from kiosk.badges.pdf import pdf_of
from kiosk.badges.picture import picture
from kiosk.badges.qr import QUIET, traced
from kiosk.badges.template import Template
from kiosk.badges.template_file import load_template
from kiosk.domain.badge import BadgeWords

WALLET_DPI: Final = 300
"""The wallet template is 91.43 mm wide: 1080 pixels, a phone's width and no more to scale."""
SVG_MM: Final = 40.0
"""Side of an SVG with its quiet zone: 0.9 mm a module when signed; designers scale it."""
PNG_EFFORT: Final = 4
"""zlib's level: 9 takes five times as long for a twentieth less."""


@dataclass(frozen=True, slots=True)
class ProvenCode:
    """A ticket's code and the very modules that were read back.

    `sent_back` counts the symbols before it that were not read under every condition.
    """

    text: str
    modules: Modules
    sent_back: int = 0


class TicketDrawer:
    """Draws tickets. Fonts are opened by the first ticket that needs them.

    Raises:
        Misconfigured: a template or a font cannot be used.
    """

    def __init__(self, templates: Path, fonts: Path) -> None:
        self._wallet = load_template(templates / "wallet.toml")
        self._paper = load_template(templates / "paper.toml")
        self._fonts = FontChain(fonts)

    def missing(self, words: BadgeWords) -> tuple[str, ...]:
        """Characters of a ticket that no font here has: they show as a frame."""
        texts = field_texts(words)
        return self._fonts.missing(" ".join(texts[field] for field in self._paper.fields))

    def png(self, words: BadgeWords, code: ProvenCode) -> bytes:
        """1080 pixels wide, on white; every module is the same number of whole pixels."""
        layout = self._laid_out(self._wallet, words, code)
        drawn = picture(pdf_of(layout), WALLET_DPI)
        mark = next(mark for mark in layout.marks if isinstance(mark, QrMark))
        _sharpen(drawn, mark, code.modules)
        out = io.BytesIO()
        drawn.save(out, "PNG", dpi=(WALLET_DPI, WALLET_DPI), compress_level=PNG_EFFORT)
        return out.getvalue()

    def pdf(self, words: BadgeWords, code: ProvenCode) -> bytes:
        """One page in true millimetres; the code is an outline, no picture."""
        return pdf_of(self._laid_out(self._paper, words, code))

    def _laid_out(self, template: Template, words: BadgeWords, code: ProvenCode) -> Layout:
        values = {field: self._fonts.drawable(text) for field, text in field_texts(words).items()}
        values["code"] = code.text
        wearer = Wearer(values, Colours.of(words.colour), code=traced(code.modules))
        return lay_out(template, wearer, self._fonts)


def svg(code: ProvenCode) -> bytes:
    """The bare code, `SVG_MM` wide with its quiet zone: a white square and one path."""
    symbol = traced(code.modules)
    whole = symbol.side + 2 * QUIET
    loops = (
        "M" + "L".join(f"{x + QUIET} {y + QUIET}" for x, y in loop) + "z" for loop in symbol.outline
    )
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SVG_MM:g}mm" height="{SVG_MM:g}mm" '
        f'viewBox="0 0 {whole} {whole}" shape-rendering="crispEdges">'
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>'
        f'<path fill-rule="evenodd" d="{"".join(loops)}"/></svg>\n'
    )
    return text.encode("ascii")


def _sharpen(drawn: Image.Image, mark: QrMark, modules: Modules) -> None:
    """Put the code's modules on whole pixels: blurred edges would cost reading distance."""
    dots = WALLET_DPI / 25.4
    pixels = round(mark.module * dots)
    side = len(modules)
    bits = Image.new("L", (side, side))
    bits.putdata([0 if dark else 255 for row in modules for dark in row])
    code = bits.resize((side * pixels, side * pixels), Image.Resampling.NEAREST)
    at = (round(mark.x * dots), round(mark.y * dots))
    quiet = QUIET * pixels
    white = (at[0] - quiet, at[1] - quiet, at[0] + code.width + quiet, at[1] + code.height + quiet)
    drawn.paste((255, 255, 255), white)
    drawn.paste(code.convert("RGB"), at)
