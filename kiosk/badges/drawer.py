"""The badge drawer: words in, PDF out."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from kiosk.badges.colours import Colours
from kiosk.badges.fonts import FontChain
from kiosk.badges.imposition import Page, sheets, single, whole
from kiosk.badges.layout import Layout, Wearer, lay_out
from kiosk.badges.pdf import printed
from kiosk.badges.ruler_page import ruler_page
from kiosk.badges.sheet import numbered
from kiosk.badges.template import Template
from kiosk.domain.badge import BadgeWords
from kiosk.services.ports import DrawnBadge


class TemplateDrawer:
    """Draws badges by one template. Fonts are opened by the first badge that needs them."""

    def __init__(self, template: Template, fonts_dir: Path) -> None:
        self._template = template
        self._fonts = FontChain(fonts_dir)

    def draw(self, words: BadgeWords) -> DrawnBadge:
        """The badge for these words; the same words give the same bytes."""
        sides = self._sides(words)
        pages = single(self._template, sides)
        shown = self._shown(words)
        return DrawnBadge(
            pdf=printed(pages, title="badge"),
            width_mm=pages[0].width,
            height_mm=pages[0].height,
            pages=len(pages),
            missing=self._lacking(shown),
            overflowing=tuple(name for side in sides for name in side.overflowing),
        )

    def ruler(self) -> DrawnBadge:
        """A page to try a printer's scale with, as large as the badges."""
        page = ruler_page(self._template, self._fonts)
        pdf = printed([whole(page)], title="ruler")
        return DrawnBadge(pdf=pdf, width_mm=page.width, height_mm=page.height)

    @property
    def per_sheet(self) -> int:
        """How many badges a sheet of paper takes."""
        plan = self._template.sheet
        return plan.columns * plan.rows if plan else 1

    def draw_sheets(self, everybody: Iterable[BadgeWords], first: int, of: int) -> bytes:
        """The sheets from the `first` of `of` on, each with its number in the margin."""
        plan, badges = self._template.sheet, [self._sides(words) for words in everybody]
        if plan is None:
            return printed(
                (p for sides in badges for p in single(self._template, sides)), title="badges"
            )
        pages: list[Page] = []
        for at in range(0, len(badges), self.per_sheet):
            number = f"{first + at // self.per_sheet} / {of}"
            some = sheets(self._template, plan, badges[at : at + self.per_sheet])
            pages += (numbered(page, number, self._fonts) for page in some)
        return printed(pages, title="badges")

    def flaws(self, words: BadgeWords) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a person must see to before it is printed: characters, and boxes too small."""
        shown, sides = self._shown(words), self._sides(words)
        missing = self._lacking(shown)
        return missing, tuple(name for side in sides for name in side.overflowing)

    def draw_many(self, everybody: Iterable[BadgeWords]) -> bytes:
        """A page a badge (two with a back), or sheets where the template has a plan."""
        badges = (self._sides(words) for words in everybody)
        plan = self._template.sheet
        if plan:
            return printed(sheets(self._template, plan, list(badges)), title="badges")
        pages = (page for sides in badges for page in single(self._template, sides))
        return printed(pages, title="badges")

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no bundled font can draw."""
        return self._fonts.missing(text)

    def _lacking(self, shown: dict[str, str]) -> tuple[str, ...]:
        lacking = (self.missing(shown[field]) for field in self._template.fields)
        return tuple(dict.fromkeys(chain.from_iterable(lacking)))

    def _sides(self, words: BadgeWords) -> tuple[Layout, ...]:
        shown = self._shown(words)
        values = {field: self._fonts.drawable(text) for field, text in shown.items()}
        # The code is machine text: it must reach the symbol untouched.
        values["code"] = words.code
        wearer = Wearer(values, self._colours(words), words.category_id)
        template = self._template
        return tuple(lay_out(template, wearer, self._fonts, side) for side in template.sides)

    def _shown(self, words: BadgeWords) -> dict[str, str]:
        """What the fields say, where the template has words of its own for the category."""
        texts = field_texts(words)
        look = self._template.looks.get(words.category_id)
        if look and look.zh is not None:
            texts["category_zh"] = look.zh
        if look and look.en is not None:
            texts["category_en"] = look.en
        return texts

    def _colours(self, words: BadgeWords) -> Colours:
        if self._template.black:
            return Colours.in_black()
        look = self._template.looks.get(words.category_id)
        return Colours.of(look.colour if look and look.colour else words.colour)


def field_texts(words: BadgeWords) -> dict[str, str]:
    """What each field of a template says."""
    return {
        "name": words.name,
        "second_name": words.second_name,
        "company": words.company,
        "title": words.title,
        "category_zh": words.category.zh,
        "category_en": words.category.en,
        "event_zh": words.event.zh,
        "event_en": words.event.en,
        "number": words.number,
        "code": words.code,
    }
