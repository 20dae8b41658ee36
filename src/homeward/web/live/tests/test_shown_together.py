"""Are those who see a list alike sent the changed rows, drawn once, and is nobody sent what they may not see?"""

import json
import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import sync_to_async
from django.db import connection
from django.test import Client as Browser

from homeward.access.api import add_membership, end_membership, gate, memberships_of, set_password, system
from homeward.capacity.api import report
from homeward.foundation.actions import Actor
from homeward.hospital.api import admit
from homeward.hospital.tests.arranging import ELSEWHERE, FLOW, HUB, WARD, admitted, hub, ward
from homeward.referrals.tests.arranging import MORNING, SERVICE, TEAM, person
from homeward.web.live.app import Application
from homeward.web.live.tests.pages import Page, begun, notify, run
from tests.plumbing.people_at_work import account_id, signed_in, staff

pytestmark = pytest.mark.django_db(transaction=True)
FLOW_LIST, CAPACITY_LIST = "/flow/rows/", "/capacity/rows/"


@pytest.fixture(autouse=True)
def _pages(live_server: Any, settings: Any) -> None:
    """The pages' own process, here a thread: real HTTP."""
    settings.HOMEWARD_PAGES_AT = (live_server.thread.host, live_server.thread.port)


def at_work(actor: Actor) -> Browser:
    """A browser that has opened a page already, so that its session says since when it lasts."""
    browser = signed_in(actor)
    browser.get("/flow/rows/")
    return browser


def showing(browser: Browser, shows: str = FLOW_LIST) -> Page:
    return Page(str(browser.session.session_key), shows=shows)


def fragments(page: Page) -> list[dict[str, Any]]:
    return [json.loads(each) for each in re.findall(r"event: rows\ndata: (.*)\n", page.heard)]


