"""Are limits set anew by a named person with a reason, and is nothing of it ever lost?"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted
from homeward.foundation.ids import new_id
from homeward.measures.actions.rebase import MOST
from homeward.measures.api import rebase, rebases_of, take_rebase_back
from homeward.measures.models import Rebase, RebaseTakenBack
from homeward.measures.queries.rebases import standing
from homeward.referrals.tests.arranging import HUB
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
CODE = "two-hour-response"
AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
DAY = date(2025, 12, 1)
WHY = "The night team began on this day."


@pytest.fixture
def analyst() -> Actor:
    return staff(role="analyst", organisation="bsol-icb", name="Oliver Webb")


def anew(by: Actor, day: date | None = DAY, *, reason: str = WHY, code: str = CODE) -> UUID:
    return rebase(measure_code=code, from_on=day, reason=reason, by=by, at=AT)


def test_a_rebase_bears_a_name_and_a_reason(analyst: Actor) -> None:
    anew(analyst)
    anew(analyst, DAY - timedelta(days=300))
    (first, second) = rebases_of(CODE, by=analyst)
    assert first.from_on < second.from_on == DAY and second.stands
    assert (second.made_by, second.reason, second.made_at) == ("Oliver Webb", WHY, AT)
    assert standing(CODE) == (first.from_on, DAY)


@pytest.mark.hazard("HZ-S72-21", hazard="Limits are set anew until a change for the worse looks ordinary", control="A rebase is by name, with a reason, shown under the chart, and never edited or deleted")  # fmt: skip
def test_what_was_decided_is_taken_back_and_never_lost(analyst: Actor) -> None:
    made = anew(analyst)
    take_rebase_back(rebase_id=made, why="It did not last.", by=analyst, at=AT + timedelta(days=1))
    (shown,) = rebases_of(CODE, by=analyst)
    assert not shown.stands and shown.back_by == "Oliver Webb" and shown.back_why == "It did not last."
    assert standing(CODE) == ()
    for rows in (Rebase.objects.all(), RebaseTakenBack.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Rebase.objects.update(reason="Nothing.")
    with pytest.raises(Clash, match="Oliver Webb has already taken it back"):
        take_rebase_back(rebase_id=made, why="Again.", by=analyst, at=AT)
    assert anew(analyst), "the same day may be chosen again"


def test_a_rebase_without_sense_is_refused_in_words(analyst: Actor) -> None:
    anew(analyst)
    for day, reason, field in (
        (None, WHY, "from_on"), (AT.date() + timedelta(days=1), WHY, "from_on"), (DAY, WHY, "from_on"),
        (DAY + timedelta(days=1), "Because.", "reason"), (DAY + timedelta(days=1), "x" * 501, "reason"),
    ):  # fmt: skip
        with pytest.raises(Invalid) as refused:
            anew(analyst, day, reason=reason)
        assert list(refused.value.errors) == [field]
    with pytest.raises(NotFound):
        anew(analyst, code="made-up")
    with pytest.raises(NotFound):
        take_rebase_back(rebase_id=new_id(), why="Gone.", by=analyst, at=AT)
    with pytest.raises(Invalid):
        take_rebase_back(rebase_id=rebases_of(CODE, by=analyst)[0].id, why=" ", by=analyst, at=AT)


def test_a_chart_is_not_cut_into_pieces_without_end(analyst: Actor) -> None:
    for number in range(MOST):
        anew(analyst, DAY - timedelta(days=number))
    with pytest.raises(Invalid, match="12 times"):
        anew(analyst, DAY + timedelta(days=1))


def test_only_who_keeps_the_numbers_may(analyst: Actor) -> None:
    nurse = staff(role="community-nurse", teams=(HUB,))
    with pytest.raises(NotPermitted):
        anew(nurse)
    made = anew(analyst)
    with pytest.raises(NotPermitted):
        take_rebase_back(rebase_id=made, why="No.", by=nurse, at=AT)
    assert rebases_of(CODE, by=nurse)[0].reason == WHY, "but everybody who sees the number sees why"
