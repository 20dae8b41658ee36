"""How is what a person said about sharing shown: each purpose, what holds for it, and the exceptions?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.access import api as access
from homeward.directory.api import place

EVERYBODY = _("Everybody")
SAID = {"consent": _("Yes"), "objection": _("No"), "withdrawn": _("Taken back")}
BASES = {
    "unless_objected": _("Shared unless you say no."),
    "with_consent": _("Shared only if you say yes."),
    "required": _("The law decides; nobody can choose."),
}


@dataclass(frozen=True, kw_only=True)
class PurposeShown:
    """One purpose: what holds for everybody, and what was said of some partners."""

    code: str
    title: str
    words: str
    basis: str | Promise
    free: bool
    opt_out: bool
    shared: bool
    general: access.consent.ConsentRow | None
    exceptions: tuple[access.consent.ConsentRow, ...]


def purposes_shown(person_id: UUID, *, at: datetime) -> tuple[list[PurposeShown], list[access.consent.ConsentRow]]:
    """Every purpose of the place, and all that was ever said. Inside an open gate."""
    history = access.consent.history(person_id)
    standing = [each for each in history if each.superseded_at is None and each.kind != "withdrawn"]
    shown = []
    for each in place().sharing_purposes.values():
        mine = [row for row in standing if row.purpose == each.code]
        shown.append(
            PurposeShown(
                code=each.code,
                title=each.title,
                words=each.plain_words,
                basis=BASES[each.basis],
                free=each.basis != "required",
                opt_out=each.national_opt_out,
                shared=access.consent.may_share(person_id, each.code, "", at).allowed,
                general=next((row for row in mine if row.partner == ""), None),
                exceptions=tuple(row for row in mine if row.partner != ""),
            )
        )
    return shown, history
