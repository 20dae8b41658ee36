"""Is every booking that was acknowledged there, once, when those who book and the database are killed meanwhile?"""

import json
import os
import subprocess

import pytest

from tests.plumbing.benched import COMMAND
from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.served import NOT_HANDED_ON, free_ports


@pytest.mark.slow
@pytest.mark.hazard(
    "HZ-S7-5",
    hazard="A bed that a ward was told is theirs is not, because a machine or process failed just then.",
    control="A booking is acknowledged only once it and its event are durable; killed half way, none is lost, halved or given twice.",
)
def test_no_acknowledged_booking_is_lost_and_none_is_given_twice() -> None:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    port, _ = free_ports()
    asked = ["--attempts", "1500", "--clients", "10", "--places", "400", "--kill", "--port", str(port), "--json"]
    done = subprocess.run(
        [*COMMAND, "booking", *asked], cwd=REPOSITORY, env=kept, capture_output=True, text=True, timeout=500
    )
    assert done.returncode == 0, done.stderr[-3000:]
    facts = json.loads(done.stdout)
    assert facts["failed"] > 0, "the database was not felt to be killed"
    assert facts["booked"] > 0
    assert (facts["overlaps"], facts["lost"]) == (0, 0)
    assert all(facts["promises"].values()), facts
