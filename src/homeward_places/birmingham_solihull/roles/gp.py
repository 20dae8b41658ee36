"""What may a GP do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

GP = Role(
    code="gp",
    title="GP",
    plain_words="Refers, follows and decides together with the neighbourhood team.",
    permits=(
        "handbook.view",
        "my_work.view",
        "notice.see",
        "numbers.view",
        "person.die",
        "person.move",
        "person.register",
        "person.search",
        "person.trace",
        "person.view",
        "referral.answer",
        "referral.make",
        "referral.note",
        "referral.receive",
        "referral.revoke",
        "referral.track",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("track", "my_work", "people", "numbers", "handbook"),
    session_minutes=600,
    idle_minutes=30,
    owner=BOARD,
    review_by=SPRING,
)
