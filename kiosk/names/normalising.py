"""One spelling for what looks the same."""

import re
import unicodedata
from collections.abc import Iterator

from kiosk.names.private_use import REAL

_MIDDLE_DOTS = "•‧∙⋅･・●．᛫⸱ꞏ"
"""Look-alikes that lists use for U+00B7, the dot of the name standard (民委发〔2016〕33号)."""
_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""What nobody sees: joiners, marks of direction, variation selectors; and halves of characters."""
_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_COMMON = re.compile("[!-~·À-ɏ\u4e00-\u9fff]+(?: [!-~·À-ɏ\u4e00-\u9fff]+)*")
"""What most names and companies consist of; nothing in it has another spelling."""
HAN_RUN = re.compile(f"({_HAN.pattern}+)")
WORD = re.compile(r"[^\W_]+")
# CJK Radicals Supplement has no compatibility mapping; these look like one whole character
# (EquivalentUnifiedIdeograph of the Unicode Character Database)
_RADICALS = str.maketrans(
    "⺟⺠⺫⻁⻄⻅⻆⻉⻋⻐⻑⻓⻔⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻳",
    "母民目虎西见角贝车钅長长门青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿竜龙龟",
)
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae",
     "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "a"}
)  # fmt: skip
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def normalise(text: str) -> str:
    """One spelling for what looks the same: NFC, one space, U+00B7, half-width Latin.

    Kangxi and supplementary radicals, compatibility ideographs and the private code points
    of GBK become the characters that they show; what nobody sees is dropped.
    """
    if _COMMON.fullmatch(text):
        return text
    text = _DROPPED.sub("", unicodedata.normalize("NFC", text)).translate(REAL)
    spelled = "".join(_spelled(text.translate(_RADICALS)))
    return " ".join(unicodedata.normalize("NFC", spelled).split())


def _spelled(text: str) -> Iterator[str]:
    for character in text:
        code = ord(character)
        if character in _MIDDLE_DOTS:
            yield "·"
        elif 0xFF01 <= code <= 0xFFDC or 0x2F00 <= code <= 0x2FD5 or code == 0x3000:
            yield unicodedata.normalize("NFKC", character)
        elif character.isspace() or unicodedata.category(character) == "Cc":
            yield " "
        else:
            yield character


def is_han(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return bool(_HAN.search(text))


def plain(text: str) -> str:
    """Lower case without diacritics: Żółć → zolc, Müller → muller, Søren → soren."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFD", text.casefold().translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))


def spelt_out(text: str) -> str:
    """As `plain`, with umlauts and their Nordic kin in two letters: Müller → mueller."""
    if text.isascii():
        return text.lower()
    return plain(unicodedata.normalize("NFC", text).casefold().translate(_SPELT_OUT))
