"""Draw the demo event again: `python -m tests.studio.demo_event [--text]`.

Writes event.toml, attendees.csv, queue.json and queue.mp4 to assets/demo. The texts
come out the same everywhere; the film looks the same wherever the libraries that
draw it are the same. `--text` leaves the film alone.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Final

import numpy as np

from tests.studio import film
from tests.studio.cast import Role, queue
from tests.studio.event_file import EN_OF, ZH_OF, event_toml
from tests.studio.issuing import demo_issuer, with_signed_codes
from tests.studio.people import Attendee, invented

SEED: Final = 20270608
FOLDER: Final = Path(__file__).parents[2] / "assets" / "demo"
COLUMNS: Final = (
    *("编号", "票号", "二维码", "姓名", "英文名", "单位", "职务"),
    *("类别", "手机", "邮箱", "状态", "有效日期", "语言"),
)


def attendees() -> list[Attendee]:
    """Return the demo's list."""
    return with_signed_codes(invented(np.random.default_rng([SEED, 10])))


def roles(people: list[Attendee]) -> list[Role]:
    """Return the demo's queue."""
    return queue(people, np.random.default_rng([SEED, 11]))


def attendees_csv(people: list[Attendee]) -> str:
    """Return the list as organisers mail it around, without its byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for place, person in enumerate(people):
        # Lists are merged from several hands: now and then one writes in English.
        word = EN_OF[person.category] if place % 23 == 11 else ZH_OF[person.category]
        days = ";".join(day.isoformat() for day in person.days)
        writer.writerow(
            [
                person.external_id,
                person.number,
                person.code,
                person.name,
                person.english,
                person.company,
                person.title,
                word,
                person.phone,
                person.email,
                person.status,
                days,
                person.language,
            ]
        )
    return out.getvalue()


def queue_json(guests: list[Role]) -> str:
    """Return the ground truth of the film."""
    told = []
    for place, role in enumerate(guests):
        first, last = film.frame_range(place)
        told.append(
            {
                "first_frame": first,
                "last_frame": last,
                "surface": role.surface,
                "text": role.symbol.text,
                "number": role.number,
                "expected": role.expected,
                "reason": role.reason,
            }
        )
    truth = {
        "video": "queue.mp4",
        "fps": film.FPS,
        "frames": film.length(len(guests)),
        "starts": "2027-06-08T08:30:00+08:00",
        "guests": told,
    }
    return json.dumps(truth, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the four files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    people = attendees()
    guests = roles(people)
    texts = {
        "event.toml": event_toml(demo_issuer().public_text).encode(),
        "attendees.csv": attendees_csv(people).encode("utf-8-sig"),
        "queue.json": queue_json(guests).encode(),
    }
    for name, content in texts.items():
        (FOLDER / name).write_bytes(content)
    if "--text" not in sys.argv[1:]:
        film.written(film.frames(guests, SEED), FOLDER / "queue.mp4")


if __name__ == "__main__":
    main()
