"""How is a whole file of a ward's system taken? Row by row, each for itself, so that one bad row costs no other."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from homeward.hospital.actions.feeds.take import Heard, take_row
from homeward.hospital.rules.news import COLUMNS, NEEDED

MOST = 2000


@dataclass(frozen=True, kw_only=True)
class FileHeard:
    """What became of a file: how many rows of each outcome, and every refused one."""

    counts: Counter[str]
    refused: Sequence[Heard]


def take_file(*, content: bytes, source: str, by: Actor, at: datetime) -> FileHeard:
    """Take a CSV file with the columns of `COLUMNS` in any order. Raises Invalid when it cannot be read as one at all."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid({"file": "The file is not UTF-8 text. Save it as CSV UTF-8."}) from None
    reader = csv.DictReader(io.StringIO(text))
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise Invalid(
            {"file": f"These columns are missing: {', '.join(missing)}. The columns are {', '.join(COLUMNS)}."}
        )
    rows: list[tuple[int, dict[str, str]]] = []
    for number, row in enumerate(reader, 2):
        if len(rows) == MOST:
            raise Invalid({"file": f"The file has more than {MOST:,} rows. Send it in parts."})
        rows.append((number, {name: row.get(name) or "" for name in COLUMNS}))
    heard = [take_row(row=row, line=number, source=source, by=by, at=at) for number, row in rows]
    return FileHeard(
        counts=Counter(each.outcome for each in heard), refused=[each for each in heard if each.outcome == "refused"]
    )
