"""What does a return say? Its rows by table, from the same records and events that everybody works with."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from homeward.directory import api as directory
from homeward.exchange.returns.queries.gathering.contacts import contact_rows
from homeward.exchange.returns.queries.gathering.people import person_rows
from homeward.exchange.returns.queries.gathering.referrals import held, referral_rows
from homeward.exchange.returns.queries.gathering.scores import score_rows
from homeward.exchange.returns.queries.gathering.within import Within
from homeward.exchange.returns.rules.row import Extract, Row
from homeward.exchange.returns.spec.data_sets import DATA_SETS
from homeward.foundation.moments import london

SYSTEM = "Homeward"


def gather(within: Within, *, asked_by: UUID) -> Extract:
    """The rows of every table, in the order of their keys, inside an open gate. `asked_by`: the event by which it was asked for."""
    data_set = DATA_SETS[within.declared.data_set]
    found = held(within)
    tables: dict[str, list[Row]] = defaultdict(list)
    tables["CYP000Header"] = [_header(within, data_set.version, asked_by)]
    teams = {each.person_id: each.team for each in found}
    for rows in (
        person_rows(teams, within),
        referral_rows(found, within),
        contact_rows(found, within),
        score_rows(found, within),
    ):
        for row in rows:
            tables[row.table].append(row)
    ordered: Mapping[str, Sequence[Row]] = {
        table.name: sorted(tables[table.name], key=lambda row: row.key) for table in data_set.tables
    }
    return Extract(
        data_set=data_set, tables=ordered, first=within.month.first, last=within.month.last, practices=practices()
    )


def practices() -> frozenset[str]:
    """The ODS codes of the practices that are declared here."""
    bodies = directory.place().organisations.values()
    return frozenset(each.ods_code for each in bodies if each.kind == "gp_practice" and each.ods_code)


def _header(within: Within, version: str, asked_by: UUID) -> Row:
    values = {
        "Version": version, "OrgID_Provider": within.provider_code, "OrgID_Submitter": within.provider_code,
        "PrimarySystem": SYSTEM, "RP_StartDate": within.month.first.isoformat(),
        "RP_EndDate": within.month.last.isoformat(), "FileCreation_DateTime": f"{london(within.at):%Y-%m-%dT%H:%M:%S}",
    }  # fmt: skip
    return Row(
        table="CYP000Header", key=within.provider_code, person_id=None, subject_kind="return", subject_id=None, values=values,
        events=(asked_by,),
    )  # fmt: skip
