"""The desks at which the stories take place."""

from pathlib import Path

import pytest

from tests.stories.kiosk_command import Desk, a_list
from tests.stories.real_window import display, station

__all__ = ["display", "station"]

EVENT = """
[event]
slug = "gala"
zh = "晚宴"
en = "Gala"
zone = "Asia/Shanghai"
[[category]]
id = "guest"
number = 1
zh = "来宾"
en = "Guest"
colour = "#1F5FA8"
[[category]]
id = "press"
number = 2
zh = "媒体"
en = "Press"
colour = "#2C6E7F"
[[checkpoint]]
id = "registration"
zh = "签到处"
en = "Registration"
[[question]]
id = "photo"
zh = "可以拍照吗？"
en = "May we take your picture?"
categories = ["press"]
[[handout]]
id = "headset"
zh = "同传耳机"
en = "Headset"
returned = true
"""
LIST = (
    "编号,票号,二维码,姓名,英文名,单位,类别,状态",
    "1,G-1,QR-ONE,林若静,Lin Ruojing,嘉澜电视台,来宾,有效",
    "2,G-2,QR-TWO,欧阳晓,Ouyang Xiao,极速频道,媒体,有效",
    "3,G-3,QR-THREE,王明,Wang Ming,,来宾,未付款",
)


@pytest.fixture
def event_file(tmp_path: Path) -> Path:
    path = tmp_path / "event.toml"
    path.write_text(EVENT, encoding="utf-8")
    return path


@pytest.fixture
def guest_list(tmp_path: Path) -> Path:
    return a_list(tmp_path / "guests.csv", *LIST)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "station")


@pytest.fixture
def ready(desk: Desk, guest_list: Path, event_file: Path) -> Desk:
    assert desk("import", guest_list, "--event", event_file).code == 0
    return desk
