"""What sync says where nobody else can."""

from typing import Final

from kiosk.domain.words import Words

TOO_OLD_WORDS: Final = Words(
    "本机程序与中心的版本不兼容，签到照常。请更新本机程序。",
    "This program and the hub do not understand each other; check-in goes on. Update it.",
)
NOTHING_DONE_WORDS: Final = Words(
    "中心没有回答每一条记录。", "The hub did not say what became of what it was sent."
)
