"""The organiser's page in both languages."""

from typing import Final

from kiosk.domain.words import Words

WORDS: Final[dict[str, Words]] = {
    "board": Words("总览", "Overview"),
    "search": Words("查找", "Search"),
    "wall": Words("大屏", "Wall screen"),
    "export": Words("导出 CSV", "Export CSV"),
    "sign_in": Words("登录", "Sign in"),
    "sign_out": Words("退出", "Sign out"),
    "name": Words("姓名", "Name"),
    "password": Words("密码", "Password"),
    "wrong": Words("姓名或密码不对。", "Name or password is wrong."),
    "too_often": Words("尝试太多，请稍后再试。", "Too many tries; wait a little."),
    "came": Words("已到 / 应到", "came / expected"),
    "categories": Words("按类别", "By category"),
    "places": Words("按地点", "By checkpoint"),
    "inside": Words("场内", "inside"),
    "desks": Words("按签到台", "By desk"),
    "stations": Words("签到台状态", "Stations"),
    "no_station": Words("还没有配对的签到台。", "No station is paired yet."),
    "unsent": Words("未发送", "unsent"),
    "doubles": Words("重复签到", "Double check-ins"),
    "counts": Words("以此为准", "this one counts"),
    "take_back": Words("撤销此次", "Take this one back"),
    "keep": Words("核实无误", "Let it stand"),
    "note": Words("备注", "Note"),
    "vips": Words("贵宾到场", "VIP arrivals"),
    "not_yet": Words("未到", "not yet"),
    "nobody": Words("没有找到。", "Nobody found."),
    "lost": Words("与中心的连接已断开，正在重试……", "The line to the hub is cut; trying again …"),
    "no_list": Words("还没有名单", "No list yet"),
    "no_list_advice": Words(
        "请运行 hub import 导入名单，或连接报名平台。",
        "Import a list with `hub import`, or connect the platform.",
    ),
    "not_yours": Words("您的角色不能看这一页。", "This page is not for your role."),
    "ago": Words("{0} 前", "{0} ago"),
}
