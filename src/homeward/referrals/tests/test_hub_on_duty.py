"""When a hub closes for the night, is every need that waits there read by somebody, and is it back in the morning?"""

from datetime import UTC, datetime

import pytest

from homeward.access.api import gate, relationships, system
from homeward.directory.api import place as the_place
from homeward.episodes.api import clocks_of
from homeward.foundation import events
from homeward.foundation.errors import Clash, NotPermitted, Refused
from homeward.referrals.actions.hand_over import hand_over
from homeward.referrals.api import detail, notices, row, track, triage
from homeward.referrals.jobs import escalate_due, every_minute, hand_over_due
from homeward.referrals.models import Move
from homeward.referrals.tests.arranging import (
    HUB,
    TEAM,
    accepted,
    clinician,
    coordinator,
    gp,
    lead,
    now_is,
    placed,
    received,
    triaged,
)
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db

NIGHT_HUB = "single-point-of-access"


def evening(hour: int, minute: int, *, day: int = 3) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


LATE = evening(19, 55)
CLOSING = "East locality hub closed at 8pm. Single point of access has it now."


@pytest.mark.hazard(
    "HZ-S12-32",
    hazard="A hub closes at 8pm with needs in its queue; nobody reads them until morning, while a two-hour wait runs out.",
    control="Within a minute of closing, everything nobody has accepted is owned by the hub on duty, its clocks unbroken; both are told.",
)
def test_at_closing_time_the_night_hub_has_it_and_in_the_morning_it_is_back() -> None:
    need = received(at=LATE)
    assert hand_over_due(evening(19, 59)) == 0
    assert hand_over_due(evening(20, 1)) == 1
    assert hand_over_due(evening(20, 2)) == 0
    commits()
    moved = now_is(need)
    assert (moved.owner_team_id, moved.hub_team_id, moved.state, moved.version) == (NIGHT_HUB, NIGHT_HUB, "received", 2)
    seen = row(need.id, by=coordinator(team=NIGHT_HUB), at=evening(20, 3))
    assert seen is not None and seen.latest_words == "Homeward gave this to the hub on duty at 8:01pm"
    assert seen.clock is not None and seen.clock.due_at == evening(20, 15)
    for team in (HUB, NIGHT_HUB):
        [told] = notices(by=coordinator(team=team), at=evening(20, 3), kinds={"handed_over"})
        assert told.words == f"Ivy Cole: {CLOSING}"
    assert detail(need.id, by=coordinator(team=NIGHT_HUB), at=evening(20, 3)).story[-1].words == CLOSING
    assert hand_over_due(evening(7, 59, day=4)) == 0
    assert hand_over_due(evening(8, 1, day=4)) == 1
    commits()
    back = now_is(need)
    assert (back.owner_team_id, back.hub_team_id, back.version) == (HUB, HUB, 3)
    [told] = notices(by=coordinator(), at=evening(8, 2, day=4), kinds={"handed_over"})
    assert told.words == "Ivy Cole: East locality hub opened at 8am. East locality hub has it now."
    with gate.person(need.person_id, by=coordinator(), at=evening(8, 2, day=4)):
        started = {view.started_at for view in clocks_of([need.id], evening(8, 2, day=4))[need.id] if view.started_at}
    assert relationships.with_team(need.person_id, [HUB])
    assert started == {LATE}


def test_each_says_it_in_its_own_words() -> None:
    sender = gp()
    need = received(at=LATE, by=sender)
    hand_over_due(evening(20, 0))
    [*_, last] = track(need.id, by=sender, at=evening(20, 1)).steps
    assert last.words == "Single point of access looks after the request now."
    with gate.person(need.person_id, by=coordinator(team=NIGHT_HUB), at=evening(20, 1)):
        move = Move.objects.get(referral=need, kind="hand_over")
        [live] = [each for each in events.of_subject(need.id) if each.kind == "referral.hand_over"]
    assert {HUB, NIGHT_HUB} <= set(live.teams)
    assert (move.words, move.from_team, move.to_team, move.actor_name) == (CLOSING, HUB, NIGHT_HUB, "Homeward")


def test_whoever_was_in_the_middle_of_a_move_is_told_who_has_it() -> None:
    need = received(at=LATE)
    hand_over_due(evening(20, 0))
    with pytest.raises(Clash, match="Homeward gave this to the hub on duty at 8pm"):
        triage(
            referral_id=need.id, answers={}, urgency="two-hours", by=clinician(), at=evening(20, 1), expected_version=1
        )
    triage(
        referral_id=need.id, answers={}, urgency="two-hours", words="Rung", by=clinician(team=NIGHT_HUB),
        at=evening(20, 5), expected_version=2,
    )  # fmt: skip
    assert relationships.with_team(need.person_id, [NIGHT_HUB]) and not relationships.with_team(need.person_id, [HUB])


def test_the_night_hub_stands_behind_a_team_that_has_not_answered() -> None:
    need = placed(triaged(received(at=LATE), at=LATE), at=LATE)
    hand_over_due(evening(20, 0))
    commits()
    moved = now_is(need)
    assert (moved.owner_team_id, moved.hub_team_id, moved.state) == (TEAM, NIGHT_HUB, "placed")
    assert row(need.id, by=coordinator(team=NIGHT_HUB), at=evening(20, 1)) is not None


def test_care_that_goes_on_keeps_its_hub_until_a_wait_runs_out() -> None:
    need = accepted(placed(triaged(received(at=LATE), at=LATE), at=LATE), at=LATE)
    assert hand_over_due(evening(20, 1)) == 0
    assert now_is(need).hub_team_id == HUB
    assert escalate_due(evening(20, 56)) == 1
    commits()
    assert now_is(need).hub_team_id == NIGHT_HUB
    [told] = notices(by=coordinator(team=NIGHT_HUB), at=evening(20, 57), kinds={"escalated"})
    assert told.referral_id == need.id
    assert notices(by=lead(), at=evening(20, 57), kinds={"escalated"})
    assert hand_over_due(evening(21, 0)) == 0
    assert hand_over_due(evening(8, 0, day=4)) == 1
    assert now_is(need).hub_team_id == HUB
    assert hand_over_due(evening(20, 0, day=4)) == 0


def test_a_need_of_the_night_is_the_local_hubs_in_the_morning() -> None:
    need = received(at=evening(23, 30))
    assert need.owner_team_id == NIGHT_HUB
    hand_over_due(evening(8, 0, day=4))
    assert now_is(need).owner_team_id == HUB


def test_what_has_ended_stays_where_it_was() -> None:
    need = accepted(placed(triaged(received(at=LATE), at=LATE), at=LATE), at=LATE)
    assert hand_over_due(evening(20, 30)) == 0 and now_is(need).version == need.version


def test_nobody_but_the_house_hands_over() -> None:
    need = received(at=LATE)
    with pytest.raises(NotPermitted):
        hand_over(referral_id=need.id, by=coordinator(), at=evening(20, 1))
    assert all("referral.hand_over" not in role.permits for role in the_place().roles.values())


def test_by_day_there_is_nothing_to_hand_over() -> None:
    need = received(at=LATE)
    with pytest.raises(Refused, match="has it already"):
        hand_over(referral_id=need.id, by=system("duty"), at=LATE)


def test_every_minute_hands_over_first_and_tells_the_new_owner() -> None:
    need = received(at=LATE)
    every_minute(int(evening(20, 11).timestamp()))
    assert now_is(need).owner_team_id == NIGHT_HUB
    assert notices(by=coordinator(team=NIGHT_HUB), at=evening(20, 12), kinds={"escalated"})
