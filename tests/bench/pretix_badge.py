"""The badge drawn by pretix's own renderer; run by an interpreter that has pretix.

`PYTHON pretix_badge.py REGULAR.ttf BOLD.ttf`, with rounds on standard input: each a line of
JSON, a list of badges [[texts, code], ...]; answers with the milliseconds and the bytes of each.
Its page is pretix's way to a badge: a PDF as background, text containers that fit themselves.
"""

import io
import json
import os
import sys
import time
from types import SimpleNamespace
from typing import Any

WIDTH, HEIGHT, CODE = 95.0, 134.0, 36.0
_BLACK = [0, 0, 0, 1]


def main() -> None:
    """Draw whatever is asked for."""
    began = time.perf_counter()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretix.settings")
    import django  # type: ignore[import-not-found]  # noqa: PLC0415

    django.setup()
    import pypdf  # type: ignore[import-not-found]  # noqa: PLC0415
    from pretix.base.pdf import (  # type: ignore[import-not-found]  # noqa: PLC0415
        Renderer,
        register_ttf_font_if_new,
    )
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    Renderer._register_fonts()
    register_ttf_font_if_new("Badge", sys.argv[1])
    register_ttf_font_if_new("Badge B", sys.argv[2])
    paper = io.BytesIO()
    blank = pypdf.PdfWriter()
    blank.add_blank_page(WIDTH / 25.4 * 72, HEIGHT / 25.4 * 72)
    blank.write(paper)
    renderer = Renderer.__new__(Renderer)  # its constructor reads an event from a database
    renderer.variables, renderer.images, renderer.event = {}, {}, None
    renderer.event_fonts = ["Badge", "Open Sans"]
    renderer.bg_bytes = paper.getvalue()
    renderer.bg_pdf = pypdf.PdfReader(io.BytesIO(renderer.bg_bytes))
    position = SimpleNamespace(subevent=None, variation_id=None)
    order = SimpleNamespace(event=None)
    for line in sys.stdin:
        start = time.perf_counter()
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(WIDTH / 25.4 * 72, HEIGHT / 25.4 * 72))
        for texts, code in json.loads(line):
            renderer.layout = _layout(texts, code)
            renderer.draw_page(canvas, order, position)
        canvas.save()
        made = renderer.render_background(buffer, "Badge").getvalue()
        taken = (time.perf_counter() - start) * 1000
        told = [taken, len(made), (time.perf_counter() - began) * 1000]
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _layout(texts: list[Any], code: str) -> list[Any]:
    boxes = [
        {
            "type": "textcontainer", "page": 1, "content": "other", "text": text,
            "left": "5", "width": str(WIDTH - 10), "height": str(size * 0.5),
            "bottom": str(HEIGHT - top - size * 0.1), "fontsize": str(size), "lineheight": "1",
            "fontfamily": "Badge", "bold": bold, "italic": False, "align": "center",
            "color": _BLACK, "autoresize": True, "verticalalign": "bottom", "rotation": 0,
        }
        for text, bold, size, top in texts
    ]  # fmt: skip
    return [
        *boxes,
        {
            "type": "barcodearea", "page": 1, "content": "other", "text": code,
            "left": str((WIDTH - CODE) / 2), "bottom": str(HEIGHT - 86 - CODE), "size": str(CODE),
        },
    ]  # fmt: skip


if __name__ == "__main__":
    main()
