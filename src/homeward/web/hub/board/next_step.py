"""What should this person do next with this referral? One obvious button a row."""

from dataclasses import dataclass

from homeward.foundation.actions import Actor
from homeward.referrals.api import BoardRow
from homeward.web.asker import may


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """The button: its words, where it leads, and whether it waits for this very person to act."""

    words: str
    address: str
    mine: bool


def next_step(row: BoardRow, actor: Actor) -> NextStep:
    """The first thing in this table that is due and permitted; otherwise opening it."""
    here = f"/hub/{row.id}/"
    in_hub, owns = row.hub_team in actor.teams, row.owner_team in actor.teams
    table = (
        (row.second_look_wanted and in_hub and may(actor, "referral.second_look"), "Second look", "second-look/"),
        (row.state == "received" and (in_hub or owns) and may(actor, "referral.triage"), "Triage", "triage/"),
        (row.state == "triaged" and in_hub and may(actor, "referral.place"), "Find help", "place/"),
        (row.state == "placed" and owns and may(actor, "referral.accept"), "Accept", "accept/"),
    )
    for due, words, leads in table:
        if due:
            return NextStep(words=words, address=here + leads, mine=True)
    return NextStep(words="Open", address=here, mine=False)
