"""Welcomes with a badge on its way, and fresh badges that were held up, for the gallery."""

from collections.abc import Iterator

from kiosk.domain.admission import Admitted
from kiosk.domain.journal import JobState
from kiosk.domain.visit import State, Welcomed
from kiosk.services.badge_proof import BadgeProof
from kiosk.ui.answers import Answers
from kiosk.ui.gallery_cast import Cast

_PROOFS = {
    BadgeProof.RIGHT: "welcome-badge-right",
    BadgeProof.REPLACED: "badge-replaced",
    BadgeProof.WRONG: "badge-wrong",
}


def badges(cast: Cast) -> Iterator[tuple[str, State, Answers]]:
    """Each with its name: how far the badge is, then whose it is."""
    outcome = cast.outcome(cast.wang, Admitted())
    for job in (JobState.QUEUED, JobState.CONFIRMED, JobState.FAILED, JobState.UNKNOWN):
        yield f"welcome-badge-{job.value}", Welcomed(1, cast.job, job), Answers(outcome)
    for proof, name in _PROOFS.items():
        confirmed = Welcomed(1, cast.job, JobState.CONFIRMED)
        yield name, confirmed, Answers(outcome, proof=proof)
