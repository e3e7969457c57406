"""People made up for badges, each with a difficulty of their own."""

from typing import Final
from uuid import UUID

from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words

EVENT: Final = Words("2026 中国汽车重庆峰会", "China Auto Chongqing Summit 2026")
_CATEGORIES: Final = {
    "delegate": (Words("参会代表", "Delegate"), "#1D5FA8"),
    "speaker": (Words("演讲嘉宾", "Speaker"), "#7B2D8B"),
    "vip": (Words("贵宾", "VIP"), "#F2B705"),
    "press": (Words("媒体", "Press"), "#1E8E5A"),
    "exhibitor": (Words("参展商", "Exhibitor"), "#E07B00"),
    "staff": (Words("工作人员", "Staff"), "#5B6472"),
}


def badge(
    name: str,
    second_name: str = "",
    company: str = "",
    title: str = "",
    category: str = "delegate",
    number: str = "A-00317",
    code: str = "K7Q4XM2PD9",
) -> BadgeWords:
    """The words on somebody's badge."""
    words, colour = _CATEGORIES[category]
    return BadgeWords(
        UUID(int=1), name, second_name, company, title, words, colour, EVENT, number, code
    )


WEARERS: Final = {
    "two characters": badge(
        "王伟", "WANG Wei", "重庆长安汽车股份有限公司", "高级工程师 Senior Engineer"
    ),
    "four characters": badge(
        "欧阳嘉懿",
        "OUYANG Jiayi",
        "重庆长安汽车股份有限公司智能化研究院自动驾驶平台部",
        "首席架构师 · Chief Architect",
        "speaker",
    ),
    "beyond the BMP": badge("𬭚", "CHUN", "中国科学院重庆绿色智能技术研究院", "院士 Academician"),
    "twenty characters": badge(
        "阿卜杜热西提·麦麦提吐尔逊江阿布都拉",
        "Abdurishit Memettursunjan Abdulla",
        "新疆维吾尔自治区交通运输厅",
        "副处长",
    ),
    "sixty letters": badge(
        "Maximiliana-Konstantina von Habsburg-Lothringen und Oldenburg",
        "",
        "Porsche Engineering Group GmbH, Weissach Development Centre",
        "Principal Engineer, Battery Safety and Crash Simulation",
    ),
    "Vietnamese": badge(
        "Nguyễn Thị Ánh",
        "阮氏映",
        "FPT Software – Intelligent Mobility Research Center, Hồ Chí Minh City",
        "Senior Research Engineer",
    ),
    "VIP": badge("李嘉昇", "LI Jiasheng", "重庆大学", "教授", "vip"),
    "press": badge("司马相如生", "SIMA Xiangrusheng", "重庆日报报业集团", "摄影记者", "press"),
    "no name": badge(""),
    "no company": badge("陈晨", "CHEN Chen", category="exhibitor"),
    "two Latin words": badge("Christopher Wellington", company="BYD Auto", category="staff"),
    "Polish": badge(
        "Łukasz Żółć", "", "Škoda Auto a.s.", "Konstruktor", "speaker", "2026-0012345", "Q" * 16
    ),
}
