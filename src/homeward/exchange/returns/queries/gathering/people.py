"""Who are the people of these referrals, and with which practices were they registered in the month?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.exchange.returns.queries.gathering.traces import traces
from homeward.exchange.returns.queries.gathering.within import Within, asked, on
from homeward.exchange.returns.rules.local_ids import local_id
from homeward.exchange.returns.rules.row import Row
from homeward.exchange.returns.spec.codes import PRACTICE_NOT_KNOWN

_PEOPLE = """
select p.id, p.sex, p.birth_date, p.language_code, p.nhs_number_status, p.usual_place,
       case when p.death_at < %(ends)s then p.death_at end as death_at,
       (select i.value from people_identifier i
        where i.person_id = p.id and i.system = %(nhs)s and i.valid_to is null limit 1) as nhs_number,
       (select a.postcode from people_address a where a.person_id = p.id and a.valid_to is null limit 1) as postcode
from people_person p where p.id = any(%(people)s)
"""
_REGISTERED = """
select person_id, practice_code, valid_from, case when valid_to <= %(last)s then valid_to end as valid_to
from people_practiceregistration
where person_id = any(%(people)s) and valid_from <= %(last)s and (valid_to is null or valid_to >= %(first)s)
  and practice_code <> '' order by person_id, valid_from, id
"""
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
GENDERS: Mapping[str, str] = {"male": "1", "female": "2", "other": "9", "unknown": "X"}
# Our words for whether a number was traced, in the national list; a number held by somebody else is not given at all.
NUMBERS: Mapping[str, str] = {
    "verified": "01",
    "not_verified": "02",
    "failed_trace": "04",
    "disputed": "05",
    "none": "03",
}
TWO_LETTERS = 2


def person_rows(teams: Mapping[UUID, str], within: Within) -> Iterator[Row]:
    """A row for each person, and one for each practice; `teams` look after them."""
    values = {
        "people": list(teams),
        "nhs": NHS_NUMBER,
        "ends": within.month.ends_at,
        "first": within.month.first,
        "last": within.month.last,
    }
    registered: dict[UUID, list[Mapping[str, Any]]] = defaultdict(list)
    for row in asked(_REGISTERED, values):
        registered[row["person_id"]].append(row)
    events = traces(list(teams), kinds=("person.%",), within=within)
    for row in asked(_PEOPLE, values):
        id = row["id"]
        yield _row("CYP001MPI", id, teams[id], _of_person(row, within), events.get(id, ()))
        for practice in _practices(registered.get(id, ())):
            yield _row("CYP002GP", id, teams[id], {"LocalPatientID": local_id(id), **practice}, events.get(id, ()))


def _of_person(row: Mapping[str, Any], within: Within) -> dict[str, str]:
    number = row["nhs_number"] or ""
    language = row["language_code"] or ""
    return {
        "LocalPatientID": local_id(row["id"]), "OrgID_LocalPatientID": within.provider_code, "NHSNumber": number,
        "NHSNumber_Status": NUMBERS[row["nhs_number_status"]],
        "DateOfBirth": row["birth_date"].isoformat() if row["birth_date"] else "", "Postcode": row["postcode"] or "",
        "Gender": GENDERS[row["sex"]], "LanguagePreferred": language if len(language) == TWO_LETTERS else "",
        "DateOfDeath": on(row["death_at"]),
    }  # fmt: skip


def _practices(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Each registration; a stand-in where none is known, because the table is mandatory for everybody."""
    found = [
        {
            "OrgID_GP": _practice(row["practice_code"]), "GPRegistration_StartDate": row["valid_from"].isoformat(),
            "GPRegistration_EndDate": row["valid_to"].isoformat() if row["valid_to"] else "",
        }
        for row in rows
    ]  # fmt: skip
    return found or [{"OrgID_GP": PRACTICE_NOT_KNOWN}]


def _practice(code: str) -> str:
    """Its ODS code. One that is not declared here stands as it was recorded, so that the checks find it."""
    known = directory.place().organisations.get(code)
    return (known.ods_code or "") if known else code


def _row(table: str, id: UUID, team: str, values: dict[str, str], events: tuple[UUID, ...]) -> Row:
    key = " ".join(
        filter(None, (values["LocalPatientID"], values.get("OrgID_GP"), values.get("GPRegistration_StartDate")))
    )
    return Row(
        table=table,
        key=key,
        person_id=id,
        subject_kind="person",
        subject_id=id,
        team=team,
        values=values,
        events=events,
    )
