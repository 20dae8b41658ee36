"""Which words does access know: ways of opening the gate, jobs of the house, purposes of a link?"""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["person", "link", "worklist", "search", "audit", "job"]

# Actions that begin a relationship, so that none can exist yet.
FIRST_MEETINGS = frozenset(
    {"person.register", "referral.receive", "stay.admit", "line.take", "line.name", "front_door.arrive"}
)

# Actions of those who break the glass, judge it or hand a person their copy: no relationship and no objection stands in the way.
OVERSIGHT = frozenset({"access.glass_broken", "access.judge_glass", "access.export", "access.open_export"})

# How the purpose of somebody who acts for another begins; their relation follows.
ACTING = "acting for them"

# In what may somebody act for another? The permission each scope gives, and how it is said.
SCOPES: dict[str, str] = {
    "me.plan": "Their plan: read it and write in it",
    "me.visits": "Their visits and appointments",
    "me.referrals": "Their requests for help: follow them and make new ones",
    "me.messages": "Their messages",
    "me.looked": "Who looked at their record",
    "me.observations": "Their measurements at home: see them and send new ones",
}

# What a scope lets its holder do besides opening its page.
SCOPE_PERMITS: dict[str, tuple[str, ...]] = {
    "me.plan": ("me.plan", "plan.*"),
    "me.visits": ("me.visits", "message.to_team", "round.say_wishes"),  # to ask for another time, and to say what they wish
    "me.referrals": ("me.referrals", "referral.*"),
    "me.messages": ("me.messages", "message.*"),
    "me.looked": ("me.looked",),
    "me.observations": ("me.observations", "monitoring.observe"),
}
ALWAYS_IN_SCOPE = ("me.view",)

# What each kind of link lets its holder do, for its one subject.
LINK_PERMITS: dict[str, tuple[str, ...]] = {
    "track": (
        "referral.track",
        "referral.answer",
        "referral.revoke",
        "who_looked.view",
    ),
    "partner": (
        "referral.track",
        "referral.answer",
        "referral.accept",
        "referral.decline",
        "referral.no_capacity",
    ),
    "refer": ("referral.make", "referral.receive", "person.register", "referral.track"),
    "invite": ("user.set_password",),
    "capacity": ("capacity.report",),
}


@dataclass(frozen=True, kw_only=True)
class Job:
    """A part of the house that acts by itself. `permits` are the actions it may do; `pages` lets a page run it."""

    code: str
    words: str
    permits: tuple[str, ...] = ()
    pages: bool = False


JOBS: dict[str, Job] = {
    job.code: job
    for job in (
        Job(code="setup", words="setting up accounts", permits=("user.*", "client.*", "directory.*", "capacity.*")),
        Job(code="sealing", words="sealing the event log and checking its seals", pages=True),
        Job(code="months", words="making room for the months ahead"),
        Job(code="clocks", words="keeping clocks and escalating", permits=("referral.escalate", "task.*")),
        Job(code="cascade", words="carrying on the work after a move or a death", permits=("referral.*", "episode.*", "task.*", "visit.*", "link.revoke")),
        Job(code="sign_in", words="finding the account of someone signing in", permits=("user.*",), pages=True),
        Job(code="links", words="sending people a link to follow", permits=("link.*",)),
        Job(code="apps", words="keeping to what apps were let do", permits=("app.end",)),
        Job(code="demographics", words="tracing people", permits=("person.trace", "person.correct", "person.move", "person.die")),
        Job(code="demo", words="making the synthetic population", permits=("*.*",)),
        Job(code="bench", words="measuring speed with synthetic people", permits=("*.*",)),
        Job(code="extract", words="extracting rows for measures"),
        Job(code="numbers", words="counting for the numbers pages", pages=True),
        Job(code="proxies", words="making an account for somebody who acts for another", permits=("user.create", "user.add_membership", "link.issue"), pages=True),
        Job(code="copies", words="gathering a copy of a person's record", permits=("access.export", "access.gather_export", "access.open_export")),
        Job(code="naming", words="saying who is meant before a record is opened", pages=True),
        Job(code="devices", words="hearing that a phone was wiped", permits=("device.wiped",), pages=True),
        Job(code="audit", words="naming the people in the access log", pages=True),
    )
}  # fmt: skip


def declare_job(code: str, *, words: str, permits: tuple[str, ...] = (), pages: bool = False) -> None:
    """Declare a job of a higher package, once, when it is loaded."""
    job = Job(code=code, words=words, permits=permits, pages=pages)
    if JOBS.setdefault(code, job) != job:
        raise ValueError(f"the job '{code}' is declared twice, differently")
