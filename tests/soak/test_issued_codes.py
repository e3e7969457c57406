"""Every code that is issued reads, in pictures that its proof has not seen."""

import base64
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np
import pytest

from kiosk.badges.ticket_picture import ProvenCode
from kiosk.composition.proven_codes import proven
from kiosk.devices.reading_trial import CONDITIONS, ReadingTrial
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.domain.ticket_code import Claims
from kiosk.keys.issuing import Issuer
from tests.studio.codes import GivenSymbol
from tests.studio.far_codes import far_shot
from tests.studio.optics import Light
from tests.studio.webcam import backgrounds

SAMPLE, FULL = 200, 10_000
FRAMES = 3
"""A tenth of a second of a camera; a code that is not read in it counts as unreadable."""
COMFORTABLE = 3.0
"""Pixels a module: a signed code of 30 mm, 300 mm before a webcam of 720 rows."""


def texts(number: int, chance: random.Random, issuer: Issuer) -> Iterator[str]:
    """One ticket said in many ways: every other one opaque."""
    if number % 2:
        while True:
            yield base64.b32encode(chance.randbytes(16)).decode().rstrip("=")
    claims = Claims(b"gala", chance.randbytes(7), 1, None, None)
    for nonce in range(256):
        yield issuer.issue(replace(claims, nonce=nonce))


def unread_conditions(code: ProvenCode, misses: Counter[str]) -> list[str]:
    """Conditions as they are stated, under which no frame of three says the text."""
    left = list(CONDITIONS)
    for draw in range(1, FRAMES + 1):
        trial = ReadingTrial(ease=1.0, draw=draw, conditions=tuple(left))
        failed = trial.failures(code.modules, code.text)
        left = [condition for condition in left if condition.name in failed]
        if not left:
            break
        misses.update(failed)
    return [condition.name for condition in left]


def unread_at_the_desk(
    code: ProvenCode, scene: Light, chance: np.random.Generator, misses: Counter[str]
) -> list[str]:
    """The same before the studio's webcam, which shares nothing with the proof."""
    symbol, decoder = GivenSymbol(code.text, dark=code.modules), RescuingDecoder()
    for _ in range(FRAMES):
        shot = far_shot(symbol, COMFORTABLE, scene, chance)
        grey = np.asarray(cv2.cvtColor(shot.picture, cv2.COLOR_BGR2GRAY), np.uint8)
        if any(seen.text == code.text for seen in decoder.read(grey)):
            return []
        misses["webcam"] += 1
    return ["webcam"]


@pytest.mark.parametrize("count", [SAMPLE, pytest.param(FULL, marks=pytest.mark.slow)])
def test_no_issued_code_is_unreadable(
    count: int, fresh_seed: int, issuer: Issuer, request: pytest.FixtureRequest
) -> None:
    chance, scenes = random.Random(fresh_seed), backgrounds(fresh_seed, 2)
    trial, misses, sent_back, unreadable = ReadingTrial(), Counter[str](), Counter[int](), []
    for number in range(count):
        code = proven(texts(number, chance, issuer), trial.failures)
        sent_back[code.sent_back] += 1
        light = np.random.default_rng([fresh_seed, number])
        failed = unread_conditions(code, misses)
        failed += unread_at_the_desk(code, scenes[number % 2], light, misses)
        if failed:
            unreadable.append((code.text, failed))
    figures = f"sent back {dict(sent_back)}\nsingle frames missed {dict(misses)}\n"
    request.node.add_report_section("call", "figures", figures)
    assert not unreadable
    assert sum(times for tries, times in sent_back.items() if tries) > count / 50, (
        "a proof that every symbol passes proves nothing"
    )
