"""Does another place load into the same house, and is an unsound one refused before anything is written?"""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from homeward.directory.actions import load_place as loading
from homeward.directory.api import areas_of, intake_team, load_place, place
from homeward.directory.models import Loading, Team
from homeward.foundation.errors import Refused
from homeward.grammar.api import load
from tests.places import MILLBROOK
from tests.places.sins import change

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_the_made_up_town_takes_the_house_over(settings: Any) -> None:
    settings.HOMEWARD_PLACE = MILLBROOK
    assert load_place(NOON) is True
    assert Loading.objects.get().place_code == "millbrook"
    assert set(Team.objects.filter(valid_to__isnull=True).values_list("code", flat=True)) == set(place().teams)
    assert (intake_team("riverside", NOON), intake_team("riverside", NIGHT)) == ("town-desk", "night-desk")
    here = areas_of(ward="w-quay", practice="gp-ridge", on=date(2026, 11, 21))
    assert (here.pcn, here.locality) == ("net-hill", "hillside")


def test_an_unsound_place_is_refused_and_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Loading.objects.get()
    unsound = change("services", "company", after_decline="")(load(MILLBROOK))
    monkeypatch.setattr(loading, "place", lambda: unsound)
    with pytest.raises(Refused, match="nobody owns it next") as refused:
        load_place(NOON)
    assert "homeward place check" in refused.value.next_step
    assert Loading.objects.get().digest == before.digest


def test_an_overdue_review_does_not_stop_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    overdue = change("services", "company", review_by=date(2026, 1, 1))(load(MILLBROOK))
    monkeypatch.setattr(loading, "place", lambda: overdue)
    assert load_place(NOON) is True
