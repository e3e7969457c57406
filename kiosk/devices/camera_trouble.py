"""What a camera says when it is not well: the same words, whatever kind of camera it is."""

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, Unavailable

_OTHER_WAYS = Words("仍可用扫码枪或键盘签到。", "A scanner or the keyboard still works.")


def missing(what: str) -> Unavailable:
    """There is no such camera now; `what` is its index, name or address."""
    return Unavailable(
        Words(f"找不到摄像头（{what}）。", f"No camera found ({what})."),
        Words(f"请检查连接线；{_OTHER_WAYS.zh}", f"Check its cable. {_OTHER_WAYS.en}"),
    )


def lost() -> Unavailable:
    """It was there, and hands over no pictures any more."""
    return Unavailable(Words("摄像头没有画面了。", "The camera stopped."), _reconnecting())


def frozen() -> Unavailable:
    """It hands over the same picture again and again."""
    return Unavailable(
        Words("摄像头画面卡住不动了。", "The camera's picture does not move any more."),
        _reconnecting(),
    )


def black() -> Unavailable:
    """Its picture is black all over."""
    return Unavailable(
        Words("摄像头画面全黑。", "The camera's picture is black."),
        Words(
            f"请取下镜头盖，或打开灯；{_OTHER_WAYS.zh}",
            f"Take its cap off, or switch a light on. {_OTHER_WAYS.en}",
        ),
    )


def covered() -> Unavailable:
    """There is nothing to be told apart in its picture."""
    return Unavailable(
        Words("摄像头被遮住了。", "The camera is covered."),
        Words(
            f"请拿开镜头前的东西，并擦净镜头；{_OTHER_WAYS.zh}",
            f"Take away what is before it, and wipe its lens. {_OTHER_WAYS.en}",
        ),
    )


def not_called(name: str, there: list[str]) -> Misconfigured:
    """No camera has that name; `there` are those that could be meant."""
    return Misconfigured(
        Words(
            f"没有名为“{name}”的摄像头；现有：{'、'.join(there) or '无'}。",
            f"No camera is called “{name}”; there are: {', '.join(there) or 'none'}.",
        ),
        Words(
            "请检查连接线或设置 camera.source；命令 cameras 会列出所有摄像头。",
            "Check its cable or the setting camera.source; the command cameras lists them all.",
        ),
    )


def no_address() -> Misconfigured:
    """The address of a stream cannot be one. It is not repeated: it may hold a password."""
    return Misconfigured(
        Words("摄像头的网址有误。", "The address of the camera cannot be right."),
        Words(
            "请检查设置 camera.source，例如 http://192.0.2.7:8080/video。",
            "Check the setting camera.source; write it like http://192.0.2.7:8080/video.",
        ),
    )


def several_called(name: str, there: list[str]) -> Misconfigured:
    """More than one camera has that name."""
    return Misconfigured(
        Words(
            f"有多个名为“{name}”的摄像头：{'、'.join(there)}。",
            f"More than one camera is called “{name}”: {', '.join(there)}.",
        ),
        Words(
            "请在 camera.source 中改用其中一个的完整名称、路径或序号。",
            "Write the whole name, path or index of one of them as camera.source.",
        ),
    )


def _reconnecting() -> Words:
    return Words(f"正在自动重连；{_OTHER_WAYS.zh}", f"It is being reconnected. {_OTHER_WAYS.en}")
