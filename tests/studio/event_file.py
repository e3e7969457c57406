"""The demo's event.toml: an invented agenda for a summit in Chongqing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

SLUG: Final = "cacs-2027"
OTHER_SLUG: Final = "harbour-expo-2027"
DAYS: Final = (date(2027, 6, 8), date(2027, 6, 9), date(2027, 6, 10))
URL: Final = "https://tickets.example.com/t/"

CATEGORIES: Final = (
    ("delegate", 1, "参会代表", "Delegate", "#1F5FA8", ("代表",)),
    ("vip", 2, "贵宾", "VIP", "#8A6A1F", ("嘉宾",)),
    ("speaker", 3, "演讲嘉宾", "Speaker", "#6B3FA0", ("演讲人",)),
    ("press", 4, "媒体", "Press", "#B4471E", ("记者", "Media")),
    ("exhibitor", 5, "展商", "Exhibitor", "#1E7A46", ("参展商",)),
    ("government", 6, "政府嘉宾", "Government", "#9C1F3C", ("政府",)),
    ("staff", 7, "工作人员", "Staff", "#4A5560", ("组委会",)),
)
NUMBER_OF: Final = {row[0]: row[1] for row in CATEGORIES}
ZH_OF: Final = {row[0]: row[2] for row in CATEGORIES}
EN_OF: Final = {row[0]: row[3] for row in CATEGORIES}

_HALLS: Final = {
    "yuelai": ("悦来厅", "Yuelai Hall"),
    "jialing": ("嘉陵厅", "Jialing Hall"),
    "liangjiang": ("两江厅", "Liangjiang Hall"),
    "bayu": ("巴渝厅", "Bayu Hall"),
}

_SESSIONS: Final = (
    ("opening", "开幕式", "Opening Ceremony", 8, "09:00", "10:15", "yuelai"),
    (
        "plenary",
        "主论坛：新周期里的中国汽车",
        "Plenary: A New Cycle",
        8,
        "10:30",
        "12:00",
        "yuelai",
    ),
    ("battery", "动力电池与安全", "Batteries and Safety", 8, "13:30", "15:00", "yuelai"),
    ("cockpit", "智能座舱体验", "The Intelligent Cockpit", 8, "13:30", "15:00", "jialing"),
    ("export", "汽车出海与本地化", "Going Global", 8, "15:30", "17:00", "yuelai"),
    ("press-briefing", "媒体见面会", "Press Briefing", 8, "17:15", "18:00", "bayu"),
    (
        "driving",
        "自动驾驶：从示范到运营",
        "Automated Driving in Service",
        9,
        "09:00",
        "10:30",
        "yuelai",
    ),
    ("chips", "车规芯片与供应链", "Automotive Chips", 9, "09:00", "10:30", "jialing"),
    ("charging", "补能网络", "Charging Networks", 9, "10:45", "12:00", "liangjiang"),
    ("design", "汽车设计的东方语言", "Design in an Eastern Idiom", 9, "13:30", "15:00", "jialing"),
    ("software", "软件定义汽车", "The Software-Defined Car", 9, "13:30", "15:00", "yuelai"),
    ("dealers", "渠道变革与用户服务", "Dealers and Service", 9, "15:30", "17:00", "liangjiang"),
    ("dinner", "欢迎晚宴", "Welcome Dinner", 9, "18:30", "21:00", "yuelai"),
    ("carbon", "低碳与循环利用", "Carbon and Recycling", 10, "09:00", "10:30", "liangjiang"),
    ("young", "青年工程师论坛", "Young Engineers", 10, "09:00", "10:30", "bayu"),
    ("closing", "闭幕式暨成果发布", "Closing and Findings", 10, "10:45", "12:00", "yuelai"),
)

_LATER_CHECKPOINTS: Final = """\
# A session's door: who is inside is counted, both ways.
[[checkpoint]]
id = "battery-door"
zh = "动力电池分论坛入口"
en = "Batteries and Safety, Door"
policy = "in_out"                     # a station with direction = "out" counts who leaves
sessions = ["battery"]                # tickets that name sessions must name this one
requires = "registration"             # a badge first
capacity = 120                        # the 121st waits until somebody leaves
pause_minutes = 2                     # a badge handed back over the barrier does not open again

[[checkpoint]]
id = "welcome-dinner"
zh = "欢迎晚宴"
en = "Welcome Dinner"
invited_only = true                   # only tickets whose list invites them here
requires = "registration"
opens = 2027-06-09T18:00:00
closes = 2027-06-09T21:00:00

