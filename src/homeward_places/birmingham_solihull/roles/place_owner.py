"""What may a place owner do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PLACE_OWNER = Role(
    code="place-owner",
    title="Place owner",
    plain_words="Keeps the declarations, contacts and areas right.",
    permits=(
        "board.*",
        "capacity.view",
        "directory.*",
        "handbook.view",
        "import.*",
        "number.act",
        "number.finish",
        "number.follow",
        "number.note",
        "number.see_flag",
        "number.unfollow",
        "numbers.rebase",
        "numbers.take_rebase_back",
        "numbers.view",
        "subscription.switch",
        "subscription.view",
        "surge.do_step",
        "surge.stand_down",
        "surge.switch_on",
        "surge.view",
        "user.*",
        "users.manage",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("handbook", "imports", "subscriptions", "numbers", "boards", "capacity", "accounts"),
    session_minutes=480,
    idle_minutes=15,
    owner=BOARD,
    review_by=SPRING,
)
