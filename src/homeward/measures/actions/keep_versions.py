"""When does a measure become another? When its query or its declared meaning changes; what it was before is kept beside it."""

import hashlib
import json
import os
from dataclasses import asdict
from datetime import datetime

from homeward.directory import api as directory
from homeward.grammar.api import Measure, as_json, fingerprint
from homeward.measures.actions.compile_measures import moment_text, template_of
from homeward.measures.queries.versions import AS_OF, Version, folder_of, versions


def keep_versions(*, at: datetime) -> list[Version]:
    """Keep the version in force of every measure that has an expression; returns those that are new."""
    declared = directory.place().measures.values()
    return [made for measure in declared if measure.expression is not None and (made := _kept(measure, at))]


def digest_of(measure: Measure) -> str:
    """Which version it is: its query and its meaning, wording and owner left out."""
    return hashlib.sha256(f"{template_of(measure)}|{fingerprint(measure)}".encode()).hexdigest()[:16]


def _kept(measure: Measure, at: datetime) -> Version | None:
    digest = digest_of(measure)
    path = folder_of(measure.code) / f"{digest}.json"
    if path.exists():
        return None
    made = Version(
        code=measure.code, number=len(versions(measure.code)) + 1, digest=digest, words=measure.version, first_seen_at=at,
        sql=template_of(measure).replace(moment_text(), f"CAST('{AS_OF}' AS TIMESTAMPTZ)"),
        declared={name: value for name, value in as_json(measure).items() if not name.startswith("_")},
    )  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.draft")
    draft.write_text(json.dumps({**asdict(made), "first_seen_at": at.isoformat()}, ensure_ascii=False, default=str))
    os.replace(draft, path)
    return made
