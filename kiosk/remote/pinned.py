"""TLS with exactly one certificate that we have seen and whose pin was shown to a person."""

import socket
import ssl
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from kiosk.wire.pairing import pin_of

CONNECT_SECONDS: Final = 5.0


def certificate_at(url: str) -> str:
    """The PEM certificate that whoever answers at this address shows; trusted by nobody yet.

    Raises:
        OSError: nobody answers, or not by TLS.
    """
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or 443
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # the pin decides, below
    with (
        socket.create_connection((host, port), CONNECT_SECONDS) as raw,
        context.wrap_socket(raw, server_hostname=host) as wrapped,
    ):
        shown = wrapped.getpeercert(binary_form=True)
    assert shown is not None, "a TLS server shows a certificate"
    return ssl.DER_cert_to_PEM_cert(shown)


def is_pinned(certificate: str, pin: bytes, public_key_of: Callable[[str], bytes]) -> bool:
    """Whether this is the certificate that the pin was made of."""
    try:
        return pin_of(public_key_of(certificate)) == pin
    except ValueError:
        return False


def only(certificate: str) -> ssl.SSLContext:
    """A context that trusts this certificate and no other, at whatever address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False  # stations know the hub by its key; its address may change
    context.load_verify_locations(cadata=certificate)
    return context
