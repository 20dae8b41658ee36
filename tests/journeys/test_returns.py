"""Journey: an analyst makes the month's return, sees what the nation would complain of, follows it, submits, is refused what is too early, and takes the file."""

import zipfile
from pathlib import Path

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_a_return_is_made_checked_given_and_taken(cast: Cast, tmp_path: Path) -> None:
    oliver, priya = cast("oliver"), cast("priya")
    when_a_return_is_made(oliver)
    then_a_fault_opens_into_its_row_and_the_events_behind_it(oliver)
    stands = "Submitted" if when_it_is_submitted(oliver) else "Made and checked"
    here = oliver.page.url
    when_the_final_of_the_month_before_follows(oliver)
    oliver.opens(here)
    then_its_file_is_given_with_a_reason(oliver, tmp_path)
    then_governance_sees_it_and_takes_nothing(priya, oliver.page.url, stands)
    then_the_reports_stand_beside_it(oliver)


def when_a_return_is_made(oliver: Visitor) -> None:
    oliver.opens("/numbers/returns/")
    oliver.is_on("National returns")
    oliver.sees("Reports on demand")
    oliver.pictures("national-returns")
    oliver.presses("Make the return")
    until_it_is_made(oliver)
    oliver.pictures("a-national-return")


def until_it_is_made(oliver: Visitor) -> None:
    for _ in range(60):  # the worker makes it
        if oliver.page.get_by_text("Made and checked").count():
            break
        oliver.page.wait_for_timeout(1000)
        oliver.leaves_by(oliver.page.get_by_role("link", name="Look again"))
    oliver.sees("What the checks found")


def then_a_fault_opens_into_its_row_and_the_events_behind_it(oliver: Visitor) -> None:
    here = oliver.page.url
    oliver.leaves_by(oliver.page.get_by_role("main").get_by_role("link", name="is missing").first)
    oliver.sees("Put right")
    oliver.pictures("a-fault-of-a-return")
    oliver.leaves_by(oliver.page.get_by_role("link", name="and its events").first)
    oliver.sees("Made from")
    oliver.sees("The one you asked for")
    oliver.pictures("a-row-of-a-return")
    oliver.opens(here)


def when_it_is_submitted(oliver: Visitor, *, kind: str = "provisional") -> bool:
    """Whether it could be. On the last days of a month, after its last working day, no window is open: then the page says so."""
    button = oliver.page.get_by_role("button", name=f"Submit the {kind} return")
    if not button.count():
        oliver.sees("closed on")
        return False
    why = oliver.page.get_by_label("Why is it given with records that would be rejected?")
    if why.count():
        oliver.presses(f"Submit the {kind} return")
        oliver.sees("Say why the return is given all the same")
        why.fill("The practice codes are being put right")
    oliver.presses(f"Submit the {kind} return")
    oliver.sees("never changes")
    return True


def when_the_final_of_the_month_before_follows(oliver: Visitor) -> None:
    """It opens a month after the provisional one: the last month's final is made too early, the one before is in time."""
    for months_back, early in ((0, True), (2, False)):
        oliver.opens("/numbers/returns/")
        oliver.page.get_by_label("Month", exact=True).select_option(index=months_back)
        oliver.page.get_by_label("Provisional or final").select_option(label="Final")
        oliver.presses("Make the return")
        until_it_is_made(oliver)
        if early:
            oliver.sees("its window is not open yet")
            assert not oliver.page.get_by_role("button", name="Submit the final return").count()
        else:
            when_it_is_submitted(oliver, kind="final")


def then_its_file_is_given_with_a_reason(oliver: Visitor, folder: Path) -> None:
    oliver.page.get_by_label("Why do you take the file?").fill("Loading it into the national collection")
    with oliver.page.expect_download() as taken:
        oliver.page.get_by_role("button", name="Take the file").click()
    path = folder / "return.zip"
    taken.value.save_as(path)
    with zipfile.ZipFile(path) as archive:
        assert archive.read("CYP000Header.csv").startswith(b"Version,OrgID_Provider")
        assert len(archive.read("CYP101Referral.csv").splitlines()) > 1


def then_governance_sees_it_and_takes_nothing(priya: Visitor, address: str, stands: str) -> None:
    priya.opens("/" + address.partition("#")[0].split("/", 3)[3])
    priya.sees(stands)
    assert not priya.page.get_by_role("button", name="Take the file").count()


def then_the_reports_stand_beside_it(oliver: Visitor) -> None:
    for name in ("Urgent community response, day by day", "Virtual wards", "Ready to leave hospital"):
        oliver.opens("/numbers/returns/")
        oliver.leaves_by(oliver.page.get_by_role("main").get_by_role("link", name=name).first)
        oliver.sees("Definition")
        oliver.sees("As of")
        if name.startswith("Urgent"):
            oliver.leaves_by(oliver.page.get_by_role("link", name="The number itself, and its list"))
            oliver.is_on("Two-hour response")
    oliver.pictures("a-situation-report")
