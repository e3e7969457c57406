"""The hub as a station sees it: HTTPS by httpx. Whatever happens on the way becomes a value."""

import hashlib
import ssl
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlencode

import httpx
import zstandard
from pydantic import BaseModel, ValidationError

from kiosk.domain.words import Words
from kiosk.remote.no_answers import no_answer, not_reached
from kiosk.services.ports.sync import NoAnswer, Seen
from kiosk.services.ports.sync_why import Why
from kiosk.wire.facts import FactMessage, Health, Pulled, Push, Pushed
from kiosk.wire.hub import (
    Bootstrap,
    BootstrapFile,
    CodeKey,
    HandOver,
    Hello,
    Paired,
    PairRequest,
    RosterPage,
)
from kiosk.wire.message import PROTOCOL

TIMES: Final = httpx.Timeout(15.0, connect=4.0)
QUIET_SECONDS: Final = 40.0
"""A live stream says something at least every fifteen seconds; after this it is broken."""
PIECE: Final = 1 << 18
M = TypeVar("M", bound=BaseModel)


class HubClient:
    """Implements `HubLink`. One thread at a time, but `live`, which has a connection of its own.

    Args:
        url: https://host:port.
        tls: trusts the hub's certificate only; None for plain HTTP (tests of the protocol).
        token: from pairing; empty while pairing.
        times: how long to wait for an answer.
    """

    def __init__(
        self, url: str, tls: ssl.SSLContext | None, token: str, times: httpx.Timeout = TIMES
    ) -> None:
        self.url = url.rstrip("/")
        headers = {"x-kiosk-protocol": str(PROTOCOL)}
        if token:
            headers["authorization"] = f"Bearer {token}"
        # no proxy of the environment: a hub is on the same network
        self._http = httpx.Client(
            base_url=self.url,
            verify=tls if tls is not None else True,
            timeout=times,
            headers=headers,
            trust_env=False,
        )

    def close(self) -> None:
        """Give connections back."""
        self._http.close()

    def pair(self, asked: PairRequest) -> Paired | NoAnswer:
        """Swap a one-time code for a token."""
        return self._ask(Paired, "POST", "/v1/pair", asked)

    def hello(self, seen: Seen) -> Hello | NoAnswer:
        ours: dict[str, str | int] = {"generation": seen.facts.generation}
        for name, feed in (
            ("facts", seen.facts), ("promised", seen.promised), ("roster", seen.roster)
        ):  # fmt: skip
            if feed.generation == seen.facts.generation:
                ours |= {name: feed.cursor, f"{name}_last": feed.last}
        return self._ask(Hello, "GET", f"/v1/hello?{urlencode(ours)}")

    def push(
        self, generation: str, facts: Sequence[FactMessage], health: Health
    ) -> Pushed | NoAnswer:
        said = Push.model_construct(generation=generation, facts=tuple(facts), health=health)
        return self._ask(Pushed, "POST", "/v1/facts", said)

    def pull(self, after: int, limit: int) -> Pulled | NoAnswer:
        return self._ask(Pulled, "GET", f"/v1/facts?after={after}&limit={limit}")

    def roster(self, after: int) -> RosterPage | NoAnswer:
        return self._ask(RosterPage, "GET", f"/v1/roster?after={after}")

    def hand_over(self, part: HandOver) -> NoAnswer | None:
        """Give the hub part of a list."""
        done = self._send("POST", "/v1/roster", part)
        return done if isinstance(done, NoAnswer) else None

    def code_key(self) -> CodeKey | NoAnswer:
        """The event's secret."""
        return self._ask(CodeKey, "GET", "/v1/key")

    def bootstrap(self) -> Bootstrap | NoAnswer:
        return self._ask(Bootstrap, "GET", "/v1/bootstrap")

    def download(self, file: BootstrapFile, into: Path) -> NoAnswer | None:
        part = into.with_name(f"{into.name}.{file.sha256[:16]}.part")
        have = part.stat().st_size if part.exists() else 0
        headers = {"range": f"bytes={have}-"} if have else {}
        try:
            if have < file.bytes:
                with self._http.stream(
                    "GET", f"/v1/bootstrap/{file.name}", headers=headers
                ) as answer:
                    if answer.status_code not in {200, 206}:
                        answer.read()
                        return no_answer(answer)
                    with part.open("ab" if answer.status_code == 206 else "wb") as out:
                        for piece in answer.iter_raw(PIECE):
                            out.write(piece)
            return _unpacked(part, file, into)
        except httpx.HTTPError as error:
            return not_reached(self.url, error)

    def live(self) -> Iterator[Pulled]:
        times = httpx.Timeout(QUIET_SECONDS, connect=4.0)
        try:
            with self._http.stream("GET", "/v1/feed", timeout=times) as stream:
                if stream.status_code != 200:
                    return
                for line in stream.iter_lines():
                    if line.startswith("data: "):
                        yield Pulled.model_validate_json(line.removeprefix("data: "))
        except (httpx.HTTPError, ValidationError):
            return

    def _ask(
        self, kind: type[M], method: str, path: str, said: BaseModel | None = None
    ) -> M | NoAnswer:
        answer = self._send(method, path, said)
        if isinstance(answer, NoAnswer):
            return answer
        try:
            return kind.model_validate_json(answer.content)
        except ValidationError:
            return _not_a_hub(self.url)

    def _send(self, method: str, path: str, said: BaseModel | None) -> httpx.Response | NoAnswer:
        body = said.model_dump_json().encode() if said is not None else None
        headers = {"content-type": "application/json"} if body else {}
        try:
            answer = self._http.request(method, path, content=body, headers=headers)
        except httpx.HTTPError as error:
            return not_reached(self.url, error)
        if answer.is_success:
            return answer
        return no_answer(answer)


def _unpacked(part: Path, file: BootstrapFile, into: Path) -> NoAnswer | None:
    """Unpack and compare; a file that is not what was promised is thrown away."""
    digest = hashlib.sha256()
    try:
        with part.open("rb") as packed, into.open("wb") as out:
            for piece in zstandard.ZstdDecompressor().read_to_iter(packed):
                digest.update(piece)
                out.write(piece)
        whole = digest.hexdigest() == file.sha256
    except zstandard.ZstdError:
        whole = False
    part.unlink(missing_ok=True)
    if whole:
        return None
    into.unlink(missing_ok=True)
    return NoAnswer(
        Why.BROKEN,
        Words("下载的名单文件不完整，已丢弃。", "The roster file was incomplete; thrown away."),
    )


def _not_a_hub(url: str) -> NoAnswer:
    return NoAnswer(
        Why.BROKEN,
        Words(
            f"{url} 的回答不是签到中心的（可能被网络登录页拦截）。",
            f"What {url} answers is not a hub's (perhaps the network wants a sign-in).",
        ),
    )
