"""What happens to a stay on a virtual ward when the hospital says that the person was admitted there, or has left?"""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.directory import api as directory
from homeward.episodes import api as episodes
from homeward.monitoring.actions.held import house
from homeward.monitoring.actions.hospital import step_up
from homeward.monitoring.models import Stay

ADMITTED = "says that they were admitted. Find out whether it is so: nothing is due at home meanwhile"
LEFT = "They left {hospital}."
NEVER = "They were not admitted to {hospital}: it was entered in error."
SOON = timedelta(hours=1)  # by when the ward looks whether it is so


def in_hospital(person_id: UUID, *, hospital: str, happened_at: datetime, at: datetime) -> int:
    """Step up who is on a ward at home, unless they were in hospital before they came to it; returns how many stays."""
    name = _called(hospital)
    found = list(Stay.objects.filter(person_id=person_id, state="on", started_at__lte=happened_at))
    for stay in found:
        step_up(stay_id=stay.id, words=f"{name} says that they were admitted.", by=house(), at=at)
        _ask(stay, f"{name} {ADMITTED}", at)
    return len(found)


def out_of_hospital(person_id: UUID, *, hospital: str, at: datetime, said: str = LEFT) -> int:
    """Ask the ward of everybody whose place is kept; returns how many stays."""
    found = list(Stay.objects.filter(person_id=person_id, state="in_hospital"))
    for stay in found:
        for task in episodes.tasks_about([stay.referral_id], at=at):
            if task.done_at is None and task.title.endswith(ADMITTED):
                episodes.finish_task(task_id=task.id, by=house(), at=at)
        _ask(stay, f"{said.format(hospital=_called(hospital))} Step them down to the ward at home, or end their stay with you", at)
    return len(found)


def _ask(stay: Stay, title: str, at: datetime) -> None:
    episodes.add_task(
        person_id=stay.person_id, subject_id=stay.referral_id, subject_kind="referral", title=title, owner_team=stay.team_code, due_at=at + SOON,
        by=house(), at=at,
    )  # fmt: skip


def _called(code: str) -> str:
    found = directory.place().hospitals.get(code)
    return found.name if found else "A hospital"
