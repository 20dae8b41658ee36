"""How is a notice put away? By the first of the team who has read it, under their name."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound
from homeward.referrals.models import Notice


@action("notice.see")
def see_notice(*, notice_id: UUID, by: Actor, at: datetime) -> Happening[int]:
    """Mark this notice, and the same news of the same person about their other referrals, as seen by the actor's teams.

    The event names the notice and not the person, for the person's record may be shut to the team by now. Gives how
    many were put away; raises NotFound when none was left.
    """
    with gate.worklist(by=by, at=at, what="notices"):
        ours = Notice.objects.filter(team_code__in=by.teams, seen_at=None)
        read = ours.filter(id=notice_id).first()
        if read is None:
            raise NotFound("A colleague has seen that notice already.", next_step="Nothing more is needed.")
        same = ours.filter(person_id=read.person_id, kind=read.kind, at__lte=read.at)
        teams = tuple(sorted(set(same.values_list("team_code", flat=True))))
        count = same.update(seen_at=at, seen_by=by.name)
    return Happening(
        result=count,
        subject_kind="notice",
        subject_id=notice_id,
        person_id=None,
        facts={"kind": read.kind, "referral_id": str(read.referral_id)},
        teams=teams,
    )
