"""How do tests get accounts that may act? Made as the house makes them: through actions."""

from datetime import UTC, datetime
from uuid import UUID

from django.test import Client

from homeward.access.actors import actor_of, system
from homeward.access.actions.add_membership import add_membership
from homeward.access.actions.create_user import create_user
from homeward.access.models import User
from homeward.access.queries.memberships import choose_membership, memberships_of
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def staff(
    *,
    role: str,
    organisation: str = "",
    teams: tuple[str, ...] = (),
    name: str = "Asha Patel",
) -> Actor:
    """An actor with a new account and one membership; `organisation` defaults to that of the first team."""
    if not organisation:
        from homeward.directory.api import (
            team,
        )  # only when a team of the place is meant

        organisation = team(teams[0]).organisation
    by = system("setup")
    user = create_user(email=f"{new_id()}@example.org", name=name, by=by, at=LONG_AGO)
    add_membership(
        user_id=user.id,
        organisation_code=organisation,
        role_code=role,
        team_codes=teams,
        by=by,
        at=LONG_AGO,
    )
    return actor_of(user, {})


def citizen(*, person_id: UUID, role: str = "citizen", name: str = "Ivy Cole") -> Actor:
    """A citizen with an account of their own."""
    by = system("setup")
    user = create_user(
        email=f"{new_id()}@example.org",
        name=name,
        kind=User.CITIZEN,
        person_id=person_id,
        by=by,
        at=LONG_AGO,
    )
    add_membership(
        user_id=user.id,
        organisation_code="self",
        role_code=role,
        team_codes=(),
        by=by,
        at=LONG_AGO,
    )
    return actor_of(user, {})


def signed_in(actor: Actor, *, second_factor: bool = True) -> Client:
    """A test browser in which this actor has signed in, chosen their role and, unless said otherwise, passed a second factor."""
    client = Client()
    user = User.objects.get(pk=actor.user_id)
    client.force_login(user)
    session = client.session
    member = next(
        each
        for each in memberships_of(user.id)
        if each.role_code == actor.role and each.organisation_code == actor.organisation
    )
    choose_membership(session, member)
    if second_factor:
        session["account_authentication_methods"] = [{"method": "mfa", "at": 0, "type": "totp"}]
        session["account_authentication_methods_user"] = str(user.id)
    session.save()
    return client
