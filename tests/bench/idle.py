"""What a station takes of the processor while nobody comes."""

import json
import subprocess
import sys
from pathlib import Path

from kiosk.settings import Face
from tests.bench.demo_station import copy_of, empty_view, settings_file
from tests.bench.network_camera import NetworkCamera
from tests.bench.report import SINGLE, Room
from tests.bench.running_station import cpu_share, running

ABOUT = """`main.py run` as its own process, self-service face, all threads. The camera is MJPEG
over HTTP, 1280x720, 30 pictures a second, shown live and searched 10 times a second. The floor
reads the same camera with OpenCV and does nothing with it. Percent of one core."""
READ = """
import cv2, json, sys, time
cv2.setNumThreads(1)
camera, until = cv2.VideoCapture(sys.argv[1], cv2.CAP_FFMPEG), time.monotonic() + float(sys.argv[2])
for _ in range(30):
    camera.read()
cpu, began = time.process_time(), time.monotonic()
while time.monotonic() < until:
    camera.read()
print(json.dumps(100 * (time.process_time() - cpu) / (time.monotonic() - began)))
"""


def measure(station: Path, work: Path, seconds: float) -> Room:
    """Watches each for `seconds`."""
    folder = copy_of(station, work / "idle")
    room = Room("Idle", ABOUT, SINGLE)
    with NetworkCamera([empty_view(seed) for seed in range(10)], 0.1) as camera:
        command = [sys.executable, "-c", READ, camera.url, str(seconds)]
        floor = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        settings_file(folder, camera.url, Face.SELF)
        with running(folder) as process:
            live = cpu_share(process, seconds)
    settings_file(folder, "63", Face.SELF)  # there is no such webcam
    with running(folder) as process:
        attract = cpu_share(process, seconds)
    beside = f"{live / floor:.2f} × reading the camera"
    room.rows.append(("live preview, 10 decodes a second", f"{live:.1f} %", "≤ 25 %", beside))
    room.rows.append(("attract page, camera missing", f"{attract:.1f} %", "", ""))
    room.rows.append(("floor: reading the camera", f"{floor:.1f} %", "", ""))
    return room
