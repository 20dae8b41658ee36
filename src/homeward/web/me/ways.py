"""Where can somebody go from their first page? Only to what their role, or the person they act for, lets them see."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from homeward.foundation.actions import Actor
from homeward.web.asker import may


@dataclass(frozen=True, kw_only=True)
class Way:
    """One page: its permission, its name among addresses, what it is called, what is there, and its picture."""

    permission: str
    name: str
    words: str
    there: str
    picture: str


WAYS = (
    Way(permission="me.plan", name="me_plan", words=_("My plan"), there=_("What matters to me and what we agreed, in my own words"), picture="plan"),
    Way(permission="me.view", name="me_team", words=_("My team"), there=_("Who helps me, with what, and their numbers"), picture="team"),
    Way(permission="me.visits", name="me_visits", words=_("My visits"), there=_("Who is coming, who came, and asking for another time"), picture="visit"),
    Way(permission="me.referrals", name="me_referrals", words=_("My requests"), there=_("Where each one is and what happens next"), picture="request"),
    Way(permission="me.messages", name="me_messages", words=_("My messages"), there=_("What was sent to me, and writing to my team"), picture="letter"),
    Way(permission="me.observations", name="me_observations", words=_("My measurements"), there=_("Sending pulse, temperature and the like to my virtual ward"), picture="clock"),
    Way(permission="me.looked", name="me_looked", words=_("Who looked at my record"), there=_("Everyone who opened it, and why"), picture="eye"),
    Way(permission="me.view", name="me_details", words=_("My details"), there=_("What is held about me, and putting it right"), picture="card"),
    Way(permission="me.sharing", name="me_sharing", words=_("Sharing my record"), there=_("Who may be told about me, and who may not"), picture="share"),
    Way(permission="me.people", name="me_people", words=_("People who act for me"), there=_("Letting somebody I trust do things here for me"), picture="team"),
    Way(permission="me.view", name="me_acting", words=_("For whom I act"), there=_("Doing things here for somebody who asked me to"), picture="team"),
)  # fmt: skip


def ways(by: Actor) -> list[Way]:
    """Those this actor may take, in order."""
    return [way for way in WAYS if may(by, way.permission)]
