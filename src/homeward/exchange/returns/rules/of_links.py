"""Does every row meet the row it hangs on, once, and rest on something that happened?"""

from collections import Counter
from collections.abc import Iterator

from homeward.exchange.returns.rules.of_items import mended
from homeward.exchange.returns.rules.row import Extract, Found, Rule
from homeward.exchange.returns.spec.item import DataSet


def link_rules(data_set: DataSet) -> Iterator[Rule]:
    """A rule for each link, each key, and for what every row rests on."""
    for table in data_set.tables:
        for column, other, _ in table.parents:
            words = f"Its {table.item(column).element} is in no row of {other}."
            yield Rule(
                code=f"{table.name}.{column}.orphan", table=table.name, words=words, severity="record", mend="house"
            )
        yield Rule(
            code=f"{table.name}.key.twice",
            table=table.name,
            words="The same row stands there twice.",
            severity="record",
            mend=mended(table.name),
        )
        yield Rule(
            code=f"{table.name}.events.none",
            table=table.name,
            words="Nothing is on record from which this row could come.",
            severity="file",
            mend="house",
        )
    yield Rule(
        code="CYP001MPI.practice.none",
        table="CYP001MPI",
        words="The person has no row for their practice, which is mandatory.",
        severity="record",
        mend="house",
    )


def link_faults(extract: Extract) -> Iterator[Found]:
    """The rows that break those rules."""
    for table in extract.data_set.tables:
        rows = extract.rows(table.name)
        for column, other, theirs in table.parents:
            known = {row.get(theirs) for row in extract.rows(other)}
            yield from (
                Found(rule=f"{table.name}.{column}.orphan", row=row) for row in rows if row.get(column) not in known
            )
        times = Counter(row.key for row in rows)
        yield from (Found(rule=f"{table.name}.key.twice", row=row) for row in rows if times[row.key] > 1)
        yield from (Found(rule=f"{table.name}.events.none", row=row) for row in rows if not row.events)
    registered = {row.get("LocalPatientID") for row in extract.rows("CYP002GP")}
    for row in extract.rows("CYP001MPI"):
        if row.get("LocalPatientID") not in registered:
            yield Found(rule="CYP001MPI.practice.none", row=row)
