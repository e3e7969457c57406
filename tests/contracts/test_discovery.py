"""A hub says where it is, and is found by its key alone."""

from kiosk.remote.discovery import announced, hub_addresses

OURS, THEIRS = b"ours" * 4, b"them" * 4
HOST = "127.0.0.1"


def test_a_hub_is_found_by_its_key_and_another_is_not() -> None:
    with announced(OURS, HOST, 8470), announced(THEIRS, HOST, 9000, tls=False):
        assert hub_addresses(OURS, 10, HOST) == (f"https://{HOST}:8470",)
        assert hub_addresses(THEIRS, 10, HOST) == (f"http://{HOST}:9000",)
        assert hub_addresses(b"none" * 4, 0.5, HOST) == ()


def test_a_name_that_is_no_address_is_not_announced() -> None:
    with announced(OURS, "localhost", 8470):
        assert hub_addresses(OURS, 0.5, HOST) == ()
