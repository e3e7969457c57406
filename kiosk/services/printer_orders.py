"""What staff tell a printer, as a fact."""

from kiosk.domain.journal import Fact, PrinterTold
from kiosk.services.records import Records


def tell(records: Records, told: PrinterTold, by: str = "") -> Fact:
    """Record it; the printing thread obeys at its next look. `by` is who is signed in."""
    with records.journal.transaction(by) as tx:
        return tx.record(told)
