"""What the records said about the visit on screen."""

from dataclasses import dataclass

from kiosk.services.badge_proof import BadgeProof
from kiosk.services.outcomes import Candidate, Outcome
from kiosk.services.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Answers:
    """Of one code, of several valid tickets in view, or why nothing could be said.

    `proof` is of the badge that was held up after it was printed.
    """

    outcome: Outcome | None = None
    candidates: tuple[Candidate, ...] = ()
    trouble: Trouble | None = None
    proof: BadgeProof | None = None


NO_ANSWERS = Answers()
