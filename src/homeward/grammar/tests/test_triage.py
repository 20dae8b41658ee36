"""Does a protocol advise the soonest rule met, and does a risky downgrade ask for a second look?"""

from typing import Any

import pytest

from homeward.grammar.api import advise, load, needs_second_look
from tests.places import BIRMINGHAM_SOLIHULL

TOWN = load("tests.places.millbrook")
DESK = TOWN.protocols["desk-questions"]


@pytest.mark.parametrize(
    ("facts", "usual", "advised", "rules"),
    [
        ({}, "later", "later", ()),
        ({"on-floor": True}, "later", "soon", ("floor",)),
        ({"wait-till-morning": False}, "later", "today", ("cannot-wait",)),
        ({"wait-till-morning": True}, "soon", "soon", ()),
        ({"on-floor": True, "wait-till-morning": False}, "later", "soon", ("floor", "cannot-wait")),
    ],
)
def test_the_soonest_rule_wins(facts: dict[str, Any], usual: str, advised: str, rules: tuple[str, ...]) -> None:
    advice = advise(DESK, facts=facts, usual=usual, urgencies=TOWN.urgencies)
    assert advice.urgency == advised
    assert tuple(rule.code for rule in advice.met) == rules
    assert not advice.call_999


def test_what_is_not_answered_is_undecided_not_no() -> None:
    advice = advise(DESK, facts={"on-floor": False}, usual="later", urgencies=TOWN.urgencies)
    assert {rule.code for rule in advice.undecided} == {"danger", "cannot-wait"}


def test_danger_says_call_999() -> None:
    assert advise(DESK, facts={"danger-now": True}, usual="later", urgencies=TOWN.urgencies).call_999


@pytest.mark.parametrize(
    ("advised", "before", "chosen", "owed"),
    [
        ("soon", None, "today", True),
        ("soon", None, "soon", False),
        ("today", "soon", "today", True),
        ("today", None, "later", False),
        ("later", None, "soon", False),
    ],
)
def test_a_risky_downgrade_owes_a_second_look(advised: str, before: str | None, chosen: str, owed: bool) -> None:
    asked = needs_second_look(DESK, advised=advised, before=before, chosen=chosen, facts={}, urgencies=TOWN.urgencies)
    assert asked is owed


def test_some_people_are_owed_one_for_any_downgrade() -> None:
    place = load(BIRMINGHAM_SOLIHULL)
    protocol = place.protocols["hub-triage"]
    for facts, owed in (({"end-of-life": True}, True), ({}, False)):
        asked = needs_second_look(
            protocol, advised="same-day", before=None, chosen="planned", facts=facts, urgencies=place.urgencies
        )
        assert asked is owed
