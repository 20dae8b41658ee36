"""What goes into a person's copy of their record, what is kept back and why, and how is the copy explained?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from homeward.foundation.moments import london_day

# Secrets of signing in tell nothing about anybody and would open an account; what a copy was stored as is the copy again.
SECRET_COLUMNS = frozenset({"password", "digest", "secret_digest", "content"})
KEPT_BACK_SECRET = "It is a secret of signing in, or the stored copy itself."
KEPT_BACK_OTHERS = "It was said by somebody else in confidence, or showing it could harm somebody (Data Protection Act 2018, schedules 2 and 3)."


@dataclass(frozen=True, kw_only=True)
class TableCopied:
    """One table: how many rows are in the copy, how many are kept back, and which columns are."""

    name: str
    rows: int
    withheld: int
    columns_withheld: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """One row that is kept back: where, which and why, without what it says."""

    table: str
    row: str
    kind: str
    reason: str = KEPT_BACK_OTHERS


def is_kept_back(row: Mapping[str, Any], hidden_from_person: Iterable[str]) -> bool:
    """Is this row marked as a kind of matter that the person does not see?"""
    return bool(row.get("sensitivity")) and row["sensitivity"] in set(hidden_from_person)


def cleaned(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row without secrets."""
    return {name: value for name, value in row.items() if name not in SECRET_COLUMNS}


def front_page(*, place: str, made_at: datetime, person: str, tables: Iterable[TableCopied], looks: int) -> str:
    """The page that opens the copy, in plain words."""
    listed, made_on = list(tables), london_day(made_at)
    kept_back = sum(each.withheld for each in listed)
    rows = "".join(
        f"<tr><td><a href='tables/{each.name}.csv'>{escape(said_table(each.name))}</a></td><td>{each.rows}</td><td>{each.withheld}</td></tr>"
        for each in listed
    )
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>A copy of your record</title></head><body>"
        f"<h1>A copy of your record</h1><p>{escape(place)} made this on {made_on.day} {made_on:%B %Y} for the person with the number {escape(person)}.</p>"
        "<p>It holds everything kept about you here. Each line below is one kind of thing; it opens as a table, and the "
        "same is in the folder 'tables' for computers. What other organisations sent is in the folder 'received', as it came.</p>"
        f"<p><a href='who-looked.csv'>Who looked at your record</a>: {looks} entries.</p>"
        f"<p><a href='withheld.csv'>What is kept back, and why</a>: {kept_back} entries. You can ask for a reason in person, and complain to the Information Commissioner.</p>"
        f"<table><thead><tr><th>What</th><th>In this copy</th><th>Kept back</th></tr></thead><tbody>{rows}</tbody></table></body></html>"
    )


def said_table(name: str) -> str:
    """'people_personname' as 'people: personname'; the logs by what they are."""
    known = {"foundation_event": "everything that happened", "access_opening": "every opening of your record"}
    package, _, thing = name.partition("_")
    return known.get(name, f"{package}: {thing.replace('_', ' ')}")
