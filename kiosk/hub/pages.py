"""The organiser's page: server-rendered, signed in, live; nothing of it is needed to check in."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import parse_qsl
from uuid import UUID
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kiosk.domain.words import Language, Words
from kiosk.hub.answers import server_of
from kiosk.hub.limits import Buckets
from kiosk.hub.page_parts import board_values
from kiosk.hub.page_words import WORDS
from kiosk.hub.users import COOKIE, SIGNED_IN_SECONDS, User, UserRole, Users
from kiosk.services.board import Board
from kiosk.services.lookup import Found
from kiosk.wire.hub import Scope

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}
STRANGER: Final = User("", UserRole.WALL)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What somebody decided of a double: let all stand, or take one back."""

    ticket: UUID
    checkpoint: str
    arrivals: tuple[UUID, ...]
    void: UUID | None
    note: str
    by: str


class Organiser(Protocol):
    """The hub's own copy, asked from the event loop."""

    async def board(self) -> tuple[Board, ZoneInfo] | None:
        """What the page shows; None where there is no list yet."""

    async def search(self, query: str) -> tuple[tuple[Found, ...], ZoneInfo]:
        """Who a member of staff could mean."""

    async def settle(self, settlement: Settlement) -> None:
        """Write a decision down, as facts that every desk gets."""

    async def export(self, by: str) -> bytes:
        """Who came, as CSV."""


Handler = Callable[[Request, User], Awaitable[Response]]


