"""Do resources that came together lie together, and does nobody's name for one lead to another's?"""

from uuid import UUID

from homeward.foundation.ids import new_id
from homeward.records.rules.identity import item_id, named_here


def test_what_is_named_here_begins_with_its_moment_and_stays_its_sources_own() -> None:
    id = new_id()
    name = named_here(id)
    ours = item_id("RYA", "Observation", name)
    assert ours == item_id("RYA", "Observation", name)
    assert (ours.version, ours.variant, ours.hex[:12]) == (8, id.variant, id.hex[:12])
    others = {item_id("RYB", "Observation", name), item_id("RYA", "Condition", name), id}
    assert ours not in others and len(others) == 3


def test_names_that_others_give_are_known_by_the_ids_they_always_had() -> None:
    assert item_id("RYA", "Observation", "o1") == UUID("c8888bfe-7355-8665-b5db-abeb897e5ead")
    for name in (new_id().hex, "t-1", f"t-{new_id().hex}x", f"t-{'a' * 32}"):
        assert item_id("RYA", "Observation", name).hex[:12] not in name, name
