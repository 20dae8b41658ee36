"""How do rows become files: one CSV a table, one manifest, the same bytes for the same rows?"""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say: its files carry no time of their own


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """One table: RFC 4180, UTF-8, its published field names at the head."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def digest_of(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def whole_digest(tables: Mapping[str, str]) -> str:
    """One digest of the digests of all tables, in their order by name."""
    return digest_of("".join(f"{name} {tables[name]}\n" for name in sorted(tables)).encode())


def manifest(about: Mapping[str, object], tables: Mapping[str, str], counts: Mapping[str, int]) -> bytes:
    """What the files are and how each can be checked."""
    listed = {name: {"rows": counts[name], "sha256": tables[name]} for name in sorted(tables)}
    return json.dumps(
        {**about, "sha256": whole_digest(tables), "tables": listed}, indent=1, ensure_ascii=False, sort_keys=True
    ).encode()


def pack(files: Mapping[str, bytes], out: BinaryIO) -> None:
    """A zip of them, the same bytes each time."""
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, files[name])
