"""What can be wrong with an IPP printer, in words for a desk."""

from urllib.parse import urlsplit

from kiosk.devices.ipp import Loss, NoAnswer
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable


def no_answer(name: str, uri: str, answer: NoAnswer) -> Trouble:
    """What an exchange without an answer means for a desk."""
    if answer.loss is Loss.TURNED_AWAY and 400 <= answer.http < 500:
        return _misconfigured(name, uri, answer.why)
    return Unavailable(
        Words(f"打印机“{name}”没有响应。", f"The printer “{name}” is not answering."),
        Words(
            f"请检查电源、线缆和网络（{answer.why}）。",
            f"Check its power, cable and network ({answer.why}).",
        ),
    )


def refused(name: str, uri: str, status: int) -> Trouble:
    """What a printer means that refuses a job with this IPP status."""
    # 0x04xx: it will never take such a job; 0x05xx: it cannot just now.
    if 0x0400 <= status < 0x0500:
        return _misconfigured(name, uri, f"IPP 0x{status:04x}")
    return Unavailable(
        Words(
            f"打印机“{name}”现在不接受任务。",
            f"The printer “{name}” takes no jobs now.",
        ),
        Words(
            f"请启用打印队列，或稍候再试（IPP 0x{status:04x}）。",
            f"Enable its queue or wait a little (IPP 0x{status:04x}).",
        ),
    )


def checked(uri: str) -> str:
    """The address, if it can be one.

    Raises:
        Misconfigured: it cannot.
    """
    address = urlsplit(uri)
    if address.scheme not in ("ipp", "http") or not address.hostname:
        raise Misconfigured(
            Words(f"打印机地址有误：{uri}", f"The printer address {uri} is wrong."),
            Words(
                "地址应为 ipp://主机:端口/路径，例如 ipp://192.168.1.50:631/ipp/print。",
                "Write ipp://host:port/path, for example ipp://192.168.1.50:631/ipp/print.",
            ),
        )
    return uri


def _misconfigured(name: str, uri: str, why: str) -> Misconfigured:
    return Misconfigured(
        Words(f"打印机“{name}”拒绝了胸卡任务。", f"The printer “{name}” refuses badges."),
        Words(
            f"请检查地址 {uri}、打印机的权限设置，以及它是否支持 PDF（{why}）。",
            f"Check the address {uri}, its permissions and that it prints PDF ({why}).",
        ),
    )
