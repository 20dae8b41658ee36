"""How soon does older adult mental health liaison respond to a request?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.clocks.ends import ANY_CONTACT, NEED_ENDED
from homeward_places.birmingham_solihull.keepers import MENTAL_HEALTH, SPRING

MENTAL_HEALTH_RESPONSE = Clock(
    code="mental-health-response",
    title="Mental health response",
    plain_words="From liaison accepting the request to its first contact, counted in office hours.",
    starts_on=(On(event="episode.open"),),
    stops_on=(ANY_CONTACT,),
    abandons_on=(*NEED_ENDED, On(event="episode.close")),
    calendar="weekdays-9-to-5",
    target=timedelta(hours=8),
    standard=Standard(
        words="Liaison responds within one working day.",
        source="Local proposal, not yet agreed by the partnership",
        local_proposal=True,
    ),
    escalations=(Escalation(after_fraction=1.0, to_role="team-lead", words="A working day has passed."),),
    owner=MENTAL_HEALTH,
    review_by=SPRING,
)
