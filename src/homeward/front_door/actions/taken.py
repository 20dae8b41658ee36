"""What does whoever answers the line write down while the caller is speaking?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class CallDetails:
    """One call. Without `person_id` nobody knows yet who it is, and `told_words` says whom it is about.

    `answered_at` is when the call was picked up; `waited_seconds` how long it had rung, when that is known.
    """

    line: str
    caller_kind: str
    caller_name: str
    caller_phone: str
    question: str
    need_code: str
    intended: str
    answered_at: datetime
    caller_organisation: str = ""
    person_id: UUID | None = None
    told_words: str = ""
    told_age: int | None = None
    signs: tuple[str, ...] = ()
    waited_seconds: int | None = None
