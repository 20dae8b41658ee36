"""Journeys: a nurse's round with the network cut in the middle, two versions of one visit, and a phone that was lost."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.phone import PATIENCE, Phone, sets_up, unlocks
from tests.journeys.stage.steps import accepts, opens_the_visit, places_with, takes_a_call
from tests.journeys.stage.visitor import Visitor

SIGNS = {"Breaths": "22", "Oxygen saturation": "95", "Systolic": "118", "Pulse": "96", "Temperature": "38.4"}
SCORED = re.compile(r"^5\. ")  # 2 for breaths, 1 for oxygen, 1 for the pulse, 1 for the temperature
TEAM = "Urgent community response"


@pytest.fixture
def phone_of(cast: Cast, person: InNeed, tmp_path: Path) -> tuple[Visitor, Visitor, Phone, str]:
    """Asha, Ruth, Ruth's phone, and the need of a person whom Ruth has set off for."""
    asha, ruth = cast("asha"), cast("ruth")
    referral = takes_a_call(
        asha, person, need="A fall", words="On the floor by the bed, up now with a neighbour’s help."
    )
    places_with(asha, referral, TEAM)
    accepts(ruth, person)
    opens_the_visit(ruth, person)
    ruth.presses("I am on my way")
    return asha, ruth, Phone(cast, ruth, tmp_path / "phone"), referral


@pytest.mark.hazard(
    "HZ-S17-8",
    hazard="A nurse goes by a round that is hours old because the phone has silently stopped syncing.",
    control="When it last synced and what waits stand on every screen, locked or open, and are said loudly after half an hour.",
)
def test_a_nurses_round_with_the_network_cut_in_the_middle(
    phone_of: tuple[Visitor, Visitor, Phone, str], person: InNeed
) -> None:
    asha, ruth, phone, referral = phone_of
    visit = ruth.page.url
    with phone.on(signal=True) as page:
        given_she_sets_her_phone_up(page, phone, person)
        when_the_network_is_cut_the_round_still_opens(page, phone, person)
        when_she_begins_to_record_and_the_browser_is_killed(page, person)
    with phone.on(signal=False) as page:
        then_her_draft_is_there_and_she_goes_on(page, phone, person)
    with phone.on(signal=True) as page:
        then_it_is_sent_once_though_the_line_breaks_after_the_server_wrote(page, phone, person)
    then_the_clock_stopped_with_its_evidence(asha, ruth, referral, visit)


def test_two_versions_of_a_visit_and_a_lost_phone(
    phone_of: tuple[Visitor, Visitor, Phone, str], person: InNeed, cast: Cast
) -> None:
    _, ruth, phone, _ = phone_of
    with phone.on(signal=True) as page:
        sets_up(page)
        expect(page.get_by_text(person.name)).to_be_visible(timeout=PATIENCE)
        page.context.set_offline(True)
        records(page, person, words="Seen by me, no signal on the stairs.")
        when_somebody_records_the_same_visit_meanwhile(ruth)
        page.context.set_offline(False)
        then_both_versions_are_shown(page, phone)
        when_she_settles_it_then_nothing_waits(page, phone)
        when_it_is_said_to_be_lost(ruth)
        then_everything_is_deleted_and_she_is_told(page, phone)
    ruth.opens("/pocket/phones/")
    ruth.sees("Wiped")


def records(page: Page, person: InNeed, *, words: str) -> None:
    page.get_by_role("link", name=re.compile(person.name)).click()
    page.get_by_role("link", name="Record the contact").click()
    fills(page, words)
    page.get_by_role("button", name="Record the contact").click()
    expect(page.get_by_text("Recorded and kept on this phone")).to_be_visible(timeout=PATIENCE)


def fills(page: Page, words: str) -> None:
    page.get_by_label("What has happened?").fill(words)
    page.get_by_label("What did you do?").fill("Checked over, frame lent.")
    page.get_by_label("What should they watch for, and whom do they ring?").fill("New pain: ring the hub.")


def given_she_sets_her_phone_up(page: Page, phone: Phone, person: InNeed) -> None:
    expect(page.get_by_role("heading", name="Set up this phone")).to_be_visible(timeout=PATIENCE)
    phone.judged(page, "pocket-set-up")
    sets_up(page)
    expect(page.get_by_role("link", name=re.compile(person.name))).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    phone.judged(page, "pocket-round")


