"""Whom does a network, neighbourhood or locality name, and where is a name still missing?"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.directory.models import NamedContact
from homeward.foundation.in_words import rows_as


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
    asked = [each for each in areas if each]
    words = "area_code = any(%s) and valid_to is null order by area_code, title, code"
    return [_contact(row) for row in rows_as(NamedContact, words, [asked])] if asked else []


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
