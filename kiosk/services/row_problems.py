"""What may be wrong with a row, and what to do about it, in words."""

from typing import Final

from kiosk.domain.event import Event
from kiosk.domain.words import Language, Words

Said = tuple[Words, Words]
"""Problem and remedy."""

NO_NAME: Final = Words("没有姓名。", "No name."), Words("请填写姓名。", "Fill in the name.")
NO_NUMBER: Final = (
    Words("没有票号。", "No ticket number."),
    Words("请填写票号。", "Fill in the ticket number."),
)
BLANK_CODE: Final = (
    Words("没有二维码。", "No code."),
    Words(
        "请补上二维码；若凭票号签到，请删除整列二维码。",
        "Fill in the code; where numbers are the codes, remove the whole column of codes.",
    ),
)
POWER_OF_TEN: Final = (
    Words(
        "表格软件已把数字写成科学计数法，末尾数字已丢失。",
        "A spreadsheet has written the number as a power of ten; its last digits are lost.",
    ),
    Words(
        "请把该列设为“文本”后重新填写并导出。",
        "Make the column text, write the number again and export the list again.",
    ),
)
TURNED_AROUND: Final = (
    Words(
        "含有改变书写方向的不可见字符，已去掉。",
        "Held invisible characters that turn the writing around; they were dropped.",
    ),
    Words("请核对显示的文字。", "Check the text as it reads now."),
)


def no_status(said: str) -> Said:
    """A word for the status that nobody knows."""
    return (
        Words(f"未知状态“{said}”。", f"Unknown status “{said}”."),
        Words(
            "可用：有效、未付款、已取消、已撤销、已冻结。",
            "Known: valid, unpaid, cancelled, revoked, blocked.",
        ),
    )


def no_day(said: str) -> Said:
    """A day that is none."""
    return (
        Words(f"日期无法识别：“{said}”。", f"Not a date: “{said}”."),
        Words(
            "请写成 2027-06-08，多个日期用分号隔开。", "Write 2027-06-08; several with semicolons."
        ),
    )


def no_moment(said: str) -> Said:
    """A moment that is none."""
    return (
        Words(f"时间无法识别：“{said}”。", f"Not a time: “{said}”."),
        Words("请写成 2027-06-08 09:00。", "Write 2027-06-08 09:00."),
    )


def not_of_the_event(name: str) -> Said:
    """A session or place that the event file has not."""
    return (
        Words(f"活动文件中没有“{name}”。", f"The event file has no “{name}”."),
        Words(
            "请核对名称，或把它加到活动文件；在此之前这张票不能从那里入场。",
            "Check the name, or add it to the event file; until then it opens no door there.",
        ),
    )


def no_category(said: str, event: Event) -> Said:
    """A category that the event lacks."""
    known = "、".join(c.name.in_(Language.ZH) for c in event.categories)
    return (
        Words(f"未知类别“{said}”。", f"Unknown category “{said}”."),
        Words(
            f"可用：{known}；或在活动文件中添加。", f"Known: {known}; or add it to the event file."
        ),
    )


def private_use(twins: dict[str, str]) -> Said:
    """Private-use characters that have a standard twin."""
    pairs = "、".join(f"U+{ord(c):04X} → {twin} U+{ord(twin):04X}" for c, twin in twins.items())
    return (
        Words(f"用了自造字区的字：{pairs}。", f"Private-use characters: {pairs}."),
        Words("请改用标准字。", "Write the standard character instead."),
    )


def no_glyph(missing: tuple[str, ...]) -> Said:
    """Characters that no badge font has."""
    points = " ".join(f"U+{ord(character):04X}" for character in missing)
    return (
        Words(f"胸卡字体中没有：{points}", f"No badge font has {points}."),
        Words(
            "胸卡上会印出方框；请核对用字，或准备手写胸卡。",
            "The badge will show a frame; check the character, or have a badge written by hand.",
        ),
    )


TOO_LONG: Final = (
    Words("姓名太长，胸卡上会被截断。", "The name is too long for the badge and would be cut."),
    Words("请写短一些，或换用更大的模板。", "Write it shorter, or choose a larger template."),
)
