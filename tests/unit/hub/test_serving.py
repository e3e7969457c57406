"""The port that a hub listens at."""

import socket
from contextlib import closing

import pytest

from kiosk.hub.serving import listening
from kiosk.services.trouble import Misconfigured


def test_answers_do_not_wait_for_receipts() -> None:
    with closing(listening(("127.0.0.1", 0))) as port:
        assert port.proto == socket.IPPROTO_TCP  # by this asyncio turns Nagle off


def test_a_port_that_is_taken_or_none_is_said() -> None:
    with closing(listening(("127.0.0.1", 0))) as port:
        taken = port.getsockname()[1]
        for address in (("127.0.0.1", taken), ("127.0.0.1", 70_000), ("192.0.2.1", 0)):
            with pytest.raises(Misconfigured):
                listening(address)
