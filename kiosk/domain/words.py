"""A phrase in the two languages of the house."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language the kiosk speaks."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """One phrase, said in Chinese and in English."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """The phrase in `language`; the other language where this one is empty."""
        if language is Language.ZH:
            return self.zh or self.en
        return self.en or self.zh
