"""What may an analyst do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

ANALYST = Role(
    code="analyst",
    title="Analyst",
    plain_words="Opens every number down to its list where that is lawful.",
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
        "numbers.rebase",
        "numbers.take_rebase_back",
        "numbers.view",
        "returns.make",
        "returns.submit",
        "returns.take",
        "returns.view",
        "surge.view",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("numbers", "boards", "returns", "front_door_results", "handbook"),
    session_minutes=480,
    idle_minutes=30,
    owner=BOARD,
    review_by=SPRING,
)
