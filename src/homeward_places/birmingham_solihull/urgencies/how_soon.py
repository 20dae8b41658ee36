"""How soon can help be needed? Soonest first; a life in danger is a 999 call, never a referral."""

from homeward.grammar.api import Urgency
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

TWO_HOURS = Urgency(
    code="two-hours",
    title="Within 2 hours",
    plain_words="Someone should be with the person within 2 hours.",
    order=1,
    clocks=("two-hour-response",),
    fhir_priority="stat",
    owner=BOARD,
    review_by=SPRING,
)
FOUR_HOURS = Urgency(
    code="four-hours",
    title="Within 4 hours",
    plain_words="A nurse should be with the person within 4 hours.",
    order=2,
    clocks=("four-hour-nursing",),
    fhir_priority="asap",
    owner=BOARD,
    review_by=SPRING,
)
SAME_DAY = Urgency(
    code="same-day",
    title="Today",
    plain_words="Help is needed before the end of today.",
    order=3,
    clocks=("same-day-contact",),
    fhir_priority="asap",
    owner=BOARD,
    review_by=SPRING,
)
TWO_DAYS = Urgency(
    code="two-days",
    title="Within 2 days",
    plain_words="Help is needed in the next 2 days.",
    order=4,
    clocks=("two-day-contact",),
    fhir_priority="urgent",
    owner=BOARD,
    review_by=SPRING,
)
ONE_WEEK = Urgency(
    code="one-week",
    title="Within a week",
    plain_words="Help is needed in the next week.",
    order=5,
    clocks=("one-week-contact",),
    fhir_priority="routine",
    owner=BOARD,
    review_by=SPRING,
)
PLANNED = Urgency(
    code="planned",
    title="Planned",
    plain_words="Help can be planned for a date that suits the person.",
    order=6,
    clocks=("planned-contact",),
    fhir_priority="routine",
    owner=BOARD,
    review_by=SPRING,
)
