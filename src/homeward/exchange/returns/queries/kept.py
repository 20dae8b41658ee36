"""What are the files of a return, and are they still what they were when it was made?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from homeward.exchange.models import NationalReturn, ReturnRow
from homeward.exchange.returns.rules.rendering import digest_of, manifest, table_csv, whole_digest
from homeward.foundation.errors import Refused


@dataclass(frozen=True, kw_only=True)
class Files:
    """Every file by name, the manifest among them."""

    name: str
    files: Mapping[str, bytes]
    sha256: str


def files_of(row: NationalReturn) -> Files:
    """Written out from the rows that were kept, inside an open gate. Raises Refused when they no longer agree with the digest."""
    files, digests, counts = {}, {}, {}
    for table in row.tables.all():
        cells = (
            ReturnRow.objects.filter(national_return=row, table=table.name)
            .order_by("number")
            .values_list("cells", flat=True)
        )
        content = table_csv(table.columns, cells)
        files[f"{table.name}.csv"], digests[table.name], counts[table.name] = content, digest_of(content), table.rows
    if whole_digest(digests) != row.sha256:
        raise Refused(
            "The rows kept for this return no longer agree with its seal, so it is not given out.",
            next_step="Tell information governance at once, with the number of this page.",
        )
    about = {
        "data_set": row.data_set, "provider": row.provider, "month": f"{row.month:%Y-%m}", "kind": row.kind,
        "made_at": row.made_at.isoformat() if row.made_at else "", "return": str(row.id),
    }  # fmt: skip
    files["manifest.json"] = manifest(about, digests, counts)
    return Files(name=f"{row.return_code}-{row.provider}-{row.month:%Y-%m}-{row.kind}", files=files, sha256=row.sha256)


def return_called(return_id: UUID) -> NationalReturn | None:
    """The row itself, if there is one."""
    return NationalReturn.objects.filter(pk=return_id).first()
