"""Is a demonstration made through the same actions as real work, whole, and with nothing refused?"""

from datetime import UTC, datetime

import pytest
from django.db import connection

from homeward.access.api import gate, system
from homeward.demo.making import make

UNTIL = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_every_need_became_a_referral_with_one_owner_and_nothing_was_refused(settings: object) -> None:
    settings.HOMEWARD_DEMO = True  # type: ignore[attr-defined]  # pytest-django's settings are made at run time
    seen: list[str] = []
    made = make(count=400, seed=3, until=UNTIL, progress=lambda what, done, of: seen.append(what))
    assert not made.refused
    assert made.people == 400
    with gate.job("demo", by=system("demo"), at=UNTIL), connection.cursor() as cursor:
        cursor.execute("select count(*), count(owner_team) from referrals_servicerequest where based_on_id is null")
        assert cursor.fetchone() == (made.needs, made.needs)
        cursor.execute("select count(*) from foundation_event where kind = 'referral.receive'")
        assert cursor.fetchone()[0] == made.needs
        cursor.execute("select count(*) from foundation_event where person_id is not null and at > %s", [UNTIL])
        assert cursor.fetchone()[0] == 0
        cursor.execute(
            "select count(*) from referrals_servicerequest r join access_user u on u.id = r.requester_user where u.email like 'carer@%'"
        )
        assert cursor.fetchone()[0] == 1
        cursor.execute("select count(*) from access_relationship where kind = 'carer' and ended_at is null")
        assert cursor.fetchone()[0] == 1
    assert {"people", "colleagues"} <= set(seen)
