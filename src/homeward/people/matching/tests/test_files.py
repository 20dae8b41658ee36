"""Do two outside files link as their labels say, and is whoever asks wrongly told so?"""

import csv
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from homeward.foundation.errors import Invalid
from homeward.people.matching.columns import read_named, recognise
from homeward.people.matching.linking import link_files
from homeward.people.matching.policy import POLICY, read_policy

EXAMPLES = Path(os.environ.get("HOMEWARD_EXAMPLES", "")) / "linkage"


def _written(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", newline="") as out:
        csv.writer(out).writerows(rows)
    return path


def _pairs(path: Path) -> list[tuple[str, str]]:
    with path.open(newline="") as found:
        return [(row["left_id"], row["right_id"]) for row in csv.DictReader(found)]


def test_headers_are_recognised_however_they_are_written() -> None:
    found = recognise(["PatientID", "First Name", "SURNAME", "Date of Birth", "Post-code", "NHS_Number", "cluster"])
    assert found == {
        "given": "First Name",
        "family": "SURNAME",
        "birth": "Date of Birth",
        "postcode": "Post-code",
        "nhs": "NHS_Number",
    }
    assert recognise(["id", "x", "dob"], read_named("family=x")) == {"family": "x", "birth": "dob"}


@pytest.mark.parametrize("wrong", ["familyx", "colour=x"])
def test_columns_named_wrongly_are_refused(wrong: str) -> None:
    with pytest.raises(Invalid):
        recognise(["id", "x"], read_named(wrong))


def test_two_small_files_link_by_the_declared_weights(tmp_path: Path) -> None:
    left = _written(tmp_path / "a.csv", [
        ["id", "given_name", "family_name", "dob", "postcode", "nhs_number"],
        ["a1", "Amina", "Khan", "1941-05-03", "B29 6JF", "9990000018"],
        ["a2", "Tom", "Price", "1950-02-11", "B13 8AA", ""],
        ["a3", "Leah", "Okoro", "2001-09-04", "B5 7TT", ""],
        ["a4", "José", "O'Neill", "1972-01-30", "B1 1AA", ""],
    ])  # fmt: skip
    right = _written(tmp_path / "b.csv", [
        ["ref", "name", "born", "post code", "nhs no"],
        ["b1", "Khan, Amina", "05/03/1941", "B14 7QQ", "999 000 0018"],
        ["b2", "Price, Thomas", "11/02/1950", "B13 8AA", ""],
        ["b3", "Okoro, Ruth", "04/09/2001", "B5 7TT", ""],
        ["b4", "Oneill, Jose", "30/01/1972", "B1 1AB", ""],
    ])  # fmt: skip
    out = tmp_path / "pairs.csv"
    done = link_files(left=left, right=right, out=out)
    assert _pairs(out) == [("a1", "b1"), ("a2", "b2"), ("a4", "b4")], (
        "swapped day and month, a short form, marks; never the twin"
    )
    assert done.by_rule["same NHS number, name and birth date agree"] == 1
    assert done.by_rule["refused: may be twins"] == 1
    with out.open() as text:
        assert text.readline().strip() == "left_id,right_id,weight,probability"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["id", "colour"], ["1", "red"]], "tells people apart"),
        ([["id", "surname"], ["1", "Khan"], ["1", "Price"]], "does not tell its rows apart"),
    ],
)
def test_a_file_that_cannot_be_linked_says_why(tmp_path: Path, rows: list[list[str]], words: str) -> None:
    with pytest.raises(Invalid, match=words):
        link_files(left=_written(tmp_path / "a.csv", rows), right=None, out=tmp_path / "pairs.csv")


def test_a_policy_is_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "policy.json"
    path.write_text(replace(POLICY, version="trial", accept_weight=9.5).as_json())
    assert read_policy(path).accept_weight == 9.5
    path.write_text('{"version": "x", "colour": 1}')
    with pytest.raises(Invalid):
        read_policy(path)


@pytest.mark.slow
@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="HOMEWARD_EXAMPLES is not set")
def test_published_labelled_records_link_as_their_labels_say(tmp_path: Path) -> None:
    out = tmp_path / "pairs.csv"
    link_files(left=EXAMPLES / "fake_1000.csv", right=None, out=out)
    with (EXAMPLES / "fake_1000.csv").open(newline="") as told:
        cluster = {row["unique_id"]: row["cluster"] for row in csv.DictReader(told)}
    pairs = _pairs(out)
    right = sum(cluster[one] == cluster[other] for one, other in pairs)
    true = sum(many * (many - 1) // 2 for many in Counter(cluster.values()).values())
    precision, recall = right / len(pairs), right / true
    assert 2 * precision * recall / (precision + recall) >= 0.965, f"precision {precision:.4f}, recall {recall:.4f}"
