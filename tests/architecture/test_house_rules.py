"""The rules of the house, each with the way to mend what breaks it."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KIOSK = ROOT / "kiosk"
SOURCES = sorted(KIOSK.rglob("*.py"))
PYTHON = sorted([*SOURCES, *(ROOT / "tests").rglob("*.py")])
LONGEST = 250


def place(path: Path) -> str:
    """A file as people name it."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_no_module_is_longer_than_250_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{place(path)} has {lines} lines: take one idea out of it"


def test_no_module_is_called_by_a_name_that_says_nothing() -> None:
    empty_words = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base"}
    bad = [place(path) for path in PYTHON if path.stem in empty_words]
    assert bad == [], "name a module after what it holds"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        place(path)
        for path in SOURCES
        if path.stat().st_size and ast.get_docstring(tree(path)) is None
    ]
    assert silent == []


def names_called(path: Path, but_not_in: str = "") -> Iterator[tuple[int, str]]:
    """Every dotted name that is called, with its line; not in functions called `but_not_in`."""
    whole = tree(path)
    for node in ast.walk(whole):
        if isinstance(node, ast.FunctionDef) and node.name == but_not_in:
            node.body = []
    for node in ast.walk(whole):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


WALL_CLOCKS = {
    "time.time", "time.time_ns", "time.localtime", "time.gmtime",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "datetime.datetime.now", "datetime.date.today",
}  # fmt: skip
MAY_LOOK_AT_THE_CLOCK = {
    "kiosk/devices/clocks.py",  # this is the clock
    "kiosk/composition/bug_report.py",  # a line in a log, where the clock itself may be the bug
    "kiosk/composition/kept_lists.py",  # the name of a kept file
    "kiosk/composition/doctor.py",  # examines the computer's clock
}


def test_wall_time_comes_only_from_the_clock() -> None:
    found = {
        place(path) for path in SOURCES for _, name in names_called(path) if name in WALL_CLOCKS
    }
    assert found <= MAY_LOOK_AT_THE_CLOCK, "ask the Clock that was handed in"


def test_no_exception_is_caught_without_a_name() -> None:
    bare = [
        f"{place(path)}:{node.lineno}"
        for path in PYTHON
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert bare == [], "say which exceptions; anything else is a bug and must be seen"


def test_our_own_code_is_never_patched_in_tests() -> None:
    patches = [
        f"{place(path)}:{line}"
        for path in PYTHON
        for line, name in names_called(path)
        if name in {"mock.patch", "patch", "patch.object", "mock.patch.object"}
        or (name == "monkeypatch.setattr")
    ]
    assert patches == [], "pass a fake in instead"


def test_no_test_sleeps() -> None:
    sleeps = [
        f"{place(path)}:{line}"
        for path in PYTHON
        if path.is_relative_to(ROOT / "tests") and path.name.startswith("test_")
        for line, name in names_called(path, but_not_in="wait_for")  # asks again and again
        if name in {"time.sleep", "sleep"}
    ]
    assert sleeps == [], "wait for what must happen"


def tracked() -> list[Path]:
    """Every file that belongs to the project, by its version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git work tree")
    return [ROOT / line for line in listed.stdout.splitlines()]


TEXT = {".py", ".md", ".toml", ".txt", ".ts", ".json", ".yml", ".yaml", ".spec", ".sh", ""}
PRIVATE = re.compile(
    "|".join(
        (
            r"(?<![\w.])/" + "(?:root|work|home)" + r"/\w",  # somebody's own disk
            "[A-Z]:" + r"\\\\?Users\\",
            r"https?://(?:\w+[.-])*(?:mirror|proxy|registry|artifactory|nexus)[\w.-]*",
            "index-" + "url",
            "extra-" + "index",
        )
    )
)


def test_nothing_tells_of_the_machine_it_was_made_on() -> None:
    found = [
        f"{place(path)}: {hit.group()}"
        for path in tracked()
        if path.suffix in TEXT and path.is_file() and path.stat().st_size < 1 << 20
        for hit in PRIVATE.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []
