"""Who has the board open? A hub coordinator with an account and a session, as if signed in a moment ago."""

from datetime import datetime
from importlib import import_module

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest

from homeward.access.api import add_membership, create_user, system
from homeward.directory.api import place
from homeward.foundation.actions import Actor


def coordinator(at: datetime, *, login: str = "bench") -> tuple[Actor, str]:
    """(the actor, the Cookie header) of somebody who works for every hub, under a login that nobody has yet."""
    here = place()
    wanted = ("hub.view", "person.search", "person.view")
    role = next(each for each in here.roles.values() if not each.needs_relationship and all(map(each.may, wanted)))
    hubs = tuple(code for code, team in here.teams.items() if team.hub)
    return signed_in(role=role.code, teams=hubs, email=f"{login}@made-up.example", name="Bench Coordinator", at=at)


def colleagues(of: Actor, count: int, at: datetime, *, login: str = "bench") -> list[str]:
    """The Cookie headers of so many people, each with an account of their own, who do the same work."""
    return [
        signed_in(
            role=of.role, teams=of.teams, email=f"{login}-{number}@made-up.example", name=f"Bench {number}", at=at
        )[1]
        for number in range(count)
    ]


def signed_in(*, role: str, teams: tuple[str, ...], email: str, name: str, at: datetime) -> tuple[Actor, str]:
    """(the actor, the Cookie header) of a new account in this role, with these teams."""
    by, organisation = system("setup"), place().teams[teams[0]].organisation
    user = create_user(email=email, name=name, by=by, at=at)
    add_membership(user_id=user.id, organisation_code=organisation, role_code=role, team_codes=teams, by=by, at=at)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    request = HttpRequest()
    request.session = session
    record_authentication(request, user, "mfa", type="totp")
    session.save()
    actor = Actor(user_id=user.id, name=user.name, kind="staff", organisation=organisation, teams=teams, role=role)
    return actor, f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
