"""How a name is said aloud, for a clerk who greets a guest: Zēng Shàn, Yuè/Lè Wén."""

from functools import lru_cache

from kiosk.names.normalising import is_han, normalise, plain
from kiosk.names.readings import joined, parts, surname_readings


@lru_cache(256)
def said(name: str) -> str:
    """The pinyin of a Chinese name with its tones; empty for any other name.

    A surname that is read in several ways has them all, the likeliest first, with a stroke
    between: only the bearer knows.
    """
    name = normalise(name)
    if not is_han(name) or "·" in name:
        return ""
    words = []
    for part, is_surname in parts(name):
        if is_surname:
            readings = [_toned(part, sounds) for sounds in surname_readings(part)]
            words.append("/".join(one.capitalize() for one in readings))
        elif is_han(part):
            words.append(joined(_in_context(part)).capitalize())
    return " ".join(words)


def _toned(part: str, sounds: tuple[str, ...]) -> str:
    """The syllables with the tones that a dictionary gives these characters when read so."""
    from pypinyin import Style, pinyin  # noqa: PLC0415  a tenth of a second, not at start-up

    found = pinyin(part, style=Style.TONE, heteronym=True)
    if len(found) != len(sounds):
        return "".join(sounds)
    chosen = []
    for wanted, choices in zip(sounds, found, strict=True):
        fits = (choice for choice in choices if _toneless(choice) == wanted)
        chosen.append(next(fits, wanted.replace("v", "ü")))
    return joined(chosen)


def _in_context(given: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  a tenth of a second, not at start-up

    return list(lazy_pinyin(given, style=Style.TONE))


def _toneless(sound: str) -> str:
    return plain(sound.translate(str.maketrans("üǖǘǚǜ", "vvvvv")))
