"""How names read: normalising, pinyin, keys to search by, masking for public screens."""

from kiosk.names.keys import NameKeys, Sought, index_text, name_keys
from kiosk.names.masking import masked_name, masked_phone
from kiosk.names.normalising import is_han, normalise, plain, spelt_out
from kiosk.names.readings import is_ambiguous, readings, spelling, syllables
from kiosk.names.surnames import COMPOUND_SURNAMES, surname_length

__all__ = [
    "COMPOUND_SURNAMES",
    "NameKeys",
    "Sought",
    "index_text",
    "is_ambiguous",
    "is_han",
    "masked_name",
    "masked_phone",
    "name_keys",
    "normalise",
    "plain",
    "readings",
    "spelling",
    "spelt_out",
    "surname_length",
    "syllables",
]
