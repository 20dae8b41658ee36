"""What is counted as 'adults who smoke'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

ADULTS_WHO_SMOKE = Measure(
    code="adults-who-smoke",
    title="Adults who smoke",
    number="M24",
    kind="share",
    question="How many adults smoke?",
    definition="Adults whose smoking status is known, and whether the last one says that they smoke.",
    numerator="Adults whose last recorded status is that they smoke",
    denominator="Adults whose smoking status is known",
    population="People aged 18 and over whose records partners share with us",
    clock_rule="The last status on record, however old; counted on the day it was recorded",
    exclusions=("People who have died",),
    source=PLAN,
    definition_source="Fingertips indicator 92443 asks a sample; here it is what records say",
    direction="down",
    cannot_tell=(
        "Anything about people never asked",
        "Whether somebody who stopped has begun again",
    ),
    waits_for="tables of shared records: diagnoses, measurements and vaccinations",
    owner=BOARD,
    review_by=SPRING,
)
