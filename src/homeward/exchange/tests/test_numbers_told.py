"""Does a colleague who follows a number hear once of each change, by email, with where to act on it?"""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.exchange.models import Outgoing
from homeward.measures.api import act, follow, raise_flag
from homeward.measures.vocabulary import JOB
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
MEASURE = "two-hour-response"


def changed() -> UUID:
    return raise_flag(
        measure_code=MEASURE, variation="concern_low", rules="shift", sentence="The last 7 points are all below.",
        first_on=date(2026, 1, 5), last_on=date(2026, 2, 23), by=system(JOB), at=AT,
    )  # fmt: skip


def sent() -> list[Outgoing]:
    with gate.job("demo", by=system("demo"), at=AT):
        return list(Outgoing.objects.filter(kind="number-flag"))


def test_the_message_says_what_is_done_about_it_and_by_whom() -> None:
    oliver = staff(role="analyst", organisation="bsol-icb", name="Oliver Webb")
    follow(kind="measure", code=MEASURE, by=oliver, at=AT)
    act(
        measure_code=MEASURE,
        what="Walk the late shift.",
        owner=f"user:{oliver.user_id}",
        due_on=date(2026, 4, 1),
        by=oliver,
        at=AT,
    )
    changed()
    [message] = sent()
    assert "Being done about it already: Walk the late shift (Oliver Webb, by 1 April 2026)." in message.words


def test_whoever_follows_the_number_or_its_board_is_told_once() -> None:
    oliver = staff(role="analyst", organisation="bsol-icb", name="Oliver Webb")
    staff(role="analyst", organisation="bsol-icb", name="Ann Other")
    follow(kind="measure", code=MEASURE, by=oliver, at=AT)
    boards = directory.place().dashboards.items()
    board = next(code for code, each in boards if any(number.measure == MEASURE for number in each.numbers))
    follow(kind="board", code=board, by=oliver, at=AT)
    flag = changed()
    messages = sent()
    assert [(each.recipient_name, each.channel, each.person_id) for each in messages] == [
        ("Oliver Webb", "email", None)
    ]
    assert messages[0].subject.startswith("Getting worse: ") and messages[0].words.startswith("The last 7 points")
    assert f"/numbers/{MEASURE}/actions/new/?flag={flag}" in messages[0].words
    assert "Nothing is settled about it yet; " in messages[0].words
