"""Which events does the way home hear of, and which jobs act for it?"""

from homeward.access.api import declare_job
from homeward.episodes.api import also_minded_by
from homeward.foundation import events
from homeward.hospital.actions import follow_events as follow
from homeward.hospital.actions.feeds.follow_records import hear_of_encounters
from homeward.hospital.queries.minders import teams_of_stay
from homeward.hospital.vocabulary import JOB

ON_THE_LEDGER = (
    "capacity.allot", "capacity.occupy", "capacity.leave", "capacity.likely_free", "capacity.hold", "capacity.book",
    "capacity.release",
)  # fmt: skip


def subscribe_all() -> None:
    """A death ends a stay; an admission asks what becomes of care at home and of a bed; a task is seen on its boards."""
    declare_job(
        JOB,
        words="keeping the way home from hospital right",
        permits=("stay.*", "task.*", "home_care.end", "bed_stay.end", *ON_THE_LEDGER),
    )
    declare_job(
        "ward-feed",
        words="keeping what ward systems tell of stays",
        permits=("stay.*", "person.register", "person.correct", "task.*"),
        pages=True,
    )
    declare_job("way-home-figures", words="counting for the way home, by numbers alone", pages=True)
    also_minded_by(teams_of_stay)
    events.subscribe("person.die", follow.end_on_death)
    events.subscribe("stay.admit", follow.ask_what_becomes)
    events.subscribe("stay.leave", follow.ask_no_more)
    events.subscribe("record.keep", hear_of_encounters)
    events.subscribe("capacity.let_go", follow.bed_let_go)
    events.subscribe("capacity.set_state", follow.bed_shut)
    for kind in ("task.done", "task.reassign"):
        events.subscribe(kind, follow.tell_of_task)
