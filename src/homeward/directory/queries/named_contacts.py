"""Whom does a network, neighbourhood or locality name, and where is a name still missing?"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.directory.models import NamedContact


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A promised name. `person_name` None: nobody has been named yet."""

    code: str
    area_code: str
    title: str
    person_name: str | None
    telephone: str | None
    owner_code: str

    @property
    def words(self) -> str:
        """The name and number, or that it is still missing."""
        if not self.person_name:
            return "Not named yet"
        return f"{self.person_name}, {self.telephone}" if self.telephone else self.person_name


def named_contacts(*areas: str | None) -> Sequence[Contact]:
    """The contacts promised to these areas, in order of area and title."""
    rows = NamedContact.objects.filter(area_code__in=[each for each in areas if each], valid_to__isnull=True)
    return [_contact(row) for row in rows.order_by("area_code", "title", "code")]


def contact(code: str) -> Contact | None:
    """One promised contact, if there is one of that code."""
    row = NamedContact.objects.filter(code=code, valid_to__isnull=True).first()
    return _contact(row) if row else None


def _contact(row: NamedContact) -> Contact:
    return Contact(
        code=row.code,
        area_code=row.area_code,
        title=row.title,
        person_name=row.person_name,
        telephone=row.telephone,
        owner_code=row.owner_code,
    )
