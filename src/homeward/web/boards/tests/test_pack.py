"""Is a pack of boards made by the worker, kept, begun again when it was cut short, and without small counts?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from django.http import QueryDict
from django.test import Client, override_settings

from homeward.bench.packs import pages_of
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.measures.api import (
    Pack,
    Point,
    SpcPoint,
    Tile,
    ask_pack,
    figure,
    give_pack_up,
    lake_or_none,
    make_pack,
    packs_of,
    refresh_lake,
    save_board,
    spc,
    throw_packs_away,
)
from homeward.referrals.tests.arranging import received
from homeward.web.boards.asked import read
from homeward.web.boards.pack.gather import KEPT_BACK, NOT_TOLD, _number, _told, pack
from homeward.web.boards.pack.make import paper
from homeward.web.boards.pack.typeset import typeset
from homeward.web.boards.shown import shown
from homeward.web.words import day
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
MEASURE = "two-hour-response"


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.content.decode()


def made(client: Client, **said: str | list[str]) -> str:
    """Ask for a pack as the page does, see that it waits, and let the worker's job make it; returns its address."""
    asked = client.post("/numbers/boards/pack/", said)
    assert asked.status_code == 302, asked.content[:2000]
    address = asked.headers["Location"]
    assert "Waiting to start" in text(client, address) and "Look again" in text(client, address)
    assert client.get(f"{address}pack.pdf").status_code == 404, "there is nothing yet"
    make_pack(UUID(address.rstrip("/").rpartition("/")[2]), at=began(), paper=partial(paper, at=began()))
    return address


def test_a_board_pack_is_made_by_the_worker_and_kept_with_what_it_was_counted_from(joan: Client, chair: Actor) -> None:
    received(at=began() - timedelta(hours=5))
    refresh_lake(at=began(), everything=True)
    assert "Choose at least one board" in joan.post("/numbers/boards/pack/", {}).content.decode()
    assert joan.post("/numbers/boards/pack/", {}).status_code == 422
    address = made(joan, board=list(directory.place().dashboards)[:3], period="24m")
    file = joan.get(f"{address}pack.pdf")
    assert file.status_code == 200 and file["Content-Type"] == "application/pdf"
    assert file.content.startswith(b"%PDF-") and len(file.content) > 20_000
    (kept,) = packs_of(by=chair)
    page, lake = text(joan, address), lake_or_none()
    assert lake is not None and (kept.lake_at, kept.lake) == (lake.as_of, f"{lake.xid}.{lake.position}")
    assert "Ready" in page and chair.name in page and kept.sha256 in page and "Kept until" in page
    assert "Board pack" in text(joan, "/numbers/boards/pack/")
    other = signed_in(staff(role="locality-chair", organisation="bsol-icb", name="Ann Other"))
    assert other.get(address).status_code == 404 and other.get(f"{address}pack.pdf").status_code == 404
    assert throw_packs_away(at=began() + timedelta(days=29)) == 0 and throw_packs_away(at=began() + timedelta(days=31)) == 1
    assert "Thrown away after its days" in text(joan, address)
    assert joan.get(f"{address}pack.pdf").status_code == 404
    assert joan.post(address).status_code == 302 and kept.sha256 not in text(joan, address)


def test_each_declared_board_and_an_own_one_make_a_pack(joan: Client, chair: Actor) -> None:
    refresh_lake(at=began(), everything=True)
    for board in directory.place().dashboards:
        assert joan.get(f"{made(joan, board=board, period='52')}pack.pdf").content.startswith(b"%PDF-")
    mine = save_board(title="What I look at", measures=[MEASURE], by=chair, at=began())
    address = made(joan, own=str(mine), period="52", area="east")
    assert "What I look at" in text(joan, address) and joan.get(f"{address}pack.pdf").content.startswith(b"%PDF-")


@pytest.mark.hazard(
    "HZ-S72-7",
    hazard="A board pack fails behind the scenes and the board meets with last month's paper.",
    control="A pack that cannot be made says so in words, with what to do; it never shows an older file in its place.",
)
def test_a_pack_that_fails_says_so_in_words(joan: Client, chair: Actor) -> None:
    early = made(joan, board="urgent-response")
    assert "have not been counted yet" in text(joan, early), "nothing was counted"
    refresh_lake(at=began(), everything=True)
    waits = ask_pack(boards=["urgent-response"], asked={}, small=False, by=chair, at=began(), queue=False)

    def breaks(asked: Pack, told: Callable[[int], None], of: datetime) -> bytes:
        told(1)
        assert {each.id: each.done for each in packs_of(by=chair)}[waits] == 1
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        make_pack(waits, at=began(), paper=breaks)
    page = text(joan, f"/numbers/boards/pack/{waits}/")
    assert "Failed" in page and "could not be made" in page and "Make it again" in page and str(waits) in page
    make_pack(waits, at=began(), paper=breaks)  # asked twice by the queue, it is not begun again


