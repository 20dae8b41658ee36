"""Does a lake that grew bit by bit hold the very rows of one written from zero, whatever happened in whatever order?"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import gate, system
from homeward.episodes.api import open_episode
from homeward.foundation.errors import Refused
from homeward.measures.actions.lake import compact, parts
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.catalogue import Catalogue, current, publish
from homeward.measures.extracts import EXTRACTS
from homeward.measures.queries.lake import opened
from homeward.measures.queries.pseudonyms import key_file, pseudonym, real
from homeward.people.api import die, merge, move
from homeward.records.tests.arranging import took, weight
from homeward.referrals.tests.arranging import MORNING, SERVICE, TEAM, received
from homeward.visits.api import record_contact, visits_of
from tests.plumbing.settling import let_settle

pytestmark = pytest.mark.django_db(transaction=True)
HOUSE = system("demo")
Rows = dict[str, list[str]]


def rows(catalogue: Catalogue, folder: Path) -> Rows:
    with opened(catalogue, folder) as lake:
        found: Rows = {}
        for extract in EXTRACTS:
            columns = ", ".join(f"{name}::varchar" for name in extract.columns)
            found[extract.name] = sorted(map(repr, lake.execute(f"select {columns} from {extract.name}").fetchall()))
        return found


def from_zero(at: datetime) -> Rows:
    with tempfile.TemporaryDirectory() as empty:
        made = refresh_lake(at=at, everything=True, folder=Path(empty))
        assert made is not None
        return rows(made, Path(empty))


class Town:
    """A few people to whom things happen, some of them told late."""

    def __init__(self) -> None:
        self.now = MORNING
        self.people: list[Any] = []
        self.needs: list[UUID] = []

    def need(self, choice: int) -> None:
        since = self.now - timedelta(days=choice * 20)  # a late one lands in its own month
        known = self.people[choice % len(self.people)] if self.people and choice % 2 else None
        got = received(at=since, person_id=known) if known else received(at=since)
        open_episode(
            person_id=got.person_id, referral_id=got.id, service_code=SERVICE, team_code=TEAM, by=HOUSE, at=since
        )
        self.people.append(got.person_id)
        self.needs.append(got.id)

    def contact(self, choice: int) -> None:
        need = self.needs[choice % len(self.needs)]
        person = self.people[choice % len(self.people)]
        with gate.person(person, by=HOUSE, at=self.now, why="looking"):
            first = visits_of([need])[0].id
        record_contact(encounter_id=first, contact_at=self.now, by=HOUSE, at=self.now)

    def weighed(self, choice: int) -> None:
        """The same weighing told again under another day moves to another month."""
        person = type("P", (), {"id": self.people[choice % len(self.people)]})()
        on = date(2026, 1 + choice % 6, 5).isoformat()
        took(
            person, weight(id=f"w{self.people[choice % len(self.people)]}", on=on, value=f"{70 + choice}"), at=self.now
        )

    def moved(self, choice: int) -> None:
        person = self.people[choice % len(self.people)]
        move(person_id=person, since=self.now.date(), postcode="B1 1AA", by=HOUSE, at=self.now)

    def died(self, choice: int) -> None:
        die(person_id=self.people[choice % len(self.people)], source="family", died_at=self.now, by=HOUSE, at=self.now)

    def joined(self, choice: int) -> None:
        keep, lose = self.people[choice % len(self.people)], self.people[(choice + 1) % len(self.people)]
        merge(keep=keep, lose=lose, reason="the same person", by=HOUSE, at=self.now)
        self.people = [keep if each == lose else each for each in self.people]

    def happen(self, what: str, choice: int) -> None:
        self.now += timedelta(minutes=7, microseconds=123_457)  # no moment is a whole second
        happens: Callable[[int], None] = getattr(self, what)
        if self.people or what == "need":
            try:
                happens(choice)
            except Refused:
                pass  # the house refuses what cannot be (the dead do not move); nothing happened then


WHAT = ("need", "need", "contact", "weighed", "moved", "died", "joined", "refresh", "refresh")


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    story=st.lists(st.tuples(st.sampled_from(WHAT), st.integers(0, 9)), min_size=6, max_size=14),
    pieces=st.sampled_from((1, 8)),
)
def test_increments_in_any_order_give_what_a_rebuild_gives(
    story: list[tuple[str, int]], pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compact, "PIECES", pieces)
    town = Town()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        assert refresh_lake(at=town.now, folder=folder) is not None
        for what, choice in [*story, ("refresh", 0)]:
            if what == "refresh":
                let_settle()
                grown = refresh_lake(at=town.now, folder=folder)
                assert grown is not None
            else:
                town.happen(what, choice)
        assert grown is not None and rows(grown, folder) == from_zero(town.now)


class Killed(BaseException):
    """The writer is no more."""


def _killed_after(steps: int, monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> bool:
    """Was the work killed at the so-manieth file that it finished or put in force, or was it done before?"""
    left = [steps]

    def step(kept: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*given: Any, **named: Any) -> Any:
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return kept(*given, **named)

        return stepping

    with monkeypatch.context() as patched:
        patched.setattr(parts, "_write_ids", step(parts._write_ids))
        patched.setattr(parts.pq, "write_table", step(parts.pq.write_table))
        patched.setattr(os, "replace", step(os.replace))
        try:
            work()
        except Killed:
            return True
    return False


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the killed leave files open
@pytest.mark.hazard(
    "HZ-S72-11",
    hazard="A refresh that is interrupted leaves numbers half old and half new, or none.",
    control="Files are never changed; one rename puts all new ones in force; killed at any file the former lake holds.",
)
def test_killed_at_any_step_the_former_lake_holds_and_the_next_refresh_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compact, "PIECES", 1)
    town = Town()
    town.happen("need", 0)
    town.happen("need", 3)
    let_settle()
    first = refresh_lake(at=town.now, folder=tmp_path)
    assert first is not None
    before = rows(first, tmp_path)
    for what in ("contact", "weighed", "need", "moved"):
        town.happen(what, 1)
    let_settle()
    after, steps = from_zero(town.now), 0
    while _killed_after(steps, monkeypatch, lambda: refresh_lake(at=town.now, folder=tmp_path)):
        now = current(tmp_path)
        assert now is not None
        assert rows(now, tmp_path) in (before, after), steps
        steps += 1
    last = current(tmp_path)
    assert last is not None and rows(last, tmp_path) == after
    assert steps > 10
    for path in list(tmp_path.glob("*/month=*/*.parquet"))[:1]:
        path.write_bytes(b"")  # the machine went down before it was written out
    healed = refresh_lake(at=town.now, folder=tmp_path)
    assert healed is not None and rows(healed, tmp_path) == after


def test_ids_are_pseudonyms_that_join_and_only_the_key_turns_back(tmp_path: Path) -> None:
    town = Town()
    town.happen("need", 0)
    let_settle()
    made = refresh_lake(at=town.now, everything=True, folder=tmp_path)
    assert made is not None
    with opened(made, tmp_path) as lake:
        people = {
            row[0] for row in lake.execute("select person_id from referrals join people using (person_id)").fetchall()
        }
    assert str(town.people[0]) not in people
    assert real(people)[pseudonym(town.people[0])] == town.people[0]
    assert key_file().stat().st_mode & 0o777 == 0o600
    assert not any(key_file().is_relative_to(tmp_path) for _ in people)


def test_rows_read_by_another_connection_are_those_read_by_the_one_in_hand(tmp_path: Path) -> None:
    from django.db import transaction

    town = Town()
    for what in ("need", "weighed", "contact"):
        town.happen(what, 1)
    let_settle()
    apart = refresh_lake(at=town.now, everything=True, folder=tmp_path / "apart")
    with transaction.atomic():
        in_hand = refresh_lake(at=town.now, everything=True, folder=tmp_path / "in-hand")
    assert apart is not None and in_hand is not None
    assert rows(apart, tmp_path / "apart") == rows(in_hand, tmp_path / "in-hand")


def test_what_was_written_down_stays_as_an_older_answer_until_it_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("homeward.measures.actions.lake.draw.LARGE", 0)
    town = Town()
    town.happen("need", 0)
    let_settle()
    first = refresh_lake(at=MORNING, everything=True, folder=tmp_path)
    assert first is not None and first.written.paths
    publish(replace(first, drawn=replace(first.drawn, seconds=60.0)), tmp_path)  # so long that it is made but now and then
    town.happen("need", 2)
    let_settle()
    soon = refresh_lake(at=MORNING + timedelta(minutes=3), folder=tmp_path)
    assert soon is not None and not soon.written.paths and soon.drawn.paths == first.drawn.paths
    assert current(tmp_path) == soon and all((tmp_path / path).exists() for path in soon.drawn.paths.values())
    later = refresh_lake(at=MORNING + timedelta(minutes=11), folder=tmp_path)
    assert later is not None and later.written.paths and later.written.paths != first.drawn.paths
