"""Who looks at boards in these tests, and at which lake? A locality's chair, at a lake of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from homeward.foundation.actions import Actor
from tests.plumbing.people_at_work import signed_in, staff


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


@pytest.fixture
def chair() -> Actor:
    return staff(role="locality-chair", organisation="bsol-icb", name="Joan Perks")


@pytest.fixture
def joan(chair: Actor) -> Client:
    return signed_in(chair)
