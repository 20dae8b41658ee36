"""Is Birmingham and Solihull declared whole, with nothing made up?"""

from datetime import UTC, date, datetime

import pytest

from homeward.grammar.api import AreaKind, always_open, is_open, load
from tests.places import BIRMINGHAM_SOLIHULL

TODAY = date(2026, 11, 21)
PLACE = load(BIRMINGHAM_SOLIHULL)
LOCALITIES = {"north", "east", "central", "south", "west", "solihull"}


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("place", 1),
        ("council", 2),
        ("locality", 6),
        ("pcn", 35),
        ("ward", 86),
        ("practice_list", 180),
        ("neighbourhood", 35),
        ("constituency", 12),
    ],
)
def test_counts(kind: AreaKind, count: int) -> None:
    assert len(PLACE.areas_of_kind(kind, on=TODAY)) == count


def test_constituencies_changed_with_the_election_of_2024() -> None:
    before = {area.code for area in PLACE.areas_of_kind("constituency", on=date(2024, 7, 3))}
    after = {area.code for area in PLACE.areas_of_kind("constituency", on=date(2024, 7, 4))}
    assert (len(before), len(after)) == (12, 12)
    assert not before & after
    crossing = PLACE.areas["E14001095"]
    assert set(crossing.parents_on(TODAY)) == {"E08000025", "E08000029"}
    assert not any(link.whole for link in crossing.within)
    pairs = [code for code in before for parent in PLACE.areas[code].parents_on(date(2024, 7, 3)) if parent == "east"]
    assert len(pairs) == 2


@pytest.mark.parametrize(
    ("locality", "wards", "networks", "practices", "registered"),
    [
        ("north", 15, 6, 24, 283_872),
        ("east", 14, 6, 39, 278_134),
        ("central", 14, 5, 35, 244_194),
        ("south", 13, 7, 30, 307_878),
        ("west", 13, 6, 32, 277_071),
        ("solihull", 17, 5, 20, 237_823),
    ],
)
def test_localities_hold_what_they_should(
    locality: str, wards: int, networks: int, practices: int, registered: int
) -> None:
    within = [area for area in PLACE.areas.values() if locality in area.parents_on(TODAY)]
    pcns = {area.code for area in within if area.kind == "pcn"}
    lists = [area for area in PLACE.areas.values() if pcns & set(area.parents_on(TODAY))]
    assert sum(area.kind == "ward" for area in within) == wards
    assert (len(pcns), len(lists)) == (networks, practices)
    assert sum(area.registered or 0 for area in lists) == registered == PLACE.areas[locality].registered


def test_lists_add_up_to_the_registered_population() -> None:
    lists = PLACE.areas_of_kind("practice_list", on=TODAY)
    assert sum(area.registered or 0 for area in lists) == 1_628_972 == PLACE.areas["birmingham-and-solihull"].registered
    assert all(area.postcode and area.code.startswith(("M", "Y")) for area in lists)


def test_wards_have_a_middle_and_a_deprivation() -> None:
    for ward in PLACE.areas_of_kind("ward", on=TODAY):
        assert ward.centre is not None and 52.3 < ward.centre[0] < 52.7 and -2.1 < ward.centre[1] < -1.5
        assert ward.deprivation is not None and 1 <= ward.deprivation <= 10


def test_neighbourhoods_are_slots_until_their_owner_names_them() -> None:
    for area in PLACE.areas_of_kind("neighbourhood", on=TODAY):
        assert not area.named
        assert area.parents_on(TODAY) == ("birmingham-and-solihull",)


def test_promised_contacts_name_nobody_yet() -> None:
    assert len(PLACE.contacts) == 2 * 35
    assert all(contact.person is None for contact in PLACE.contacts.values())


def test_every_service_of_the_first_light_is_there() -> None:
    assert set(PLACE.services) >= {
        "urgent-community-response",
        "early-intervention-community-team",
        "opal-front-door",
        "opal-plus-advice-line",
        "transfer-of-care-hub",
        "home-care",
        "recovery-beds",
        "virtual-ward-frailty",
        "virtual-ward-respiratory",
        "district-nursing",
        "community-therapies",
        "older-adult-mental-health-liaison",
        "social-work",
        "neighbourhood-team",
        "neighbourhood-network",
        "specialist-palliative-urgent-response",
        "locality-hub",
    }
    for service in PLACE.services.values():
        assert service.outcomes and service.moves and service.catchment and service.standard


def test_the_nine_two_hour_needs() -> None:
    assert sum(need.two_hour_need for need in PLACE.needs.values()) == 9
    response = PLACE.services["urgent-community-response"]
    assert {need.code for need in PLACE.needs.values() if need.two_hour_need} <= set(response.needs_met)


def test_one_two_hour_clock_runs_across_services_and_urgency() -> None:
    clock = PLACE.clocks["two-hour-response"]
    assert [on.event for on in clock.starts_on] == ["referral.receive"]
    assert [(on.event, dict(on.where)) for on in clock.stops_on] == [("visit.record_contact", {"in_person": True})]
    assert always_open(PLACE.calendars[clock.calendar])
    users = {service.code for service in PLACE.services.values() if clock.code in service.clocks}
    assert {"urgent-community-response", "specialist-palliative-urgent-response"} <= users
    assert PLACE.urgencies["two-hours"].clocks == (clock.code,)


@pytest.mark.parametrize("hour", range(24))
def test_somebody_takes_every_need_at_every_hour(hour: int) -> None:
    at = datetime(2026, 12, 25, hour, 30, tzinfo=UTC)
    for locality in LOCALITIES:
        takers = [
            rule
            for rule in PLACE.intake_rules.values()
            if is_open(PLACE.calendars[rule.calendar], at=at)
            and (not rule.areas or locality in rule.areas)
            and not rule.needs
        ]
        first = min(takers, key=lambda rule: rule.order)
        assert first.team == (f"hub-{locality}" if 8 <= hour < 20 else "single-point-of-access")


def test_every_measure_of_the_place_is_from_somewhere() -> None:
    assert PLACE.measures["two-hour-response"].number == "M19"
    assert all(measure.source for measure in PLACE.measures.values())


def test_every_user_of_the_product_has_a_role() -> None:
    assert set(PLACE.roles) >= {
        "hub-coordinator",
        "hub-clinician",
        "community-nurse",
        "therapist",
        "social-worker",
        "ward-flow",
        "gp",
        "paramedic",
        "care-home-manager",
        "link-worker",
        "team-lead",
        "locality-chair",
        "analyst",
        "information-governance",
        "clinical-safety",
        "place-owner",
        "citizen",
        "carer",
        "partner-link",
        "partner-system",
    }
    assert [role.code for role in PLACE.roles.values() if role.may("referral.second_look")] == ["hub-clinician"]
    assert not any(role.may("audit.view") for role in PLACE.roles.values() if role.may("person.view"))
