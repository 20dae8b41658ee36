"""What exactly was signed? A digest over the advice and the advice before it: change a letter, and it no longer fits."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

SIGNED = (
    "call_id", "outcome_code", "words", "safety_words", "safety_team", "safety_due_at", "told", "decided_by", "decided_role",
    "referral_id", "given_at", "given_by", "given_by_user", "given_role", "organisation",
)  # fmt: skip


def digest(advice: Mapping[str, Any], *, before: str) -> str:
    """SHA-256 of the signed columns in their order, after the digest of the advice `before` ('' for the first)."""
    values = [before, *(_plain(advice[name]) for name in SIGNED)]
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return str(int(value.timestamp() * 1_000_000))
    return "" if value is None else str(value) if isinstance(value, UUID | str) else repr(value)
