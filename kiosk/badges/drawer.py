"""The badge drawer: words in, PDF out."""

from pathlib import Path

from kiosk.badges.colours import Colours
from kiosk.badges.fonts import FontChain
from kiosk.badges.layout import lay_out
from kiosk.badges.pdf import pdf_of
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
        raw = field_texts(words)
        # The code is machine text: it must reach the symbol untouched.
        values = {field: self._fonts.drawable(text) for field, text in raw.items()}
        values["code"] = words.code
        colours = Colours.of(words.colour)
        layout = lay_out(self._template, values, colours, self._fonts)
        return DrawnBadge(
            pdf=pdf_of(layout),
            width_mm=layout.width,
            height_mm=layout.height,
            missing=self.missing(" ".join(raw[field] for field in self._template.fields)),
            overflowing=layout.overflowing,
        )

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no bundled font can draw."""
        return self._fonts.missing(text)


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
