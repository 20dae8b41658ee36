"""What may a GP do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

GP = Role(
    code="gp",
    title="GP",
    plain_words="Refers, follows and decides together with the neighbourhood team.",
    permits=(
        "access.glass_broken",
        "access.judge_glass",
        "assessment.view",
        "glass.view",
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
        "plan.*",
        "proxy.end",
        "proxy.grant",
        "referral.answer",
        "referral.make",
        "referral.note",
        "referral.receive",
        "referral.revoke",
        "referral.track",
        "sharing.record",
        "sharing.view",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("track", "my_work", "people", "numbers", "handbook"),
    session_minutes=600,
    idle_minutes=30,
    owner=BOARD,
    review_by=SPRING,
)
