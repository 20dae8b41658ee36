"""Who is there? Made-up people of the declared place, as many as wanted, always the same ones first."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from time import perf_counter, sleep

import psycopg

from homeward.access.api import system
from homeward.demo.persons import People
from homeward.directory.api import place
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.people.api import MatchRun, PersonDetails, register_many

WITH_NUMBERS = 900_000  # the made-up range of NHS numbers holds little more
BATCH = 20_000
HERE_FOR = timedelta(hours=1)
QUIET = 10  # seconds in a row without a job
_AT_WORK = """
select exists (select from procrastinate_jobs where status = 'doing' or status = 'todo' and (scheduled_at is null or scheduled_at <= now()))
"""


def people(count: int, *, at: datetime, first: int = 0) -> Iterator[PersonDetails]:
    """People `first` up to `count`; those beyond the range of made-up numbers have none."""
    here = place()
    shape = next(iter(here.populations.values()))
    numbered = min(count, WITH_NUMBERS)
    yield from islice(People(place=here, shape=shape, seed=1, day=london_day(at)).draw(numbered), first, None)
    left = max(0, first - WITH_NUMBERS)
    others = People(place=here, shape=shape, seed=2, day=london_day(at)).draw(max(0, count - WITH_NUMBERS))
    for each in islice(others, left, None):
        yield replace(each, nhs_number="")


def load(count: int, *, first: int, at: datetime, tell: Callable[[int], None]) -> float:
    """Register people `first` up to `count`, who came an hour ago; how many seconds it took.

    They count as looked through for doubles: a population is matched once, by `homeward link`, before it is lived with.
    """
    started, by = perf_counter(), system("bench")
    coming = people(count, at=at, first=first)
    done = first
    while batch := list(islice(coming, BATCH)):
        register_many(people=batch, by=by, at=at - HERE_FOR)
        done += len(batch)
        tell(done)
    seconds = perf_counter() - started
    _looked_through(upto=at - HERE_FOR / 2)
    take_stock()
    return seconds


def _looked_through(*, upto: datetime) -> None:
    MatchRun.objects.create(id=new_id(), at=upto, upto=upto, everyone=True, people=0, new_pairs=0, policy="not looked: a bench")


def take_stock() -> None:
    """Let the server tidy and count its rows now, as it does by itself within minutes, so that it does not do so while others are timed."""
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        owner.execute("vacuum (analyze)")


def until_at_rest(*, within: float = 600.0) -> str:
    """Wait until the worker has nothing more to do now, as a while after a start; in words whether it came to that."""
    started, quiet = perf_counter(), 0
    with psycopg.connect(os.environ["HOMEWARD_OWNER_URL"], autocommit=True) as owner:
        while quiet < QUIET and perf_counter() - started < within:
            row = owner.execute(_AT_WORK).fetchone()
            quiet = 0 if row and row[0] else quiet + 1
            sleep(1.0)
    rests = "at rest" if quiet == QUIET else "STILL AT WORK, which is measured as well,"
    return f"The worker is {rests} after {perf_counter() - started:.0f} s"
