"""What may a social worker do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

SOCIAL_WORKER = Role(
    code="social-worker",
    title="Social worker",
    plain_words="Works with people and carers on care and support.",
    permits=(
        "capacity.view",
        "directory.confirm",
        "episode.*",
        "handbook.view",
        "my_work.view",
        "notice.see",
        "numbers.view",
        "person.correct",
        "person.move",
        "person.register",
        "person.search",
        "person.view",
        "referral.accept",
        "referral.ask",
        "referral.decline",
        "referral.hand_back",
        "referral.make",
        "referral.no_capacity",
        "referral.note",
        "referral.receive",
        "referral.refer_on",
        "referral.track",
        "referral.undo",
        "task.*",
        "visit.*",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("my_work", "people", "capacity", "numbers", "handbook"),
    session_minutes=720,
    idle_minutes=30,
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)
