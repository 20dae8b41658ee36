"""Who uses Homeward in the town, and what may each do?"""

from homeward.grammar.api import Role
from tests.places.millbrook import OWNER, REVIEW


def _role(
    code: str,
    title: str,
    *permits: str,
    near: bool = True,
    factor: bool = True,
    sections: tuple[str, ...] = ("my_work", "people", "handbook"),
    machine: bool = False,
    apps: tuple[str, ...] = (),
) -> Role:
    return Role(
        code=code,
        title=title,
        plain_words=f"{title}.",
        permits=permits,
        needs_relationship=near,
        second_factor=factor,
        sections=sections,
        session_minutes=480,
        idle_minutes=30,
        machine=machine,
        apps_send=apps,
        owner=OWNER,
        review_by=REVIEW,
    )


MAKE = ("referral.receive", "referral.make", "referral.track", "referral.answer", "person.register")
SEE = ("app.allow", "app.end", "my_work.view", "notice.see", "person.view", "person.search", "capacity.view", "handbook.view", "numbers.view")

NUMBERS = ("board.*", "number.act", "number.export", "number.finish", "number.follow", "number.note", "number.see_flag", "number.unfollow", "numbers.rebase", "numbers.take_rebase_back")
TELL = ("message.view", "message.send", "message.prefer", "message.forbid")

DESK_WORKER = _role(
    "desk-worker",
    "Desk worker",
    "referral.*",
    "person.*",
    "capacity.*",
    "surge.*",
    "import.*",
    "task.*",
    "link.*",
    *TELL,
    "message.retry",
    "message.give_up",
    "message.allow",
    "hub.*",
    "access.glass_broken",
    "access.judge_glass",
    "glass.view",
    "sharing.*",
    "proxy.*",
    "assessment.*",
    "plan.*",
    "flow.*",
    "stay.*",
    "home_care.*",
    "bed_stay.*",
    "follow_up.*",
    *NUMBERS,
    *SEE,
    near=False,
    sections=("hub", "my_work", "people", "matches", "outbox", "flow", "capacity", "numbers", "handbook"),
)
TOWN_NURSE = _role(
    "town-nurse",
    "Town nurse",
    "hub.view",
    "referral.accept",
    "referral.decline",
    "referral.hand_back",
    "referral.no_capacity",
    "referral.note",
    "referral.undo",
    "referral.refer_on",
    "episode.*",
    "task.*",
    "visit.*",
    "device.*",
    "round.*",
    "handover.*",
    *TELL,
    "access.glass_broken",
    "sharing.*",
    "proxy.*",
    "assessment.*",
    "plan.*",
    "monitoring.*",
    "line.*",
    "front_door.*",
    *SEE,
    "app.send",
    *MAKE,
    sections=("my_work", "virtual_wards", "people", "handbook"),
    apps=("Observation", "QuestionnaireResponse", "DocumentReference"),
)
TOWN_GP = _role("town-gp", "Town GP", *SEE, *MAKE, "referral.revoke", "access.glass_broken", "access.judge_glass", "glass.view", "sharing.*")
WATCHER = _role(
    "watcher", "Watcher", "audit.view", "who_looked.view", "handbook.view", "access.judge_glass", "access.export", "access.export_log",
    "access.open_export", "glass.view", "exports.view", "numbers.view", "returns.view", sections=("audit", "returns", "handbook"),
)  # fmt: skip
KEEPER = _role("keeper", "Keeper", "directory.*", "user.*", "users.manage", "subscription.view", "subscription.switch", "handbook.view", "numbers.view", "returns.*", sections=("handbook", "accounts", "numbers", "returns"))
TOWNSPERSON = _role("townsperson", "Townsperson", "app.allow", "app.end", "app.send", "me.*", "monitoring.observe", "sharing.record", "proxy.*", "round.say_wishes", "plan.write", "plan.change_line", "plan.end_line", "plan.settle", "plan.agree", "plan.dispute", *MAKE, factor=False, sections=("me",), apps=("Observation", "QuestionnaireResponse"))
LINK_GUEST = _role("link-guest", "Guest by link", *MAKE, factor=False, sections=())
SHARED_RECORD = _role(
    "shared-record",
    "Shared record",
    "person.register",
    "person.correct",
    "person.search",
    "bulk.ask",
    "bulk.end",
    "bulk.take",
    "record.keep",
    "referral.receive",
    "referral.note",
    "referral.revoke",
    "message.keep",
    "message.keep_request",
    near=False,
    factor=False,
    sections=(),
    machine=True,
)
OTHER_COMPUTER = _role(
    "other-computer",
    "Other computer",
    "subscription.make",
    "subscription.end",
    "referral.receive",
    "referral.revoke",
    "person.register",
    factor=False,
    sections=(),
    machine=True,
)
