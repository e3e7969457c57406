"""Codes that bare zxing-cpp misses are read, and no frame takes more than its share."""

from dataclasses import dataclass, field

import cv2
import numpy as np
import pytest

from kiosk.devices.cpu_allowance import CpuAllowance
from kiosk.devices.qr_reading import Grey, read_codes
from kiosk.devices.rescue_stages import Look, Seen, Stage
from kiosk.devices.rescuing import PATIENCE, RescuingDecoder
from kiosk.services.ports import CodeSeen
from tests.unit.devices.pictures_of_codes import (
    TEXT,
    drawn,
    far,
    noisy,
    on_cloth,
    on_desk,
    over_exposed,
    under_a_gradient,
)

PLENTY_MS = 1e6


def half_in_shadow() -> Grey:
    picture = on_desk(drawn(4)).astype(np.float32)
    picture[:, :310] *= 0.2
    return picture.astype(np.uint8)


MISSED = {
    "far away": far(1.6, 0.85),
    "over-exposed": over_exposed(),
    "under a gradient": under_a_gradient(),
    "half in shadow": half_in_shadow(),
    "noisy": noisy(on_desk(drawn(4)), 60),
    "dark mode, noisy": noisy(np.asarray(255 - on_desk(drawn(3), desk=235), np.uint8), 60),
    "on cloth": on_cloth(5),
    "on cloth in folds": on_cloth(6),
}


def unhurried() -> RescuingDecoder:
    return RescuingDecoder(CpuAllowance(PLENTY_MS, PLENTY_MS))


@pytest.mark.parametrize("picture", MISSED.values(), ids=MISSED.keys())
def test_what_bare_zxing_misses_is_read(picture: Grey) -> None:
    assert read_codes(picture) == ()
    assert {code.text for code in unhurried().read(picture)} == {TEXT}


@pytest.mark.parametrize("picture", MISSED.values(), ids=MISSED.keys())
def test_the_corners_lie_around_the_code(picture: Grey) -> None:
    (seen,) = unhurried().read(picture)
    x, y = np.mean(seen.corners, axis=0)
    assert abs(x - picture.shape[1] / 2) < 12
    assert abs(y - picture.shape[0] / 2) < 12


def test_what_bare_zxing_reads_costs_no_more() -> None:
    decoder = unhurried()
    assert decoder.read(on_desk(drawn(4)))
    assert decoder.read_by == "plain"


def test_a_camera_of_many_pixels_is_read_smaller_and_told_in_its_own_pixels() -> None:
    picture = cv2.resize(on_cloth(5), (3840, 2880), interpolation=cv2.INTER_CUBIC)
    (seen,) = unhurried().read(np.asarray(picture, np.uint8))
    x, y = np.mean(seen.corners, axis=0)
    assert abs(x - 1920) < 60
    assert abs(y - 1440) < 60


@dataclass
class Cpu:
    """A clock of CPU time that only work moves."""

    seconds: float = 0.0
    done: list[str] = field(default_factory=list)

    def __call__(self) -> float:
        return self.seconds

    def stage(self, name: str, ms: float, found: Seen = ()) -> Stage:
        def read(look: Look) -> Seen:
            self.seconds += ms / 1000
            self.done.append(name)
            return found

        return Stage(name, read, cost=0.0)

    def frame(self, decoder: RescuingDecoder) -> tuple[float, list[str]]:
        """What one frame without a code costs in milliseconds, and which stages had a turn."""
        before, self.done = self.seconds, []
        decoder.read(np.full((1000, 1000), 128, np.uint8))
        return (self.seconds - before) * 1000, self.done


def given(cpu: Cpu, stages: list[Stage], rare: list[Stage], cap: float = 10) -> RescuingDecoder:
    return RescuingDecoder(CpuAllowance(cap, cap, cpu), stages, rare)


def test_the_cap_holds_once_costs_are_known_and_everybody_has_a_turn() -> None:
    cpu = Cpu()
    decoder = given(cpu, [cpu.stage(name, 3) for name in "abcdefg"], [])
    frames = [cpu.frame(decoder) for _ in range(PATIENCE)]
    assert all(spent <= 10 for spent, _ in frames[1:])
    turns = [name for _, done in frames for name in done]
    assert {turns.count(name) for name in "abcdefg"} <= {2, 3, 4}


def test_what_there_was_no_time_for_begins_on_the_next_frame() -> None:
    cpu = Cpu()
    decoder = given(cpu, [cpu.stage(name, 4) for name in "abcd"], [])
    cpu.frame(decoder)
    _, second = cpu.frame(decoder)
    _, third = cpu.frame(decoder)
    assert second == ["a", "b"] or second == ["d", "a"]
    assert third[0] not in second


def test_after_a_read_the_likeliest_begin_again() -> None:
    cpu = Cpu()
    found = (CodeSeen("A", ()),)
    decoder = given(cpu, [cpu.stage("a", 4), cpu.stage("b", 4), cpu.stage("c", 4, found)], [])
    for _ in range(4):
        cpu.frame(decoder)
        if "c" in cpu.done:
            break
    assert decoder.read_by == "c"
    assert cpu.frame(decoder)[1][0] == "a"


def test_rare_stages_wait_until_several_frames_were_missed() -> None:
    cpu = Cpu()
    decoder = given(cpu, [cpu.stage("usual", 1)], [cpu.stage("rare", 1)])
    turns = [cpu.frame(decoder)[1] for _ in range(PATIENCE + 4)]
    assert turns == [["usual"]] * PATIENCE + [["rare"], ["usual"], ["rare"], ["usual"]]


def test_a_stage_that_once_took_too_long_is_tried_again() -> None:
    cpu = Cpu()
    slow_once = iter([40.0])

    def read(look: Look) -> Seen:
        cpu.seconds += next(slow_once, 1.0) / 1000
        cpu.done.append("hiccup")
        return ()

    decoder = given(cpu, [Stage("hiccup", read, cost=0.0)], [])
    turns = [cpu.frame(decoder)[1] for _ in range(60)]
    assert turns[1] == []
    assert turns[-1] == ["hiccup"]


def test_an_empty_desk_costs_less_than_the_cap_on_average() -> None:
    cpu = Cpu()
    stages = [cpu.stage(name, 1) for name in "abcdefghij"]
    decoder = RescuingDecoder(CpuAllowance(cap_ms=10, mean_ms=6, cpu=cpu), stages, stages)
    spent = [cpu.frame(decoder)[0] for _ in range(400)]
    assert max(spent) < 10.01
    assert np.mean(spent[-200:]) <= 7
