"""People made up by the thousand for badges: every script, every length, every odd company."""

import random
from collections.abc import Iterator
from typing import Final

from kiosk.domain.badge import BadgeWords
from tests.paper.wearers import badge
from tests.studio.name_lists import COMPOUND_SURNAMES, GIVEN, SURNAMES, TRAP_SURNAMES

_RARE: Final = "𬭚𪚥𠮷䶮㛃㻬𬱖𫖯㙦喆囍𠅤犇𣸣\U0002ebf0\U0002ec00龘"
_UYGHUR: Final = ("ئالىم", "ئابدۇللا", "مەمەتتۇرسۇن", "ئايگۈل", "پاتىگۈل", "غەنى")
_OTHERS: Final = (
    "محمد عبدالله الخليفة", "דוד כהן־לוי", "ดวงใจ ศรีสุวรรณ", "प्रिया शर्मा", "김민준", "Łukasz Żółć",
    "Nguyễn Thị Ánh Tuyết", "Юрий Ёлкин", "Ólafur Þórðarson", "Çağrı Öztürk", "Ọlá́bísí Adéṣínà",
)  # fmt: skip
_LATIN: Final = (
    "Maximilian Konstantina Jean-Baptiste von und zu O'Connor Müller Wolfeschlegelstein de la"
)
_ORGANS: Final = (
    "股份有限公司", "集团有限公司", "研究院", "智能网联汽车研究中心", "大学汽车工程学院",
    "人民政府办公厅",
    " Automotive Technologies GmbH & Co. KG", " Intelligent Mobility Research Center",
)  # fmt: skip
_CATEGORIES: Final = ("delegate", "speaker", "vip", "press", "exhibitor", "staff")


def crowd(count: int, seed: int = 20260608) -> Iterator[BadgeWords]:
    """The words of so many badges; the same seed gives the same people."""
    dice = random.Random(seed)
    for number in range(count):
        name, second = _name(dice)
        yield badge(
            name,
            second,
            _company(dice),
            dice.choice(("", "教授", "高级工程师 Senior Engineer", "首席架构师 · Chief Architect")),
            dice.choice(_CATEGORIES),
            f"A-{number:05d}",
        )


def _name(dice: random.Random) -> tuple[str, str]:
    kind = dice.randrange(8)
    if kind < 4:
        surname, latin = dice.choice((*SURNAMES, *TRAP_SURNAMES, *COMPOUND_SURNAMES))
        given = dice.choices(GIVEN, k=dice.choice((1, 2, 2, 2, 3)))
        rare = dice.choice(_RARE) if dice.random() < 0.2 else ""
        told = f"{latin} {''.join(word for _, word in given).capitalize()}"
        return surname + "".join(char for char, _ in given) + rare, told
    if kind == 4:
        long = "·".join(
            "".join(c for c, _ in dice.choices(GIVEN, k=dice.randrange(3, 9))) for _ in "ab"
        )
        return long, ""
    if kind == 5:
        return " ".join(dice.choices(_LATIN.split(), k=dice.randrange(1, 6))), ""
    if kind == 6:
        return " ".join(dice.choices(_UYGHUR, k=dice.randrange(1, 4))), "Alim Abdulla"
    return dice.choice(_OTHERS), ""


def _company(dice: random.Random) -> str:
    stem = "".join(char for char, _ in dice.choices(GIVEN, k=dice.randrange(2, 7)))
    parts = dice.choices(_ORGANS, k=dice.randrange(1, 3))
    return f"重庆{stem}{''.join(parts)}"
