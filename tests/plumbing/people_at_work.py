"""How do tests get accounts that may act? Made as the house makes them: through actions."""

from datetime import UTC, datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client

from homeward.access.api import actor_of, add_membership, choose_membership, create_user, memberships_of, system
from homeward.directory.api import team
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
    return actor_of(user, {}, at=LONG_AGO)


def account_id(by: Actor) -> UUID:
    """The account behind an actor made here."""
    assert by.user_id is not None
    return by.user_id


def citizen(*, person_id: UUID | None, role: str = "citizen", name: str = "Ivy Cole") -> Actor:
    """A citizen with an account of their own; without a record of their own, such as a carer, when `person_id` is None."""
    by = system("setup")
    user = create_user(
        email=f"{new_id()}@example.org",
        name=name,
        kind="citizen",
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
    return actor_of(user, {}, at=LONG_AGO)


def signed_in(actor: Actor, *, second_factor: bool = True) -> Client:
    """A test browser in which this actor has signed in, chosen their role and, unless said otherwise, passed a second factor."""
    client = Client()
    user = get_user_model()._default_manager.get(pk=account_id(actor))
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
