"""Which kind of referrer is this, in the words that eligibility asks about? As the place declares where they work."""

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.grammar.api import referrer_kind


def kind_of(actor: Actor) -> str:
    """The referrer's kind, or nothing when where they work does not tell. A citizen speaks for themself or is a carer."""
    if actor.kind == "citizen":
        return "citizen" if actor.person_id is not None else "carer"
    place = directory.place()
    teams = [place.teams[code] for code in actor.teams if code in place.teams]
    return referrer_kind(organisation=place.organisations.get(actor.organisation), teams=teams) or ""
