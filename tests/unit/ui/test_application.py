"""A step of the loop that breaks ends the loop, and is heard of."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import FONTS
from kiosk.domain.words import Words
from kiosk.services.trouble import Unavailable
from kiosk.ui.application import Application

FULL = Unavailable(Words("磁盘已满。", "The disk is full."), Words("请腾出空间。", "Free some."))


def test_a_step_that_raises_ends_the_loop_with_what_it_raised(qtbot: QtBot) -> None:
    app, steps = Application(FONTS), iter([True, True])

    def step() -> bool:
        for goes_on in steps:
            return goes_on
        raise FULL

    app.at_each_turn(step)
    with pytest.raises(Unavailable) as caught:
        app.run()
    assert caught.value is FULL
    app.soon(app.quit)
    assert app.run() == 0  # told once
