"""How does the town plan its visits?"""

from homeward.grammar.api import Ability, AccessStep, Reason, RoundPolicy
from tests.places.millbrook import OWNER, REVIEW

ROUNDS = RoundPolicy(
    code="rounds", minutes=20, around_minutes=45, opens_hour=9, closes_hour=18, on_hour=9, off_hour=17,
    break_minutes=20, break_from_hour=12, break_to_hour=14,
    abilities=(Ability(role="town-nurse", skills=("nursing",), travels_by="foot"),),
    no_access=(AccessStep(code="ask", title="Ask the nurse in charge what to do", decides=True),),
    deferral_reasons=(Reason(code="asked", title="They asked for another day"),),
    owner=OWNER, review_by=REVIEW,
)  # fmt: skip
