"""What is counted as 'visits by the same person'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

FEW_STRANGERS = Measure(
    code="few-strangers",
    title="Visits by the same person",
    kind="mean",
    question="'I want as few strangers as possible': how many of my visits are by the one who comes most?",
    definition="For each need with three visits or more, the share of its visits made by the member of staff who came most often (usual provider continuity); the mean of those shares.",
    numerator="Share of visits by whoever came most",
    denominator="Needs with at least three visits made",
    population="Everybody visited at home at least three times for one need",
    clock_rule="Visits made in the 90 days up to the latest count; counted on the day of the last of them",
    exclusions=("Needs with fewer than three visits",),
    unit="percent",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Usual provider of care index",
    local_proposal=True,
    cannot_tell=(
        "Whether the person liked who came",
        "Care by family and friends",
    ),
    waits_for="a table of visits with a worker's pseudonym",
    beside=("new-faces",),
    owner=COMMUNITY,
    review_by=SPRING,
)
