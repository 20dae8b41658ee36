"""Journey: from a change in a number to the people behind it; and nobody outside comes from a public file to a person."""

import csv
import io
import json

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

NUMBER = "/numbers/two-hour-response/"
OPEN = ("/numbers/two-hour-response.csv", "/numbers/two-hour-response.json")
NARROWED = "?cut=locality&value=east&from=2026-01-05&to=2026-01-05&every=week&status=not_met&by=team"


def test_from_a_change_to_the_people_behind_it(cast: Cast) -> None:
    joan, leon = cast("joan"), cast("leon")
    when_the_chair_finds_the_number_and_reads_what_changed(joan)
    then_places_are_set_beside_one_another_fairly(joan)
    then_the_chair_settles_who_looks_into_it(joan)
    when_the_team_lead_opens_the_list(leon)
    then_names_come_with_a_reason(leon)


def when_the_chair_finds_the_number_and_reads_what_changed(joan: Visitor) -> None:
    joan.opens("/numbers/")
    joan.types("Find a number", "two-hour")
    joan.presses("Find")
    joan.follows("Two-hour response")
    joan.sees("Over time")
    joan.sees("What this cannot tell you")
    joan.follows("52 weeks")
    joan.unfolds("The same as a table")
    joan.pictures("one-number")


def then_places_are_set_beside_one_another_fairly(joan: Visitor) -> None:
    joan.opens(f"{NUMBER}compare/?by=locality&period=52")
    joan.sees("This is not a league table")
    joan.pictures("funnel")


def then_the_chair_settles_who_looks_into_it(joan: Visitor) -> None:
    joan.opens(NUMBER)
    joan.follows("Settle what is done about it")
    joan.sees("Two-hour response")


def when_the_team_lead_opens_the_list(leon: Visitor) -> None:
    leon.opens(NUMBER)
    leon.follows("See the list behind this number")
    leon.sees("These are the very rows")


def then_names_come_with_a_reason(leon: Visitor) -> None:
    leon.unfolds("Show names")
    leon.types("Why do you need the names?", "responses that came late")
    leon.presses("Show names")
    leon.sees("Person")


def test_no_person_is_reached_from_a_public_file(cast: Cast) -> None:
    priya = cast.stranger("information governance, signed out")
    for address in OPEN:
        plain = priya.context.request.get(f"{priya.url}{address}")
        narrowed = priya.context.request.get(f"{priya.url}{address}{NARROWED}")
        assert plain.ok and plain.body() == narrowed.body()
        for words in ("person_id", "row_id", "referral"):
            assert f'"{words}"' not in plain.text()
    rows = list(csv.DictReader(io.StringIO(priya.context.request.get(f"{priya.url}{OPEN[0]}").text())))
    counts = [row[name] for row in rows if row["quarter"] for name in ("numerator", "denominator")]
    assert counts and all(count == "*" or int(count) % 5 == 0 for count in counts)
    said = json.loads(priya.context.request.get(f"{priya.url}{OPEN[1]}").text())
    assert "kept back" in said["disclosure"]
    for closed in (NUMBER, f"{NUMBER}people/", f"{NUMBER}file/csv/", f"{NUMBER}compare/"):
        answer = priya.context.request.get(f"{priya.url}{closed}", max_redirects=0)
        assert answer.status == 302 and "/sign-in/" in answer.headers["location"]
