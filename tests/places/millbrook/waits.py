"""How soon is help needed in the town, and which waits are measured?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard, Test, Urgency
from tests.places.millbrook import OWNER, REVIEW

ENDED = (
    On(event="referral.close"),
    On(event="referral.revoke"),
    On(event="referral.advise", where=(("closes", True),)),
    On(event="person.die"),
)
TOWN_RULE = Standard(words="The town's own rule.", source="Millbrook town meeting", local_proposal=True)
IN_PERSON = On(event="visit.record_contact", where=(("in_person", True),))

SOON = Urgency(
    code="soon",
    title="In 2 hours",
    plain_words="In 2 hours.",
    order=1,
    clocks=("swift-visit",),
    fhir_priority="stat",
    owner=OWNER,
    review_by=REVIEW,
)
TODAY = Urgency(
    code="today",
    title="Today",
    plain_words="Before tonight.",
    order=2,
    clocks=("visit-today",),
    fhir_priority="asap",
    owner=OWNER,
    review_by=REVIEW,
)
LATER = Urgency(
    code="later",
    title="Later",
    plain_words="On a date that suits.",
    order=3,
    clocks=("visit-later",),
    owner=OWNER,
    review_by=REVIEW,
)


def _clock(
    code: str,
    title: str,
    *,
    calendar: str,
    target: timedelta,
    urgency: str | None = None,
    start: str = "referral.receive",
    stop: On = IN_PERSON,
    repeats: bool = False,
) -> Clock:
    return Clock(
        code=code,
        title=title,
        plain_words=f"{title}.",
        starts_on=(On(event=start),),
        stops_on=(stop,),
        abandons_on=ENDED,
        applies=None if urgency is None else Test(fact="urgency", is_="is", value=urgency),
        calendar=calendar,
        target=target,
        repeats=repeats,
        standard=TOWN_RULE,
        escalations=(Escalation(after_fraction=0.75, to_role="desk-worker", words="Time is nearly up."),),
        owner=OWNER,
        review_by=REVIEW,
    )


SWIFT_VISIT = _clock(
    "swift-visit", "Visit in 2 hours", calendar="round-the-clock", target=timedelta(hours=2), urgency="soon"
)
VISIT_TODAY = _clock("visit-today", "Visit today", calendar="daytime", target=timedelta(hours=12), urgency="today")
VISIT_LATER = _clock("visit-later", "Visit later", calendar="office", target=timedelta(hours=80), urgency="later")
DESK_DECIDES = _clock(
    "desk-decides",
    "Desk decides",
    calendar="round-the-clock",
    target=timedelta(minutes=15),
    stop=On(event="referral.triage"),
)
QUESTION_ASKED = _clock(
    "question-asked",
    "Question asked",
    calendar="daytime",
    target=timedelta(hours=4),
    start="referral.ask",
    stop=On(event="referral.answer"),
    repeats=True,
)
