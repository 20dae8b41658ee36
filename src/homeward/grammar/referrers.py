"""Who sends a need in, in the words that eligibility may ask about, and how does a declaration tell which they are?"""

from collections.abc import Iterable, Mapping

from homeward.grammar.organisations import Organisation, OrganisationKind, ReferrerKind, Team, TeamKind

REQUESTER_KIND = "requester-kind"  # the fact that conditions ask about

# Every kind there is, and what people call it.
REFERRERS: Mapping[ReferrerKind, str] = {
    "citizen": "The person themself",
    "carer": "Family, friend or carer",
    "gp": "GP practice",
    "crew": "Ambulance crew",
    "care-home": "Care home",
    "hospital": "Hospital",
    "community-team": "Community team",
    "social-care": "Social care",
    "voluntary": "Voluntary organisation",
}
# What an organisation or team is taken for when its declaration does not say (`refers_as`).
OF_ORGANISATION: Mapping[OrganisationKind, ReferrerKind] = {
    "gp_practice": "gp", "pcn": "gp", "ambulance": "crew", "care_home_provider": "care-home", "council": "social-care",
    "voluntary": "voluntary", "hospice": "community-team", "hospital_site": "hospital",
}  # fmt: skip
OF_TEAM: Mapping[TeamKind, ReferrerKind] = {
    "ward": "hospital", "community": "community-team", "social_care": "social-care", "voluntary": "voluntary",
    "primary_care": "gp", "mental_health": "community-team",
}  # fmt: skip


def referrer_kind(*, organisation: Organisation | None, teams: Iterable[Team] = ()) -> ReferrerKind | None:
    """The kind of whoever works there: as the first team that tells says, else as the organisation does; None: not told."""
    for team in teams:
        if told := team.refers_as or OF_TEAM.get(team.kind):
            return told
    if organisation is None:
        return None
    return organisation.refers_as or OF_ORGANISATION.get(organisation.kind)
