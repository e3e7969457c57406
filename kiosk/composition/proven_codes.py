"""Codes that were read back before anybody gets them."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from kiosk.badges.code_design import Modules, designed
from kiosk.badges.ticket_picture import ProvenCode
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

Failures = Callable[[Modules, str], tuple[str, ...]]
MOST_TEXTS: Final = 16
"""Texts that are tried, with eight masks each; a second one is needed once in thousands."""


def proven(texts: Iterable[str], failures: Failures) -> ProvenCode:
    """The first text and mask that read under every condition.

    Args:
        texts: the same ticket said in other ways: other nonces, other ids.
        failures: a trial of a symbol: under which conditions it is not read.

    Raises:
        Misconfigured: none does, which says more about this computer than about the codes.
    """
    sent_back = 0
    for text in islice(texts, MOST_TEXTS):
        for _, modules in designed(text).symbols():
            if not failures(modules, text):
                return ProvenCode(text, modules, sent_back)
            sent_back += 1
    raise Misconfigured(
        Words("签发的二维码无法读回，已停止。", "No code could be read back, so none was issued."),
        Words(
            "请重新安装程序；若仍如此，请换一台电脑签发。",
            "Install the program again; if that does not help, issue on another computer.",
        ),
    )
