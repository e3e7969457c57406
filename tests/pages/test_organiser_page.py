"""The organiser's page in a real Chromium, on a desk and on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kiosk.composition.hub_link import linked, pair_station, sync_once
from kiosk.composition.hub_place import opened_hub
from kiosk.composition.hub_record import read_record
from kiosk.composition.station import opened
from kiosk.domain.journal import CheckedIn
from kiosk.hub.users import UserRole
from kiosk.wire.hub import Scope
from kiosk.wire.pairing import PairingCode
from tests.given import DAYS
from tests.hubs.running import RunningHub, running_hub
from tests.stories.conftest import EVENT, LIST
from tests.stories.kiosk_command import a_list, kiosk

MORE = ("8,G-8,QR-8,赵六,,,来宾,有效", "9,G-9,QR-9,孙八,,,来宾,有效")
PASSWORD = "a long password"
PHONE = {"width": 375, "height": 740}
DESK = {"width": 1366, "height": 768}
BOTH = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])


@dataclass(frozen=True)
class Event:
    """A hub with a list, users and two desks."""

    hub: RunningHub
    folder: Path

    def comes(self, desk: str, number: str) -> None:
        """Somebody is admitted at a desk that had not heard of the other; then it syncs."""
        with opened(self.folder / desk) as station:
            guest = station.listed.by_number(number)
            assert guest
            with station.journal.transaction() as tx:
                what = CheckedIn(guest.ticket.id, "registration", guest.ticket.category, DAYS[0])
                tx.record(what)
            record = read_record(station.folder)
            assert record
            with linked(station.folder, record) as client:
                assert sync_once(station, client).trouble is None


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Event]:
    folder = tmp_path_factory.mktemp("event")
    text = EVENT.replace('id = "press"', 'id = "press"\ndiscreet = true')
    (folder / "event.toml").write_text(text, encoding="utf-8")
    a_list(folder / "guests.csv", *LIST, *MORE)
    dsn = f"sqlite:///{folder / 'hub.db'}"
    with running_hub(dsn, folder / "hub") as hub:
        said = kiosk(
            "hub", "import", folder / "guests.csv", "--event", folder / "event.toml",
            "--db", dsn, "--folder", folder / "hub",
        )  # fmt: skip
        assert said.code == 0
        with opened_hub(dsn, folder / "hub") as place:
            for role in UserRole:
                place.users.put(role.value, role, PASSWORD)
            for desk in ("a", "b"):
                code = place.stations.new_code(Scope.DESK, "test")
                with opened(folder / desk) as station:
                    pair_station(station, hub.url, PairingCode(code.secret, place.pin).text)
        yield Event(hub, folder)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = which("chromium") or which("chromium-browser")
    assert chromium, "apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def signed_in(browser: Browser, event: Event, role: UserRole, size: dict[str, int]) -> Page:
    context = browser.new_context(
        ignore_https_errors=True,
        locale="zh-CN",
        viewport={"width": size["width"], "height": size["height"]},
    )
    page = context.new_page()
    page.goto(event.hub.url)
    page.get_by_label("姓名").fill(role.value)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.locator("#came")).to_be_visible()
    return page


@BOTH
def test_what_happens_at_a_desk_shows_without_a_touch(
    browser: Browser, event: Event, size: dict[str, int]
) -> None:
    page = signed_in(browser, event, UserRole.ORGANISER, size)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    before = int(page.locator("#came").inner_text())
    event.comes("a", "G-8" if size is DESK else "G-9")
    expect(page.locator("#came")).to_have_text(str(before + 1), timeout=15_000)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= size["width"], "the page is wider than the screen"
    assert errors == []
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="By category")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_double_check_in_is_settled_on_the_page(browser: Browser, event: Event) -> None:
    event.comes("a", "G-1")
    event.comes("b", "G-1")
    page = signed_in(browser, event, UserRole.STAFF, DESK)
    double = page.locator(".double", has_text="林若静")
    expect(double.locator("li")).to_have_count(2)
    double.get_by_label("备注").fill("同一人，两张桌子")
    double.get_by_role("button", name="核实无误").click()
    expect(page.locator("#came")).to_be_visible()
    expect(page.locator(".double", has_text="林若静")).to_have_count(0)
    with opened(event.folder / "a") as station:
        record = read_record(station.folder)
        assert record
        with linked(station.folder, record) as client:
            assert sync_once(station, client).received >= 1
        settled = [f for f in station.journal.facts() if type(f.what).__name__ == "DoubleSettled"]
    assert [fact.by for fact in settled] == ["staff"]


def test_each_role_sees_its_own(browser: Browser, event: Event) -> None:
    event.comes("b", "G-2")
    wall = signed_in(browser, event, UserRole.WALL, DESK)
    expect(wall.get_by_text("欧阳晓")).to_have_count(0)
    answer = wall.goto(f"{event.hub.url}/search?q=林")
    assert answer
    assert answer.status == 403
    staff = signed_in(browser, event, UserRole.STAFF, DESK)
    expect(staff.get_by_role("heading", name="贵宾到场")).to_have_count(0)
    staff.get_by_role("link", name="查找").click()
    staff.get_by_role("searchbox").fill("ouyang")
    staff.get_by_role("button", name="查找").click()
    expect(staff.get_by_text("欧阳晓")).to_be_visible()
    organiser = signed_in(browser, event, UserRole.ORGANISER, DESK)
    expect(organiser.get_by_text("欧阳晓").first).to_be_visible()
    with organiser.expect_download() as download:
        organiser.get_by_role("link", name="导出 CSV").click()
    assert "林若静" in download.value.path().read_text(encoding="utf-8-sig")


def test_a_wall_screen_is_large_and_has_nothing_to_press(browser: Browser, event: Event) -> None:
    page = signed_in(browser, event, UserRole.WALL, {"width": 1920, "height": 1080})
    page.goto(f"{event.hub.url}/board?wall=1")
    expect(page.locator("#came")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    assert page.locator("#came").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") > 60


def test_nobody_comes_in_without_a_password_or_with_a_form_of_another_page(event: Event) -> None:
    with httpx.Client(base_url=event.hub.url, verify=False) as web:
        assert web.get("/board").headers["location"] == "/sign-in"
        assert web.get("/board/live").status_code == 401
        assert web.get("/export.csv").status_code == 303
        wrong = web.post("/sign-in", data={"name": "organiser", "password": "guess"})
        assert wrong.status_code == 401
        assert "set-cookie" not in wrong.headers
        right = {"name": "organiser", "password": PASSWORD}
        elsewhere = {"sec-fetch-site": "cross-site"}
        assert web.post("/sign-in", data=right, headers=elsewhere).status_code == 403
        done = web.post("/sign-in", data=right)
        for word in ("HttpOnly", "Secure", "SameSite=strict"):
            assert word in done.headers["set-cookie"]
        assert web.get("/board").status_code == 200
        assert web.post("/doubles", data={"keep": "1"}).status_code == 403
        assert web.post("/sign-out", data={"form": "x"}).status_code == 403
        shown = web.get("/board")
        assert "default-src 'none'" in shown.headers["content-security-policy"]
        web.cookies.set("kiosk_hub", "e30=.00")
        fresh = httpx.Client(base_url=event.hub.url, verify=False, cookies={"kiosk_hub": "e30=.0"})
        assert fresh.get("/board").status_code == 303
        fresh.close()


def test_guessing_is_slowed_down(tmp_path: Path) -> None:
    with (
        running_hub(f"sqlite:///{tmp_path / 'hub.db'}", tmp_path / "hub") as hub,
        httpx.Client(base_url=hub.url, verify=False) as web,
    ):
        answers = [
            web.post("/sign-in", data={"name": "nobody", "password": str(n)}).status_code
            for n in range(24)
        ]
    assert answers[0] == 401
    assert answers[-1] == 429
