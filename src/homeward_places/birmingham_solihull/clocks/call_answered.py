"""How soon is a ringing call answered? A crew at a patient's side will not wait."""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CALL_ANSWERED = Clock(
    code="call-answered",
    title="Call answered",
    plain_words="From the first ring to a person answering.",
    starts_on=(On(event="call.ring"),),
    stops_on=(On(event="call.answer"),),
    abandons_on=(On(event="call.abandon"),),
    calendar="always",
    target=timedelta(seconds=60),
    inclusive=False,
    repeats=True,
    standard=Standard(
        words="A call before convey is answered in less than 60 seconds.",
        source="Local proposal, not yet agreed by the partnership",
        local_proposal=True,
    ),
    escalations=(Escalation(after_fraction=1.0, to_role="hub-coordinator", words="A call is ringing unanswered."),),
    owner=COMMUNITY,
    review_by=SPRING,
)
