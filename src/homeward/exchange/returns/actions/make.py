"""How is a return made: gathered, checked, and kept row by row, by the house itself?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import gate, system
from homeward.exchange.models import NationalReturn, ReturnFault, ReturnResult, ReturnRow, ReturnTable
from homeward.exchange.returns.queries.declared import declared
from homeward.exchange.returns.queries.gather import gather
from homeward.exchange.returns.queries.gathering.within import Within, asked, within
from homeward.exchange.returns.rules.checking import faults_in, rules_of
from homeward.exchange.returns.rules.months import Month
from homeward.exchange.returns.rules.rendering import digest_of, table_csv, whole_digest
from homeward.exchange.returns.rules.row import Extract, Found, Rule
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused

STEPS = 3
TOGETHER = 2000
FAILED = (
    "It could not be made. Ask for it again; if it fails again, give the number of this page to whoever runs Homeward."
)
CUT_SHORT = (
    "Making it was cut short again and again. Ask for it again; if that fails too, give the number of this page to whoever "
    "runs Homeward."
)
MOVING = ("waiting", "making")


def make(return_id: UUID, *, at: datetime) -> None:
    """Make the return that waits, or whose making was cut short; it says how far it is, and says so when it fails."""
    row = NationalReturn.objects.get(pk=return_id)
    if not _marked(return_id, *MOVING, state="making", done=0, total=STEPS):
        return
    try:
        month = Month(first=row.month)
        around = within(declared(row.return_code), row.provider, month, row.asked_at)
        extract = _gathered(return_id, around, at)
        _marked(return_id, "making", done=1)
        found = list(faults_in(extract))
        _marked(return_id, "making", done=2)
        keep(return_id=return_id, extract=extract, found=found, by=system(JOB), at=at)
    except Refused as refused:
        _marked(return_id, "making", state="failed", words=f"{refused.message} {refused.next_step}".strip())
    except Exception:
        _marked(return_id, "making", state="failed", words=FAILED)
        raise


def _gathered(return_id: UUID, around: Within, at: datetime) -> Extract:
    with gate.job(JOB, at=at, why="gathering a national return"):
        (event,) = asked(
            "select id from foundation_event where subject_id = %(id)s and kind = 'returns.make'", {"id": return_id}
        )
        return gather(around, asked_by=event["id"])


def give_return_up(return_id: UUID) -> None:
    """Its making was cut short for the last time: it says so, and may be asked for again."""
    _marked(return_id, *MOVING, state="failed", words=CUT_SHORT)


@action("returns.keep")
def keep(
    *, return_id: UUID, extract: Extract, found: Sequence[Found], by: Actor, at: datetime
) -> Happening[NationalReturn]:
    """Every row with what it rests on, each rule with how often it is broken; an older one that was not submitted gives way."""
    row = NationalReturn.objects.select_for_update().get(pk=return_id)
    if row.state != "making":  # its worker was only slow, and another has made it meanwhile
        raise Refused("This return is made already.", next_step="Open it.")
    with gate.job(JOB, by=by, at=at, why="keeping a national return"):
        _replace_older(row)
        tables = _keep_rows(row, extract)
        _keep_faults(row, extract, found)
    grave = {rule.code: rule.severity for rule in rules_of(extract.data_set)}
    told = Counter(grave[each.rule] for each in found)
    row.state, row.made_at, row.done = "ready", row.asked_at, STEPS
    row.rows, row.sha256 = sum(map(len, extract.tables.values())), whole_digest(tables)
    row.stops, row.rejected, row.warnings = told["file"], told["record"], told["warning"]
    row.save()
    facts = {
        "rows": row.rows,
        "sha256": row.sha256,
        "stops": row.stops,
        "rejected": row.rejected,
        "warnings": row.warnings,
    }
    return Happening(result=row, subject_kind="return", subject_id=row.id, person_id=None, facts=facts)


def _replace_older(row: NationalReturn) -> None:
    """Only the newest unsubmitted one keeps its rows: a copy of people's data that nobody needs is not kept."""
    same = {"return_code": row.return_code, "provider": row.provider, "month": row.month, "kind": row.kind}
    older = list(
        NationalReturn.objects.filter(**same, state__in=("ready", "failed"))
        .exclude(pk=row.id)
        .values_list("id", flat=True)
    )
    for table in (ReturnRow, ReturnFault):
        table.objects.filter(national_return_id__in=older).delete()
    NationalReturn.objects.filter(pk__in=older).update(state="replaced")


def _keep_rows(row: NationalReturn, extract: Extract) -> Mapping[str, str]:
    """The rows, and each table's digest."""
    digests = {}
    for table in extract.data_set.tables:
        rows = extract.rows(table.name)
        cells = [[each.get(column) for column in table.columns] for each in rows]
        digests[table.name] = digest_of(table_csv(table.columns, cells))
        ReturnTable.objects.create(
            national_return=row,
            name=table.name,
            columns=list(table.columns),
            rows=len(rows),
            sha256=digests[table.name],
        )
        made = (
            ReturnRow(
                national_return=row, person_id=each.person_id, table=table.name, number=number, key=each.key,
                subject_kind=each.subject_kind, subject_id=each.subject_id, cells=values, events=list(each.events),
            )
            for number, (each, values) in enumerate(zip(rows, cells, strict=True), start=1)
        )  # fmt: skip
        ReturnRow.objects.bulk_create(made, batch_size=TOGETHER)
    return digests


def _keep_faults(row: NationalReturn, extract: Extract, found: Sequence[Found]) -> None:
    numbers = {(each.table, each.key): n for rows in extract.tables.values() for n, each in enumerate(rows, start=1)}
    counts = Counter(each.rule for each in found)
    rules = rules_of(extract.data_set)
    ReturnResult.objects.bulk_create(_results(row, rules, counts))
    made = (
        ReturnFault(
            national_return=row, person_id=each.row.person_id, rule=each.rule, table=each.row.table,
            number=numbers[each.row.table, each.row.key], subject_kind=each.row.subject_kind, subject_id=each.row.subject_id,
            team=each.row.team,
        )
        for each in found
    )  # fmt: skip
    ReturnFault.objects.bulk_create(made, batch_size=TOGETHER)


def _results(row: NationalReturn, rules: Sequence[Rule], counts: Mapping[str, int]) -> Iterator[ReturnResult]:
    for rule in rules:
        yield ReturnResult(
            national_return=row, rule=rule.code, table=rule.table, words=rule.words, severity=rule.severity, mend=rule.mend,
            count=counts.get(rule.code, 0),
        )  # fmt: skip


def _marked(return_id: UUID, *states: str, **changes: Any) -> bool:
    """How far it is: not an event, so it is written beside the log, in a transaction of its own."""
    return bool(NationalReturn.objects.filter(pk=return_id, state__in=states).update(**changes))
