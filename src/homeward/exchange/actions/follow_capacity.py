"""How does the owner of a number that grew old hear of it away from the screen? By email with a link to that one number, once."""

from dataclasses import replace
from datetime import timedelta

from django.conf import settings

from homeward.access import api as access
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.exchange.actions.follow_people import stop_rows
from homeward.exchange.actions.queue import Parcel, queue
from homeward.exchange.models import Outgoing
from homeward.exchange.rules.hiding import ASKED_AT
from homeward.exchange.vocabulary import NUDGE, WAITING
from homeward.foundation.errors import NotFound
from homeward.foundation.events import EventRow

USEFUL = timedelta(hours=24)
MOST = 3  # of a team's people: enough that one of them is at work
LINK = "capacity"


def number_grew_old(event: EventRow) -> None:
    """Those of the team who may report it get the number, its age, and a link that opens this one line for a day."""
    offer = capacity.line(event.subject_id, at=event.at)
    if offer is None:
        return
    team, service = directory.team(offer.team_code), directory.service(offer.service_code)
    house = replace(access.system("links"), name=event.actor_name)
    for member in _who_may(offer.team_code, event):
        found = access.account(member.user_id)
        if not found.email:
            continue
        token = access.issue_link(
            kind=LINK, subject_id=offer.line_id, organisation=team.organisation, expires_at=event.at + USEFUL,
            held_by=member.name, by=house, at=event.at,
        )  # fmt: skip
        queue(
            Parcel(
                key=f"nudge {event.facts['nudge']} {member.user_id}", person_id=None, channel="email", kind=NUDGE,
                recipient=found.email, recipient_name=member.name, subject=f"Is this still right? {service.title}",
                words=f"{service.title}, {offer.site or team.name}: {offer.words}. Needs are placed by this number. One press "
                f"says that it is still right, or what it is now: {settings.HOMEWARD_PUBLIC_URL}{ASKED_AT}{token.token}/ "
                "The link is yours, opens nothing else, and ends in 24 hours or when somebody reports.",
                about_kind="capacity", about_id=offer.line_id, owner_team=offer.team_code, by_name=event.actor_name,
                why=f"Their team’s number is past its {service.capacity_shelf_life_hours}-hour shelf-life",
            ),
            at=event.at, useful_for=USEFUL,
        )  # fmt: skip


def number_reported(event: EventRow) -> None:
    """What was asked is answered: unsent messages stop, and the links to this line end."""
    waiting = Outgoing.objects.filter(about_id=event.subject_id, kind=NUDGE, state__in=WAITING)
    stop_rows(waiting, "The number was reported meanwhile.", at=event.at)
    for link in access.open_links(LINK, at=event.at, subject_id=event.subject_id):
        try:
            access.revoke_link(link_id=link.id, by=access.system("links"), at=event.at)
        except NotFound:
            continue  # taken back in the same moment


def _who_may(team_code: str, event: EventRow) -> list[access.Member]:
    roles = [each.code for each in directory.place().roles.values() if each.may("capacity.report")]
    return access.members_of(team_code, roles=roles, at=event.at, limit=MOST)
