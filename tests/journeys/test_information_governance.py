"""Journey: an information-governance lead reads who looked and why, checks that the log is whole, and ends what a system took at once."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from email.message import Message

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.house import House
from tests.journeys.stage.steps import finds_on_the_board, takes_a_call
from tests.journeys.stage.visitor import Visitor

WITHIN = 120.0  # seconds in which the worker has surely gathered


def test_who_looked_and_is_the_log_whole(cast: Cast, house: House, person: InNeed) -> None:
    asha, tom, priya = cast("asha"), cast("tom"), cast("priya")
    given_two_coordinators_opened_a_record(asha, tom, person)
    when_she_asks_who_looked(priya)
    when_she_keeps_to_one_record_she_sees_both_and_why(priya, person)
    then_her_own_look_is_written_down_too(priya)
    then_unusual_access_is_shown_with_its_reason(priya)
    then_the_chain_is_whole(priya, house)


def test_a_system_took_many_records_and_she_ends_it(cast: Cast, house: House) -> None:
    priya = cast("priya")
    token, address = given_a_partners_system_asked_for_everybody(priya, house)
    when_its_files_are_gathered_and_one_is_taken(token, address)
    then_she_sees_who_took_how_much(priya)
    when_she_ends_it_with_a_reason(priya)
    then_the_system_gets_nothing_more_and_is_told_why(token, address)


def given_a_partners_system_asked_for_everybody(priya: Visitor, house: House) -> tuple[str, str]:
    made = json.loads(
        house.command("client", "create", "Night warehouse", "--organisation", "uhb", "--scope", "system/*.rs", "--json")
    )
    form = urllib.parse.urlencode({"grant_type": "client_credentials", **made}).encode()
    with urllib.request.urlopen(f"{priya.url}/oauth/token", data=form) as answer:
        token = str(json.load(answer)["access_token"])
    status, headers, _ = asked(f"{priya.url}/fhir/R4/Patient/$export?_type=Patient,Observation", token)
    assert status == 202
    return token, headers["Content-Location"]


def asked(address: str, token: str) -> tuple[int, Message, bytes]:
    """What the house answers the system."""
    headers = {"Authorization": f"Bearer {token}", "Prefer": "respond-async"}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers, refused.read()


def when_its_files_are_gathered_and_one_is_taken(token: str, address: str) -> None:
    began = time.monotonic()
    while (told := asked(address, token))[0] == 202:
        assert time.monotonic() - began < WITHIN
        time.sleep(1)
    files = json.loads(told[2])["output"]
    assert asked(files[0]["url"], token)[0] == 200


def then_she_sees_who_took_how_much(priya: Visitor) -> None:
    priya.opens("/audit/")
    priya.follows("Taken by systems")
    priya.is_on("Taken by systems")
    priya.sees("Night warehouse", within="tbody")
    priya.sees("1 file taken", within="tbody")
    priya.pictures("taken-by-systems")


def when_she_ends_it_with_a_reason(priya: Visitor) -> None:
    priya.page.locator("tbody").get_by_role("link", name="Night warehouse").first.click()
    priya.is_on("Taken by Night warehouse")
    with priya.expecting(422):
        priya.presses("End it")
    priya.sees("There is a problem")
    priya.pictures("taken-by-one-system")
    priya.types("Why do you end it?", "The agreement ended in October")
    priya.presses("End it")
    priya.sees("It is ended.")
    priya.sees("Nothing of it is kept")


def then_the_system_gets_nothing_more_and_is_told_why(token: str, address: str) -> None:
    status, _, words = asked(address, token)
    assert status == 404 and b"The agreement ended in October" in words


def given_two_coordinators_opened_a_record(asha: Visitor, tom: Visitor, person: InNeed) -> None:
    takes_a_call(asha, person, need="A fall", words="Fell by the gate.")
    finds_on_the_board(tom, person)


def when_she_asks_who_looked(priya: Visitor) -> None:
    priya.opens("/audit/")
    priya.is_on("Who looked")
    priya.sees("Tom Reid")
    priya.pictures("who-looked")


def when_she_keeps_to_one_record_she_sees_both_and_why(priya: Visitor, person: InNeed) -> None:
    priya.page.locator("tbody").get_by_role("link", name=person.name).first.click()
    priya.page.wait_for_url("**/audit/?person=*")
    priya.looks()
    priya.sees("Tom Reid", within="tbody")
    priya.sees("Asha Patel", within="tbody")


def then_her_own_look_is_written_down_too(priya: Visitor) -> None:
    priya.opens("/audit/")
    priya.sees("Priya Mistry", within="tbody")


def then_unusual_access_is_shown_with_its_reason(priya: Visitor) -> None:
    priya.follows("Unusual access")
    priya.is_on("Unusual access")


def then_the_chain_is_whole(priya: Visitor, house: House) -> None:
    priya.follows("Sealed record")
    priya.presses("Check the whole chain")
    priya.sees("The chain is whole.")
    priya.pictures("sealed")
    assert "whole" in house.command("audit", "verify")
