"""Whose account still stands, with this role and exactly these teams? One statement for many who work alike."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from homeward.access.models import Membership
from homeward.foundation.actions import Actor


def still_at_work(actors: Iterable[Actor]) -> Mapping[UUID, str]:
    """By account, of those who do: the sealed password, which changes when somebody sets another. Others are left out."""
    asked = {each.user_id: each for each in actors if each.user_id is not None}
    rows = Membership.objects.filter(user_id__in=asked, ended_at__isnull=True, user__is_active=True).values_list(
        "user_id", "organisation_code", "role_code", "team_codes", "user__password"
    )
    return {
        user_id: password
        for user_id, organisation, role, teams, password in rows
        if (organisation, role, tuple(teams))
        == (asked[user_id].organisation, asked[user_id].role, asked[user_id].teams)
    }
