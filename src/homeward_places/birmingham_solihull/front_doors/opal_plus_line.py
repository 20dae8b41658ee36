"""Who may ring OPAL+, when does a crew ring first, and what may be advised?"""

from datetime import timedelta

from homeward.grammar.api import AdviceLine, CallerKind, Standard
from homeward_places.birmingham_solihull.front_doors.choices import (
    CHECKS,
    CONVEY,
    NOT_DECIDED,
    SAME_DAY,
    STAY,
    URGENT_RESPONSE,
)
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.services.shared_parts import LIFE_IN_DANGER, OLDER_ADULT

OPAL_PLUS_LINE = AdviceLine(
    code="opal-plus",
    title="OPAL+ advice line",
    plain_words="A senior clinician by telephone or video, before anybody is taken to hospital.",
    team="opal-plus",
    callers=(
        CallerKind(code="crew", title="Ambulance crew", referrer="crew", conveys=True),
        CallerKind(code="care-home", title="Care home", referrer="care-home"),
        CallerKind(code="gp", title="GP or nurse at a practice", referrer="gp"),
        CallerKind(code="community-team", title="Community team", referrer="community-team"),
        CallerKind(code="mental-health-ward", title="Mental health ward", referrer="hospital", counted_apart=True),
        CallerKind(code="hospital", title="Other hospital ward", referrer="hospital"),
    ),
    intended=(CONVEY, STAY, NOT_DECIDED),
    outcomes=(STAY, URGENT_RESPONSE, SAME_DAY, CONVEY),
    eligibility=(OLDER_ADULT, LIFE_IN_DANGER),
    answer_within=timedelta(seconds=60),
    intake_within=timedelta(seconds=60),
    safety_net=timedelta(hours=24),
    checks=CHECKS,
    standard=Standard(
        words="A crew rings before it takes a person of 65 or over to hospital, unless life may be in danger. "
        "Answered within 60 seconds. Admissions and deaths are looked up after 72 hours and 7 days.",
        source="Partnership annual report 2021 and implementation plan 2024; times and checks are a local proposal",
        local_proposal=True,
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)
