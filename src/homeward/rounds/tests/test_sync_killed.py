"""Is each visit that a phone tells of recorded once, whenever the server that takes it in is killed?"""

import json
import random
from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest

from homeward.access.api import enrol_device, gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.events import of_subject
from homeward.referrals.tests.arranging import after
from homeward.rounds import api as rounds
from homeward.rounds.models import OfflineRecord
from homeward.rounds.tests.sync_process import take_in
from homeward.rounds.tests.test_offline import sent
from homeward.visits.api import assign
from homeward.visits.tests.test_contacts import accepted, nurse, opened
from tests.plumbing.prepared import heard, telling
from tests.plumbing.settling import let_settle

VISITS, KILLS, MOST_TURNS = 24, 6, 60
NOW = 300.0


def queue(by: Actor) -> tuple[UUID, dict[UUID, UUID]]:
    """A phone with so many visits on it: its id, and the person of each visit."""
    device, people = enrol_device(name="Blue phone", by=by, at=after(12)).device_id, dict[UUID, UUID]()
    for _ in range(VISITS):
        person, _, first = accepted()
        assign(
            encounter_id=first, planned_at=after(40), user_id=by.user_id, name=by.name, by=system("demo"), at=after(11)
        )
        with gate.person(person, by=by, at=after(12), why="arranging"):
            rounds.carry(encounter_id=first, device_id=device, by=by, at=after(12))
        people[first] = person
    return device, people


def sends(path: Path, device: UUID, by: Actor, urls: dict[str, str], *, until: int | None) -> list[str]:
    """The phone sends all that was not acknowledged; the server is killed (-9) after `until` answers. What it acknowledged."""
    answers: list[str] = []
    process, hears = telling(take_in, str(path), device, by, urls=urls)
    assert heard(hears) == "go"
    while (said := heard(hears)) and said != "done":
        answers.append(said)
        if until is not None and len(answers) >= until:
            process.kill()  # whatever it is in the middle of
            break
    process.join()
    return answers


@pytest.mark.slow
@pytest.mark.hazard(
    "HZ-S17-9",
    hazard="The server goes down while a phone sends its round, and a visit is lost, or stands in the record twice.",
    control="Kept before taken, under the phone's own id; a test kills the server in the middle of a round again and again and counts the contacts.",
)
@pytest.mark.django_db(transaction=True)
def test_a_server_killed_while_a_round_comes_in_loses_no_visit_and_makes_none_twice(
    tmp_path: Path, database_urls: dict[str, str]
) -> None:
    by, rng, path = nurse(), random.Random(17), tmp_path / "queue.json"
    device, people = queue(by)
    waiting = {str(record["id"]): record for record in (sent(visit) for visit in people)}
    everything, kills = dict(waiting), 0
    for _ in range(MOST_TURNS):
        path.write_text(json.dumps({"at": after(NOW).isoformat(), "records": list(waiting.values())}))
        killed = kills < KILLS
        for acknowledged in sends(path, device, by, database_urls, until=rng.randint(1, 3) if killed else None):
            del waiting[acknowledged]
        kills += killed
        if not waiting:
            break
    assert kills == KILLS and not waiting
    path.write_text(json.dumps({"at": after(NOW + 1).isoformat(), "records": list(everything.values())}))
    assert len(sends(path, device, by, database_urls, until=None)) == VISITS, "told once more, all of it is known"
    let_settle()
    with gate.job("demo", by=system("demo"), at=after(NOW + 2)):
        assert Counter(OfflineRecord.objects.values_list("state", flat=True)) == {"taken": VISITS}
    for visit, person in people.items():
        with opened(person):
            kinds = [each.kind for each in of_subject(visit, person_id=person)]
        assert kinds.count("visit.record_contact") == 1
