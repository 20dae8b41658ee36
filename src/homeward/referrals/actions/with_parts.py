"""What becomes of the parts when a whole ends, and of the whole when its parts end?"""

from datetime import datetime
from uuid import UUID

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.episodes.api import clocks_of, clocks_that_apply
from homeward.foundation.errors import Refused
from homeward.referrals.actions import moving
from homeward.referrals.actions.follow_parts import follow_parts
from homeward.referrals.actions.telling import tell
from homeward.referrals.models import Move, ServiceRequest
from homeward.referrals.queries.board_row import need_title

JOB = "cascade"
ENDED = "Every part of this need has ended. Close it, or say what is still to be done."


def open_parts(whole: ServiceRequest) -> list[ServiceRequest]:
    """The parts that somebody still has to answer, oldest first."""
    return list(ServiceRequest.objects.filter(based_on=whole, ended_at=None).order_by("received_at", "id"))


def refuse_while_parts_are_open(whole: ServiceRequest) -> None:
    """A whole does not end before its parts. Raises Refused, naming them."""
    waiting = open_parts(whole)
    if not waiting:
        return
    named = "; ".join(_named(part) for part in waiting)
    count = "A part" if len(waiting) == 1 else f"{len(waiting)} parts"
    raise Refused(
        f"{count} of this referral {'is' if len(waiting) == 1 else 'are'} still open: {named}.",
        next_step="Close or withdraw each of them first.",
    )


def keep_in_line(whole_id: UUID, *, part: ServiceRequest | None, at: datetime) -> None:
    """Bring an open whole into line when a `part` of it ended or came back, or when it came back itself."""
    whole = ServiceRequest.objects.filter(id=whole_id, ended_at=None).first()
    if whole is None or not ServiceRequest.objects.filter(based_on_id=whole_id).exists():
        return
    if open_parts(whole):
        if part is not None and part.is_open and (running := _counted(whole, at)):
            follow_parts(referral_id=whole_id, clocks=running, waits=False, by=system(JOB), at=at)
    elif missing := _missing(whole, at):
        follow_parts(referral_id=whole_id, clocks=missing, waits=True, by=system(JOB), at=at)
    elif part is not None and not part.is_open:
        tell(whole, (whole.owner_team_id, whole.hub_team_id), kind="parts_ended", words=ENDED, at=at)


def _missing(whole: ServiceRequest, at: datetime) -> list[str]:
    """The clocks that went to its parts and should count on it again, for nobody has seen the person."""
    seen = Move.objects.filter(referral__based_on=whole, kind="contact").exists()
    if seen or whole.state == "in_contact":
        return []
    kept = {view.code for view in clocks_of([whole.id], at).get(whole.id, [])}
    return [code for code in _codes(whole) if code not in kept]


def _counted(whole: ServiceRequest, at: datetime) -> list[str]:
    if whole.state in ("accepted", "in_contact"):
        return []
    live = {view.code for view in clocks_of([whole.id], at, live_only=True).get(whole.id, [])}
    return [code for code in _codes(whole) if code in live]


def _codes(whole: ServiceRequest) -> tuple[str, ...]:
    return clocks_that_apply(urgency=whole.urgency, facts=moving.facts_about(whole))


def _named(part: ServiceRequest) -> str:
    return f"{need_title(part.need_code)}, with {directory.team(part.owner_team_id).name}"
