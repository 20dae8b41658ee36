"""Does pressure read off the ledger call for a card, does the card open what it says, and is it known who did what?"""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.access.api import system
from homeward.capacity.api import (
    book,
    count_unmet,
    do_step,
    leave,
    occupy,
    offers,
    report,
    run_of,
    runs,
    stand_down,
    surge_level,
    switch_on,
    units,
    watch_pressure,
)
from homeward.capacity.models import Pressure
from homeward.capacity.rules.pressure import LineRead, UnmetRead, level_of, value_of, value_words
from homeward.directory import api as directory
from homeward.foundation.errors import Clash, Invalid, NotFound, Refused
from homeward.foundation.ids import new_id
from homeward.grammar.api import ActionCard, SurgeMeasure, SurgeThreshold, SurgeTrigger

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DEMO = system("demo")


def trigger(measure: SurgeMeasure, *at: float) -> SurgeTrigger:
    two, three, four = at
    steps = (SurgeThreshold(level=2, at=two), SurgeThreshold(level=3, at=three), SurgeThreshold(level=4, at=four))
    return SurgeTrigger(
        code="t", title="T", plain_words="T.", measure=measure, services=("s",), thresholds=steps, owner="o",
        review_by=AT.date(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "thresholds", "value", "level", "words"),
    [
        ("taken_percent", (50.0, 60.0, 75.0), 75.0, 4, "75% taken"),
        ("free", (4.0, 2.0, 0.0), 2.0, 3, "2 free"),
        ("waiting", (3.0, 8.0, 15.0), 2.0, 1, "2 waiting for room"),
        ("longest_wait_hours", (1.0, 2.0, 4.0), 3.0, 3, "3 hours, the longest wait for room"),
        ("old_percent", (10.0, 20.0, 60.0), 50.0, 3, "50% of the numbers too old to trust"),
    ],
)
def test_readings(measure: SurgeMeasure, thresholds: tuple[float, ...], value: float, level: int, words: str) -> None:
    lines = [LineRead(free=2, of=8, stale=True), LineRead(free=None, of=None, stale=False)]
    wants = [UnmetRead(waiting=2, oldest=AT - 3 * HOUR)]
    asked = trigger(measure, *thresholds)
    assert value_of(asked, lines, wants, at=AT) == value
    assert (level_of(asked, value), value_words(asked, value)) == (level, words)


def test_nothing_known_is_no_pressure_and_is_never_zero() -> None:
    asked = trigger("free", 4, 2, 0)
    assert value_of(asked, [LineRead(free=None, of=None, stale=True)], [], at=AT) is None
    assert (level_of(asked, None), value_words(asked, None)) == (1, "not known")


def opening() -> ActionCard:
    """A card that opens more of something, in whichever place."""
    return next(card for card in directory.place().action_cards.values() if card.opens)


def pressed(card: ActionCard) -> None:
    """Make its triggers say so: nothing free, and many needs that found no room."""
    for code in card.triggers:
        declared = directory.place().surge_triggers[code]
        for service in declared.services:
            for provider in directory.service(service).providers:
                report(service_code=service, team_code=provider.team, free=0, total=4, by=DEMO, at=AT)
                for _ in range(20 if declared.measure == "waiting" else 0):
                    count_unmet(
                        service_code=service, team_code=provider.team, need_code="n", subject_id=new_id(), at=AT
                    )


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S69-1",
    hazard="Pressure rises past what was planned for, and the plan stays on its shelf.",
    control="Declared triggers are read off the ledger; a reached level names its action card until somebody switches it on, and each step says who did it.",
)
def test_a_reached_level_calls_for_its_card_and_the_card_opens_more() -> None:
    card = opening()
    pressed(card)
    opened = card.opens[0]
    assert offers([opened.service], at=AT)[opened.service][0].free == 0
    called = next(each for each in surge_level(at=AT).cards if each.card.code == card.code)
    assert called.called_for and called.run is None
    run = switch_on(card_code=card.code, by=DEMO, at=AT)
    with pytest.raises(Clash, match="already switched this on"):
        switch_on(card_code=card.code, by=DEMO, at=AT)
    line = next(each for each in offers([opened.service], at=AT)[opened.service] if each.team_code == opened.team)
    assert (line.free, line.of) == (opened.count, 4 + opened.count)
    step = card.steps[0]
    do_step(run_id=run, step_code=step.code, note="Rang them.", by=DEMO, at=AT + HOUR)
    with pytest.raises(Clash, match="already done"):
        do_step(run_id=run, step_code=step.code, by=DEMO, at=AT + HOUR)
    with pytest.raises(Invalid):
        do_step(run_id=run, step_code="moon", by=DEMO, at=AT + HOUR)
    shown = run_of(run)
    assert shown is not None and shown.done == 1 and shown.steps[0].done_by == "Homeward"
    assert shown.steps[0].note == "Rang them."


@pytest.mark.django_db
def test_stood_down_it_closes_what_it_opened_and_moves_nobody() -> None:
    card = opening()
    pressed(card)
    opened = card.opens[0]
    run = switch_on(card_code=card.code, by=DEMO, at=AT)
    surge = [each for each in units(at=AT, service_code=opened.service) if each.surge]
    assert len(surge) == opened.count
    taken = occupy(unit_id=surge[0].id, need_id=new_id(), start=AT, by=DEMO, at=AT)
    with pytest.raises(Invalid, match="Say why"):
        stand_down(run_id=run, why=" ", by=DEMO, at=AT)
    stand_down(run_id=run, why="The level fell.", by=DEMO, at=AT + HOUR)
    left = [each for each in units(at=AT + HOUR, service_code=opened.service) if each.surge]
    assert [(each.taken, each.state) for each in left] == [("occupied", "closed")]
    with pytest.raises(Refused):
        book(line_id=left[0].line_id, start=AT + HOUR, end=AT + 2 * HOUR, subject_id=new_id(), by=DEMO, at=AT + HOUR)
    leave(booking_id=taken, by=DEMO, at=AT + 2 * HOUR)
    assert not [each for each in units(at=AT + 2 * HOUR, service_code=opened.service) if each.surge]
    with pytest.raises(NotFound):
        do_step(run_id=run, step_code=card.steps[0].code, by=DEMO, at=AT + 2 * HOUR)
    assert [each.off_why for each in runs(on=False)] == ["The level fell."]


@pytest.mark.django_db
def test_below_its_level_a_card_asks_why() -> None:
    card = opening()
    with pytest.raises(Invalid, match="Say why it is needed now"):
        switch_on(card_code=card.code, by=DEMO, at=AT)
    switch_on(card_code=card.code, why="A ward closes tonight.", by=DEMO, at=AT)


@pytest.mark.django_db
def test_a_change_of_level_is_written_down_once() -> None:
    card = opening()
    pressed(card)
    assert watch_pressure(AT) > 0 and watch_pressure(AT + HOUR) == 0
    reading = next(each for each in surge_level(at=AT + HOUR).readings if each.trigger.code in card.triggers)
    assert reading.since == AT and reading.level >= card.level
    assert Pressure.objects.filter(trigger_code=reading.trigger.code).count() == 1
