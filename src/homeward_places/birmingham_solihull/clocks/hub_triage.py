"""How soon does the hub decide how urgent a need is?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.clocks.ends import NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

HUB_TRIAGE = Clock(
    code="hub-triage",
    title="Hub triage",
    plain_words="From the need being received to the hub deciding how urgent it is.",
    starts_on=(On(event="referral.receive"),),
    stops_on=(On(event="referral.triage"),),
    abandons_on=NEED_ENDED,
    calendar="always",
    target=timedelta(minutes=20),
    standard=Standard(
        words="A need is triaged within 20 minutes, day or night, so that two hours are enough.",
        source="Local proposal, not yet agreed by the partnership",
        local_proposal=True,
    ),
    escalations=(
        Escalation(
            after_fraction=0.75, to_role="hub-coordinator", words="5 minutes are left to triage this need. Open it now."
        ),
        Escalation(after_fraction=1.0, to_role="hub-clinician", words="This need has not been triaged in time."),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
