"""A guest without a code at a self-service station, asked one thing at a time."""

from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, Signal

from kiosk.services.finding_me import MOST_LETTERS, Claim, FindMe, NobodyFits, Proven, Proving
from kiosk.services.ports import Roster
from kiosk.services.reception import Reception
from kiosk.ui.bridge import Bridge
from kiosk.ui.screens.key_page import BACK, DONE, OTHER, KeyView
from kiosk.ui.timing import Idle
from kiosk.ui.widgets.touch_keys import DELETE, KeySet

DIGITS: Final = 4
MOST_NUMBER: Final = 16


class Step(Enum):
    """What is asked now."""

    TAIL = auto()
    INITIALS = auto()
    NUMBER = auto()
    PROOF = auto()
    NOBODY = auto()


class FindMeDialogue(QObject):
    """Open or not; `changed` follows every key; `found` brings the ticket that was proven."""

    changed = Signal()
    found = Signal(object)
    broke = Signal(object)

    def __init__(
        self,
        find_me: FindMe,
        reception: Reception,
        bridge: Bridge,
        idle: Idle,
        help_desk: str,
    ) -> None:
        super().__init__()
        self._find_me, self._reception, self._bridge = find_me, reception, bridge
        self._idle, self._help_desk = idle, help_desk
        self._asked = 0
        self._tail, self._wait = "", 0.0
        self._claim: Claim | None = None
        self.step: Step | None = None
        self.entered = ""

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self.step is not None

    def open(self) -> None:
        """Ask the first question."""
        self._begin(Step.TAIL)

    def close(self) -> None:
        """Forget everything that was typed."""
        self._asked += 1
        self._tail, self._claim, self.entered = "", None, ""
        if self.step is not None:
            self.step = None
            self.changed.emit()

    def tick(self) -> None:
        """Forget whoever went away."""
        if self.step and self._idle.over:
            self.close()

    def type(self, key: str) -> None:
        """A key of the screen or of a keyboard; what the question does not take changes nothing."""
        self._idle.touch()
        key = key.upper()
        if key == DELETE:
            self.entered = self.entered[:-1]
        elif self._takes(key):
            self.entered += key
        self.changed.emit()

    def press(self, key: str) -> None:
        """A button: back, the other way, or done."""
        self._idle.touch()
        if key == BACK:
            self.close()
        elif key == OTHER:
            self._begin(Step.TAIL if self.step is Step.NUMBER else Step.NUMBER)
        elif key == DONE:
            self._submit()

    def _takes(self, key: str) -> bool:
        match self.step:
            case Step.TAIL | Step.PROOF:
                return key.isdecimal() and key.isascii() and len(self.entered) < DIGITS
            case Step.INITIALS:
                return key.isascii() and key.isalpha() and len(self.entered) < MOST_LETTERS
            case Step.NUMBER:
                plain = key.isascii() and (key.isalnum() or key == "-")
                return plain and len(self.entered) < MOST_NUMBER
            case _:
                return False

    def _begin(self, step: Step) -> None:
        self._idle.touch()
        self.step, self.entered = step, ""
        self.changed.emit()

    def _submit(self) -> None:
        said, find_me = self.entered, self._find_me
        match self.step:
            case Step.TAIL if len(said) == DIGITS:
                self._tail = said
                self._begin(Step.INITIALS)
            case Step.INITIALS if len(said) > 1:
                tail = self._tail
                self._ask(lambda roster: find_me.by_phone(roster, tail, said))
            case Step.NUMBER if said:
                self._ask(lambda roster: find_me.by_number(roster, said))
            case Step.PROOF if len(said) == DIGITS:
                claim = self._claim
                assert claim is not None, "only a claim is proven"
                self._ask(lambda roster: find_me.prove(roster, claim, said))
            case Step.NOBODY:
                self._begin(Step.TAIL)
            case _:
                pass

    def _ask(self, work: Callable[[Roster], Claim | NobodyFits | Proven]) -> None:
        self._asked += 1
        mine = self._asked

        def done(future: "Future[Claim | NobodyFits | Proven]") -> None:
            error = future.exception()
            if error is not None:
                self.close()
                self.broke.emit(error)
            elif mine == self._asked:
                self._answered(future.result())

        self._bridge.when_done(self._reception.looking(work), done)

    def _answered(self, answer: Claim | NobodyFits | Proven) -> None:
        match answer:
            case Claim():
                self._claim = answer
                self._begin(Step.PROOF)
            case NobodyFits():
                self._wait = answer.wait
                self._begin(Step.NOBODY)
            case Proven():
                self.close()
                self.found.emit(answer.ticket)

    def put(self, step: Step, entered: str, claim: Claim | None = None) -> None:
        """Show this step as it is; for pictures."""
        self._idle.touch()
        self._claim = claim
        self.step, self.entered = step, entered
        self.changed.emit()

    def view(self) -> KeyView:
        """What the page says now."""
        back, go_on = self.tr("Back"), self.tr("Go on")
        by_number, by_phone = self.tr("I know my ticket number"), self.tr("By telephone number")
        match self.step:
            case Step.TAIL:
                title, how = self.tr("The last 4 digits of your mobile number"), ""
                return KeyView(title, how, self._boxes(), by_number, go_on, back, KeySet.DIGITS)
            case Step.INITIALS:
                title = self.tr("The first letters of your name")
                how = self.tr("In pinyin: 李小明 is LXM. In Latin letters: Anna Smith is AS.")
                return KeyView(title, how, self.entered or "_", "", go_on, back, KeySet.LETTERS)
            case Step.NUMBER:
                title = self.tr("Your ticket number")
                how = self.tr("It is in the message that confirmed your registration.")
                return KeyView(title, how, self.entered or "_", by_phone, go_on, back, KeySet.BOTH)
            case Step.PROOF:
                return self._proof(back, go_on)
            case _:
                title = self.tr("We could not find you with that")
                how = self.tr("Please come to the help desk: %1").replace("%1", self._help_desk)
                again = "" if self._wait else self.tr("Try again")
                return KeyView(title, how, done=again, back=back)

    def _proof(self, back: str, go_on: str) -> KeyView:
        claim = self._claim
        assert claim is not None, "only a claim is proven"
        title = self.tr("Are you %1?").replace("%1", claim.masked_name)
        how = self.tr("To make sure: the last 4 digits of your mobile number.")
        if claim.proving is Proving.BEFORE_THE_TAIL:
            how = self.tr("To make sure: the 4 digits before those, as in 138\u00a0****\u00a05678.")
        return KeyView(title, how, self._boxes(), "", go_on, back, KeySet.DIGITS)

    def _boxes(self) -> str:
        """Digits as they are typed, a place for each; those that prove it are nobody's to read."""
        shown = "●" * len(self.entered) if self.step is Step.PROOF else self.entered
        return " ".join(shown.ljust(DIGITS, "_"))
