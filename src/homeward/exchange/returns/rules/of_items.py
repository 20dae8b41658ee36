"""Is every item there, in its form, from its list? Rules drawn from the specification itself."""

from collections.abc import Iterator

from homeward.exchange.returns.rules.row import Extract, Found, Mend, Rule, Severity
from homeward.exchange.returns.spec.codes import LISTS
from homeward.exchange.returns.spec.item import DataSet, Item, Table

# These are empty as long as what they speak of has not happened; nothing is missing then.
MAY_BE_EMPTY = frozenset({
    "DateOfDeath", "Discharge_Date", "Referral_ClosureDate", "Referral_ClosureReason", "GPRegistration_EndDate",
    "Contact_CancellationDate", "Contact_Time", "LanguagePreferred", "OrgID_Referring", "Activity_LocationType",
    "GPRegistration_StartDate",
})  # fmt: skip


def item_rules(data_set: DataSet) -> Iterator[Rule]:
    """A rule for each thing that an item kept here may get wrong."""
    for table in data_set.tables:
        for item in table.items:
            if item.kept:
                yield from _of(table, item)


def _of(table: Table, item: Item) -> Iterator[Rule]:
    where, name = mended(table.name, item), f"{table.name}.{item.name}"
    if item.required == "M":
        yield Rule(
            code=f"{name}.missing",
            table=table.name,
            words=f"{item.element} is missing. It is mandatory.",
            severity=_grave(table),
            mend=where,
        )
    elif item.required == "R" and item.name not in MAY_BE_EMPTY:
        words = f"{item.element} is missing."
        if item.declared:
            words += " The place has not said which national code its own word stands for."
        yield Rule(code=f"{name}.missing", table=table.name, words=words, severity="warning", mend=where)
    yield Rule(
        code=f"{name}.form",
        table=table.name,
        words=f"{item.element} is not {item.form_words}.",
        severity=_grave(table),
        mend=where,
    )
    if item.codes:
        yield Rule(
            code=f"{name}.code",
            table=table.name,
            words=f"{item.element} is not in the national list.",
            severity=_grave(table),
            mend=where,
        )


def item_faults(extract: Extract) -> Iterator[Found]:
    """The rows that break those rules."""
    known = {rule.code for rule in item_rules(extract.data_set)}
    for table in extract.data_set.tables:
        kept = [item for item in table.items if item.kept]
        for row in extract.rows(table.name):
            for item in kept:
                value, name = row.get(item.name), f"{table.name}.{item.name}"
                broken = _broken(item, value)
                if broken and f"{name}.{broken}" in known:
                    yield Found(rule=f"{name}.{broken}", row=row)


def mended(table: str, item: Item | None = None) -> Mend:
    """Where what stands in this table, or this item, is put right."""
    if table == "CYP000Header" or (item is not None and item.declared):
        return "place"
    if table in ("CYP001MPI", "CYP002GP"):
        return "person"
    return "visit" if table in ("CYP201CareContact", "CYP202CareActivity") else "referral"


def _broken(item: Item, value: str) -> str:
    if not value:
        return "missing"
    if not item.fits(value):
        return "form"
    return "code" if item.codes and value not in LISTS[item.codes] else ""


def _grave(table: Table) -> Severity:
    return "file" if table.name == "CYP000Header" else "record"
