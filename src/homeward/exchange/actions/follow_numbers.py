"""How does a colleague who follows a number hear that it changed? By email, once for each change; a number names nobody."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from homeward.access.api import account
from homeward.directory import api as directory
from homeward.exchange.actions.queue import Parcel, queue
from homeward.foundation.errors import NotFound
from homeward.foundation.events import EventRow
from homeward.grammar.api import Measure
from homeward.measures import api as measures

USEFUL = timedelta(days=7)
OPENS = {"concern": "Getting worse", "improvement": "Getting better"}


def number_changed(event: EventRow) -> None:
    """Everyone who follows the measure, or a board with it, gets the sentence, what is done about it and by whom, and where to act."""
    code = str(event.facts["measure"])
    measure, sentence = measures.measure_called(code), measures.sentence_of(event.subject_id)
    being_done = _being_done(measure)
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
                words=f"{sentence} {being_done} Look at it and say what is done about it: "
                f"{settings.HOMEWARD_PUBLIC_URL}/numbers/{code}/actions/new/?flag={event.subject_id}",
                about_kind="flag", about_id=event.subject_id, by_name=event.actor_name,
                why="They asked to be told when this number changes",
            ),
            at=event.at, useful_for=USEFUL,
        )  # fmt: skip


def _being_done(measure: Measure) -> str:
    """What is open about the number and who owns it; or who answers for the number while nobody owns anything."""
    settled = "; ".join(
        f"{each.what.rstrip('.')} ({each.owner_name}, by {each.due_on.day} {each.due_on:%B %Y})"
        for each in measures.being_done(measure.code)
    )
    if settled:
        return f"Being done about it already: {settled}."
    keeper = directory.place().organisations.get(measure.owner)
    return f"Nothing is settled about it yet; {keeper.name if keeper else measure.owner} keeps this number."


def _address(user_id: UUID) -> str:
    """Where a colleague is written to; '' when their account is closed or gone."""
    try:
        found = account(user_id)
    except NotFound:
        return ""
    return found.email if found.is_active else ""
