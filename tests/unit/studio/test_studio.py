"""The studio is only worth something if it can be repeated and believed."""

import csv
import json
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import zxingcpp

from tests.studio import demo_event
from tests.studio.codes import Symbol
from tests.studio.event_file import event_toml
from tests.studio.issuing import demo_issuer
from tests.studio.optics import HEIGHT, WIDTH, Light, Picture, Pose, disc, streak
from tests.studio.people import Attendee, invented
from tests.studio.pictures import Degradation, Labelled, labelled
from tests.studio.presentation import manner, presented
from tests.studio.remarkable import COMMON, LONG_COMPANY, LONG_LATIN, UYGHUR

DEMO = Path(__file__).parents[3] / "assets" / "demo"
SIGNED_LENGTH = 122


def read(picture: Picture) -> list[str]:
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    found = zxingcpp.read_barcodes(grey, formats=formats)
    return [barcode.text for barcode in found]


def taken(degradation: Degradation, strength: float, surface: str = "phone") -> Labelled:
    symbol = Symbol("AYTCS7RAIVKUGBTQZWHXSZ4MKM", "Q")
    return labelled(symbol, degradation, strength, np.random.default_rng(5), surface=surface)


@pytest.fixture(scope="module")
def people() -> list[Attendee]:
    return demo_event.attendees()


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((DEMO / "queue.json").read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (DEMO / "attendees.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_same_seed_gives_the_same_picture() -> None:
    first, second = (taken(Degradation.MOTION, 0.3).picture for _ in range(2))
    assert np.array_equal(first, second)
    assert first.shape == (HEIGHT, WIDTH, 3)


@pytest.mark.parametrize("surface", ["phone", "paper", "card"])
def test_a_mild_picture_is_read(surface: str) -> None:
    shot = taken(Degradation.NOTHING, 0.0, surface)
    assert shot.surface == surface
    assert read(shot.picture) == [shot.text]


def test_a_hopeless_picture_is_not_read() -> None:
    assert read(taken(Degradation.DEFOCUS, 1.0).picture) == []


def test_dark_mode_inverts_the_code() -> None:
    symbol = Symbol("AYTCS7RAIVKUGBTQZWHXSZ4MKM", "Q")
    assert np.array_equal(symbol.drawn(200) < 128, symbol.drawn(200, inverted=True) > 128)


def test_a_signed_code_fits_version_five() -> None:
    assert Symbol("A" * SIGNED_LENGTH, "M", 5).modules().shape == (45, 45)


@pytest.mark.parametrize("kernel", [disc(0.5), disc(4.2), streak(0, 0), streak(17, -6)])
def test_blur_neither_adds_nor_takes_light(kernel: Light) -> None:
    assert kernel.sum() == pytest.approx(1.0, abs=1e-5)


def test_a_thing_held_straight_stands_where_its_pose_says() -> None:
    matrix = Pose(x=400, y=300, scale=3).homography(6, (225, 470))
    corners = np.array([[[225.0, 470.0], [825.0, 470.0]]])
    assert cv2.perspectiveTransform(corners, matrix)[0] == pytest.approx(
        np.array([[400.0, 300.0], [700.0, 300.0]])
    )


def test_a_presentation_comes_into_view_is_held_and_goes() -> None:
    rng = np.random.default_rng(3)
    moments = presented(manner(rng, "phone"), 20, rng)
    away = [abs(m.pose.x - WIDTH / 2) > WIDTH / 2 or m.pose.y > HEIGHT for m in moments]
    speed = [float(np.hypot(*m.motion)) for m in moments]
    assert away[0]
    assert not any(away[6:14])
    assert max(speed[8:14]) < 4 < max(speed[:5])
    assert moments[1].defocus > moments[10].defocus


def test_the_same_seed_invents_the_same_people() -> None:
    first, second = (invented(np.random.default_rng(9)) for _ in range(2))
    assert first == second


def test_the_required_names_are_on_the_list(people: list[Attendee]) -> None:
    names = Counter(person.name for person in people)
    assert sum(one.category == "delegate" for one in people) == 600
    assert 820 <= len(people) <= 900
    assert all(any(char in name for name in names) for char in "𬭚㛃䶮𬱖𠮷")
    assert names[COMMON] == 3
    assert len({p.company for p in people if p.name == COMMON}) == 3
    assert (len(UYGHUR), len(LONG_LATIN)) == (20, 60)
    assert {UYGHUR, LONG_LATIN, "Łukasz Żółć", "Nguyễn Thị Ánh", "尉迟勇", "万俟安"} <= set(names)
    assert len(LONG_COMPANY) >= 30
    assert any(person.company == LONG_COMPANY for person in people)


def test_the_list_has_every_kind_of_person(people: list[Attendee]) -> None:
    categories = Counter(person.category for person in people)
    assert categories["speaker"] >= 70
    assert categories["press"] >= 150
    assert set(categories) == {
        *("delegate", "vip", "speaker", "press", "exhibitor", "government", "staff")
    }
    kinds = Counter(person.code_kind for person in people)
    assert kinds["signed"] / len(people) == pytest.approx(0.15, abs=0.01)
    assert kinds["url"] / len(people) == pytest.approx(0.25, abs=0.01)
    assert len({person.number for person in people}) == len(people)
    assert len({person.code for person in people}) == len(people)
    assert all(person.code == person.code.strip() for person in people)


def test_the_shipped_texts_are_what_the_studio_writes(people: list[Attendee]) -> None:
    written = {
        "event.toml": event_toml(demo_issuer().public_text).encode(),
        "attendees.csv": demo_event.attendees_csv(people).encode("utf-8-sig"),
        "queue.json": demo_event.queue_json(demo_event.roles(people)).encode(),
    }
    assert {name: (DEMO / name).read_bytes() for name in written} == written


def test_the_event_file_is_toml_with_sixteen_sessions_over_three_days() -> None:
    event = tomllib.loads((DEMO / "event.toml").read_text(encoding="utf-8"))
    sessions = event["session"]
    assert len(sessions) == 16
    assert {session["starts"].date() for session in sessions} == set(event["event"]["days"])
    assert all(session["starts"] < session["ends"] for session in sessions)
    assert len({category["number"] for category in event["category"]}) == len(event["category"])


def test_the_truth_agrees_with_the_list(truth: dict[str, Any], rows: list[dict[str, str]]) -> None:
    by_number = {row["票号"]: row for row in rows}
    statuses = {"unpaid": "未付款", "cancelled": "已取消", "revoked": "已撤销"}
    for guest in truth["guests"]:
        if guest["number"] is None:
            assert not any(guest["text"].endswith(row["二维码"]) for row in rows)
            continue
        row = by_number[guest["number"]]
        assert guest["text"].endswith(row["二维码"])
        assert row["状态"] == statuses.get(guest["reason"], "有效")
        assert (guest["reason"] == "wrong_day") == (
            bool(row["有效日期"]) and "2027-06-08" not in row["有效日期"]
        )
        assert (guest["expected"] == "needs_answer") == (row["类别"] in ("展商", "Exhibitor"))


def test_everybody_has_a_turn_and_every_refusal_is_shown(truth: dict[str, Any]) -> None:
    guests = truth["guests"]
    assert all(one["last_frame"] < two["first_frame"] for one, two in pairwise(guests))
    assert guests[-1]["last_frame"] < truth["frames"]
    reasons = Counter(guest["reason"] for guest in guests if guest["expected"] == "refused")
    words = "unpaid cancelled revoked wrong_day already_in not_signed wrong_event unknown"
    assert reasons == Counter([*words.split(), "not_a_ticket"])
    assert sum(guest["expected"] == "admitted" for guest in guests) == 18
    assert sum(guest["expected"] == "needs_answer" for guest in guests) == 1


def test_the_film_is_as_long_as_its_truth_says(truth: dict[str, Any]) -> None:
    film = cv2.VideoCapture(str(DEMO / truth["video"]))
    assert film.get(cv2.CAP_PROP_FRAME_COUNT) == truth["frames"]
    assert film.get(cv2.CAP_PROP_FPS) == truth["fps"]
    film.release()


def test_the_demo_is_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in DEMO.iterdir()) < 8_000_000
