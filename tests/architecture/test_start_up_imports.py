"""The window is on screen before anything slow is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW = {"cv2", "numpy", "sqlmodel", "sqlalchemy", "reportlab", "pydantic", "pypinyin", "typer",
        "cryptography", "openpyxl", "PIL", "qrcode", "fontTools"}  # fmt: skip
START = """
import sys
from pathlib import Path
import kiosk.cli
from kiosk.composition.run import run_station
from kiosk.settings import load_settings
from kiosk.ui.first_paint import FirstPaint

def watch(kiosk):
    def painted():
        print(*sorted({name.partition(".")[0] for name in sys.modules}))
        kiosk.app.quit()
    FirstPaint(kiosk.window, lambda: True, painted)

folder = Path(sys.argv[1])
sys.exit(run_station(folder, load_settings(folder / "settings.toml"), watch=watch))
"""


@pytest.mark.parametrize("face", ["desk", "self"])
def test_the_first_paint_waits_for_nothing_slow(tmp_path: Path, face: str) -> None:
    (tmp_path / "settings.toml").write_text(f'[screen]\nface = "{face}"\n', encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(shown.stdout.split())
    assert "PySide6" in loaded
    assert not loaded & SLOW, "import it where it is used, after the window was painted"


def test_help_waits_for_nothing_slow() -> None:
    said = subprocess.run(
        [sys.executable, "-X", "importtime", "main.py", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in said.stderr.split("\n")}
    assert "typer" in loaded
    assert not loaded & (SLOW | {"PySide6"}) - {"typer"}
