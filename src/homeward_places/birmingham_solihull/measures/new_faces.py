"""What is counted as 'visits by somebody new'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

NEW_FACES = Measure(
    code="new-faces",
    title="Visits by somebody new",
    kind="share",
    question="'I want as few strangers as possible': how often does somebody come whom I have not met?",
    definition="Visits made at home, and whether that member of staff had not visited the person for this need before.",
    numerator="Visits by somebody who had not come before",
    denominator="Visits made, for needs with at least three",
    population="Everybody visited at home at least three times for one need",
    clock_rule="Counted on the day of the visit",
    exclusions=("Needs with fewer than three visits",),
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal: first-time workers over visits",
    local_proposal=True,
    direction="down",
    cannot_tell=("Whether the new face was needed, for a skill",),
    waits_for="a table of visits with a worker's pseudonym",
    beside=("few-strangers",),
    owner=COMMUNITY,
    review_by=SPRING,
)
