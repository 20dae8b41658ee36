"""Can the person, their team and information governance see who looked, and does what is unusual stand out?"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from homeward.access.api import (
    Filters,
    Known,
    Sign,
    gate,
    page_of_looks,
    relationships,
    seal_state,
    search_openings,
    system,
    team_openings,
    unusual_access,
    who_looked,
)
from homeward.access.queries import who_looked as looking
from homeward.access.tests.arranging import AT, field_worker, hub_worker, looked_after_by, role_that, two_teams
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import citizen, staff

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


def governance() -> Actor:
    return staff(role=role_that(lambda role: role.may("audit.view")), organisation="x", name="Grace Lead")


def look(person_id: UUID, by: Actor, *, why: str = "planning a visit", at: datetime = AT) -> None:
    with gate.person(person_id, by=by, at=at, why=why):
        pass


def test_a_person_reads_in_plain_words_who_looked_and_why() -> None:
    team = two_teams()[0]
    person_id = looked_after_by(team)
    nurse = field_worker(team)
    look(person_id, nurse)
    look(person_id, nurse)
    look(person_id, nurse, why="referral.accept")
    own = citizen(person_id=person_id)
    words = [each.words for each in who_looked(person_id, by=own, at=LATER)]
    assert words[0] == "You opened the list of who looked to check it."
    mine = [sentence for sentence in words if sentence.startswith("Asha Patel, ")]
    assert any(sentence.endswith("opened your record for: planning a visit, 2 times.") for sentence in mine)
    assert any(sentence.endswith("opened a request for help about you to accept a referral.") for sentence in mine)
    assert any(sentence.startswith("Homeward itself (making the synthetic population)") for sentence in words)


def test_nobody_reads_another_persons_looks_without_a_ground() -> None:
    team, other = two_teams()
    person_id = looked_after_by(other)
    with pytest.raises(NotPermitted):
        who_looked(person_id, by=citizen(person_id=new_id()), at=AT)
    with pytest.raises(NotPermitted, match="does not show who looked"):
        who_looked(
            person_id, by=staff(role=role_that(lambda role: not role.may("who_looked.view")), teams=(team,)), at=AT
        )
    assert who_looked(person_id, by=governance(), at=LATER)


def test_information_governance_searches_the_log_and_is_written_down_itself() -> None:
    team = two_teams()[0]
    person_id, nurse, lead = looked_after_by(team), field_worker(team), governance()
    look(person_id, nurse)
    found = search_openings(
        Filters(person_id=person_id, name="patel", why="visit", since=AT, until=LATER), by=lead, at=LATER
    )
    assert [(row.person_id, row.why) for row in found.rows] == [(person_id, "for: planning a visit")]
    assert search_openings(Filters(name="nobody at all"), by=lead, at=LATER).rows == ()
    own = search_openings(Filters(actor_id=lead.user_id), by=lead, at=LATER)
    assert len(own.rows) == 3 and own.rows[0].mode == "audit"
    with pytest.raises(NotPermitted, match="access log"):
        search_openings(Filters(), by=nurse, at=LATER)
    assert seal_state(by=lead, at=LATER).waiting > 0


def test_the_log_tells_what_people_systems_and_homeward_opened_apart() -> None:
    team = two_teams()[0]
    person_id, nurse, lead = looked_after_by(team), field_worker(team), governance()
    look(person_id, nurse)
    look(person_id, citizen(person_id=person_id), why="reading their own record")
    look(person_id, system("demo"), why="making it")
    with gate.search(by=replace(nurse, kind="partner", name="Night warehouse"), at=AT, what="a number"):
        pass
    kinds = {
        side: {row.who.partition(",")[0] for row in search_openings(Filters(opened_by=side, until=LATER), by=lead, at=LATER).rows}
        for side in ("people", "systems", "homeward")
    }
    assert "Asha Patel" in kinds["people"] and len(kinds["people"]) == 2
    assert {who[:19] for who in kinds["systems"]} == {"The computer system"}
    assert {who[:15] for who in kinds["homeward"]} == {"Homeward itself"}


def test_a_team_sees_what_its_own_members_opened() -> None:
    team, other = two_teams()
    person_id = looked_after_by(team)
    look(person_id, field_worker(team))
    look(person_id, hub_worker(other))
    rows = team_openings(by=hub_worker(team), at=LATER).rows
    assert len([row for row in rows if row.person_id == person_id]) == 1


@pytest.mark.hazard(
    "HZ-S73-6",
    hazard="Curiosity about a neighbour or relative goes unnoticed.",
    control="Same name, no work with the person, many records and nights are shown to information governance.",
)
def test_what_is_unusual_stands_out_and_what_is_usual_does_not() -> None:
    team = two_teams()[0]
    hub, nurse = hub_worker(team), field_worker(team)
    night = AT.replace(hour=2)
    known, namesake = looked_after_by(team), looked_after_by(team)
    look(known, nurse)
    look(namesake, nurse)
    for days in range(1, 7):
        look(known, hub, at=AT - timedelta(days=days))
    strangers = [new_id() for _ in range(31)]
    for stranger in strangers:
        look(stranger, hub, why="curious")
    look(known, hub, at=night)
    elsewhere = looked_after_by(two_teams()[1])
    with pytest.raises(NotPermitted):
        look(elsewhere, nurse)
    signs = unusual_access(
        by=governance(),
        at=AT + timedelta(days=1),
        people=lambda ids: {
            namesake: Known(given="Joy", family="Patel-Jones", postcode="B1 1AA"),
            known: Known(given="Ann", family="Smith", postcode="B1 1AB"),
        },
    )
    assert [(each.actor_id, each.number) for each in signs["many_records"]] == [(hub.user_id, 32)]
    assert {each.person_id for each in signs["no_work"]} == set(strangers)
    assert [(each.actor_id, each.person_id) for each in signs["own_name"]] == [(nurse.user_id, namesake)]
    assert [(each.actor_id, each.number) for each in signs["out_of_hours"]] == [(hub.user_id, 1)]
    assert [(each.actor_id, each.number) for each in signs["many_in_an_hour"]] == [(hub.user_id, 31)]
    assert [(each.actor_id, each.person_id) for each in signs["refused"]] == [(nurse.user_id, elsewhere)]


def test_own_record_neighbours_colleagues_and_people_no_longer_looked_after_stand_out() -> None:
    team = two_teams()[0]
    asha, ben = hub_worker(team), staff(role=hub_worker(team).role, teams=(team,), name="Ben Cole")
    herself, neighbour, colleague, other = (looked_after_by(team) for _ in range(4))
    source = new_id()
    former = looked_after_by(team, source=source)
    with gate.person(former, by=system("demo"), at=AT, why="arranging"):
        relationships.end(source, at=AT)
    for each in (herself, neighbour, colleague, other):
        look(each, asha)
    look(former, asha, at=AT + timedelta(days=10))
    look(colleague, ben)
    known = {
        herself: Known(given="Ásha Mary", family="Patel", postcode="B1 1AA"),
        neighbour: Known(given="Joan", family="Moss", postcode="B1 1AA"),
        colleague: Known(given="Ben", family="Cole", postcode="B2 2BB"),
        other: Known(given="Una", family="Reed", postcode="B3 3CC"),
    }
    signs = unusual_access(by=governance(), at=AT + timedelta(days=11), people=lambda ids: known)

    def about(sign: Sign) -> set[tuple[UUID | None, UUID | None]]:
        return {(each.actor_id, each.person_id) for each in signs[sign]}

    assert about("own_record") == {(asha.user_id, herself), (ben.user_id, colleague)}
    assert about("same_street") == {(asha.user_id, neighbour)}
    assert about("colleague") == {(asha.user_id, colleague)}
    assert about("ended") == {(asha.user_id, former)}


def test_the_list_comes_in_whole_days_until_the_first_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "STRETCH", 3)
    team = two_teams()[0]
    person_id, nurse = looked_after_by(team), field_worker(team)
    own = citizen(person_id=person_id)
    for days, times in ((9, 2), (8, 5), (7, 1), (6, 2)):  # the eighth day has more than a page holds, and stays whole
        for n in range(times):
            look(person_id, nurse, why=f"reason {n}", at=AT + timedelta(days=days, minutes=n))
    pages, before = list[list[str]](), None
    while True:
        page = page_of_looks(person_id, by=own, at=AT + timedelta(days=20), before=before, others_only=True)
        pages.append([look.why for look in page.rows if look.actor_id == nurse.user_id])
        before = page.older
        if before is None:
            break
    assert pages[:3] == [
        ["for: reason 1", "for: reason 0"],
        [f"for: reason {n}" for n in (4, 3, 2, 1, 0)],
        ["for: reason 0", "for: reason 1", "for: reason 0"],
    ]
    assert not any("check it" in each for page in pages for each in page)  # their own looks are left out
    with gate.person(person_id, by=system("demo"), at=AT + timedelta(days=21), why="counting"):
        every = [each for each in looking.every_look(person_id, by=own) if each.actor_id == nurse.user_id]
    assert len(every) == 10
