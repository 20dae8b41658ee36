"""Which column of somebody's file holds what? Recognised by its header, or named by whoever asks."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from homeward.foundation.errors import Invalid

# What a column can hold, in the words of the header names that are recognised.
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "given": ("given", "givenname", "givennames", "first", "firstname", "forename", "forenames", "firstnames", "christianname", "namefirst"),
    "family": ("family", "familyname", "surname", "last", "lastname", "namelast", "secondname"),
    "full_name": ("name", "fullname", "patientname", "personname", "firstandsurname"),
    "birth": ("birth", "birthdate", "dateofbirth", "dob", "born", "bornon", "personbirthdate", "birthday"),
    "sex": ("sex", "gender", "administrativegender", "personstatedgendercode"),
    "nhs": ("nhs", "nhsnumber", "nhsno", "nhsnum"),
    "number": ("ssn", "socsecid", "socialsecurity", "nationalid", "nationalinsurance", "localid", "hospitalnumber", "mrn", "localpatientidentifier", "patientnumber", "identifier"),
    "postcode": ("postcode", "postalcode", "zip", "zipcode", "postcodefake", "addresspostcode"),
    "house": ("streetnumber", "housenumber", "houseno", "buildingnumber"),
    "street": ("address", "address1", "addressline1", "line1", "street", "streetname", "streetaddress", "addressline"),
    "street_2": ("address2", "addressline2", "line2"),
    "town": ("town", "city", "suburb", "locality", "posttown", "address3", "addressline3", "line3"),
    "birth_place": ("birthplace", "placeofbirth", "birthtown"),
    "email": ("email", "emailaddress", "mail"),
    "phone": ("phone", "telephone", "phonenumber", "telephonenumber", "mobile", "mobilenumber", "contactnumber"),
    "occupation": ("occupation", "job", "profession"),
}  # fmt: skip
TELLING = frozenset({"given", "family", "full_name", "birth", "nhs", "number", "email"})
_BY_HEADER = {header: field for field, headers in FIELDS.items() for header in headers}


def recognise(
    headers: Sequence[str], named: Mapping[str, str] | None = None, *, file: str = "the file"
) -> dict[str, str]:
    """{what it holds: header} for the columns beyond the first, which is the identifier.

    `named` says which header holds what, and goes before what is recognised. Raises Invalid when too little is there.
    """
    found: dict[str, str] = {}
    if len(set(headers)) != len(headers):
        raise Invalid({"columns": f"Two columns of {file} have the same name."})
    for field, header in (named or {}).items():
        if field not in FIELDS:
            raise Invalid(
                {"columns": f"'{field}' is not something a column can hold. Choose among {', '.join(FIELDS)}."}
            )
        if header in headers[1:]:
            found[field] = header
    taken = set(found.values())
    for header in headers[1:]:
        field = _BY_HEADER.get(re.sub(r"[^a-z0-9]", "", header.lower()), "")
        if field and field not in found and header not in taken:
            found[field] = header
    if not TELLING & found.keys():
        raise Invalid(
            {
                "columns": f"No column of {file} tells people apart. Name them, for example --columns family=LastName,birth=DOB."
            }
        )
    return found


def read_named(text: str) -> dict[str, str]:
    """'family=LastName,birth=DOB' as a mapping. Raises Invalid."""
    named: dict[str, str] = {}
    for part in filter(None, (each.strip() for each in text.split(","))):
        field, _, header = part.partition("=")
        if not header:
            raise Invalid({"columns": f"'{part}' is not of the form FIELD=HEADER."})
        named[field.strip()] = header.strip()
    return named
