"""The house stands as it is drawn: floors, rooms, and one library in one room."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
KIOSK = ROOT / "kiosk"
DRAWING = ROOT / "ARCHITECTURE.md"

# the standard library's sqlite3 is listed, because SQL belongs to one room too
ROOMS_OF = {
    "PySide6": {"ui"},
    "cv2": {"devices"},
    "zxingcpp": {"devices"},
    "numpy": {"devices"},
    "serial": {"devices"},
    "cv2_enumerate_cameras": {"devices"},
    "sqlmodel": {"store", "hub"},
    "sqlalchemy": {"store", "hub"},
    "starlette": {"hub"},
    "uvicorn": {"hub"},
    "jinja2": {"hub"},
    "psycopg": {"hub"},
    "zstandard": {"hub", "remote"},
    "httpx": {"remote"},
    "zeroconf": {"remote"},
    "keyring": {"keys"},
    "sqlite3": {"store"},
    "reportlab": {"badges"},
    "qrcode": {"badges"},
    "uharfbuzz": {"badges"},
    "PIL": {"badges"},
    "pypdfium2": {"badges", "devices"},
    "cryptography": {"keys"},
    "pypinyin": {"names"},
    "typer": {"cli"},
    "pydantic": {"lists", "wire", "hub", "remote"},
    "openpyxl": {"lists"},
    "defusedxml": {"lists"},
    "platformdirs": {"composition"},
}
STANDARD_ONLY = {"domain", "services", "workers"}
EXCEPTIONS = {
    ("composition/doctor.py", "sqlite3"),  # tells its version
    ("devices/printer_qt.py", "PySide6"),  # the portable way to a printer's driver
}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The top package of everything that a module imports, wherever in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name.split(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield (node.module or "").split(".")[0], node.lineno


def room(path: Path) -> str:
    """The room that a module stands in."""
    return path.relative_to(KIOSK).parts[0].removesuffix(".py")


def strangers() -> Iterator[tuple[Path, int, str]]:
    """Every import of something that is neither ours nor the standard library's."""
    for path in sorted(KIOSK.rglob("*.py")):
        for name, line in imports(path):
            inside = (path.relative_to(KIOSK).as_posix(), name) in EXCEPTIONS
            listed = name in ROOMS_OF or name not in sys.stdlib_module_names
            if name != "kiosk" and listed and not inside:
                yield path, line, name


def test_each_outside_library_has_its_room() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}, which belongs in {ROOMS_OF.get(name)}"
        for path, line, name in strangers()
        if room(path) not in ROOMS_OF.get(name, set())
    ]
    assert wrong == [], "ask for it through a port"


def test_domain_services_and_workers_need_nothing_but_python() -> None:
    found = [(room(path), f"{path}:{line} {name}") for path, line, name in strangers()]
    assert [what for where, what in found if where in STANDARD_ONLY] == []


def contract() -> list[tuple[str, set[str]]]:
    """The floors of pyproject.toml: each line's rooms, parentheses ignored."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (layers,) = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    return [floor(line) for line in layers["layers"]]


def floor(line: str) -> tuple[str, set[str]]:
    """A floor as its text (for messages) and as the set of its rooms."""
    names = [name.strip(" ()") for name in line.split("|")]
    return " | ".join(names), set(names)


def test_the_floors_are_drawn_as_the_contract_has_them() -> None:
    block = re.search(r"(?ms)^```floors\n(.*?)^```", DRAWING.read_text(encoding="utf-8"))
    assert block, "ARCHITECTURE.md needs a fenced block called floors"
    drawn = [floor(line) for line in block[1].splitlines() if line.strip()]
    assert [rooms for _, rooms in drawn] == [rooms for _, rooms in contract()]


def test_no_floor_sees_another_above_it_or_beside_it(capfd: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capfd.readouterr().out
