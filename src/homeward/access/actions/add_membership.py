"""How does an account get a role?"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.access.models import Membership, User
from homeward.access.queries.declared_role import declared_role
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused


@action("user.add_membership")
def add_membership(
    *,
    user_id: UUID,
    organisation_code: str,
    role_code: str,
    team_codes: Sequence[str],
    by: Actor,
    at: datetime,
) -> Happening[Membership]:
    """The account may act in this role, for this organisation and with these teams, from now on.

    A second call for the same role and organisation replaces the teams. Whoever is given none works as their organisation.
    """
    if user_id == by.user_id:
        raise Refused(
            "You cannot give yourself a role.", next_step="Ask a colleague who manages accounts to give it to you."
        )
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        raise NotFound(
            "There is no open account with that number.",
            next_step="Choose an account from the list.",
        )
    if declared_role(role_code) is None:
        raise Invalid({"role": "Choose a role from the list."})
    standing = Membership.objects.filter(
        user=user,
        organisation_code=organisation_code,
        role_code=role_code,
        ended_at__isnull=True,
    ).first()
    member = standing or Membership(
        user=user,
        organisation_code=organisation_code,
        role_code=role_code,
        started_at=at,
    )
    member.team_codes = list(team_codes) or _own_team(user, organisation_code)
    member.save()
    return Happening(
        result=member,
        subject_kind="user",
        subject_id=user.id,
        person_id=None,
        facts={
            "organisation": organisation_code,
            "role": role_code,
            "teams": member.team_codes,
        },
    )


def _own_team(user: User, organisation_code: str) -> list[str]:
    """Staff without a team, as in a general practice, look after people as their organisation; citizens have carers' teams."""
    return [organisation_code] if user.kind == User.STAFF else []
