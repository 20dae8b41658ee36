"""How does a colleague who follows a number hear that it changed? By email, once for each change; a number names nobody."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from homeward.access.api import account
from homeward.exchange.actions.queue import Parcel, queue
from homeward.foundation.errors import NotFound
from homeward.foundation.events import EventRow
from homeward.measures import api as measures

USEFUL = timedelta(days=7)
OPENS = {"concern": "Getting worse", "improvement": "Getting better"}


def number_changed(event: EventRow) -> None:
    """Everyone who follows the measure, or a board with it, gets the sentence and where to act on it."""
    code = str(event.facts["measure"])
    measure, sentence = measures.measure_called(code), measures.sentence_of(event.subject_id)
    way = OPENS.get(str(event.facts["variation"]).partition("_")[0], "Changed")
    for follower in measures.followers_of(
        code, cut=str(event.facts.get("cut", "")), part=str(event.facts.get("part", ""))
    ):
        address = _address(follower.user_id)
        if not address:
            continue
        queue(
            Parcel(
                key=f"flag {event.subject_id} {follower.user_id}", person_id=None, channel="email", kind="number-flag",
                recipient=address, recipient_name=follower.user_name, subject=f"{way}: {measure.title}",
                words=f"{sentence} Look at it and say what is done about it: "
                f"{settings.HOMEWARD_PUBLIC_URL}/numbers/{code}/actions/new/?flag={event.subject_id}",
                about_kind="flag", about_id=event.subject_id, by_name=event.actor_name,
                why="They asked to be told when this number changes",
            ),
            at=event.at, useful_for=USEFUL,
        )  # fmt: skip


def _address(user_id: UUID) -> str:
    """Where a colleague is written to; '' when their account is closed or gone."""
    try:
        found = account(user_id)
    except NotFound:
        return ""
    return found.email if found.is_active else ""