[[checkpoint]]
id = "motor-show"
zh = "车展入口"
en = "Motor Show Gate"
policy = "once_a_day"
daily = ["09:00:00", "18:00:00"]      # on each day, by the event's clock
requires = "registration"

[[checkpoint]]
id = "passport-desk"
zh = "证件核验台"
en = "Passport Desk"
documents = true                      # kind and last four characters are noted, never the number
"""

_HANDOUTS: Final = """\
# What a desk hands out, ticked with Ctrl+H.
[[handout]]
id = "headset"
zh = "同传耳机"
en = "Interpretation Headset"
returned = true                       # wanted back

[[handout]]
id = "gift"
zh = "伴手礼"
en = "Welcome Gift"
categories = ["vip", "speaker", "government"]
"""

_CHECKPOINTS: Final = (
    ("registration", "签到处", "Registration", "once", ()),
    ("main-hall", "主会场入口", "Main Hall Door", "once_a_day", ()),
    ("exhibition", "展区入口", "Exhibition Gate", "once_a_day", ()),
    ("vip-lounge", "贵宾休息室", "VIP Lounge", "once_a_day", ("vip", "government")),
    ("media-centre", "媒体中心", "Media Centre", "once_a_day", ("press", "staff")),
)

_QUESTION_ZH: Final = "峰会期间，您是否同意在展台对您进行拍照和录像？您可以拒绝，这不影响入场。"
_QUESTION_EN: Final = (
    "May we take photographs and recordings of you at your stand? "
    "You may say no; it does not affect your admission."
)


def event_toml(issuer: str) -> str:
    """Return the whole file.

    Args:
        issuer: Public key of the demo's issuer, base64.
    """
    parts = [_head(issuer)]
    parts += [_category(*row) for row in CATEGORIES]
    parts += [_session(*row) for row in _SESSIONS]
    parts += [_checkpoint(*row) for row in _CHECKPOINTS]
    parts.append(_LATER_CHECKPOINTS)
    parts.append(
        f'[[question]]\nid = "recording"\nzh = "{_QUESTION_ZH}"\nen = "{_QUESTION_EN}"\n'
        'categories = ["exhibitor"]\n'
    )
    parts.append(_HANDOUTS)
    return "\n".join(parts)


def _head(issuer: str) -> str:
    days = ", ".join(day.isoformat() for day in DAYS)
    pattern = "^" + URL.replace(".", r"\.") + "(?P<code>[A-Z2-7]{26})$"
    return f"""\
# The demo event. Every person, company and code in this folder is invented;
# `python -m tests.studio.demo_event` draws all of it again from one seed.

[event]
slug = "{SLUG}"                    # ids are derived from it: never change it once tickets are out
zh = "中国汽车重庆峰会"
en = "China Auto Chongqing Summit"
venue_zh = "重庆悦来国际会议中心"
venue_en = "Chongqing Yuelai International Convention Center"
zone = "Asia/Shanghai"
day_boundary = "04:00"                # a dinner that ends at one in the morning is still today
days = [{days}]
code_patterns = ['{pattern}']   # the code inside a platform's URL
issuers = ["{issuer}"]   # demo only: its private key is public
"""


DISCREET = ("vip", "government")
"""Never named on a public screen."""


def _category(
    name: str, number: int, zh: str, en: str, colour: str, aliases: tuple[str, ...]
) -> str:
    return (
        f'[[category]]\nid = "{name}"\nnumber = {number}\nzh = "{zh}"\nen = "{en}"\n'
        f'colour = "{colour}"\naliases = {_listed(aliases)}\nbadge = "once"\n'
        + ("discreet = true\n" if name in DISCREET else "")
    )


def _session(name: str, zh: str, en: str, day: int, starts: str, ends: str, hall: str) -> str:
    hall_zh, hall_en = _HALLS[hall]
    first, last = (datetime.fromisoformat(f"2027-06-{day:02d}T{at}") for at in (starts, ends))
    return (
        f'[[session]]\nid = "{name}"\nzh = "{zh}"\nen = "{en}"\n'
        f"starts = {first.isoformat()}\nends = {last.isoformat()}\n"
        f'hall_zh = "{hall_zh}"\nhall_en = "{hall_en}"\n'
    )


def _checkpoint(name: str, zh: str, en: str, policy: str, categories: tuple[str, ...]) -> str:
    only = f"categories = {_listed(categories)}\n" if categories else ""
    return f'[[checkpoint]]\nid = "{name}"\nzh = "{zh}"\nen = "{en}"\npolicy = "{policy}"\n{only}'


def _listed(words: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"
