"""What is counted as 'practice appointments for each wound healed'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

GP_WOUND_FOLLOW_UPS = Measure(
    code="gp-wound-follow-ups",
    title="Practice appointments for each wound healed",
    number="M32",
    kind="rate",
    question="How many practice appointments does it take to heal a wound?",
    definition="Practice appointments for wound care, for each wound recorded as healed.",
    numerator="Practice appointments for wound care",
    denominator="Wounds recorded as healed",
    population="People with a wound looked after by a practice",
    clock_rule="Counted on the day the wound was recorded as healed",
    exclusions=("Wounds that closed because the person died or moved away",),
    unit="rate",
    per=1,
    source=PLAN,
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    cannot_tell=("How hard the wounds were",),
    waits_for="General practice appointment data (no feed reaches Homeward yet), and wound records with a day of healing",
    owner=COMMUNITY,
    review_by=SPRING,
)
