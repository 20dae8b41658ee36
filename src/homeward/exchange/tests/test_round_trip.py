"""Does a referral sent by one Homeward arrive in another, of another place, as the same person, need, urgency and sender?"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import LazySettings

from homeward.exchange.actions.deliver import deliver_due
from homeward.exchange.channels import bars as bars_channel
from homeward.exchange.channels.chosen import way_for
from homeward.exchange.tests.arranging import Told, outbox
from homeward.foundation.postgres.folders import folders
from homeward.referrals.api import Requester, revoke
from homeward.referrals.tests import arranging as hub
from homeward.referrals.tests.arranging import MORNING, after
from tests.places import MILLBROOK
from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.served import NOT_HANDED_ON, reachable_folder, served

THERE = {"HOMEWARD_PLACE": MILLBROOK, "PYTHONPATH": f"{REPOSITORY / 'src'}:{REPOSITORY}"}
ARRIVED = """
select p.sex, p.birth_date::text, n.family, n.given, r.need_words, r.urgency_asked, r.requester_name, r.requester_organisation,
       r.requester_phone, r.state, r.source,
       (select value from people_identifier i where i.person_id = p.id and i.system like '%%nhs-number' limit 1)
from referrals_servicerequest r join people_person p on p.id = r.person_id
join people_personname n on n.person_id = p.id and n.valid_to is null
"""


def client_there(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    done = subprocess.run(
        [sys.executable, "-m", "homeward.cli", "client", "create", "The neighbouring place", "--scope", "system/$process-message", "--json"],
        env=kept | THERE | {"HOMEWARD_DATA": str(data), "HOMEWARD_DEMO": "0"}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made: dict[str, str] = json.loads(done.stdout)
    return made


def arrived(data: Path) -> list[Any]:
    with psycopg.connect(f"postgresql://postgres@/homeward?host={folders(data).socket}") as there:
        return there.execute(ARRIVED).fetchall()


@pytest.mark.slow
@pytest.mark.django_db
def test_a_referral_arrives_in_a_neighbouring_place(settings: LazySettings, tmp_path: Path) -> None:
    bars_channel._tokens.clear()
    with reachable_folder() as folder, served(folder / "data", extra=THERE, from_nothing=True) as millbrook:
        millbrook.until("/readyz", seconds=120)
        known = {
            "address": f"{millbrook.url}/fhir/R4",
            "token_address": f"{millbrook.url}/oauth/token",
            "service_id": "4000000001",
        }
        settings.HOMEWARD_PARTNERS = str(tmp_path / "partners.json")
        Path(settings.HOMEWARD_PARTNERS).write_text(
            json.dumps({"hospice-system": known | client_there(folder / "data")})
        )
        person = hub.person(nhs_number="9990000018", phone="07700 900123")
        referral = hub.received(
            person_id=person,
            need_words="Pain worse since noon",
            requester=Requester(name="Dr Imran Shah", phone="0121 496 0000"),
        )
        hub.placed(hub.triaged(referral), service="specialist-palliative-urgent-response", team="spur")
        deliver_due(clock=lambda: MORNING, way=lambda row: way_for(row) if row.channel == "bars" else Told())
        row = next(each for each in outbox(person, MORNING) if each.channel == "bars")
        assert row.state == "sent", row.state_words
        (there,) = arrived(folder / "data")
        sex, born, family, given, need, urgency, requester, organisation, phone, state, source, number = there
        assert (sex, born, family, given, number) == ("female", "1941-05-06", "Cole", "Ivy", "9990000018")
        assert "Pain worse since noon" in need
        assert urgency == "soon"
        assert (requester, phone, state, source) == ("Dr Imran Shah", "0121 496 0000", "received", "bars")
        assert organisation.startswith("Birmingham Community Healthcare")
        revoke(referral_id=referral.id, reason_code="person-asked", by=hub.coordinator(), at=after(3))
        deliver_due(clock=lambda: after(4), way=lambda row: way_for(row) if row.channel == "bars" else Told())
        assert [each[9] for each in arrived(folder / "data")] == ["revoked"]
