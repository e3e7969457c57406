"""Lists that want to break something: told in words, nothing changed, in bounded memory."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from openpyxl import Workbook

from tests.stories.kiosk_command import MAIN, Desk

MEMORY_MB = 300
"""Peak of a whole import; the program and its libraries take a third of it."""
HEADER = "票号,姓名,类别\n"
CELLS = "".join(
    f'<c r="{c}1" t="inlineStr"><is><t>{w}</t></is></c>'
    for c, w in zip("ABC", ("票号", "姓名", "类别"), strict=True)
)
SHEET = f"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<sheetData><row r="1">{CELLS}</row>"""
END = "</sheetData></worksheet>"


Writes = Callable[[BinaryIO], object]


def repeated(text: str, times: int) -> Iterator[bytes]:
    """Much of one text, never held whole."""
    data = (text * min(times, 1 << 16)).encode()
    for _ in range(times >> 16):
        yield data
    yield (text * (times % (1 << 16))).encode()


def csv(*parts: str | bytes | Iterator[bytes]) -> Writes:
    """A CSV file of these parts."""

    def write(file: BinaryIO) -> None:
        for part in parts:
            if isinstance(part, str | bytes):
                file.write(part.encode() if isinstance(part, str) else part)
            else:
                file.writelines(part)

    return write


def xlsx(sheet: str, spaces_mb: int = 0, inside: str = "xl/worksheets/sheet1.xml") -> Writes:
    """A workbook with this sheet, and with very many spaces inside one part."""

    def write(file: BinaryIO) -> None:
        empty = io.BytesIO()
        Workbook().save(empty)
        with zipfile.ZipFile(empty) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            for name in {*old.namelist(), inside}:
                with new.open(name, "w") as part:
                    if name == "xl/worksheets/sheet1.xml":
                        part.write(sheet.encode())
                    elif name != inside:
                        part.write(old.read(name))
                    if name == inside:
                        part.writelines(repeated(" ", spaces_mb << 20))

    return write


def lying_zip(file: BinaryIO) -> None:
    """A part that unpacks to forty times of what it says."""
    packed = io.BytesIO()
    xlsx(SHEET, 40)(packed)
    with zipfile.ZipFile(packed) as parts:
        size = parts.getinfo("xl/worksheets/sheet1.xml").file_size
    said = size.to_bytes(4, "little")
    file.write(packed.getvalue().replace(said, (1 << 20).to_bytes(4, "little")))


def half_a_workbook(file: BinaryIO) -> None:
    packed = io.BytesIO()
    xlsx(SHEET + END)(packed)
    file.write(packed.getvalue()[:2000])


WIDE = '<row r="2"><c r="NTP2"><v>1</v></c></row>'
HOSTILE: dict[str, tuple[str, Writes, str]] = {
    "a cell of 50 MB": (
        "a.csv", csv(HEADER, "1,a,来宾\n2,", repeated("x", 50_000_000), ",来宾\n"), "Row 3",
    ),
    "a quoted cell of 50 MB in many lines": (
        "a.csv", csv(HEADER, '1,"', repeated("x\n", 25_000_000), '",来宾\n'), "Row 2",
    ),
    "a header of 50 MB": ("a.csv", csv(repeated("票号,", 7_000_000)), "Row 1"),
    "10,000 columns": (
        "a.csv", csv("票号,姓名,", repeated("x,", 9997), "x\n"), "10000 columns",
    ),
    "a row of 10,000 cells": (
        "a.csv", csv(HEADER, "1,a,来宾\n", repeated("x,", 9999), "x\n"), "Row 3",
    ),
    "zeros": ("a.csv", csv(HEADER, "1,a\0b,来宾\n"), "Row 2"),
    "nothing but zeros": ("a.csv", csv(repeated("\0", 50_000_000)), "a.csv"),
    "two encodings": (
        "a.csv", csv(HEADER, "1,林若静,来宾\n", "2,王明明,来宾\n".encode("gb18030")), "Row 3",
    ),
    "a quote that never closes": (
        "a.csv", csv(HEADER, '1,"a,来宾\n', repeated("2,b,来宾\n", 500_000)), "Row 2",
    ),
    "a zip bomb": ("a.xlsx", xlsx(SHEET, 700), "700 MB"),
    "a bomb of shared texts": (
        "a.xlsx", xlsx(SHEET + END, 100, "xl/sharedStrings.xml"), "100 MB",
    ),
    "a zip that lies of its size": ("a.xlsx", lying_zip, "no whole XLSX file"),
    "a sheet of 10,000 columns": ("a.xlsx", xlsx(SHEET + WIDE + END), "10000 columns"),
    "half a workbook": ("a.xlsx", half_a_workbook, "no whole XLSX file"),
    "a picture": ("a.xlsx", csv(b"\x89PNG\r\n\x1a\n", repeated("\0", 5000)), "a.xlsx"),
}  # fmt: skip
TELLING = """
import atexit, pathlib, runpy, sys
status = pathlib.Path("/proc/self/status")
peak = lambda: next(line.split()[1] for line in status.open() if line.startswith("VmHWM"))
atexit.register(lambda: sys.stderr.write("\\npeak " + peak()))
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""Tells the peak of its own memory, in KiB; what a parent sees includes what it was forked from."""


def digest(desk: Desk) -> str:
    return hashlib.sha256((desk.data / "roster.db").read_bytes()).hexdigest()


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the peak of memory")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_list_changes_nothing_and_takes_little(
    ready: Desk, tmp_path: Path, name: str
) -> None:
    file, write, says = HOSTILE[name]
    path = tmp_path / file
    with path.open("wb") as written:
        write(written)
    assert ready("find", "G").code == 0  # settles the log
    before = digest(ready)
    words = ("import", path, "--data", ready.data, "--json")
    done = subprocess.run(
        [sys.executable, "-c", TELLING, MAIN, *words],
        capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    said = json.loads(done.stdout)
    assert says in said["error"]["en"]
    assert said["advice"]["zh"]
    assert digest(ready) == before
    assert len(list((ready.data / "lists").iterdir())) == 2
    assert int(done.stderr.split()[-1]) < MEMORY_MB * 1024


def test_formulas_and_directions_come_in_as_text(ready: Desk, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    rows = ("=cmd|' /C calc'!A0,=1+1,来宾", "D-1,\u202e林若静\u202c,来宾")
    path.write_text("票号,姓名,类别\n" + "\n".join(rows) + "\n", encoding="utf-8")
    said = ready("import", path)
    assert (said.code, said.json["added"]) == (0, 2)
    (warned,) = said.json["warnings"]
    assert (warned["row"], warned["column"]) == (3, "姓名")
    assert set(warned) == {"row", "column", "problem", "remedy"}
    assert ready("find", "D-1").json[0]["name"] == "林若静"
    assert ready("export", "--out", tmp_path / "out.csv").code == 0
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert "'=cmd|" in text
    assert ",=1+1" not in text
