"""The hub's own certificate: made at its first start, trusted by its pin and by nothing else."""

import ipaddress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import NameOID

from kiosk.domain.words import Words
from kiosk.keys.secret_file import write_secret
from kiosk.services.trouble import Misconfigured, writing

HUB_NAME: Final = "kiosk-hub"
"""The name in every hub's certificate: stations trust the key, whatever address it answers at."""
_YEARS: Final = 10


def hub_certificate(folder: Path, now: datetime) -> tuple[Path, Path]:
    """The files of certificate and private key (PEM), made where they are missing.

    Raises:
        Misconfigured: they cannot be made, or only one of them is there.
        Unavailable: the disk is full.
    """
    certificate, key = folder / "hub.crt", folder / "hub.key"
    if certificate.exists() != key.exists():
        raise Misconfigured(
            Words(f"{folder} 中证书与私钥不全。", f"{folder} lacks half of the certificate."),
            Words(
                "请从备份恢复 hub.crt 与 hub.key；删除两者则所有签到台须重新配对。",
                "Restore hub.crt and hub.key from a backup; without both, every station must be "
                "paired again.",
            ),
        )
    if not certificate.exists():
        _make(certificate, key, now)
    return certificate, key


def _make(certificate: Path, key_file: Path, now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HUB_NAME)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=400))  # clocks at a venue are wrong
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName(
                [
                    x509.DNSName(HUB_NAME),
                    x509.DNSName("localhost"),
                    x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
                ]
            ),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    with writing(certificate):
        write_secret(
            key_file,
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        )
        write_secret(certificate, made.public_bytes(Encoding.PEM))


def public_key_of(certificate: str) -> bytes:
    """The public key in a PEM certificate (SubjectPublicKeyInfo, DER): what a pin is made of.

    Raises:
        ValueError: it is no certificate.
    """
    key = x509.load_pem_x509_certificate(certificate.encode("ascii")).public_key()
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
