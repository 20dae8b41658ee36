"""Which of these viewers may still be shown what they see alike? Asked of the database for all of them together, each time."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import connections

from homeward.access.api import gate, still_at_work
from homeward.web.live.who import Viewer, but_for_seen, store
from homeward.web.sign_in.limits import SEEN, in_force


def who_stands(viewers: Sequence[Viewer]) -> list[bool]:
    """For each, in their order: is the session exactly as it was, in force, and its holder still at the same work?

    Two statements, however many they are. Of whom this is not so it is to be asked anew, alone. Call in a thread.
    """
    try:
        now = datetime.now(UTC)
        held = (
            store()
            .get_model_class()
            .objects.filter(session_key__in=[each.key for each in viewers], expire_date__gt=now)
        )
        sessions = dict(held.values_list("session_key", "session_data"))
        passwords = still_at_work(each.actor for each in viewers)
        return [
            _is_as_it_was(each, sessions.get(each.key), now)
            and each.actor.user_id is not None
            and passwords.get(each.actor.user_id) == each.password
            for each in viewers
        ]
    finally:
        connections.close_all()


def open_for(viewers: Sequence[Viewer], what: str) -> list[bool]:
    """For each, in their order: did the gate open the list, and was that written down? Call in a thread."""
    if not what:
        return [True] * len(viewers)
    try:
        return gate.worklist_for_each(by=[each.actor for each in viewers], at=datetime.now(UTC), what=what)
    finally:
        connections.close_all()


def _is_as_it_was(viewer: Viewer, data: str | None, now: datetime) -> bool:
    if data is None:
        return False
    if data != viewer.data:
        told = store()().decode(data)
        if but_for_seen(told) != viewer.said:
            return False
        if SEEN in told:
            viewer.request.session[SEEN] = told[SEEN]
        viewer.data = data
    return in_force(viewer.request, now)
