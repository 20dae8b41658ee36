"""What follows when a stay begins for what the person had before, and for a stay when its person dies, or when a task about it is done or passed on?"""

from datetime import timedelta
from uuid import UUID

from homeward.access import api as access
from homeward.capacity import api as capacity
from homeward.capacity.api import Kept
from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.foundation.errors import NotFound
from homeward.foundation.events import EventRow
from homeward.hospital.actions.beds import reserve
from homeward.hospital.actions.beds.go_on import end_bed_stay
from homeward.hospital.actions.beds.keep_bed import bed_lost
from homeward.hospital.actions.home_care.run import end_home_care
from homeward.hospital.actions.leave import leave
from homeward.hospital.actions.step import add_step, step_changed
from homeward.hospital.models import BedStay, HomeCare, Stay
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.vocabulary import JOB

ASKED = timedelta(hours=4)  # by when the teams at home say what becomes of their care
HOME_CARE_ASKED = "They are in hospital. Say whether their home care is kept, stopped or handed back"
BED_ASKED = "They are in hospital. Say whether their recovery bed is kept, or record that they have left it"
LATELY = 5  # stays of one person that may still keep a bed


def end_on_death(event: EventRow) -> None:
    """Every stay still open ends at the death, if it was not before the admission; so do home care and a recovery bed, which are free again."""
    _end_home_care(event)
    _end_bed_stays(event)
    _no_bed_needed(event)
    policy = directory.place().discharge
    died = next((each.code for each in policy.destinations if each.kind == "died"), "") if policy else ""
    if not died or event.person_id is None:
        return
    for stay in Stay.objects.filter(person_id=event.person_id, left_at=None, admitted_at__lte=event.at):
        leave(stay_id=stay.id, left_at=event.at, destination=died, by=access.system(JOB), at=event.at)


def _end_home_care(event: EventRow) -> None:
    assert event.person_id is not None
    for care in HomeCare.objects.filter(person_id=event.person_id, ended_at=None):
        ended_at = max(event.at, care.started_at or care.asked_at)
        end_home_care(
            request_id=care.id, ended_at=ended_at, hours=None, words="They have died.", by=access.system(JOB), at=ended_at
        )


def _end_bed_stays(event: EventRow) -> None:
    """Whoever died in a recovery bed is in it no more, and its bed is cleaned for the next."""
    assert event.person_id is not None
    policy = directory.place().discharge
    died = next((each.code for each in policy.destinations if each.kind == "died"), "") if policy else ""
    outcome = next((each.code for each in policy.bed_outcomes if each.died), "") if policy else ""
    for row in BedStay.objects.filter(person_id=event.person_id, left_at=None) if died and outcome else ():
        end_bed_stay(
            bed_stay_id=row.id, left_at=max(event.at, row.came_at), outcome=outcome, destination=died, words="They have died.",
            by=access.system(JOB), at=max(event.at, row.came_at),
        )  # fmt: skip


def _no_bed_needed(event: EventRow) -> None:
    """A bed that was kept for them is free for somebody else, also where they were on their way to it."""
    assert event.person_id is not None
    for stay_id in Stay.objects.filter(person_id=event.person_id).order_by("-admitted_at").values_list("id", flat=True)[:LATELY]:
        reserve.over(stay_id, by=access.system(JOB), at=event.at, why="person.die")


def ask_what_becomes(event: EventRow) -> None:
    """Carers go to an empty home and a recovery bed stays theirs until somebody says otherwise: each team is asked, by a step of its own."""
    assert event.person_id is not None
    asked = [
        (care.team_code, HOME_CARE_ASKED)
        for care in HomeCare.objects.filter(person_id=event.person_id, ended_at=None).exclude(stay_id=event.subject_id)
    ] + [
        (row.team_code, BED_ASKED)
        for row in BedStay.objects.filter(person_id=event.person_id, left_at=None)
    ]
    for team, title in asked:
        add_step(
            stay_id=event.subject_id, title=title, owner_team=team, due_at=event.at + ASKED, by=access.system(JOB), at=event.at
        )


def ask_no_more(event: EventRow) -> None:
    """They have left hospital: what was to become of their care meanwhile is over."""
    for task in episodes.tasks_about([event.subject_id], at=event.at):
        if task.done_at is None and task.title in (HOME_CARE_ASKED, BED_ASKED):
            episodes.finish_task(task_id=task.id, by=access.system(JOB), at=event.at)


def bed_let_go(event: EventRow) -> None:
    """A hold ran out before the team of the bed said yes: the need counts as unmet, and the hub is told."""
    known = capacity.kept_for(UUID(event.facts["for"]), at=event.at)
    lost = next((each for each in known if each.state == "expired" and str(each.unit_id) == event.facts["unit"]), None)
    if lost is not None and all(each.state == "expired" for each in known):
        _lost(lost, "was kept and nobody said yes in time", again=False, event=event)


def bed_shut(event: EventRow) -> None:
    """A bed was closed while it was kept for somebody: another of the site is kept instead, or the hub looks for one."""
    if event.facts["state"] == "open":
        return
    for lost in capacity.kept_on(UUID(event.facts["unit"]), at=event.at):
        _lost(lost, "was closed while it was kept", again=True, event=event)


def _lost(lost: Kept, why: str, *, again: bool, event: EventRow) -> None:
    if lost.subject_kind != "stay":
        return
    try:
        person_of_stay({"stay_id": lost.subject_id})
    except NotFound:
        return  # a stay in a bed, not in hospital
    bed_lost(stay_id=lost.subject_id, lost=lost, why=why, again=again, by=access.system(JOB), at=event.at)


def tell_of_task(event: EventRow) -> None:
    """The boards of the stay's teams hear of it, whoever's list it was done from."""
    about = event.facts.get("about")
    if event.person_id is None or not about or not Stay.objects.filter(id=UUID(about)).exists():
        return
    step_changed(stay_id=UUID(about), what=event.kind, by=access.system(JOB), at=event.at)