def test_a_pack_whose_making_was_cut_short_is_begun_again_and_in_the_end_says_so(joan: Client, chair: Actor) -> None:
    refresh_lake(at=began(), everything=True)
    just_now = datetime.now(UTC)  # however long ago this module was loaded
    waits = ask_pack(boards=["urgent-response"], asked={}, small=False, by=chair, at=just_now, queue=False)
    address = f"/numbers/boards/pack/{waits}/"
    assert joan.post(address).status_code == 422, "what waits need not be asked for again"

    def killed(asked: Pack, told: Callable[[int], None], of: datetime) -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_pack(waits, at=began(), paper=killed)
    assert "Being made" in text(joan, address)
    give_pack_up(waits)
    page = text(joan, address)
    assert "Failed" in page and "cut short again and again" in page and str(waits) in page
    assert joan.post(address).status_code == 302 and "Waiting to start" in text(joan, address)
    make_pack(waits, at=began(), paper=partial(paper, at=began()))
    assert joan.get(f"{address}pack.pdf").content.startswith(b"%PDF-")
    give_pack_up(waits)  # told too late, it takes nothing away
    assert "Ready" in text(joan, address)


def test_a_pack_that_nobody_makes_says_so_and_can_be_asked_for_again(joan: Client, chair: Actor) -> None:
    long_ago = began() - timedelta(minutes=11)
    waits = ask_pack(boards=["urgent-response"], asked={}, small=False, by=chair, at=long_ago, queue=False)
    address = f"/numbers/boards/pack/{waits}/"
    assert "should have been ready long ago" in text(joan, address)
    assert joan.post(address).status_code == 302
    assert "should have been ready" not in text(joan, address)


def test_a_count_of_one_to_four_is_not_on_paper_nor_its_percentage(joan: Client, chair: Actor) -> None:
    received(at=began() - timedelta(hours=5))
    refresh_lake(at=began(), everything=True)
    board = next(b for b in directory.place().dashboards.values() if MEASURE in {n.measure for n in b.numbers})
    asked = read(QueryDict(""), kinds=(), now=began())
    public = pack([board], asked, title="T", small=False, by=chair, at=began())
    mine = pack([board], asked, title="T", small=True, by=chair, at=began())
    assert {"title": "Two-hour response", "figure": KEPT_BACK} in [
        {k: row[k] for k in ("title", "figure")} for row in public["boards"][0]["rows"]
    ]
    assert any("0 of 1" in row["figure"] for row in mine["boards"][0]["rows"])
    assert not any("of 1" in row["figure"] for row in public["boards"][0]["rows"])
    assert not any("of 1" in each["of"] for each in public["numbers"])


@pytest.mark.parametrize(("demonstration", "said"), [(True, "Synthetic people only: this is a demonstration."), (False, "")])
def test_every_page_of_a_pack_says_when_it_was_counted_and_that_nobody_in_it_is_real(
    demonstration: bool, said: str, chair: Actor
) -> None:
    refresh_lake(at=began(), everything=True)
    boards = list(directory.place().dashboards.values())[:2]
    asked = read(QueryDict(""), kinds=(), now=began())
    with override_settings(HOMEWARD_DEMO=demonstration):
        gathered = pack(boards, asked, title="T", small=False, by=chair, at=began())
    assert gathered["made_up"] == said and gathered["as_of"].startswith(day(london_day(began())))
    assert pages_of(typeset(gathered)) >= len(boards) + 1, "each board has a page of its own after the first"


@pytest.mark.hazard(
    "HZ-S72-70",
    hazard="A pack without small counts says in its sentence, or in the words for those who cannot see the chart, the value of a point that the chart keeps back.",
    control="Where the last point is kept back, chart, sentence, list of changes and words for the chart all say that it is neither drawn nor judged.",
)
def test_no_sentence_tells_what_the_chart_keeps_back(chair: Actor) -> None:
    refresh_lake(at=began(), everything=True)
    days = [date(2025, month, 1) for month in range(1, 13)] + [date(2026, 1, 1)]
    of = {day: (60, 80) if day < days[-1] else (1, 8) for day in days}
    found = figure(MEASURE, asked=read(QueryDict(""), kinds=(), now=began()).asked, by=chair, at=began())
    made = spc([SpcPoint(at=day, value=100 * met / all, denominator=all) for day, (met, all) in of.items()], kind="p", direction="up", unit="%")
    series = [
        Point(at=day, numerator=met, denominator=all, too_early=0, complete=True, value=100 * met / all, interval=None, of=all)
        for day, (met, all) in of.items()
    ]
    whole = replace(found, spc=made, series=series, numerator=721, denominator=968, value=74.5)
    each = shown(Tile(measure=whole.measure, why="", figure=whole))
    assert "12.5%" in each.sentence and made.variation == "concern_low"
    for small, told in ((False, NOT_TOLD), (True, each.sentence)):
        number = _number(each, small)
        assert ("12.5%" in str(number)) == small and told in number["alt"]
        assert _told(each, small) == told
        assert ("12.5%" in number["chart"]) == small


def test_a_number_that_is_of_another_moment_than_the_pack_says_so(chair: Actor) -> None:
    refresh_lake(at=began(), everything=True)
    board, asked = directory.place().dashboards["urgent-response"], read(QueryDict(""), kinds=(), now=began())
    before = began() - timedelta(days=9)  # a state that is no longer kept, so its numbers are as of now
    told = {of: pack([board], asked, title="T", small=True, by=chair, at=began(), of=of) for of in (None, before)}
    assert not any("another moment" in each for each in told[None]["summary"])
    assert day(before) in told[before]["as_of"]
    others = [each for each in told[before]["summary"] if "another moment" in each]
    assert any(each.startswith("Two-hour response ") and f"{day(began())} at " in each for each in others)
