"""The fonts that ship, and their weight."""

from kiosk.composition.assets import FONTS


def font_list() -> list[dict[str, str | float]]:
    """Each font file with its size in megabytes."""
    files = sorted(FONTS.glob("*.ttf"))
    return [{"file": f.name, "megabytes": round(f.stat().st_size / 1e6, 1)} for f in files]
