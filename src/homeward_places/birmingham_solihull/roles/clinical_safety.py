"""What may a clinical safety officer do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

CLINICAL_SAFETY = Role(
    code="clinical-safety",
    title="Clinical safety officer",
    plain_words="Shows that hazards are held, with their tests.",
    permits=(
        "audit.view",
        "board.ask_pack",
        "front_door.results",
        "handbook.view",
        "numbers.view",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("safety", "handbook", "numbers", "boards", "front_door_results", "audit"),
    session_minutes=480,
    idle_minutes=15,
    owner=BOARD,
    review_by=SPRING,
)
