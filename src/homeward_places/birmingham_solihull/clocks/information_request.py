"""How soon does the referrer answer a question? The need keeps its place, and its other clocks keep running."""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.clocks.ends import NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

INFORMATION_REQUEST = Clock(
    code="information-request",
    title="Information asked for",
    plain_words="From the hub asking the referrer a question to the answer, counted from 8am to 8pm.",
    starts_on=(On(event="referral.ask"),),
    stops_on=(On(event="referral.answer"),),
    abandons_on=NEED_ENDED,
    calendar="every-day-8-to-8",
    target=timedelta(hours=4),
    repeats=True,
    standard=Standard(
        words="A question to a referrer is answered within 4 open hours; without an answer the hub decides on what it has.",
        source="Local proposal, not yet agreed by the partnership",
        local_proposal=True,
    ),
    escalations=(
        Escalation(
            after_fraction=1.0,
            to_role="hub-coordinator",
            words="No answer yet. Ring the referrer, or decide on what is known.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
