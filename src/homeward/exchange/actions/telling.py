"""How is a person told something? In declared words, by the way that suits them and is safe, at a decent hour."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from homeward.directory import api as directory
from homeward.exchange.actions.queue import Parcel, queue
from homeward.exchange.queries.reach import reach_of
from homeward.exchange.rules.choosing import choose
from homeward.exchange.rules.filling import filled
from homeward.exchange.rules.quiet import leaves_at
from homeward.foundation.errors import Refused
from homeward.grammar.api import MessageTemplate

DIED = "This person has died, so nothing is sent to them."


def tell(
    template: MessageTemplate,
    *,
    person_id: UUID,
    key: str,
    by_name: str,
    why: str,
    at: datetime,
    owner_team: str = "",
    about_kind: str = "",
    about_id: UUID | None = None,
    values: Mapping[str, str] | None = None,
    urgent: bool = False,
    until: datetime | None = None,
) -> UUID:
    """Queue the message to the person, inside their open gate. Raises Refused when they have died.

    `until`: when the news is over, if that is sooner than the template says. A person whom no safe way reaches is not
    told by it; that too is put down, so that somebody can speak with them.
    """
    place, reach = directory.place(), reach_of(person_id)
    if reach.died:
        raise Refused(DIED, next_step="Speak with the family.")
    team = place.teams.get(owner_team)
    known = {
        "name": reach.name, "team": team.name if team else place.name, "place": place.name, "link": settings.HOMEWARD_PUBLIC_URL,
        "telephone": (team.telephone if team else None) or place.card.urgent_telephone or "",
    }  # fmt: skip
    language, subject, words = filled(template, language=reach.language, values=known | dict(values or {}))
    choice, hurried = choose(reach, template.ways), urgent or template.urgent
    leaves = leaves_at(place.calendars.get(template.calendar), urgent=hurried, at=at)
    useful = timedelta(hours=template.useful_hours)
    if until is not None:
        useful = min(useful, until - leaves)
    too_late = (
        "It would have come too late: nobody is told at night of what is over by morning."
        if useful <= timedelta(0)
        else ""
    )
    return queue(
        Parcel(
            key=key, person_id=person_id, channel=choice.way or template.ways[0], kind=template.code,
            recipient=choice.recipient, recipient_name=reach.name, subject=subject, words=words, language=language,
            about_kind=about_kind, about_id=about_id, owner_team=owner_team, by_name=by_name, why=why, urgent=hurried,
        ),
        at=at, leaves_at=leaves, useful_for=useful, why_not=choice.why_not or too_late,
    )  # fmt: skip