def when_the_network_is_cut_the_round_still_opens(page: Page, phone: Phone, person: InNeed) -> None:
    page.context.set_offline(True)
    page.reload()
    unlocks(page, "three grey foxes")
    expect(page.get_by_text("That is not the passphrase of this phone").first).to_be_visible(timeout=PATIENCE)
    phone.judged(page, "pocket-locked")
    assert person.family not in str(page.evaluate(EVERYTHING)), "what is on the disk is sealed"
    unlocks(page)
    expect(page.get_by_role("link", name=re.compile(person.name))).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#status")).to_contain_text("Last synced")
    expect(page.locator("#status")).to_contain_text("No signal")
    page.evaluate(FORTY_MINUTES_LATER)
    page.reload()
    expect(page.locator("#status.hw-pocket-status--loud")).to_contain_text(
        re.compile("Not synced.*40 minutes ago", re.DOTALL)
    )
    unlocks(page)


def when_she_begins_to_record_and_the_browser_is_killed(page: Page, person: InNeed) -> None:
    page.get_by_role("link", name=re.compile(person.name)).click()
    page.get_by_role("link", name="In a crisis").click()
    expect(page.get_by_role("heading", name="Resuscitation and advance decisions")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="The visit").click()
    page.get_by_role("link", name="Record the contact").click()
    page.get_by_label("What has happened?").fill("Slipped on the stairs; no injury.")
    expect(page.get_by_text("Draft kept on this phone")).to_be_visible(timeout=PATIENCE)


def then_her_draft_is_there_and_she_goes_on(page: Page, phone: Phone, person: InNeed) -> None:
    unlocks(page)
    page.get_by_role("link", name=re.compile(person.name)).click()
    phone.judged(page, "pocket-visit")
    page.get_by_role("link", name="Record the contact").click()
    expect(page.get_by_label("What has happened?")).to_have_value("Slipped on the stairs; no injury.")
    page.get_by_role("button", name="Record the contact").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible(timeout=PATIENCE)
    phone.judged(page, "pocket-record")
    fills(page, "Slipped on the stairs; no injury.")
    and_she_fills_in_a_form_that_is_not_due(page)
    and_measures_seven_signs(page)
    page.get_by_role("button", name="Record the contact").click()
    expect(page.get_by_text("Recorded and kept on this phone")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#status")).to_contain_text("1 record waits on this phone")
    phone.judged(page, "pocket-kept")


def and_she_fills_in_a_form_that_is_not_due(page: Page) -> None:
    """Any form that the team may record at a visit is there without a signal, and kept sealed and sent like the rest."""
    page.get_by_text("Wound assessment (only if you fill it in now)").click()
    page.get_by_label("Skin tear").check()
    page.get_by_role("group", name="Is the cause known?").get_by_label("Yes").check()
    page.get_by_label("Plan until the next visit").fill("Dry dressing, look again on Friday.")


def and_measures_seven_signs(page: Page) -> None:
    """What they add up to is worked out by the published rule once they are sent, never on the stairs by heart."""
    page.get_by_text("Observations (only if you fill it in now)").click()
    for words, value in SIGNS.items():
        page.get_by_label(re.compile(f"^{words}")).fill(value)
    page.get_by_role("group", name=re.compile("target of 88 to 92")).get_by_label("No").check()
    page.get_by_label("Air", exact=True).check()
    page.get_by_label("Alert", exact=True).check()


def then_it_is_sent_once_though_the_line_breaks_after_the_server_wrote(
    page: Page, phone: Phone, person: InNeed
) -> None:
    broken: list[int] = []

    def breaks(route: Route) -> None:
        broken.append(route.fetch().status)
        route.abort()

    page.context.route("**/pocket/record/", breaks)
    unlocks(page)
    expect(page.locator("#status")).to_contain_text("No signal", timeout=PATIENCE)
    expect(page.locator("#status")).to_contain_text("1 record waits")
    assert broken == [200]
    page.context.unroute("**/pocket/record/")
    page.get_by_role("button", name="Sync now").click()
    expect(page.locator("#status")).to_contain_text("Nothing waits to be sent", timeout=PATIENCE)
    expect(page.locator("#status")).not_to_contain_text("to settle")
    expect(page.locator("#status")).not_to_contain_text("Syncing", timeout=PATIENCE)
    phone.judged(page, "pocket-synced")
    page.get_by_role("link", name=re.compile(person.name)).click()
    expect(page.get_by_role("heading", name="Worked out from what was recorded")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(SCORED)).to_be_visible(timeout=PATIENCE)
    phone.judged(page, "pocket-score")


def then_the_clock_stopped_with_its_evidence(asha: Visitor, ruth: Visitor, referral: str, visit: str) -> None:
    asha.opens(f"/hub/{referral}/")
    clock = asha.page.locator(".hw-clocks li").filter(has_text="Two-hour response")
    expect(clock).to_contain_text(re.compile("Met|Answered|stopped", re.IGNORECASE))
    ruth.opens(visit)
    ruth.sees("Recorded without a signal")
    assert ruth.page.get_by_text("Slipped on the stairs; no injury.").count() == 1
    ruth.sees("Skin tear")
    ruth.sees("Worked out from the answers")
    expect(ruth.page.get_by_text(SCORED).first).to_be_visible()
    ruth.pictures("visit-score")
    ruth.sees("Dry dressing, look again on Friday.")


def when_somebody_records_the_same_visit_meanwhile(ruth: Visitor) -> None:
    ruth.follows("Not seen")
    ruth.ticks("No answer at the door")
    ruth.presses("Record that they were not seen")


def then_both_versions_are_shown(page: Page, phone: Phone) -> None:
    page.get_by_role("button", name="Sync now").click()
    page.get_by_role("link", name=re.compile("two versions")).click(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="On this phone")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Seen by me, no signal on the stairs.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="What stands")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("No answer at the door")).to_be_visible(timeout=PATIENCE)
    phone.judged(page, "pocket-two-versions")


