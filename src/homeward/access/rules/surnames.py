"""Do an account's name and a person's family name suggest one household?"""

import unicodedata


def same_surname(account_name: str, family: str) -> bool:
    """The last word (or either half of a double name) of the account's name is the family name, accents and case aside."""
    theirs = _parts(family)
    mine = _parts(account_name.split()[-1]) if account_name.split() else set()
    return bool(theirs & mine)


def _parts(name: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return {part for part in plain.replace("’", "'").split("-") if len(part.strip()) > 1}
