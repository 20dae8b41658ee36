"""What may a link worker do?"""

from homeward.grammar.api import Role
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

LINK_WORKER = Role(
    code="link-worker",
    title="Link worker",
    plain_words="Connects people with things to do and people to know nearby.",
    permits=(
        "capacity.report",
        "capacity.view",
        "directory.confirm",
        "episode.*",
        "handbook.view",
        "hub.view",
        "message.forbid",
        "message.prefer",
        "message.send",
        "message.view",
        "my_work.view",
        "notice.see",
        "person.register",
        "person.view",
        "referral.accept",
        "referral.decline",
        "referral.hand_back",
        "referral.make",
        "referral.no_capacity",
        "referral.note",
        "referral.receive",
        "referral.track",
        "task.*",
        "visit.*",
    ),
    needs_relationship=True,
    second_factor=True,
    sections=("my_work", "people", "capacity", "handbook"),
    session_minutes=480,
    idle_minutes=30,
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)
