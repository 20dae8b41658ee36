"""What may a locality chair or commissioner do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

LOCALITY_CHAIR = Role(
    code="locality-chair",
    title="Locality chair or commissioner",
    plain_words="Sees whether it works, and why, without seeing who.",
    permits=(
        "board.*",
        "capacity.view",
        "front_door.results",
        "handbook.view",
        "number.act",
        "number.export",
        "number.finish",
        "number.follow",
        "number.note",
        "number.see_flag",
        "number.unfollow",
        "numbers.view",
        "surge.view",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("numbers", "boards", "front_door_results", "capacity", "handbook"),
    session_minutes=480,
    idle_minutes=30,
    owner=BOARD,
    review_by=SPRING,
)
