"""The two broken worlds. Everything else that is raised is a bug.

Outcomes (a refused ticket, an unreadable code) are values and never come this way.
"""

from kiosk.domain.words import Words


class Trouble(Exception):
    """Something outside the program is not as it must be.

    `title` says what is wrong, `advice` what to do next; both in Chinese and English, for
    people. Neither holds a name or a code.
    """

    def __init__(self, title: Words, advice: Words) -> None:
        super().__init__(f"{title.en} {advice.en}")
        self.title = title
        self.advice = advice


class Unavailable(Trouble):
    """It may work again by itself: try again, with back-off."""


class Misconfigured(Trouble):
    """It stays broken until a person acts."""
