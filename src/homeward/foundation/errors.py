"""What can a rule say when it refuses? Every refusal is a finished sentence and, where there is one, the next step."""

from collections.abc import Mapping
from datetime import datetime


class Refused(Exception):
    """A request the house will not carry out.

    `message` is a sentence for the person who asked; `next_step` says what they can do now; `field` names the
    input at fault, when one is.
    """

    def __init__(self, message: str, *, next_step: str = "", field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step
        self.field = field


class NotPermitted(Refused):
    """The asker's role, organisation or relationship does not allow it."""


class NotFound(Refused):
    """There is no such thing, or the asker may not know whether there is."""


class Clash(Refused):
    """Somebody else moved first. `who` and `when` say whose move stands."""

    def __init__(self, message: str, *, who: str, when: datetime, next_step: str = "") -> None:
        super().__init__(message, next_step=next_step)
        self.who = who
        self.when = when


class Invalid(Refused):
    """One or more inputs are wrong. `errors` maps each field to a sentence that says how to mend it."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(errors.values()), field=next(iter(errors), None))
        self.errors = dict(errors)
