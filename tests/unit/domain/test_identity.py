"""Ids that two desks work out alike."""

from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.identity import (
    attendee_id,
    event_id,
    event_tag,
    fact_id,
    ticket_id,
    ticket_tag,
)

printable = st.text(st.characters(exclude_categories=("Cs", "Cc")))


def test_ids_never_change_from_version_to_version() -> None:
    # printed tickets and other stations depend on these very values
    event = event_id("cacs-2027")
    tag = ticket_tag("cacs-2027", "000107")
    assert str(event) == "0aac625f-178e-57b3-88d8-0b428377cea9"
    assert tag.hex() == "6712b25b176e77"
    assert str(ticket_id(event, tag)) == "ee117b3f-49d9-546a-a21f-9a454d019266"
    assert str(attendee_id(ticket_id(event, tag))) == "367a0e55-81fd-5b0c-86cb-38732433cd77"
    assert event_tag("cacs-2027") == event.bytes[:4]


@given(printable, printable, printable)
def test_other_people_and_other_events_have_other_tags(slug: str, one: str, other: str) -> None:
    if one != other:
        assert ticket_tag(slug, one) != ticket_tag(slug, other)
        assert ticket_tag(one, slug) != ticket_tag(other, slug)
    assert len(ticket_tag(slug, one)) == 7


@given(st.integers(0, (1 << 48) - 1), st.binary(min_size=10, max_size=16))
def test_a_fact_id_is_a_uuid_of_version_7(at_ms: int, entropy: bytes) -> None:
    made = fact_id(at_ms, entropy)
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == at_ms


@given(st.integers(0, (1 << 48) - 2), st.binary(min_size=10, max_size=10))
def test_fact_ids_sort_by_time(at_ms: int, entropy: bytes) -> None:
    assert fact_id(at_ms, entropy) < fact_id(at_ms + 1, bytes(10))


@pytest.mark.parametrize("at_ms", [-1, 1 << 48])
def test_a_clock_far_out_still_gives_a_uuid_of_version_7(at_ms: int) -> None:
    assert isinstance(fact_id(at_ms, bytes(10)), UUID)
    assert fact_id(at_ms, bytes(10)).version == 7
