"""What is counted as 'time to the first helper'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

FIRST_HUMAN = Measure(
    code="first-human",
    title="Time to the first helper",
    kind="median",
    question="'I want help, not barriers': how long until somebody sees me?",
    definition="The middle time from a referral to the first visit or call at which the person was reached, whoever made it.",
    numerator="Hours from referral to first contact",
    denominator="Referrals with a contact",
    population="Everybody referred to the place's hub",
    clock_rule="From the moment of receipt to the first contact; the median is of those reached, and those not yet reached are too early to say",
    exclusions=("Referrals that ended without anybody being needed",),
    unit="hours",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    cannot_tell=("Those still waiting: the middle of the reached is better than the truth",),
    waits_for="its rows, which are being written",
    beside=("passed-on",),
    owner=BOARD,
    review_by=SPRING,
)
