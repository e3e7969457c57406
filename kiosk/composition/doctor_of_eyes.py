"""Looks at what reads codes: the cameras of the settings, and a scanner at a port."""

from collections.abc import Iterator

from kiosk.composition.camera_list import Candidate, look_through_one
from kiosk.composition.seeing import lenses, scanner_of
from kiosk.domain.words import Words
from kiosk.services.findings import Finding, Health
from kiosk.services.trouble import Trouble
from kiosk.settings import LensSettings, Settings

ALL_THERE = Words("可用命令 cameras 列出所有摄像头。", "The command cameras lists all there are.")


def eyes(settings: Settings) -> Iterator[Finding]:
    """Each camera, then the scanner where there is one at a port."""
    for number, lens in enumerate(lenses(settings), 1):
        yield _camera("camera" if number == 1 else f"camera {number}", lens)
    if settings.scanner.port:
        yield _scanner(settings)


def _camera(part: str, lens: LensSettings) -> Finding:
    seen = look_through_one(Candidate(lens, lens.source))
    if seen.trouble:
        advice = seen.trouble.advice
        return Finding(
            part,
            Health.BAD,
            seen.trouble.title,
            Words(f"{advice.zh}{ALL_THERE.zh}", f"{advice.en} {ALL_THERE.en}"),
        )
    assert seen.frame is not None, "no picture without a trouble"
    size = f"{seen.frame.width}×{seen.frame.height}"
    if seen.undone:
        zh, en = "".join(w.zh for w in seen.undone), " ".join(w.en for w in seen.undone)
        advice = Words(
            f"{zh}签到不受影响；请改设置或换摄像头。",
            f"{en} It scans all the same; change the setting or the camera.",
        )
        return Finding(part, Health.WARN, Words(size, size), advice)
    return Finding(part, Health.GOOD, Words(size, size))


def _scanner(settings: Settings) -> Finding:
    scanner, port = scanner_of(settings), settings.scanner.port
    try:
        scanner.open()
    except Trouble as trouble:
        return Finding("scanner", Health.BAD, trouble.title, trouble.advice)
    finally:
        scanner.close()
    return Finding("scanner", Health.GOOD, Words(port, port))
