"""How does a colleague, or another part of the house, send a person a declared message?"""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.exchange.actions.telling import tell
from homeward.exchange.models import Outgoing
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid


@action("message.send", about=lambda asked: asked["person_id"])
def send(
    *, person_id: UUID, template_code: str, key: str, by: Actor, at: datetime, why: str = "",
    owner_team: str = "", about_id: UUID | None = None, urgent: bool = False,
) -> Happening[Outgoing]:  # fmt: skip
    """Queue the message, in its declared words, by the way that suits the person; returns its row.

    The same `key` twice is one message. Raises Invalid for a message that is not declared, Refused when they have died.
    """
    template = directory.place().messages.get(template_code)
    if template is None:
        raise Invalid({"template_code": "Choose one of the messages on the list."})
    tell(
        template, person_id=person_id, key=key, by_name=by.name, why=why or "message.send", at=at,
        owner_team=owner_team or next(iter(by.teams), ""), about_kind="referral" if about_id else "person",
        about_id=about_id or person_id, urgent=urgent,
    )  # fmt: skip
    row = Outgoing.objects.get(key=key)
    facts = {"kind": row.kind, "channel": row.channel, "key": key, "state": row.state, "why": row.why}
    return Happening(
        result=row, subject_kind="message", subject_id=row.id, person_id=person_id, facts=facts, teams=(row.owner_team,)
    )
