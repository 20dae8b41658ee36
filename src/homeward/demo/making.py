"""How is a whole demonstration made? People, colleagues, capacity, then a year of needs in the order of time."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from homeward.access.api import system
from homeward.demo.beds import keep_beds, make_beds
from homeward.demo.boards import make_board_work
from homeward.demo.carers import make_carers
from homeward.demo.deaths import Death, before_their_deaths, deaths, last_needs, pass_away
from homeward.demo.deliveries import make_deliveries
from homeward.demo.doubles import make_doubles
from homeward.demo.front_door import make_front_door
from homeward.demo.keyworkers import name_keyworkers
from homeward.demo.ledger import report_capacity
from homeward.demo.letters import make_letters
from homeward.demo.long_term import make_long_term
from homeward.demo.mornings import report_mornings
from homeward.demo.never_conveyed import make_never_conveyed
from homeward.demo.partners_say import make_partners_say
from homeward.demo.persons import People
from homeward.demo.plans import make_plans
from homeward.demo.pocket import make_pocket_rounds
from homeward.demo.read_notices import read_notices
from homeward.demo.rebases import make_rebase
from homeward.demo.records import make_records
from homeward.demo.rounds import make_rounds
from homeward.demo.schedule import Arising, Someone, a_year, added, held_up, strained
from homeward.demo.sent_lately import make_sent_lately
from homeward.demo.sharing import make_sharing
from homeward.demo.side_by_side import counter, halves
from homeward.demo.staff import Staff, citizen_record, make_citizens, make_staff
from homeward.demo.story import NobodyOnDuty, Town, tell
from homeward.demo.wards import make_wards, off_the_wards
from homeward.demo.way_home import make_way_home
from homeward.demo.wishes import make_wishes
from homeward.directory.api import place as the_place
from homeward.foundation import ids
from homeward.foundation.errors import Refused
from homeward.foundation.moments import london_day
from homeward.grammar.api import Place, SyntheticPopulation
from homeward.people.api import PersonDetails, register_many

Progress = Callable[[str, int, int], None]


class NoPopulation(RuntimeError):
    """The place declares no made-up people."""


@dataclass(kw_only=True)
class Made:
    """What was made. `refused` counts the steps the house refused, by the sentence it gave."""

    people: int = 0
    needs: int = 0
    deaths: int = 0
    steps: int = 0
    doubles: int = 0
    refused: Counter[str] = field(default_factory=Counter)


def make(*, count: int, seed: int, until: datetime, progress: Progress, apart: bool = False) -> Made:
    """Make `count` people and their year of needs until `until`: the same for one seed, by two processes (`apart`) as by one."""
    place = the_place()
    if not place.populations:
        raise NoPopulation(f"{place.name} declares no made-up people, so there is no demonstration of it.")
    shape = next(iter(place.populations.values()))
    since = until - timedelta(days=372)
    with ids.seeded(People.source_of_ids(seed)):
        people = _people(shape, count, seed, since, progress)
        done = iter(range(1, 10_000))
        staff = make_staff(
            place=place, shape=shape, seed=seed, since=since, tick=lambda: progress("colleagues", next(done), 0)
        )
        report_mornings(staff=staff, seed=seed, until=until)
        report_capacity(staff=staff, seed=seed, until=until)
        dying = deaths(people=people, seed=seed, until=until)
        year = _year(place, shape, people, seed, until) + last_needs(dying=dying, shape=shape, seed=seed)
        year = before_their_deaths(sorted(year, key=lambda one: (one.at, one.person_id)), dying)
        made = Made(people=len(people), needs=len(year), deaths=len(dying))
        _live(year, [(each, pass_away(each, seed=seed)) for each in dying], Town(staff=staff, until=until), made, progress, apart=apart)
        died = {each.person_id for each in dying}
        people = [one for one in people if one.person_id not in died]
        year = [one for one in year if one.person_id not in died]
        make_citizens(shape=shape, people=people, year=year, at=until)
        made.needs += make_carers(shape=shape, people=people, at=until)
        made.needs += make_wards(staff=staff, people=people, first=citizen_record(shape, at=until), seed=seed, until=until)
        make_records(year=year, seed=seed, until=until)
        make_long_term(people=people, seed=seed, until=until)
        make_partners_say(year=year, until=until)
        make_sharing(shape=shape, staff=staff, people=people, at=until)
        make_plans(shape=shape, staff=staff, people=people, at=until)
        made.needs += make_never_conveyed(shape=shape, staff=staff, people=people, until=until)
        keep_beds(staff=staff, until=until)
        elsewhere = off_the_wards(people, until=until)
        made.needs += make_front_door(shape=shape, staff=staff, people=elsewhere, seed=seed, until=until)
        make_way_home(shape=shape, staff=staff, people=elsewhere, seed=seed, until=until)
        make_beds(staff=staff, seed=seed, until=until)
        made.needs += make_rounds(shape=shape, staff=staff, people=people, seed=seed, at=until)
        made.needs += _of_today(shape, staff, elsewhere, seed, until)
        make_deliveries(drawn=_drawn(shape, count, seed, since), seed=seed, until=until)
        made.doubles = make_doubles(drawn=_drawn(shape, count, seed, since), at=until)
    return made


def _of_today(
    shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], seed: int, until: datetime
) -> int:
    """What stands on pages today: new needs (says how many), rounds in pockets, work from boards, letters, wishes, what a team has read."""
    needs = make_sent_lately(shape=shape, staff=staff, people=people, seed=seed, until=until)
    make_pocket_rounds(shape=shape, staff=staff, at=until)
    make_board_work(staff=staff, until=until)
    make_rebase(staff=staff, until=until)
    make_letters(shape=shape, staff=staff, at=until)
    make_wishes(shape=shape, at=until)
    name_keyworkers(shape=shape, staff=staff, at=until)
    read_notices(shape=shape, staff=staff, until=until)
    return needs


def _year(place: Place, shape: SyntheticPopulation, people: list[Someone], seed: int, until: datetime) -> list[Arising]:
    two_hour = frozenset(code for code, need in place.needs.items() if need.two_hour_need)
    year = a_year(shape=shape, people=people, seed=seed, until=until)
    year += added(shape=shape, people=people, two_hour=two_hour, seed=seed, until=until)
    year += strained(shape=shape, people=people, two_hour=two_hour, seed=seed, until=until)
    return held_up(year, shape=shape, people=people, two_hour=two_hour, until=until)


def _people(shape: SyntheticPopulation, count: int, seed: int, since: datetime, progress: Progress) -> list[Someone]:
    drawn = _drawn(shape, count, seed, since)
    progress("people", 0, count)
    person_ids = register_many(people=drawn, by=system("demo"), at=since)
    progress("people", count, count)
    near = practices_near(shape, london_day(since))
    return [
        Someone(
            person_id=person_id,
            birth_date=told.birth_date,
            name=f"{told.given} {told.family}",
            near=told.practice_code in near,
            in_care_home=bool(told.usual_place) and told.usual_place == shape.care_home,
        )
        for person_id, told in zip(person_ids, drawn, strict=True)
        if told.birth_date
    ]


def _drawn(shape: SyntheticPopulation, count: int, seed: int, since: datetime) -> list[PersonDetails]:
    """The same people each time they are drawn."""
    return list(People(place=the_place(), shape=shape, seed=seed, day=london_day(since)).draw(count))


def practices_near(shape: SyntheticPopulation, day: date) -> frozenset[str]:
    """The practices in the areas of the first team that visitors sign in to."""
    place = the_place()
    team = next((place.teams[one.team] for one in shape.sign_ins if one.team), None)
    wanted = set(team.areas) if team else set()
    practices = place.areas_of_kind("practice_list", on=day)
    return frozenset(
        practice.code
        for practice in practices
        if any(wanted & set(place.areas[network].parents_on(day)) for network in practice.parents_on(day))
    )


def _live(
    year: list[Arising], dying: Sequence[tuple[Death, Iterator[datetime]]], town: Town, made: Made, progress: Progress,
    *, apart: bool = False,
) -> None:  # fmt: skip
    """Tell all stories in two halves, all of one person's in one of them: no story asks after another person's."""
    stories = [_Story(person_id=each.person_id, steps=tell(each, town)) for each in year]
    stories += [_Story(person_id=death.person_id, steps=steps, ends_life=True) for death, steps in dying]
    sides = _sides([each.person_id for each in stories])
    told = counter()

    def step() -> None:
        told.value += 1
        progress("a year of needs", told.value, len(year))

    first, second = (
        partial(_told, [each for each in stories if sides[each.person_id] == side], town.until, step) for side in (0, 1)
    )
    for half in halves(first, second, apart=apart):
        made.steps += half.steps
        made.refused += half.refused
    if told.value < len(year):
        progress("a year of needs", len(year), len(year))


def _sides(told_of: Sequence[UUID]) -> dict[UUID, int]:
    """In which half each person's stories are told, so that both have as many: whoever has most is placed first."""
    sides, many = dict[UUID, int](), [0, 0]
    for person_id, count in Counter(told_of).most_common():
        sides[person_id] = lighter = int(many[1] < many[0])
        many[lighter] += count
    return sides


