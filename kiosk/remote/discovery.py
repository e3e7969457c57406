"""Hubs on the local network, by mDNS. It finds; only the pin makes a hub ours.

A hub says where it is and which key it has. A station looks for its own hub's key when the last
address answers no more, and a new station for the key in its pairing code.
"""

import ipaddress
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from zeroconf import InterfaceChoice, IPVersion, ServiceBrowser, ServiceInfo, Zeroconf

TYPE: Final = "_yuelai-hub._tcp.local."
PIN: Final = "pin"
LOOK_SECONDS: Final = 3.0


@contextmanager
def announced(pin: bytes, host: str, port: int, *, tls: bool = True) -> Iterator[None]:
    """Say to the network where this hub is; a hub for this computer only says nothing.

    A network that lets nobody say anything is no reason not to run.
    """
    addresses = _addresses(host)
    if not addresses:
        yield
        return
    info = ServiceInfo(
        TYPE,
        f"{pin.hex()[:16]}-{port}.{TYPE}",
        port=port,
        addresses=[socket.inet_aton(address) for address in addresses],
        properties={PIN: pin.hex(), "tls": "1" if tls else "0"},
        server=f"kiosk-hub-{pin.hex()[:8]}.local.",
    )
    try:
        zeroconf = Zeroconf(interfaces=_interfaces(host), ip_version=IPVersion.V4Only)
    except OSError:
        yield
        return
    try:
        zeroconf.register_service(info, allow_name_change=True)
        yield
    finally:
        zeroconf.unregister_all_services()
        zeroconf.close()


def hub_addresses(pin: bytes, seconds: float = LOOK_SECONDS, host: str = "") -> tuple[str, ...]:
    """The URLs of the hub with this pin; waits at most so long for the first.

    Args:
        pin: of the hub's key.
        seconds: how long to look.
        host: looks only on this address's network; on all where empty.
    """
    found: list[str] = []
    seen = threading.Event()

    class Listener:
        def add_service(self, zeroconf: Zeroconf, type_: str, name: str) -> None:
            info = zeroconf.get_service_info(type_, name, 1000)
            if info is None or info.properties.get(PIN.encode()) != pin.hex().encode():
                return
            scheme = "http" if info.properties.get(b"tls") == b"0" else "https"
            found.extend(f"{scheme}://{address}:{info.port}" for address in info.parsed_addresses())
            seen.set()

        update_service = add_service

        def remove_service(self, zeroconf: Zeroconf, type_: str, name: str) -> None:
            """It went; perhaps it comes back."""

    try:
        zeroconf = Zeroconf(interfaces=_interfaces(host), ip_version=IPVersion.V4Only)
    except OSError:
        return ()
    try:
        ServiceBrowser(zeroconf, TYPE, listener=Listener())  # type: ignore[arg-type]
        seen.wait(seconds)
    finally:
        zeroconf.close()
    return tuple(dict.fromkeys(found))


def _interfaces(host: str) -> list[str] | InterfaceChoice:
    return [host] if host and not _is_any(host) else InterfaceChoice.Default


def _is_any(host: str) -> bool:
    return host in {"0.0.0.0", "::"}  # noqa: S104  compared, not listened at


def _addresses(host: str) -> list[str]:
    """Where others reach this hub."""
    if not _is_any(host):
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return []
        return [host] if address.version == 4 else []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as towards:
        try:
            towards.connect(("192.0.2.1", 9))  # sends nothing: it only chooses the way out
            return [str(towards.getsockname()[0])]
        except OSError:
            return []