def when_she_settles_it_then_nothing_waits(page: Page, phone: Phone) -> None:
    page.get_by_role("link", name="Settle it").click()
    page.get_by_label("Both happened").check()
    phone.judged(page, "pocket-settle")
    page.get_by_role("button", name="Settle it").click()
    expect(page.get_by_text("Both versions stay to be read")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{phone.url}/pocket/")
    unlocks(page)
    expect(page.locator("#status")).not_to_contain_text("to settle", timeout=PATIENCE)
    expect(page.locator("#status")).to_contain_text("Nothing waits to be sent")


def when_it_is_said_to_be_lost(ruth: Visitor) -> None:
    ruth.opens("/pocket/phones/")
    ruth.presses("Lost it")
    ruth.sees("Everything on that phone is deleted")


def then_everything_is_deleted_and_she_is_told(page: Page, phone: Phone) -> None:
    page.get_by_role("button", name="Sync now").click()
    expect(page.get_by_role("heading", name="This phone was wiped")).to_be_visible(timeout=PATIENCE)
    phone.judged(page, "pocket-wiped")
    assert page.evaluate("indexedDB.databases()") == []


EVERYTHING = """async () => {
  const text = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value)
    : value && typeof value === "object" ? Object.values(value).map(text).join(" ") : String(value);
  const known = await new Promise((done) => { const asked = indexedDB.open("homeward-pocket"); asked.onsuccess = () => done(asked.result); });
  let found = JSON.stringify({ ...localStorage });
  for (const name of known.objectStoreNames) {
    const rows = await new Promise((done) => { const asked = known.transaction(name).objectStore(name).getAll(); asked.onsuccess = () => done(asked.result); });
    found += rows.map(text).join(" ");
  }
  known.close();
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name);
    for (const key of await shelf.keys()) found += key.url + (/png|svg/.test(key.url) ? "" : await (await shelf.match(key)).text());
  }
  return found;
}"""


FORTY_MINUTES_LATER = """async () => {
  const known = await new Promise((done) => { const asked = indexedDB.open("homeward-pocket"); asked.onsuccess = () => done(asked.result); });
  const change = known.transaction("plain", "readwrite");
  const then = Date.now() - 40 * 60_000;
  change.objectStore("plain").put({ at: new Date(then).toISOString(), phone: then }, "synced");
  await new Promise((done) => { change.oncomplete = done; });
  known.close();
}"""
SHOWN = """new MutationObserver(() => {
  if (!window.shownAt && document.querySelector("h1")?.textContent === "Locked") window.shownAt = performance.now();
}).observe(document, { childList: true, subtree: true });"""
SLOW_PHONE = 4  # times slower than this machine
WITHIN = 1000  # milliseconds


def test_the_round_opens_from_the_phone_within_a_second_on_a_slow_phone(cast: Cast, tmp_path: Path) -> None:
    phone = Phone(cast, cast("ruth"), tmp_path / "phone")
    with phone.on(signal=True) as page:
        sets_up(page)
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.context.set_offline(True)
        page.add_init_script(SHOWN)
        slow = page.context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PHONE})
        took = []
        for _ in range(5):
            page.reload()
            expect(page.get_by_role("heading", name="Locked")).to_be_visible(timeout=PATIENCE)
            took.append(round(page.evaluate("window.shownAt")))
        best = min(took)
        print(
            f"Offline round: opens from the phone in {sorted(took)} ms at a CPU {SLOW_PHONE} times slower, without a signal; "
            f"target ≤ {WITHIN} ms: {'met' if best <= WITHIN else 'NOT MET'}"
        )
        assert min(took) <= WITHIN, took  # what the page costs; the others say what else this machine was doing