@dataclass(frozen=True, kw_only=True)
class _Story:
    """What is told of one person, step by step; nothing more is told of them after the one that ends their life."""

    person_id: UUID
    steps: Iterator[datetime]
    ends_life: bool = False


def _told(stories: Sequence[_Story], until: datetime, step: Callable[[], None]) -> Made:
    """Tell these side by side, always the one whose next step comes first; nothing is told of who has died."""
    waiting: list[tuple[datetime, int, _Story]] = []
    for number, story in enumerate(stories):
        heapq.heappush(waiting, (next(story.steps), number, story))
    made, gone = Made(), set[UUID]()

    def over(story: _Story) -> None:
        if not story.ends_life:
            step()

    while waiting and waiting[0][0] <= until:
        _, number, story = heapq.heappop(waiting)
        if story.person_id in gone:
            over(story)
            continue
        try:
            heapq.heappush(waiting, (next(story.steps), number, story))
            made.steps += 1
        except StopIteration:
            over(story)
            if story.ends_life:
                gone.add(story.person_id)
        except (Refused, NobodyOnDuty) as refusal:  # one need that cannot go on must not cost the whole demonstration
            made.refused[str(refusal)] += 1
            over(story)
    for *_, story in waiting:  # told as far as today
        over(story)
    return made
