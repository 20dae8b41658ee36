"""Is every kind of mistake in a place caught, in a sentence, and is a sound place left in peace?"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import homeward.grammar.faults
from homeward.grammar.api import Place, Reason, check, load
from homeward.grammar.faults.of_reasons import wants_room
from tests.places import MILLBROOK, PLACES
from tests.places.sins import SINS, Sin, change

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("dotted", PLACES)
def test_a_sound_place_has_no_fault(dotted: str) -> None:
    assert [fault.words for fault in check(load(dotted), TODAY)] == []


@pytest.mark.parametrize(("rule", "sin", "code"), SINS, ids=[f"{rule}:{code}" for rule, _, code in SINS])
def test_each_sin_is_caught(rule: str, sin: Sin, code: str) -> None:
    place: Place = sin(load(MILLBROOK))
    if rule == "unused":
        place = change("services", "company", clocks=())(change("urgencies", "later", clocks=())(place))
    if rule == "nobody-meets-it":
        code = "company"
    caught = [fault for fault in check(place, TODAY) if fault.rule == rule]
    assert code in [fault.code for fault in caught]
    for fault in caught:
        assert re.fullmatch(r"[A-Z'].*[.]", fault.words), fault.words
        assert 20 < len(fault.words) < 240


def test_every_rule_has_its_sin() -> None:
    folder = Path(homeward.grammar.faults.__file__).parent
    told = {
        rule
        for file in folder.glob("*.py")
        for rule in re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+|circle|unused)",', file.read_text())
    }
    sinned = {rule for rule, _, _ in SINS}
    outside = {
        "unknown-permission",
        "unknown-event",
        "no-clock",
        "no-second-look",
        "one-fact-two-types",
        "empty-warning",
    }
    assert told - sinned - outside == set()


@pytest.mark.parametrize(
    "words",
    [
        "No capacity",
        "At capacity",
        "No beds",
        "The team is full",
        "Fully booked",
        "Waiting list too long",
        "Too busy today",
        "Short-staffed",
        "Nobody free to go",
        "Not enough staff",
        "Workload",
    ],
)
def test_want_of_room_is_known_under_any_name(words: str) -> None:
    assert wants_room(Reason(code="x", title=words))


@pytest.mark.parametrize(
    "words", ["Lives outside our area", "Needs hospital now", "A different skill is needed", "Full recovery made"]
)
def test_other_reasons_are_left_in_peace(words: str) -> None:
    assert not wants_room(Reason(code="x", title=words))


def test_a_list_of_reasons_for_lateness_may_say_that_nobody_was_free() -> None:
    town = change("reason_lists", "why-breach", reasons=(Reason(code="x", title="Nobody was free to go"),))(
        load(MILLBROOK)
    )
    assert check(town, TODAY) == []


def test_names_that_the_house_lacks_are_faults_when_it_says_what_it_has() -> None:
    town = load(MILLBROOK)
    permissions = frozenset(pattern.replace("*", "view") for role in town.roles.values() for pattern in role.permits)
    assert check(town, TODAY, permissions=permissions) == []
    sinned = change("roles", "keeper", permits=("moon.land",))(town)
    (fault,) = check(sinned, TODAY, permissions=permissions)
    assert (fault.rule, fault.code) == ("unknown-permission", "keeper")
    events = {fault.words for fault in check(town, TODAY, events=frozenset({"referral.receive"}))}
    assert "A clock or move waits for 'visit.record_contact', which never happens." in events


def test_less_common_sins() -> None:
    town = load(MILLBROOK)
    no_clock = replace(town, urgencies={code: replace(each, clocks=()) for code, each in town.urgencies.items()})
    look = replace(town.protocols["desk-questions"].second_look, lowering_from=())
    quiet = replace(town.clocks["swift-visit"].escalations[0], words="")
    other_form = replace(
        town.questionnaires["doorstep"],
        code="other",
        items=tuple(replace(each, type="integer") for each in town.questionnaires["doorstep"].items[:1]),
    )
    for rule, sinned in (
        ("no-clock", no_clock),
        ("no-second-look", change("protocols", "desk-questions", second_look=look)(town)),
        ("empty-warning", change("clocks", "swift-visit", escalations=(quiet,))(town)),
        ("one-fact-two-types", replace(town, questionnaires={**town.questionnaires, "other": other_form})),
    ):
        assert rule in {fault.rule for fault in check(sinned, TODAY)}
