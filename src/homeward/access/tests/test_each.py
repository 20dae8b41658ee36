"""Is a list that is shown to many opened for each of them, written down for each, and for nobody who no longer works there?"""

import pytest
from django.db import connection

from homeward.access.api import (
    add_membership,
    close_user,
    end_membership,
    gate,
    memberships_of,
    set_password,
    still_at_work,
    system,
)
from homeward.access.models import Relationship
from homeward.access.tests.arranging import AT, field_worker, looked_after_by, two_teams
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from tests.plumbing.people_at_work import account_id

pytestmark = pytest.mark.django_db
WHAT = "a board"


def openings_of(actor: Actor) -> list[tuple[str, str]]:
    with gate.job("audit"), connection.cursor() as cursor:
        cursor.execute("select mode, why from access_opening where actor_id = %s", [account_id(actor)])
        return [(mode, why) for mode, why in cursor.fetchall()]


def ends(actor: Actor) -> None:
    end_membership(membership_id=memberships_of(account_id(actor))[0].id, by=system("setup"), at=AT)


def test_it_is_written_for_each_and_nothing_stays_open() -> None:
    team, _ = two_teams()
    looked_after_by(team)
    three = [field_worker(team) for _ in range(3)]
    ends(three[1])
    assert gate.worklist_for_each(by=three, at=AT, what=WHAT) == [True, False, True]
    assert [openings_of(each) for each in three] == [[("worklist", WHAT)], [], [("worklist", WHAT)]]
    assert Relationship.objects.count() == 0
    with gate.worklist(by=three[0], at=AT, what="another"):
        assert gate.worklist_for_each(by=three[2:], at=AT, what=WHAT) == [True]
        assert Relationship.objects.count() == 1
    assert gate.worklist_for_each(by=[], at=AT, what=WHAT) == []


def test_those_who_do_not_see_alike_are_not_opened_for_together() -> None:
    one, other = two_teams()
    with pytest.raises(NotPermitted, match="see alike"):
        gate.worklist_for_each(by=[field_worker(one), field_worker(other)], at=AT, what=WHAT)
    with pytest.raises(NotPermitted, match="only for staff"):
        gate.worklist_for_each(by=[system("demo")], at=AT, what=WHAT)


def test_only_those_still_at_the_same_work_are_named_and_a_new_password_shows() -> None:
    team, other = two_teams()
    stays, ended, closed, moved, resealed = (field_worker(team) for _ in range(5))
    everybody = (stays, ended, closed, moved, resealed)
    before = still_at_work(everybody)
    assert set(before) == {account_id(each) for each in everybody}
    ends(ended)
    close_user(user_id=account_id(closed), by=system("setup"), at=AT)
    ends(moved)
    add_membership(
        user_id=account_id(moved), organisation_code=moved.organisation, role_code=moved.role, team_codes=(other,),
        by=system("setup"), at=AT,
    )  # fmt: skip
    set_password(user_id=account_id(resealed), password="a quiet walk by the canal", by=system("setup"), at=AT)
    after = still_at_work(everybody)
    assert set(after) == {account_id(stays), account_id(resealed)}
    assert after[account_id(stays)] == before[account_id(stays)]
    assert after[account_id(resealed)] != before[account_id(resealed)]
