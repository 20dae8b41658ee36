"""What is a partner with a link asked to do? Enough to decide; who and where only once they have said yes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.referrals import api as referrals
from homeward.referrals.api import NextMoves

PARTNER = "partner"  # the kind of link


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The need as the hub told it. `rows` say who and where; empty until it is accepted, and once it is over."""

    words: str
    dangers: tuple[str, ...]
    to_take_part: str
    sender: str
    rows: tuple[tuple[str, str], ...]
    hub_name: str
    hub_telephone: str
    moves: NextMoves


def asked_of(referral_id: UUID, *, by: Actor, at: datetime) -> Asked | None:
    """For the holder of a partner's link while its organisation owns the referral; None for anybody else."""
    if by.kind != "link" or by.role != PARTNER or by.person_id is None:
        return None
    with access.gate.link(by=by, at=at, why="asked to help"):
        found = referrals.detail(referral_id, by=by, at=at)
        row, teams = found.row, directory.place().teams
        if row.owner_team not in teams or teams[row.owner_team].organisation != by.organisation or not row.open:
            return None
        moves = referrals.next_moves(referral_id, by=by, at=at)
        who = () if "accept" in moves.may else _who(by.person_id, by=by, at=at)
    hub = teams.get(row.hub_team)
    interpreter = "An interpreter is needed." if row.interpreter_needed else ""
    return Asked(
        words=row.need_words,
        dangers=found.risks,
        to_take_part=f"{row.access_needs} {interpreter}".strip(),
        sender=", ".join(each for each in (row.requester_name, row.requester_organisation) if each),
        rows=who,
        hub_name=row.hub_team_name,
        hub_telephone=(hub.telephone or "") if hub else "",
        moves=moves,
    )


def _who(person_id: UUID, *, by: Actor, at: datetime) -> tuple[tuple[str, str], ...]:
    """Name, birth, home and how to reach them."""
    shown = people.person_page(person_id, by, at)
    home = ", ".join([*shown.address_lines, shown.postcode]).strip(", ")
    told = (
        ("Name", shown.banner.name),
        ("Born", shown.banner.born_said),
        ("Home", home),
        ("Language", shown.banner.language_said),
        *shown.contacts,
    )
    return tuple((key, value) for key, value in told if value)
