"""What may a paramedic do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PARAMEDIC = Role(
    code="paramedic",
    title="Paramedic",
    plain_words="Asks for advice and help before taking a person to hospital.",
    permits=(
        "access.glass_broken",
        "app.allow",
        "app.end",
        "app.send",
        "capacity.view",
        "handbook.view",
        "person.register",
        "person.search",
        "person.view",
        "plan.view",
        "referral.answer",
        "referral.make",
        "referral.note",
        "referral.receive",
        "referral.revoke",
        "referral.track",
        "sharing.view",
        "surge.view",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("people", "track", "capacity", "handbook"),
    session_minutes=720,
    idle_minutes=60,
    apps_send=("Observation", "QuestionnaireResponse"),
    owner=BOARD,
    review_by=SPRING,
)
