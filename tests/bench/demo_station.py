"""A station on the shipped demo list, and the guests whom it would admit."""

import csv
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
import qrcode

from kiosk.composition.assets import DEMO
from kiosk.composition.demo import read_queue
from kiosk.composition.list_import import import_list
from kiosk.composition.station import opened
from kiosk.devices.clocks import ComputerClock
from kiosk.services.ports import Frame
from kiosk.settings import Face, Settings

Picture = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
WIDTH, HEIGHT, CODE = 1280, 720, 300


class EventClock(ComputerClock):
    """The computer's clock, as if the demo event's first morning were now."""

    def __init__(self) -> None:
        starts = read_queue(DEMO / "queue.json").starts + timedelta(hours=2)
        self._shift = starts - datetime.now(UTC)

    def now(self) -> datetime:
        return super().now() + self._shift


def make_station(folder: Path, *, today: bool = False) -> list[str]:
    """Import the demo list into `folder`; the codes that will be admitted, each once.

    Args:
        folder: becomes a station's data folder.
        today: move the event to today, for programs that run on the real clock.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {n: (DEMO / n).read_text(encoding="utf-8-sig") for n in ("attendees.csv", "event.toml")}
    for number in range(3 if today else 0):
        shown, meant = f"2027-06-{8 + number:02d}", datetime.now(UTC) + timedelta(days=number)
        texts = {name: text.replace(shown, f"{meant:%Y-%m-%d}") for name, text in texts.items()}
    source = folder / "source"
    source.mkdir(exist_ok=True)
    for name, text in texts.items():
        (source / name).write_text(text, encoding="utf-8-sig" if name.endswith("csv") else "utf-8")
    clock = None if today else EventClock()
    with opened(folder, clock=clock) as station:
        import_list(station, source / "attendees.csv", source / "event.toml")
    return list(_admitted(source / "attendees.csv"))


def _admitted(path: Path) -> Iterator[str]:
    """Plain tickets for every day: no question is asked, nothing is wrong with them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            plain = row["类别"] == "参会代表" and row["状态"] == "有效" and not row["有效日期"]
            # signed codes carry their own days, which cannot be moved to today
            if plain and row["二维码"].isalnum():
                yield row["二维码"]


def copy_of(station: Path, to: Path) -> Path:
    """A station that begins as the other one does."""
    shutil.copytree(station, to)
    return to


def settings_for(face: Face) -> Settings:
    """The defaults, with this face."""
    base = Settings()
    return replace(base, screen=replace(base.screen, face=face))


def settings_file(folder: Path, source: str, face: Face, decodes: float = 10.0) -> Path:
    """A settings.toml that names this camera."""
    path = folder / "settings.toml"
    text = f'[camera]\nsource = "{source}"\ndecodes_per_second = {decodes}\n'
    path.write_text(f'{text}[screen]\nface = "{face}"\n', encoding="utf-8")
    return path


def held_up(text: str, seed: int = 0) -> Picture:
    """A camera picture of 1280x720 in which somebody holds up this code."""
    code = qrcode.QRCode(border=4, error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data(text)
    modules = np.array(code.get_matrix(), np.uint8)
    drawn = cv2.resize(
        np.where(modules, 30, 225).astype(np.uint8), (CODE, CODE), interpolation=cv2.INTER_NEAREST
    )
    picture = empty_view(seed)
    x, y = (WIDTH - CODE) // 2, (HEIGHT - CODE) // 2
    picture[y : y + CODE, x : x + CODE] = cv2.GaussianBlur(drawn, (3, 3), 0)[:, :, None]
    return picture


def empty_view(seed: int = 0) -> Picture:
    """A camera picture without a code: light falls off, the sensor is noisy."""
    random = np.random.default_rng(seed)
    light = np.linspace(150, 90, WIDTH)[None, :] + np.zeros((HEIGHT, WIDTH))
    # a camera smooths its noise, or its JPEGs would be four times as large
    noise = cv2.GaussianBlur(random.normal(0, 6, light.shape), (5, 5), 0)
    light[:, np.arange(WIDTH) % 160 < 24] *= 0.6  # posts: without any detail the lens is covered
    grey = np.clip(light + noise, 0, 255).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def frame_of(picture: Picture, number: int, taken: float) -> Frame:
    """The picture as the camera hands it over."""
    return Frame(memoryview(picture.data).cast("B"), WIDTH, HEIGHT, number, taken)
