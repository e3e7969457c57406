"""How names read: normalising, pinyin for search, masking for public screens."""

import re
import unicodedata

_MIDDLE_DOTS = "•‧∙⋅･・●．"
"""Look-alikes that lists use for U+00B7, the dot of the name standard (民委发〔2016〕33号)."""
_DROPPED = re.compile("[\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_HAN_RUN = re.compile(f"({_HAN.pattern}+)")
_COMPOUND = (
    "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 尉迟 澹台 万俟 公孙 慕容 宇文 长孙 皇甫 令狐 夏侯 "
    "轩辕 钟离 闻人 濮阳 淳于 单于 太叔 申屠 仲孙 鲜于 闾丘 司空 端木 百里 呼延 东郭 南门 第五"
)
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
_SURNAMES = {
    "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "盖": "ge",
    "朴": "piao", "翟": "zhai", "缪": "miao", "覃": "qin", "种": "chong", "员": "yun", "乐": "yue",
    "尉迟": "yu chi", "万俟": "mo qi", "澹台": "tan tai", "单于": "chan yu", "长孙": "zhang sun",
}  # fmt: skip
"""Readings that differ from the character's everyday one (see facts: 13 of 18 misread)."""


def normalise(text: str) -> str:
    """One spelling for what looks the same: NFC, one space, U+00B7, half-width Latin."""
    text = _DROPPED.sub("", unicodedata.normalize("NFC", text))
    out: list[str] = []
    for character in text:
        code = ord(character)
        if character in _MIDDLE_DOTS:
            out.append("·")
        elif 0xFF01 <= code <= 0xFF5E or 0x2F00 <= code <= 0x2FD5 or code == 0x3000:
            out.append(unicodedata.normalize("NFKC", character))
        elif character.isspace() or unicodedata.category(character) == "Cc":
            out.append(" ")
        else:
            out.append(character)
    return " ".join("".join(out).split())


def is_han(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return bool(_HAN.search(text))


def surname_length(name: str) -> int:
    """How many characters of a Han name are the surname: 2 for compound ones, else 1."""
    return 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1


def syllables(name: str) -> tuple[str, ...]:
    """The pinyin of a name without tones, surname read as a surname; Latin words as they are."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  a tenth of a second, not at start-up

    out: list[str] = []
    first = True
    for run in _HAN_RUN.split(normalise(name)):
        if not is_han(run):
            out += re.findall(r"\w+", plain(run))
            continue
        size = surname_length(run) if first else 0
        surname, given = run[:size], run[size:]
        out += _SURNAMES.get(surname, " ".join(lazy_pinyin(surname))).split()
        out += [plain(syllable) for syllable in lazy_pinyin(given)]
        first = False
    return tuple(out)


def plain(text: str) -> str:
    """Lower case without diacritics: Żółć → zolc, Müller → muller, Søren → soren."""
    replaced = text.translate(str.maketrans("łŁøØđĐıßæœÆŒ", "lLoOdDisaoAO"))
    marked = unicodedata.normalize("NFD", replaced)
    return "".join(c for c in marked if not unicodedata.combining(c)).casefold()


def search_keys(name: str) -> str:
    """The words under which a name is found, separated by spaces.

    Each Han character, each syllable, the syllables joined, the initials; Latin words plain.
    (An FTS5 trigram index never matches two-character names; words do.)
    """
    name = normalise(name)
    spoken = syllables(name)
    keys: list[str] = list(_HAN.findall(name))
    if not is_han(name):
        initials = "".join(s[0] for s in spoken)
        return " ".join(dict.fromkeys([*spoken, "".join(spoken), initials]))
    keys += spoken
    keys += ["".join(spoken), "".join(s[0] for s in spoken)]
    keys += ["".join(spoken[start:]) for start in range(1, len(spoken) - 1)]
    return " ".join(dict.fromkeys(keys))


def query_words(query: str) -> tuple[str, ...]:
    """A clerk's query as the words that must all be found: Han one by one, the rest plain."""
    words: list[str] = []
    for run in _HAN_RUN.split(normalise(query)):
        words += list(run) if is_han(run) else re.findall(r"\w+", plain(run))
    return tuple(words)


def masked_name(name: str) -> str:
    """A name for a public screen: 王*明, 王*, 欧阳**, Ł***** Ż***."""
    name = normalise(name)
    if not is_han(name):
        return " ".join(word[0] + "*" * (len(word) - 1) for word in name.split())
    if "·" in name:
        return "·".join(part[0] + "*" * (len(part) - 1) for part in name.split("·") if part)
    size = surname_length(name)
    if size == 2 or len(name) <= 2:
        return name[:size] + "*" * (len(name) - size)
    return name[0] + "*" * (len(name) - 2) + name[-1]


def masked_phone(phone: str) -> str:
    """A phone number for a screen: 138****5678; short ones keep their last two digits."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) < 7:
        return "*" * max(0, len(digits) - 2) + digits[-2:]
    return f"{digits[:-8]}****{digits[-4:]}" if len(digits) > 8 else f"****{digits[-4:]}"
