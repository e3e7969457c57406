"""Where our hub is, when nobody typed it or it has moved."""

from dataclasses import replace

from kiosk.composition.hub_record import HubRecord
from kiosk.domain.words import Words
from kiosk.keys.certificate import public_key_of
from kiosk.remote.discovery import hub_addresses
from kiosk.services.trouble import Misconfigured
from kiosk.wire.pairing import parse_code, pin_of


def moved_hub(record: HubRecord) -> HubRecord | None:
    """Our hub at another address, where the network knows of one; its certificate proves it."""
    pin = pin_of(public_key_of(record.certificate))
    for url in hub_addresses(pin):
        if url != record.url:
            return replace(record, url=url)
    return None


def hub_of_code(text: str) -> str:
    """The address of the hub that showed this pairing code.

    Raises:
        Misconfigured: the network does not know.
    """
    code = parse_code(text)
    found = hub_addresses(code.pin) if code else ()
    if not found:
        raise Misconfigured(
            Words("网络上没有找到显示此配对码的中心。", "The hub of this code was not found."),
            Words(
                "请用 --hub 输入地址；中心须以 --host 0.0.0.0 运行，且网络允许组播。",
                "Type its address with --hub. The hub must run with --host 0.0.0.0, and the "
                "network must allow multicast.",
            ),
        )
    return found[0]
