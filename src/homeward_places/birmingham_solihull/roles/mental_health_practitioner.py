"""What may a mental health practitioner do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import MENTAL_HEALTH, SPRING

MENTAL_HEALTH_PRACTITIONER = Role(
    code="mental-health-practitioner",
    title="Mental health practitioner",
    plain_words="Supports older people with mood, memory and behaviour.",
    permits=(
        "capacity.view",
        "directory.confirm",
        "episode.*",
        "handbook.view",
        "hub.view",
        "my_work.view",
        "notice.see",
        "numbers.view",
        "person.correct",
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
    sections=("my_work", "people", "numbers", "handbook"),
    session_minutes=720,
    idle_minutes=30,
    owner=MENTAL_HEALTH,
    review_by=SPRING,
)
