"""What may a ward and flow staff do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

WARD_FLOW = Role(
    code="ward-flow",
    title="Ward and flow staff",
    plain_words="Gets people home from hospital.",
    permits=(
        "access.glass_broken",
        "assessment.*",
        "capacity.report",
        "capacity.view",
        "episode.stage",
        "handbook.view",
        "my_work.view",
        "notice.see",
        "numbers.view",
        "person.register",
        "person.search",
        "person.trace",
        "person.view",
        "plan.answer",
        "plan.save",
        "plan.view",
        "referral.answer",
        "referral.make",
        "referral.note",
        "referral.receive",
        "referral.revoke",
        "referral.track",
        "sharing.view",
        "task.*",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("track", "my_work", "people", "capacity", "numbers", "handbook"),
    session_minutes=720,
    idle_minutes=30,
    owner=HOSPITALS,
    review_by=SPRING,
)
