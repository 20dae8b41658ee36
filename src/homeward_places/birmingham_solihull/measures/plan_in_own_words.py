"""What is counted as 'plans that begin with the person's own words'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PLAN_IN_OWN_WORDS = Measure(
    code="plan-in-own-words",
    title="Plans that begin with the person's own words",
    kind="share",
    question="'I want to be in control and plan my care': does the plan say in my words what matters to me?",
    definition="Plans with at least one line, and whether a line by the person, or whoever acts for them, stands in it.",
    numerator="Plans with a standing line of the person or their proxy",
    denominator="Plans with at least one line",
    population="Everybody with a plan",
    clock_rule="Counted on the day the plan was begun, as it stands now",
    exclusions=("Plans in which nothing has been written",),
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    chart="p",
    cannot_tell=("Whether those who gave care did what it says",),
    waits_for="a table of plans and whose lines they hold",
    owner=BOARD,
    review_by=SPRING,
)
