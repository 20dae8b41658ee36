"""Is a demonstration made through the same actions as real work, whole, and with nothing refused?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import connection

from homeward.access.api import gate, system
from homeward.demo.making import make
from homeward.demo.tests.test_figure_4 import has_the_shape_of_figure_4
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london
from homeward.hospital.api import care_hours
from homeward.referrals.api import sent
from homeward.visits.api import my_work
from tests.plumbing.people_at_work import signed_in, staff

UNTIL = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_every_need_became_a_referral_with_one_owner_and_nothing_was_refused(
    settings: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HOMEWARD_DEMO = True  # type: ignore[attr-defined]  # pytest-django's settings are made at run time
    seen: list[str] = []
    made = make(count=400, seed=3, until=UNTIL, progress=lambda what, done, of: seen.append(what))
    assert not made.refused
    assert made.people == 400 and made.deaths == 4
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        cursor.execute("select count(*), count(owner_team) from referrals_servicerequest where based_on_id is null")
        assert cursor.fetchone() == (made.needs, made.needs)
        cursor.execute("select count(*) from foundation_event where kind = 'referral.receive'")
        assert cursor.fetchone()[0] == made.needs
        cursor.execute("select count(*) from foundation_event where person_id is not null and at > %s", [UNTIL])
        assert cursor.fetchone()[0] == 0
        cursor.execute(
            "select count(*) from referrals_servicerequest r join access_user u on u.id = r.requester_user where u.email like 'carer@%'"
        )
        assert cursor.fetchone()[0] == 1
        cursor.execute("select count(*) from access_relationship where kind = 'carer' and ended_at is null")
        assert cursor.fetchone()[0] == 1
    assert {"people", "colleagues"} <= set(seen)
    home_care_has_its_hours_at_both_ends()
    somebody_fell_at_1940_and_was_seen_at_2110()
    wards_told_who_came_from_a_care_home()
    whoever_died_is_helped_and_expected_no_more()
    nobody_on_a_ward_was_elsewhere_meanwhile()
    only_what_came_lately_is_unread()
    every_visitor_begins_with_something_to_do()
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    with time_machine.travel(UNTIL, tick=False):
        by = staff(role="hub-coordinator", teams=("transfer-of-care-hub",))
        has_the_shape_of_figure_4(signed_in(by), by=by, at=UNTIL)


def only_what_came_lately_is_unread() -> None:
    shape = next(iter(place().populations.values()))
    teams = [one.team for one in shape.sign_ins if one.team]
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        cursor.execute(
            "select count(*) filter (where seen_at is null and at < %s), count(*) filter (where seen_at is null), count(seen_at)"
            " from referrals_notice where team_code = any(%s)",
            [UNTIL - timedelta(days=2), teams],
        )
        stale, fresh, read = cursor.fetchone()
    assert not stale and fresh and read


def every_visitor_begins_with_something_to_do() -> None:
    """On My work somebody for whom their team has a next step; on My referrals one that they sent."""
    for one in next(iter(place().populations.values())).sign_ins:
        user = get_user_model()._default_manager.get(email=f"{one.username}@demo.example")
        by = Actor(user_id=user.pk, name=one.name, kind="staff", organisation=one.organisation, role=one.role, teams=one.teams or (one.organisation,))
        begins = place().roles[one.role].sections[0]
        if begins == "my_work":
            assert my_work(by=by, at=UNTIL).total, one.username
        if begins == "track":
            assert sent(by=by, at=UNTIL).total, one.username


def home_care_has_its_hours_at_both_ends() -> None:
    hours = care_hours(since=UNTIL - timedelta(days=365), until=UNTIL, by=system("demo"), at=UNTIL)
    assert 0 < hours.both < hours.ended and hours.change is not None and hours.change > 0


def somebody_fell_at_1940_and_was_seen_at_2110() -> None:
    """In London, whatever the time of year; and found not admitted after 72 hours."""
    fell = at_london(UNTIL.date() - timedelta(days=5), 19) + timedelta(minutes=40)
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        cursor.execute(
            "select e.contact_at, r.received_at, o.found_code from front_door_call c"
            " join referrals_servicerequest r on r.id = c.referral_id join visits_encounter e on e.referral_id = r.id"
            " join front_door_outcomecheck o on o.call_id = c.id"
            " where c.answered_at = %s and e.state = 'seen' and o.hours = 72",
            [fell],
        )
        seen_at, received_at, found = cursor.fetchone()
    assert (seen_at - received_at, found) == (timedelta(minutes=90), "not_admitted")


def wards_told_who_came_from_a_care_home() -> None:
    """Of those who live in one, and of nobody else; they went back to it, and are few among those who were in."""
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        cursor.execute(
            "select count(*), count(*) filter (where from_care_home), count(*) filter (where from_care_home <> (p.usual_place = 'care-home')),"
            " array_agg(distinct destination_code) filter (where from_care_home and left_at is not null)"
            " from hospital_stay s join people_person p on p.id = s.person_id"
        )
        stays, from_homes, wrong, went_to = cursor.fetchone()
    assert 0 < from_homes < stays / 5 and wrong == 0
    assert went_to == ["care-home-known"]


def whoever_died_is_helped_and_expected_no_more() -> None:
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        died = "(select id from people_person where death_at is not null)"
        cursor.execute(f"select count(*) from {died} died")
        assert cursor.fetchone()[0] == 4
        for still in (
            "hospital_stay s where s.left_at is null and s.person_id in",
            "episodes_episodeofcare s where s.closed_at is null and s.person_id in",
            "visits_encounter s where s.state in ('planned', 'started') and s.person_id in",
        ):
            cursor.execute(f"select count(*) from {still} {died}")
            assert cursor.fetchone()[0] == 0, still
        cursor.execute(f"select count(*) from foundation_event where kind like 'referral.%%' and kind <> 'referral.receive' and person_id in {died}")
        assert cursor.fetchone()[0] > 0


def nobody_on_a_ward_was_elsewhere_meanwhile() -> None:
    """What was told of them in the past came before they joined, and no alert ended before it was raised."""
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        cursor.execute(
            "select count(*), count(*) filter (where exists (select from hospital_stay h"
            " where h.person_id = s.person_id and h.admitted_at >= s.started_at))"
            " from monitoring_stay s where s.ended_at is null"
        )
        on, elsewhere = cursor.fetchone()
        cursor.execute("select count(*) from monitoring_alert where closed_at < raised_at")
        assert on > 5 and elsewhere == 0 and cursor.fetchone()[0] == 0
