"""Is a score worked out at a visit as it is on a form of its own, and never from what is missing?"""

from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.plans.api import SCORES, VisitScore, visit_scores
from homeward.referrals.tests.arranging import after
from homeward.visits.api import Fact, Offline, Value, facts_known, record_contact
from homeward.visits.tests.test_contacts import accepted, nurse

pytestmark = pytest.mark.django_db
SIGNS: dict[str, Value] = {
    "respiratory-rate": 22, "spo2": 93, "scale": False, "air": "air", "systolic": 108, "pulse": 112, "consciousness": "A", "temperature": 38.4,
}  # fmt: skip


def recorded(answers: dict[str, Value], offline: bool = False) -> tuple[list[VisitScore], Fact | None]:
    """What a visit with these observations adds up to, and the total that every form knows from then on."""
    person_id, _, visit = accepted()
    by = nurse()
    carried = Offline(written_at=after(31), user_id=_account(by.user_id), name=by.name) if offline else None
    record_contact(
        encounter_id=visit,
        contact_at=after(30),
        answers={"observations": answers},
        offline=carried,
        by=by,
        at=after(40),
    )
    with gate.person(person_id, by=by, at=after(41), why="looking"):
        return visit_scores(visit, by=by), facts_known(person_id, ["news2-total"], by=by, at=after(41)).get(
            "news2-total"
        )


def _account(user_id: UUID | None) -> UUID:
    assert user_id is not None
    return user_id


@pytest.mark.parametrize("offline", [False, True])
def test_a_visit_gives_the_total_that_the_published_rule_gives(offline: bool) -> None:
    [score], known = recorded(SIGNS, offline)
    rule = SCORES["news2"].work_out(
        {
            "respiratory_rate": 22.0, "spo2": 93.0, "spo2_scale": "1", "supplemental_oxygen": "0", "systolic_bp": 108.0, "heart_rate": 112.0,
            "consciousness": "A", "temperature": 38.4,
        }
    )  # fmt: skip
    assert rule.total is not None and score.total == rule.total and score.words.startswith(f"{rule.total}. ")
    assert known is not None and known.value == rule.total and known.answered_by == "Nia Brooks"
    assert known.valid_until is not None and known.valid_until.date() == after(30 + 12 * 60).date()


@pytest.mark.hazard(
    "HZ-S10-31",
    hazard="A visitor leaves one sign out, and the total that is kept looks calm because what is missing counted as nought.",
    control="At a visit as on a form, a missing part leaves no total and makes no fact; the visit's page says how many parts are missing.",
)
@pytest.mark.parametrize("left_out", sorted(SIGNS))
def test_a_missing_sign_leaves_no_total(left_out: str) -> None:
    [score], known = recorded({link: value for link, value in SIGNS.items() if link != left_out})
    assert (score.total, known) == (None, None)
    assert "1 of 7 parts" in score.words or left_out == "scale"
    assert "not a nought" in score.words


def test_a_score_that_nobody_began_is_not_mentioned() -> None:
    assert recorded({"scale": False}) == ([], None)
