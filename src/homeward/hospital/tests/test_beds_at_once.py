"""Do two who write down the same coming to a recovery bed at the same moment make one stay?"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connections

from homeward.access.api import gate, system
from homeward.foundation.errors import Clash
from homeward.hospital.api import begin_bed_stay
from homeward.hospital.models import BedStay
from homeward.referrals.tests.arranging import MORNING, person


@pytest.mark.django_db(transaction=True)
@pytest.mark.hazard(
    "HZ-S7-20",
    hazard="Two colleagues write down that the same person came to a bed, and one bed stands as taken by nobody who can ever leave it.",
    control="Whoever comes second waits for the first, and is told that they are in a bed already.",
)
def test_two_at_once_make_one_stay() -> None:
    person_id, together = person(), Barrier(4)

    def begin(_: int) -> UUID | None:
        try:
            together.wait(20)
            return begin_bed_stay(
                person_id=person_id, site="norman-power", came_at=MORNING, barthel=9, by=system("demo"), at=MORNING
            )
        except Clash:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        (made,) = [each for each in pool.map(begin, range(4)) if each]
    with gate.job("bench", at=MORNING):
        assert list(BedStay.objects.filter(person_id=person_id).values_list("id", flat=True)) == [made]
