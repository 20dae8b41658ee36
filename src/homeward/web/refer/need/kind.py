"""Which kind of referrer is this, in the words that eligibility asks about? Told from the kind of their organisation."""

from homeward.directory import api as directory
from homeward.foundation.actions import Actor

OF_ORGANISATION = {
    "gp_practice": "gp",
    "pcn": "gp",
    "ambulance": "crew",
    "care_home_provider": "care-home",
    "council": "social-care",
    "voluntary": "voluntary",
    "hospice": "community-team",
    "hospital_site": "hospital",
}
OF_TEAM = {
    "ward": "hospital",
    "community": "community-team",
    "social_care": "social-care",
    "voluntary": "voluntary",
    "primary_care": "gp",
    "mental_health": "community-team",
}
KINDS = {
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


def kind_of(actor: Actor) -> str:
    """The referrer's kind, or nothing when their organisation does not tell."""
    place = directory.place()
    if actor.kind == "citizen":
        return "citizen" if actor.person_id is not None else "carer"
    teams = [place.teams[code] for code in actor.teams if code in place.teams]
    for team in teams:
        if team.kind in OF_TEAM:
            return OF_TEAM[team.kind]
    organisation = place.organisations.get(actor.organisation)
    return OF_ORGANISATION.get(organisation.kind, "") if organisation else ""
