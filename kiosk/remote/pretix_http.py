"""HTTP to pretix: every answer becomes a value, and none is ever taken for another."""

import json
from dataclasses import dataclass
from typing import Any, Final

import httpx

from kiosk.domain.words import Words
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.sync_why import Why

TIMES: Final = httpx.Timeout(30.0, connect=5.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """JSON from pretix; `page_generated` is the header from which the next diff begins."""

    status: int
    said: Any
    page_generated: str = ""

    @property
    def ok(self) -> bool:
        """Whether it did as it was asked."""
        return self.status < 300

    @property
    def reason(self) -> str:
        """Why it did not, in its own words."""
        said = self.said
        if isinstance(said, dict):
            words = (said.get("reason"), said.get("reason_explanation"), said.get("detail"))
            return " ".join(str(word) for word in words if word) or json.dumps(said)[:300]
        return json.dumps(said)[:300]


class PretixHttp:
    """One organiser's API with one device's token.

    Args:
        url: such as https://pretix.eu.
        token: the device's; empty while pairing.
        times: how long to wait for an answer.
    """

    def __init__(self, url: str, token: str, times: httpx.Timeout = TIMES) -> None:
        self.url = url.rstrip("/")
        headers = {"accept": "application/json", "user-agent": "yuelai-kiosk"}
        if token:
            headers["authorization"] = f"Device {token}"
        self._http = httpx.Client(
            base_url=f"{self.url}/api/v1/", headers=headers, timeout=times, follow_redirects=False
        )

    def close(self) -> None:
        """Give connections back."""
        self._http.close()

    def get(self, path: str, **query: str | int | tuple[str, ...]) -> Answer | NoAnswer:
        """Ask; a path of `https://…` is the next page of an earlier answer."""
        return self._ask("GET", path, params=query or None)

    def post(self, path: str, body: dict[str, object], once: str = "") -> Answer | NoAnswer:
        """Tell; what carries the same word `once` is done once."""
        return self._ask(
            "POST", path, json=body, headers={"x-idempotency-key": once} if once else None
        )

    def patch(self, path: str, body: dict[str, object]) -> Answer | NoAnswer:
        """Change."""
        return self._ask("PATCH", path, json=body)

    def _ask(self, method: str, path: str, **more: Any) -> Answer | NoAnswer:  # noqa: ANN401  httpx's own
        try:
            answer = self._http.request(method, path, **more)
        except httpx.TimeoutException:
            return NoAnswer(Why.TIMED_OUT, _SLOW)
        except httpx.HTTPError:
            return NoAnswer(Why.UNREACHABLE, _GONE)
        return understood(answer)


def understood(answer: httpx.Response) -> Answer | NoAnswer:
    """What an answer means.

    Later: 409, 429, 5xx, anything that is no JSON (a proxy's page, a sign-in). Until a person
    acts: 401. All other JSON is pretix's own word, for or against.
    """
    status = answer.status_code
    if status == 401:
        return NoAnswer(Why.REVOKED, _REVOKED)
    if status in {409, 429} or status >= 500:
        said = answer.headers.get("retry-after", "")
        return NoAnswer(Why.BUSY, _BUSY, float(said) if said.isdecimal() else None)
    try:
        body = json.loads(answer.content)
    except ValueError:
        return NoAnswer(Why.BROKEN, _NO_JSON)
    return Answer(status, body, answer.headers.get("x-page-generated", ""))


_SLOW = Words("pretix 没有及时回答，稍后再试。", "pretix was too slow; tried again later.")
_GONE = Words("连不上 pretix，稍后再试。", "pretix cannot be reached; tried again later.")
_BUSY = Words("pretix 请稍候再试。", "pretix asks us to come later.")
_NO_JSON = Words(
    "pretix 的地址给出的不是它的回答（可能是代理或登录页）。",
    "What came is not pretix's answer (perhaps a proxy's page or a sign-in).",
)
_REVOKED = Words(
    "pretix 不再接受本中心的令牌。请在 pretix 新建设备并重新配对；未发送的都保留着。",
    "pretix takes our token no longer. Make a new device there and pair again; all that is "
    "unsent is kept.",
)
