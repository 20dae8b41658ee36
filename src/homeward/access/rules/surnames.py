"""Do an account's name and a person's name suggest one household, or one and the same?"""

import unicodedata


def same_surname(account_name: str, family: str) -> bool:
    """The last word (or either half of a double name) of the account's name is the family name, accents and case aside."""
    theirs = _parts(family)
    mine = _parts(account_name.split()[-1]) if account_name.split() else set()
    return bool(theirs & mine)


def name_key(given: str, family: str) -> tuple[str, str]:
    """First given name and family name, accents and case aside: equal for one and the same name."""
    first = given.split()
    return (_plain(first[0]) if first else "", _plain(family))


def account_key(account_name: str) -> tuple[str, str]:
    """The same of an account's name; a name of one word is nobody's whole name."""
    words = account_name.split()
    return name_key(words[0], words[-1]) if len(words) > 1 else ("", "")


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold().strip()


def _parts(name: str) -> set[str]:
    return {part for part in _plain(name).replace("’", "'").split("-") if len(part.strip()) > 1}
