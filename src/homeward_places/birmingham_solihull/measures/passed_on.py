"""What is counted as 'referrals passed on or handed back'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PASSED_ON = Measure(
    code="passed-on",
    title="Referrals passed on or handed back",
    kind="share",
    question="'I want help, not barriers': how often is a request sent on to somebody else?",
    definition="Referrals received, and whether any team declined or handed back before somebody saw the person.",
    numerator="Referrals declined or handed back at least once",
    denominator="Referrals received",
    population="Everybody referred to the place's hub",
    clock_rule="Counted on the day the referral was received",
    exclusions=("Parts of a referral that a team made from the whole",),
    target=0,
    target_words="As near to none as can be",
    target_by="Local proposal, not yet agreed",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    chart="p",
    cannot_tell=("Whether passing it on was right: the first guess may have been wrong",),
    waits_for="what became of each referral, step by step",
    beside=("first-human",),
    owner=BOARD,
    review_by=SPRING,
)
