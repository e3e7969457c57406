"""From what a network does to why there is no answer."""

import json
import ssl

import httpx

from kiosk.domain.words import Words
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.sync_why import Why


def not_reached(url: str, error: httpx.HTTPError) -> NoAnswer:
    """No answer came at all."""
    if isinstance(error, httpx.TimeoutException):
        connecting = isinstance(error, httpx.ConnectTimeout)
        why = Why.UNREACHABLE if connecting else Why.TIMED_OUT
        return NoAnswer(why, Words(f"{url} 没有及时回答。", f"{url} did not answer in time."))
    if isinstance(error.__cause__, ssl.SSLCertVerificationError) or "CERTIFICATE" in str(error):
        return NoAnswer(
            Why.STRANGER,
            Words(
                f"{url} 的证书不是配对时的那一个。请勿信任，或重新配对。",
                f"{url} shows another certificate than when we were paired. Pair again, or beware.",
            ),
        )
    return NoAnswer(
        Why.UNREACHABLE,
        Words(f"连不上 {url}，签到照常。", f"{url} cannot be reached; check-in goes on."),
    )


_STATUS = {
    403: (Why.NOT_ALLOWED, Words("中心不允许这样做。", "The hub does not allow that.")),
    409: (Why.NOT_ALLOWED, Words("与中心已有的内容冲突。", "The hub has something else there.")),
    413: (Why.TOO_LARGE, Words("一次发送太多。", "Too much at once.")),
    422: (Why.INVALID, Words("中心看不懂所发内容。", "The hub did not understand what was sent.")),
    426: (
        Why.TOO_OLD,
        Words("与中心的版本不兼容。请更新。", "The hub speaks another version. Please update."),
    ),
    429: (Why.BUSY, Words("中心请稍候再试。", "The hub asks us to come later.")),
    503: (Why.BUSY, Words("中心暂时无法处理。", "The hub cannot do it just now.")),
    504: (Why.TIMED_OUT, Words("中心没有及时回答。", "The hub did not answer in time.")),
}
_BROKEN = (Why.BROKEN, Words("中心出错。", "Something is wrong with the hub."))


def no_answer(answer: httpx.Response) -> NoAnswer:
    """An answer came, but not the one that was asked for."""
    word = error_of(answer)
    if answer.status_code == 401:
        if word == "revoked":
            return NoAnswer(
                Why.REVOKED, Words("本机已被中心移除。", "This station was put out by the hub.")
            )
        return NoAnswer(
            Why.STRANGER,
            Words("中心不认识本机，请重新配对。", "The hub does not know us. Pair again."),
        )
    why, words = _STATUS.get(answer.status_code, _BROKEN)
    said = answer.headers.get("retry-after", "")
    return NoAnswer(why, words, float(said) if said.isdecimal() else None)


def error_of(answer: httpx.Response) -> str:
    """The hub's word for programs, where the body has one."""
    try:
        said = json.loads(answer.content)
    except ValueError:
        return ""
    word = said.get("error", "") if isinstance(said, dict) else ""
    return word if isinstance(word, str) else ""
