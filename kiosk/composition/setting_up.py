"""Sets a station up from its desk: what is found on this computer, and settings.toml."""

from collections.abc import Mapping
from concurrent.futures import Future
from enum import StrEnum

from kiosk.composition.aside import aside
from kiosk.composition.data_folder import DataFolder
from kiosk.domain.words import Words
from kiosk.services.ports.setting_up import NO, YES, Asked, Choices, Setting
from kiosk.services.trouble import Misconfigured
from kiosk.settings import Settings, change_settings, load_settings
from kiosk.settings.writing import Key, Value

_WORDS = {
    "in": Words("入场", "in"),
    "out": Words("离场", "out"),
    "desk": Words("服务台（工作人员）", "front desk (staff)"),
    "self": Words("自助签到（来宾）", "self-service (guests)"),
    "door": Words("会场门口", "door of a session"),
    "zh": Words("中文", "中文"),
    "en": Words("English", "English"),
    "us": Words("美式（出厂设置）", "US, as scanners are sold"),
    "computer": Words("与本机键盘相同", "as this computer's keyboard"),
}


class StationSetUp:
    """Implements `SetUpDesk`.

    Args:
        folder: the station's; its settings.toml is written.
        settings: with which the station runs now.
    """

    def __init__(self, folder: DataFolder, settings: Settings) -> None:
        self._folder, self._settings = folder, settings

    def ask(self) -> "Future[tuple[Asked, ...]]":
        return aside(lambda: tuple(self._asked(setting) for setting in Setting))

    def save(self, values: Mapping[Setting, str]) -> "Future[None]":
        def work() -> None:
            change_settings(self._folder.settings, changes(self._now(), values))

        return aside(work)

    def _now(self) -> Settings:
        """What the file says, where somebody else wrote it since this station began."""
        file = self._folder.settings
        return load_settings(file) if file.exists() else self._settings

    def _asked(self, setting: Setting) -> Asked:
        value = _value(self._now(), setting)
        match setting:
            case Setting.CHECKPOINT:
                return Asked(setting, str(value), self._checkpoints(str(value)))
            case Setting.CAMERA:
                return Asked(setting, str(value), self._cameras())
            case _ if isinstance(value, bool):
                return Asked(setting, YES if value else NO, is_tick=True)
            case _ if isinstance(value, StrEnum):
                return Asked(setting, value, tuple((one, _WORDS[one]) for one in type(value)))
            case _:
                return Asked(setting, str(value))

    def _checkpoints(self, now: str) -> Choices:
        from kiosk.composition.station import opened  # noqa: PLC0415

        try:
            with opened(self._folder.path, settings=self._settings) as station:
                places = station.roster.event().checkpoints
        except Misconfigured:  # no list yet: the place is known once there is one
            return ((now, Words(now, now)),)
        return tuple((place.id, place.name) for place in places)

    def _cameras(self) -> Choices:
        from kiosk.composition.camera_list import candidates  # noqa: PLC0415

        found = [(one.lens.source, Words(one.name, one.name)) for one in candidates(self._now())]
        return tuple(dict(found).items())


def changes(settings: Settings, values: Mapping[Setting, str]) -> dict[Key, Value]:
    """What of these values is not so already, as the file has it."""
    changed: dict[Key, Value] = {}
    for setting, said in values.items():
        now = _value(settings, setting)
        value: Value = said == YES if isinstance(now, bool) else said.strip()
        if value != now:
            section, key = setting.split(".")
            changed[section, key] = value
    return changed


def _value(settings: Settings, setting: Setting) -> object:
    section, key = setting.split(".")
    return getattr(getattr(settings, section), key)
