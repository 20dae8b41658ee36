"""How does a colleague who is not at a screen hear of an alert? By email to the named person, with nothing about the patient."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from homeward.access.api import account
from homeward.directory import api as directory
from homeward.exchange.actions.queue import Parcel, queue
from homeward.foundation.events import EventRow
from homeward.monitoring import api as monitoring

USEFUL = timedelta(hours=1)


def alert_told(event: EventRow) -> None:
    """Whoever was named on this rung gets one message; its address opens the list, where signing in shows who it is."""
    if event.facts.get("again") or event.person_id is None:
        return
    service = directory.place().services.get(event.facts["service"])
    ward = service.title if service else "Virtual ward"
    for told in monitoring.tellings_of(UUID(event.facts["alert"]), rung=event.facts["rung"], at=event.at):
        person = account(told.user_id)
        level = "RED ALERT" if event.facts.get("level") == "red" else "Alert"
        queue(
            Parcel(
                key=f"alert {told.id}", person_id=event.person_id, channel="email", kind="ward-alert",
                recipient=person.email, recipient_name=person.name, subject=f"{level}: {ward}",
                words=f"{told.words} Open {settings.HOMEWARD_PUBLIC_URL}/virtual-wards/?show=unread to see who it is.",
                about_kind="ward_alert", about_id=event.subject_id, owner_team=told.team_code, by_name=event.actor_name,
                why=f"Told by name at step {told.rung + 1} of the ladder", urgent=True,
            ),
            at=event.at, useful_for=USEFUL,
        )  # fmt: skip