def plain(html: str) -> str:
    """But for the forms' tokens, which are others each time they are drawn."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", html)


async def all_open(application: Application, *pages: Page) -> None:
    for page in pages:
        begun(page, application)
    for page in pages:
        assert await page.hears("event: open")
    await application.desk.hearing.wait()


def looks_by(actor: Actor) -> int:
    with gate.job("audit"), connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from access_opening where actor_id = %s and mode = 'worklist' and why = 'flow board'",
            [account_id(actor)],
        )
        return int(cursor.fetchone()[0])


def two_stays() -> tuple[UUID, UUID]:
    """Ivy where FLOW works and, at another hospital, Olga, whom of these only the hub looks after."""
    _, here = admitted()
    olga = person(at=MORNING, family="Elsewhere", given="Olga")
    return here, admit(person_id=olga, hospital=ELSEWHERE, ward=WARD, admitted_at=MORNING, by=hub(), at=MORNING)


@pytest.mark.parametrize(
    ("address", "asked", "role", "team"),
    [
        (FLOW_LIST, "?show=", "ward-flow", FLOW),
        (CAPACITY_LIST, "", "ward-flow", FLOW),
        (CAPACITY_LIST, "?show=mine", "community-nurse", TEAM),
    ],
)
def test_all_who_see_alike_are_sent_what_each_would_have_fetched(
    address: str, asked: str, role: str, team: str
) -> None:
    _, stay = admitted()
    report(service_code=SERVICE, team_code=TEAM, free=3, total=12, by=system("demo"), at=datetime.now(UTC))
    line = str(stay)
    browsers = [
        at_work(staff(role=role, teams=(team,), name=name)) for name in ("Declan Walsh", "Dara Byrne", "Dinah Cross")
    ]
    if address == CAPACITY_LIST:
        found = re.search(r'data-row="([0-9a-f-]{36})"', browsers[0].get(address).content.decode())
        assert found is not None
        line = found[1]
    own = [plain(each.get(f"{address}{asked or '?'}&ids={line}").content.decode()) for each in browsers]
    kind = "stay" if address == FLOW_LIST else "capacity"

    async def story(application: Application) -> None:
        pages = [showing(each, address + asked) for each in browsers]
        await all_open(application, *pages)
        await notify(f"some.change|{kind}|{line}|{FLOW}")
        for page, fetched in zip(pages, own, strict=True):
            assert await page.hears("event: rows")
            (sent,) = fragments(page)
            assert sent["ids"] == [line] and plain(sent["html"]) == fetched and f'data-row="{line}"' in fetched
            assert ("csrfmiddlewaretoken" in fetched) == (role == "community-nurse")
            assert "event: changed" not in page.heard
        await notify(f"some.change|other|{line}|{FLOW}")
        await notify(f"some.change|{kind}|{line}|{FLOW}")
        for page in pages:
            assert await page.hears("event: rows", more_than=1)
            assert '"of":"other"' not in page.heard

    run(story)


@pytest.mark.hazard(
    "HZ-S73-63",
    hazard="A change drawn once for many is shown to somebody who may not see it.",
    control="Only those with the same list, role and teams share it; session, work and gate are asked for each of them, each time.",
)
def test_two_teams_with_different_sight_each_see_their_own_of_the_same_change() -> None:
    here, elsewhere = two_stays()
    wards, hubs = [ward(name=name) for name in ("A", "B")], [hub(name=name) for name in ("C", "D")]
    strangers = [ward(team="flow-good-hope"), ward(team="flow-good-hope", name="F")]
    keys = {each: at_work(each) for each in (*wards, *hubs, *strangers)}

    async def story(application: Application) -> None:
        of_wards = [showing(keys[each]) for each in wards]
        of_hubs = [showing(keys[each]) for each in hubs]
        of_strangers = [showing(keys[each]) for each in strangers]
        await all_open(application, *of_wards, *of_hubs, *of_strangers)
        before = await sync_to_async(lambda: [looks_by(each) for each in (*wards, *hubs)])()
        await notify(f"stay.move|stay|{here}|{FLOW},{HUB}")
        for page in (*of_wards, *of_hubs):
            assert await page.hears("event: rows")
            (sent,) = fragments(page)
            assert f'data-row="{here}"' in sent["html"] and str(elsewhere) not in sent["html"]
            assert ("<strong>0</strong> ready of 2" in sent["html"]) == (page in of_hubs)
            assert ("<strong>0</strong> ready of 1" in sent["html"]) or page in of_hubs
        after = await sync_to_async(lambda: [looks_by(each) for each in (*wards, *hubs)])()
        assert after == [each + 1 for each in before]
        for number in range(70):  # so many that the whole list is drawn
            application.desk.pass_on(_notice(str(number), FLOW, HUB))
        for page in (*of_wards, *of_hubs):
            assert await page.hears('"ids":null')
            whole = next(each["html"] for each in fragments(page) if each["ids"] is None)
            assert "Ivy Cole" in whole and ("Olga Elsewhere" in whole) == (page in of_hubs)
        assert not any("event: rows" in page.heard or "event: changed" in page.heard for page in of_strangers)

    run(story)


def _notice(id: str, *teams: str) -> Any:
    from homeward.web.live.notice import Notice

    return Notice("stay.move", "stay", id, frozenset(teams))


def test_whose_session_or_work_or_password_ended_meanwhile_is_sent_nothing() -> None:
    here, _ = two_stays()
    staying, other, out, ended, renamed, moved = (ward(name=name) for name in "ABCDEF")
    browsers = {each: at_work(each) for each in (staying, other, out, ended, renamed, moved)}
    by, now = system("setup"), datetime.now(UTC)

    def meanwhile() -> None:
        browsers[out].logout()
        end_membership(membership_id=memberships_of(account_id(ended))[0].id, by=by, at=now)
        set_password(user_id=account_id(renamed), password="a quiet walk by the canal", by=by, at=now)
        end_membership(membership_id=memberships_of(account_id(moved))[0].id, by=by, at=now)
        add_membership(
            user_id=account_id(moved), organisation_code=moved.organisation, role_code=moved.role,
            team_codes=("flow-good-hope",), by=by, at=now,
        )  # fmt: skip

    async def story(application: Application) -> None:
        pages = {each: showing(browser) for each, browser in browsers.items()}
        await all_open(application, *pages.values())
        await sync_to_async(meanwhile)()
        await notify(f"stay.move|stay|{here}|{FLOW},{HUB}")
        for each in (staying, other):
            assert await pages[each].hears("event: rows")
        for each in (out, ended, renamed):
            assert await pages[each].hears("event: over")
        await notify(f"stay.move|stay|{here}|{FLOW},{HUB}")
        assert await pages[staying].hears("event: rows", more_than=1)
        for each in (out, ended, renamed, moved):
            assert "event: rows" not in pages[each].heard and str(here) not in pages[each].heard

    run(story)


def test_alone_or_when_the_pages_do_not_answer_each_fetches_for_itself(settings: Any) -> None:
    _, here = admitted()
    alone, one, two = (at_work(each) for each in (hub(), ward(name="A"), ward(name="B")))
    settings.HOMEWARD_PAGES_AT = ("127.0.0.1", 9)

    async def story(application: Application) -> None:
        pages = [
            showing(alone),
            showing(one),
            showing(two),
            showing(two, "/flow/rows/?page=2"),
            showing(two, "/hub/rows/"),
        ]
        await all_open(application, *pages)
        await notify(f"stay.move|stay|{here}|{FLOW},{HUB}")
        for page in pages:
            assert await page.hears(f'"id":"{here}"')
            assert "event: rows" not in page.heard

    run(story)


def test_a_list_that_the_role_does_not_open_is_not_shown_by_asking_for_it_here() -> None:
    _, here = admitted()
    browsers = [at_work(staff(role="link-worker", teams=(FLOW,), name=name)) for name in "AB"]
    assert browsers[0].get(FLOW_LIST).status_code == 403

    async def story(application: Application) -> None:
        pages = [showing(each) for each in browsers]
        await all_open(application, *pages)
        await notify(f"stay.move|stay|{here}|{FLOW}")
        for page in pages:
            assert await page.hears("event: changed")
            assert "event: rows" not in page.heard

    run(story)
