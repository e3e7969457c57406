"""One key is changed; the rest of the page stays as its owner wrote it."""

from pathlib import Path

import pytest

from kiosk.settings import load_settings, settings_page
from kiosk.settings.writing import with_value


@pytest.mark.parametrize(
    "page",
    [
        "",
        "# mine\n[printer]  # the desk's\nkind = 'ipp' # paper\nuri = 'ipp://h/p'\n\n[screen]\n",
        "[printer]\ntemplate = 'label' # old\n[second_printer]\ntemplate = 'a6'\n",
        settings_page(),
    ],
)
def test_a_text_is_set_and_nothing_else(tmp_path: Path, page: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(page, encoding="utf-8")
    before = load_settings(path)
    path.write_text(with_value(page, "printer", "template", '组/"a".toml'), encoding="utf-8")
    after = load_settings(path)
    assert after.printer.template == '组/"a".toml'
    assert after.second_printer == before.second_printer
    assert after.printer.uri == before.printer.uri
    kept = [line for line in page.splitlines() if "template" not in line]
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if line in kept] == kept
