"""How is a national return written into a folder from the command line: one CSV a table, for each provider?"""

import argparse
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from homeward.cli._answer import answer

REASON = "Asked for at the command line"


def export_return(options: argparse.Namespace, code: str) -> int:
    """Make the return of a month anew for each provider, or the one that is named, and write its files."""
    from homeward.access.api import system
    from homeward.exchange.api import returns

    declared = next(
        (each for each in returns.returns_declared() if code in (each.code, each.data_set.split("-")[0])), None
    )
    declared = declared or returns.declared(code)
    by, told = system("returns"), []
    for provider in [options.provider] if options.provider else declared.providers:
        at = datetime.now(UTC)
        row = returns.ask(
            return_code=declared.code,
            provider=provider,
            period=options.period,
            kind=options.kind,
            by=by,
            at=at,
            queue=False,
        )
        returns.make(row.id, at=at)
        files = returns.take(return_id=row.id, reason=options.reason, by=by, at=at)
        folder = options.out / provider
        _written(folder, files.files)
        view = returns.one(row.id).row
        told.append({
            "provider": provider, "out": str(folder), "return": str(row.id), "rows": view.rows, "stops": view.stops,
            "rejected": view.rejected, "warnings": view.warnings, "sha256": files.sha256,
        })  # fmt: skip
    lines = [
        f"{each['provider']}: {each['rows']:,} rows in {each['out']}; {each['stops']} stop it, {each['rejected']} would be "
        f"rejected, {each['warnings']} should be put right. SHA-256 {each['sha256']}."
        for each in told
    ]
    answer(
        options,
        {"return": declared.code, "period": options.period, "kind": options.kind, "providers": told},
        "\n".join(lines),
    )
    return 1 if any(each["stops"] for each in told) else 0


def _written(folder: Path, files: Mapping[str, bytes]) -> None:
    """Each file for its owner's eyes only: what is in it is about people."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, content in files.items():
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(content)
