"""Is the table of moves whole, and does the database hold exactly it?"""

from pathlib import Path

import pytest
from django.db import connection

from homeward.referrals.rules import moves
from homeward.referrals.rules.moves import MOVES, as_sql, is_legal
from homeward.referrals.vocabulary import DONE, ENDED_STATES, OPEN_STATES, STATES, State

_HERE = Path(__file__).resolve().parents[1]
_ALL: tuple[State | None, ...] = (None, *STATES)


def test_every_move_can_be_told() -> None:
    assert set(MOVES) == set(DONE)


def test_every_open_state_leads_on_and_every_ended_one_can_be_reopened() -> None:
    for state in OPEN_STATES:
        onward = {after for rule in MOVES.values() for before, after in rule.steps if before == state} - {state}
        assert set(onward) & set(ENDED_STATES), f"{state} is a dead end"
    for state in ENDED_STATES:
        assert {rule.kind for rule in MOVES.values() if rule.leads_from(state)} == {"reopen", "undo"}


def test_every_undoable_step_has_its_way_back() -> None:
    for rule in MOVES.values():
        for before, after in rule.steps:
            assert not rule.undoable or before is None or is_legal("undo", after, before)


@pytest.mark.parametrize("kind", MOVES)
@pytest.mark.parametrize("state", STATES)
def test_a_move_that_cannot_be_made_says_so_and_what_else(kind: str, state: State) -> None:
    refusal = moves.why_not_now(kind, state)
    assert (refusal is None) == MOVES[kind].leads_from(state)
    if refusal:
        assert refusal.endswith(".") and moves.what_instead(kind, state).endswith(".")
    assert moves.why_not_yours(kind).endswith(".")


def test_the_migration_holds_the_table_as_it_is() -> None:
    newest = sorted((_HERE / "migrations").glob("*legal_moves*.sql"))[-1]
    assert newest.read_text() == as_sql(), "The table of moves has changed: write a migration with its new as_sql()."


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S12-14",
    hazard="A fault in a screen or an interface moves a need to a state from which nobody answers it: someone else has it.",
    control="The database refuses every step that is not in the one declared table, and the two are compared step by step.",
)
def test_the_database_agrees_on_every_step_there_could_be() -> None:
    asked = [(kind, before, after) for kind in (*MOVES, "invented") for before in _ALL for after in STATES]
    with connection.cursor() as cursor:
        cursor.execute(
            "select referrals_is_legal(kind, before, after)"
            " from unnest(%s::text[], %s::text[], %s::text[]) with ordinality as asked (kind, before, after, place)"
            " order by place",
            [list(column) for column in zip(*asked, strict=True)],
        )
        answers = [row[0] for row in cursor.fetchall()]
    assert answers == [is_legal(kind, before, after) for kind, before, after in asked]
