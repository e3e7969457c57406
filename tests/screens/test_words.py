"""Both languages are complete, and what is compiled is what is written."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from kiosk.composition.assets import ROOT, WORDS

TOOLS = Path(sys.executable).parent
TS, QM = WORDS / "kiosk_zh.ts", WORDS / "kiosk_zh.qm"


def phrases(ts: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):
        where = context.findtext("name") or ""
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            done = said.get("type") != "unfinished" and said.text
            found[where, message.findtext("source") or ""] = said.text or "" if done else ""
    return found


def test_every_phrase_of_the_code_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "kiosk_zh.ts"
    fresh.write_bytes(TS.read_bytes())
    sources = [str(path) for path in sorted((ROOT / "kiosk" / "ui").rglob("*.py"))]
    options = ["-source-language", "en", "-target-language", "zh_CN", "-no-obsolete"]
    subprocess.run(
        [TOOLS / "pyside6-lupdate", *sources, "-ts", fresh, *options, "-locations", "none"],
        check=True,
        capture_output=True,
    )
    assert phrases(fresh) == phrases(TS), "run `make words` and translate what is new"
    assert [source for (_, source), said in phrases(TS).items() if not said] == []


def test_the_compiled_translation_is_the_written_one(tmp_path: Path) -> None:
    fresh = tmp_path / "kiosk_zh.qm"
    subprocess.run([TOOLS / "pyside6-lrelease", TS, "-qm", fresh], check=True, capture_output=True)
    assert fresh.read_bytes() == QM.read_bytes(), "run `make words`"


def test_placeholders_survive_translation() -> None:
    for (_, source), said in phrases(TS).items():
        for placeholder in ("%1", "%2"):
            assert (placeholder in source) == (placeholder in said), source
