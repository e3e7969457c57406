"""settings.toml in: every key checked, or a message that says which is wrong."""

import tomllib
from dataclasses import Field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured
from kiosk.settings.station import Settings


def load_settings(path: Path | None) -> Settings:
    """The settings in a file; the defaults where `path` is None.

    Raises:
        Misconfigured: the file cannot be read, is no TOML, has an unknown key or a bad value.
    """
    if path is None:
        return Settings()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _wrong(path, error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, str(error)) from error
    default = Settings()
    sections = {}
    for name, given in values.items():
        present = getattr(default, name, None) if name in _sections() else None
        if present is None:
            raise _unknown_key(path, name)
        if not isinstance(given, dict):
            raise _wrong(path, f"{name}: write it as a section, [{name}]")
        sections[name] = _section(path, name, present, given)
    return Settings(**sections)


def _section(path: Path, name: str, default: Any, given: dict[str, Any]) -> Any:  # noqa: ANN401
    known = {one.name: one for one in fields(default)}
    checked = {}
    for key, value in given.items():
        if key not in known:
            raise _unknown_key(path, f"{name}.{key}")
        try:
            checked[key] = _value(known[key], getattr(default, key), value)
        except ValueError as error:
            raise _wrong(path, f"{name}.{key} = {value!r}: {error}") from error
    return replace(default, **checked)


def _value(about: "Field[Any]", default: Any, value: Any) -> Any:  # noqa: ANN401
    kind = type(default)
    if isinstance(default, StrEnum):
        allowed = [str(one) for one in type(default)]
        if value not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return type(default)(value)
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise ValueError(_KINDS[kind])
    least, most = about.metadata["least"], about.metadata["most"]
    if least is not None and not least <= value <= most:
        raise ValueError(f"from {least} to {most}")
    return value


_KINDS = {str: "a text in quotes", bool: "true or false", int: "a whole number", float: "a number"}


def _sections() -> list[str]:
    return [one.name for one in fields(Settings)]


def _unknown_key(path: Path, place: str) -> Misconfigured:
    import difflib  # noqa: PLC0415  a typing slip may cost a moment, a start may not

    section, _, key = place.partition(".")
    known = {name: name for name in _sections()}
    if key:
        first_wins = _sections()
        first_wins.reverse()  # the last one of a name is kept
        here_last = sorted(first_wins, key=lambda name: name == section)
        pairs = [(name, one) for name in here_last for one in fields(getattr(Settings(), name))]
        known = {one.name: f"{name}.{one.name}" for name, one in pairs}
    near = difflib.get_close_matches(key or section, known, n=1)
    zh = f"是否想写“{known[near[0]]}”？" if near else ""
    en = f"Did you mean “{known[near[0]]}”? " if near else ""
    return Misconfigured(
        Words(f"{path} 中有未知的键“{place}”。", f"{path} has the unknown key “{place}”."),
        Words(f"{zh}所有键见 docs/settings.toml。", f"{en}All keys are in docs/settings.toml."),
    )


def _wrong(path: Path, said: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"设置文件 {path} 无法使用：{said}", f"The settings in {path} cannot be used: {said}"
        ),
        Words(
            "请修改后重试；所有键见 docs/settings.toml。",
            "Mend the file; all keys are in docs/settings.toml.",
        ),
    )
