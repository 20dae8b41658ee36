"""Are accounts made, given roles and closed as the rules say?"""

import pytest

from homeward.access.api import (
    RoleNotChosen,
    actor_of,
    add_membership,
    choose_membership,
    close_user,
    create_user,
    end_membership,
    gate,
    memberships_of,
    set_password,
    set_second_factor,
    system,
)  # fmt: skip
from homeward.access.models import User
from homeward.access.tests.arranging import AT, hub_worker, role_that, two_teams
from homeward.directory.api import place
from homeward.foundation.errors import Invalid, NotFound, NotPermitted, Refused
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db
SETUP = "setup"


def new_user(email: str = "Asha.Patel@Example.org") -> User:
    return create_user(email=email, name="Asha Patel", by=system(SETUP), at=AT)


def give(user: User, role: str, team: str) -> None:
    organisation = place().teams[team].organisation
    add_membership(
        user_id=user.id, organisation_code=organisation, role_code=role, team_codes=[team], by=system(SETUP), at=AT
    )


def test_one_account_for_one_address() -> None:
    assert new_user().email == "asha.patel@example.org"
    for wrong in ("ASHA.patel@example.org", "nowhere"):
        with pytest.raises(Invalid) as refused:
            create_user(email=wrong, name="A", by=system(SETUP), at=AT)
        assert "email" in refused.value.errors


def test_an_account_without_a_role_may_do_nothing_and_with_two_must_choose() -> None:
    user, (team, other) = new_user(), two_teams()
    with pytest.raises(NotPermitted, match="no role"):
        actor_of(user, {}, at=AT)
    first, second = role_that(lambda role: role.needs_relationship), role_that(lambda role: not role.needs_relationship)
    give(user, first, team)
    assert actor_of(user, {}, at=AT).role == first
    give(user, second, other)
    with pytest.raises(RoleNotChosen):
        actor_of(user, {}, at=AT)
    session: dict[str, str] = {}
    choose_membership(session, next(each for each in memberships_of(user.id) if each.role_code == second))
    assert (actor_of(user, session, at=AT).role, actor_of(user, session, at=AT).teams) == (second, (other,))


def test_a_role_that_has_ended_is_gone_at_once() -> None:
    team = two_teams()[0]
    by = hub_worker(team)
    (member,) = memberships_of(account_id(by))
    end_membership(membership_id=member.id, by=system(SETUP), at=AT)
    with pytest.raises(NotPermitted, match="no longer has this role"), gate.worklist(by=by, at=AT, what="board"):
        pass
    with pytest.raises(NotFound):
        end_membership(membership_id=member.id, by=system(SETUP), at=AT)


def test_a_session_does_not_slide_from_a_role_that_ended_into_another() -> None:
    user, (team, other) = new_user(), two_teams()
    first, second = role_that(lambda role: role.needs_relationship), role_that(lambda role: not role.needs_relationship)
    give(user, first, team)
    session: dict[str, str] = {}
    choose_membership(session, memberships_of(user.id)[0])
    give(user, second, other)
    end_membership(membership_id=memberships_of(user.id)[0].id, by=system(SETUP), at=AT)
    with pytest.raises(RoleNotChosen, match="has ended"):
        actor_of(user, session, at=AT)


def test_a_closed_account_has_no_role_no_password_and_no_way_back() -> None:
    by = hub_worker()
    user = close_user(user_id=account_id(by), by=system(SETUP), at=AT)
    assert not user.has_usable_password() and memberships_of(user.id) == []
    with pytest.raises(NotPermitted, match="not signed in"):
        actor_of(user, {}, at=AT)
    manager = staff(role=role_that(lambda role: role.may("user.close")), teams=two_teams()[:1])
    with pytest.raises(Refused, match="your own"):
        close_user(user_id=account_id(manager), by=manager, at=AT)


@pytest.mark.parametrize("password", ["short", "password1234", "asha.patel@example.org"])
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        set_password(user_id=new_user().id, password=password, by=system(SETUP), at=AT)
    assert "password" in refused.value.errors


def test_nobody_without_the_permission_makes_accounts() -> None:
    with pytest.raises(NotPermitted):
        create_user(email="x@example.org", name="X", by=hub_worker(), at=AT)


def test_nobody_gives_themself_a_role_or_resets_their_own_code() -> None:
    keeper = staff(role=role_that(lambda role: role.may("user.add_membership")), organisation="x")
    more = role_that(lambda role: not role.needs_relationship)
    with pytest.raises(Refused, match="yourself a role"):
        add_membership(
            user_id=account_id(keeper), organisation_code="x", role_code=more, team_codes=[], by=keeper, at=AT
        )
    with pytest.raises(Refused, match="your own security code"):
        set_second_factor(user_id=account_id(keeper), secret=None, by=keeper, at=AT)
