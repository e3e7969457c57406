"""What somebody types to find a person, taken apart."""

from dataclasses import dataclass

from kiosk.names.keys import LONGEST, mail_key, number_key
from kiosk.names.normalising import HAN_RUN, WORD, is_han, normalise, plain, spelt_out
from kiosk.names.readings import readings

MOST_WORDS = 8
"""Words of a query that are looked at; nobody types more at a desk."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in the forms in which it may stand for somebody.

    Attributes:
        han: all of it in Chinese characters without spaces and dots, where it is nothing else.
        joined: all of it in letters and digits, plain, without spaces; one or two spellings;
            none where there are Chinese characters.
        sounds: the pinyin of `han`, for characters that sound alike; may be empty.
        words: what must all be found: runs of Chinese characters, and plain Latin words.
        number: all of it as a ticket number is kept; may be empty.
        mail: all of it as an e-mail address is kept; may be empty.
    """

    han: str
    joined: tuple[str, ...]
    sounds: tuple[str, ...]
    words: tuple[str, ...]
    number: str
    mail: str

    def __bool__(self) -> bool:
        return bool(self.words)


def asked(query: str) -> Asked:
    """Take a query apart; one without a letter or digit asks for nothing."""
    query = normalise(query)[: LONGEST * MOST_WORDS]
    words = _words(query)
    chinese = [word for word in words if is_han(word)]
    han = "".join(words)[:LONGEST] if len(chinese) == len(words) else ""
    latin = {} if chinese else dict.fromkeys((_joined(plain(query)), _joined(spelt_out(query))))
    spoken = readings(query) if len(han) > 1 else ()
    return Asked(
        han,
        tuple(spelled[:LONGEST] for spelled in latin if spelled),
        tuple(dict.fromkeys("".join(sounds)[:LONGEST] for sounds in spoken)),
        tuple(word[:LONGEST] for word in words[:MOST_WORDS]),
        "" if chinese else number_key(query)[:LONGEST],
        "" if chinese or " " in query else mail_key(query)[:LONGEST],
    )


def _words(query: str) -> list[str]:
    words: list[str] = []
    for run in HAN_RUN.split(query):
        words += [run] if is_han(run) else WORD.findall(plain(run))
    return words


def _joined(spelled: str) -> str:
    return number_key(spelled)
