"""Picture files that lie about their size, or are cut off: told in words, in little memory."""

import io
import os
import resource
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.stories.kiosk_command import MAIN

MEMORY = 1_500_000_000
"""Bytes of address space: OpenCV's own libraries take half of it."""


def png(width: int, height: int, pixels: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )


def saved(form: str) -> bytearray:
    file = io.BytesIO()
    Image.new("L", (64, 64), 255).save(file, form)
    return bytearray(file.getvalue())


def huge_jpeg() -> bytes:
    data = saved("JPEG")
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
    return bytes(data)


def huge_bmp() -> bytes:
    data = saved("BMP")
    data[18:26] = struct.pack("<ii", 60_000, 60_000)
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("claims.png", png(60_000, 60_000, b"\0" * 100)),
        ("is.png", png(20_000, 20_000, b"\0" * (20_001 * 20_000))),
        ("claims.jpg", huge_jpeg()),
        ("claims.bmp", huge_bmp()),
        ("claims.webp", b"RIFF\x40\0\0\0WEBPVP8L\x34\0\0\0\x2f\xff\xff\xff\x0f" + bytes(44)),
        ("text.png", b"nothing of the kind"),
        ("empty.png", b""),
    ],
)
def test_a_file_that_lies_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    said = subprocess.run(
        [sys.executable, MAIN, "scan", tmp_path / name],
        capture_output=True, encoding="utf-8", check=False, timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    assert "cannot be read" in said.stderr
    assert "Traceback" not in said.stderr
    assert said.stdout.endswith("\t-\n")


@pytest.mark.parametrize("endless", ["pipe", "device"])
def test_what_has_no_end_is_not_waited_for(tmp_path: Path, endless: str) -> None:
    name = tmp_path / "endless.png"
    if endless == "pipe":
        os.mkfifo(name)
    else:
        name.symlink_to("/dev/zero")
    said = subprocess.run(
        [sys.executable, MAIN, "scan", tmp_path],
        capture_output=True, encoding="utf-8", check=False, timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    assert "cannot be read" in said.stderr
    assert said.stdout.endswith("\t-\n")


def test_a_file_that_is_cut_off_is_no_bug(tmp_path: Path) -> None:
    (tmp_path / "cut.jpg").write_bytes(saved("JPEG")[:400])
    said = subprocess.run(
        [sys.executable, MAIN, "scan", tmp_path / "cut.jpg"],
        capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