class Pages:
    """The routes of the page."""

    def __init__(self, users: Users, organiser: Organiser, folder: Path, tries: Buckets) -> None:
        self._users, self._organiser, self._tries = users, organiser, tries
        self._folder = folder
        self._templates = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined
        )

    @property
    def routes(self) -> list[BaseRoute]:
        """For the application."""
        organiser, staff, wall = UserRole.ORGANISER, UserRole.STAFF, UserRole.WALL
        return [
            Route("/", lambda _: RedirectResponse("/board")),
            Route("/sign-in", self._sign_in_page),
            Route("/sign-in", self._sign_in, methods=["POST"]),
            Route("/sign-out", self._for(wall, self._sign_out), methods=["POST"]),
            Route("/board", self._for(wall, self._board)),
            Route("/board/part", self._for(wall, self._part)),
            Route("/board/live", self._for(wall, self._live)),
            Route("/search", self._for(staff, self._search)),
            Route("/doubles", self._for(staff, self._settle), methods=["POST"]),
            Route("/export.csv", self._for(organiser, self._export)),
            Mount("/static", StaticFiles(directory=self._folder)),
        ]

    def _for(self, needed: UserRole, handle: Handler) -> Callable[[Request], Awaitable[Response]]:
        """Only for who is signed in and may; what changes something brings its form's token."""

        async def answer(request: Request) -> Response:
            cookie = request.cookies.get(COOKIE, "")
            user = await asyncio.to_thread(self._users.of_cookie, cookie) if cookie else None
            if user is None:
                if request.url.path.startswith("/board/"):
                    return Response(status_code=401)
                return RedirectResponse("/sign-in", 303)
            if not user.role.may(needed):
                return Response(_words(request)["not_yours"], 403, HEADERS, "text/plain")
            if request.method == "POST":
                form = await _form_of(request)
                if not self._users.is_form_of(user, form.get("form", "")):
                    return Response(status_code=403)
            return _remembering(request, await handle(request, user))

        return answer

    async def _sign_in_page(self, request: Request) -> Response:
        return self._form(request, "")

    def _form(self, request: Request, wrong: str, status: int = 200) -> Response:
        values = {"title": "Yuelai", "wrong": wrong, "user": None}
        return _remembering(request, self._page(request, "sign_in.html", STRANGER, values, status))

    async def _sign_in(self, request: Request) -> Response:
        form = await _form_of(request)
        name, password = form.get("name", "")[:80], form.get("password", "")[:200]
        host = request.client.host if request.client else ""
        if self._tries.wait_for(host) or self._tries.wait_for(f"name {name}"):
            return self._form(request, _words(request)["too_often"], 429)
        # Chromium and Firefox say where a form came from: another site signs nobody in
        if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return Response(status_code=403)
        cookie = await asyncio.to_thread(self._users.sign_in, name, password)
        if cookie is None:
            return self._form(request, _words(request)["wrong"], 401)
        answer = RedirectResponse("/board", 303, headers=HEADERS)
        secure = request.url.scheme == "https"
        answer.set_cookie(
            COOKIE, cookie, SIGNED_IN_SECONDS, httponly=True, secure=secure, samesite="strict"
        )
        return answer

    async def _sign_out(self, _request: Request, _user: User) -> Response:
        answer = RedirectResponse("/sign-in", 303, headers=HEADERS)
        answer.delete_cookie(COOKIE)
        return answer

    async def _board(self, request: Request, user: User) -> Response:
        values = await self._board_values(request, user) | {"title": _words(request)["board"]}
        return self._page(request, "board.html", user, values)

    async def _part(self, request: Request, user: User) -> Response:
        values = await self._board_values(request, user) | {"title": ""}
        return self._page(request, "part.html", user, values)

    async def _board_values(self, request: Request, user: User) -> dict[str, Any]:
        hub = server_of(request)
        made = await self._organiser.board()
        stations = await asyncio.to_thread(hub.stations.all)
        language, words = _language(request), _words(request)
        return board_values(made, stations, hub.now_ms, user.role, language, words)

    async def _live(self, request: Request, _user: User) -> Response:
        async def moved() -> AsyncIterator[bytes]:
            async for piece in server_of(request).live.listen(Scope.SELF):
                yield b"event: moved\ndata: 1\n\n" if piece.startswith(b"data") else piece

        return StreamingResponse(moved(), 200, {"cache-control": "no-store"}, "text/event-stream")

    async def _search(self, request: Request, user: User) -> Response:
        query = request.query_params.get("q", "")[:80]
        found, zone = await self._organiser.search(query)
        values = {"title": _words(request)["search"], "query": query, "found": found}
        return self._page(request, "search.html", user, values | {"clock": _clock_in(zone)})

    async def _settle(self, request: Request, user: User) -> Response:
        form = await _form_of(request)
        try:
            settlement = Settlement(
                ticket=UUID(form["ticket"]),
                checkpoint=form["place"][:80],
                arrivals=tuple(UUID(one) for one in form["arrivals"].split(",")),
                void=UUID(form["void"]) if form.get("void") else None,
                note=form.get("note", "")[:200],
                by=user.name,
            )
        except (KeyError, ValueError):
            return Response(status_code=422)
        await self._organiser.settle(settlement)
        return RedirectResponse("/board", 303, headers=HEADERS)

    async def _export(self, _request: Request, user: User) -> Response:
        made = await self._organiser.export(user.name)
        name = {"content-disposition": 'attachment; filename="arrivals.csv"'}
        return Response(made, 200, HEADERS | name, "text/csv; charset=utf-8")

    def _page(
        self, request: Request, name: str, user: User, values: dict[str, Any], status: int = 200
    ) -> Response:
        language = _language(request)
        shown = {
            "lang": language.value,
            "w": _words(request),
            "wall": request.query_params.get("wall") == "1",
            "user": user if user.name else None,
            "form": self._users.form_token(user),
            "say": lambda words: words.in_(language),
        }
        text = self._templates.get_template(name).render(shown | values)
        return HTMLResponse(text, status, HEADERS)


async def _form_of(request: Request) -> dict[str, str]:
    body = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=20))


def _language(request: Request) -> Language:
    said = request.query_params.get("lang") or request.cookies.get("lang")
    if said is None:
        said = "zh" if request.headers.get("accept-language", "zh").startswith("zh") else "en"
    return Language.ZH if said == "zh" else Language.EN


def _words(request: Request) -> dict[str, str]:
    language = _language(request)
    return {key: _in(words, language) for key, words in WORDS.items()}


def _in(words: Words, language: Language) -> str:
    return words.in_(language)


def _remembering(request: Request, answer: Response) -> Response:
    """Keep the language that was asked for."""
    if request.query_params.get("lang") in {"zh", "en"}:
        year = 365 * 24 * 3600
        answer.set_cookie("lang", request.query_params["lang"], year, samesite="strict")
    return answer


def _clock_in(zone: ZoneInfo) -> Callable[[datetime], str]:
    return lambda at: f"{at.astimezone(zone):%m-%d %H:%M:%S}"
