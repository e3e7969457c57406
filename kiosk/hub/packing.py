"""Files packed for the way."""

import hashlib
from pathlib import Path
from typing import Final

import zstandard

PIECE: Final = 1 << 20
LEVEL: Final = 3


def packed(file: Path, into: Path) -> str:
    """Pack a file with zstd; the SHA-256 of what comes out at the other end, as hex."""
    digest = hashlib.sha256()
    with (
        file.open("rb") as plain,
        into.open("wb") as out,
        zstandard.ZstdCompressor(level=LEVEL, threads=-1).stream_writer(out) as writer,
    ):
        while piece := plain.read(PIECE):
            digest.update(piece)
            writer.write(piece)
    return digest.hexdigest()
