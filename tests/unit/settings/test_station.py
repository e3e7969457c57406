"""settings.toml: every key may be left out, no wrong one is passed over."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.words import Language
from kiosk.services.trouble import Misconfigured
from kiosk.settings import Face, Settings, change_settings, load_settings, settings_page


def load(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_no_file_no_key_no_change(tmp_path: Path) -> None:
    assert load_settings(None) == load(tmp_path, "") == load(tmp_path, "[camera]") == Settings()


def test_the_page_of_all_keys_says_the_defaults(tmp_path: Path) -> None:
    page = settings_page()
    assert load(tmp_path, page) == Settings()
    for section in fields(Settings):
        for key in fields(getattr(Settings(), section.name)):
            assert f"\n{key.name} = " in page
            assert key.metadata["help"] in page


def test_keys_are_read(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        "\ufeff[station]\nname = 'N1'\n[camera]\nfps = 15\nmirror = false\nrearm_seconds = 5\n"
        "[screen]\nface = 'self'\nlanguage = 'en'\n",
    )
    assert (settings.station.called, settings.camera.fps, settings.camera.mirror) == (
        "N1",
        15,
        False,
    )
    assert settings.camera.rearm_seconds == 5.0
    assert isinstance(settings.camera.rearm_seconds, float)
    assert (settings.screen.face, settings.screen.language) == (Face.SELF, Language.EN)


def test_a_station_without_a_name_is_called_like_its_computer() -> None:
    assert Settings().station.called


@pytest.mark.parametrize(
    ("text", "place", "suggestion"),
    [
        ("[camera]\nwidht = 1", "camera.widht", "camera.width"),
        ("[camra]\nwidth = 1280", "camra", "camera"),
        ("[printer]\nzzzzzz = 1", "printer.zzzzzz", ""),
        ("[printer]\nnmae = 'x'", "printer.nmae", "printer.name"),
        ("[screen]\nfps = 30", "screen.fps", "camera.fps"),
        ("width = 1280", "width", ""),
        ("[__class__]\nx = 1", "__class__", ""),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_known_one(
    tmp_path: Path, text: str, place: str, suggestion: str
) -> None:
    with pytest.raises(Misconfigured) as caught:
        load(tmp_path, text)
    assert f"“{place}”" in caught.value.title.en
    assert f"“{place}”" in caught.value.title.zh
    assert ("Did you mean" in caught.value.advice.en) == bool(suggestion)
    assert suggestion in caught.value.advice.en


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[camera]\nwidth = '1280'", "camera.width = '1280': a whole number"),
        ("[camera]\nwidth = 1280.0", "a whole number"),
        ("[camera]\nwidth = true", "a whole number"),
        ("[camera]\nmirror = 1", "true or false"),
        ("[camera]\nsource = 0", "a text in quotes"),
        ("[camera]\nwidth = 159", "from 160 to 7680"),
        ("[camera]\nfps = 121", "from 1 to 120"),
        ("[camera]\nrearm_seconds = nan", "from 0.2 to 600"),
        ("[camera]\nrearm_seconds = inf", "from 0.2 to 600"),
        ("[camera]\nrearm_seconds = 'soon'", "a number"),
        ("[screen]\nface = 'both'", "one of desk, self"),
        ("[screen]\nlanguage = ['zh']", "one of zh, en"),
        ("camera = 3", "write it as a section, [camera]"),
        ("[camera\n", "settings.toml cannot be used"),
    ],
)
def test_a_wrong_value_says_what_is_allowed(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        load(tmp_path, text)
    assert says in caught.value.title.en
    assert caught.value.advice.zh


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="cannot be used"):
        load_settings(tmp_path / "nothing.toml")
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(Misconfigured, match="cannot be used"):
        load_settings(tmp_path / "settings.toml")


@given(st.text(max_size=40).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_whatever_is_saved_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    path = tmp_path_factory.mktemp("saved") / "settings.toml"
    for text in ("", "# ours\n[station]\nname = 'old' # why\n[camera]\nfps = 15\n"):
        path.write_text(text, encoding="utf-8")
        before = load_settings(path)
        change_settings(path, {("station", "name"): name, ("sound", "play"): False})
        after = load_settings(path)
        assert (after.station.name, after.sound.play) == (name, False)
        assert after.camera == before.camera
        assert path.read_text(encoding="utf-8").startswith(text[:6])
        assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_settings_that_cannot_be_saved_leave_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    with pytest.raises(Misconfigured):
        change_settings(path, {("camera", "fps"): 0})
    assert list(tmp_path.iterdir()) == []
    path.write_text("[camra]", encoding="utf-8")
    with pytest.raises(Misconfigured):
        change_settings(path, {("camera", "fps"): 15})
    assert path.read_text(encoding="utf-8") == "[camra]"
