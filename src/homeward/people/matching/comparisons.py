"""What is compared between two records, into which levels does each comparison fall, and in what words is each said?

One declaration serves the training, the whole population, outside files and a single new person. `m` is how often the
level is seen between two records of one human being, `u` between two records of different ones; both were measured on
the made-up populations of `population.py` and are where training begins, or what stands when there is too little to train on.
Conditions are SQL over the columns of `tidying.py`, tried in order; the first that holds is the level.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Level:
    """One outcome of a comparison. An empty `sql` is what is left when no other level holds."""

    code: str
    sql: str
    words: str
    m: float
    u: float


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One thing compared. `frequent`: agreement on a rarer value weighs more. `of`: the columns, when there are several."""

    column: str
    title: str
    levels: tuple[Level, ...]
    frequent: bool = False
    of: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return self.of or (self.column,)

    @property
    def nothing(self) -> str:
        """When one of the two says nothing, this comparison says nothing either."""
        return " and ".join(f"({column}_l is null or {column}_r is null)" for column in self.columns)


def _slips(one: str, other: str, most: int) -> str:
    return f"damerau_levenshtein({one}, {other}) <= {most}"


def _like(one: str, other: str, least: float) -> str:
    return f"jaro_winkler_similarity({one}, {other}) >= {least}"


_PARTS = (
    "((birth_l[1:4] = birth_r[1:4])::int + (birth_l[6:7] = birth_r[6:7])::int + (birth_l[9:10] = birth_r[9:10])::int)"
)
_STEM = "((given_l[:3] = given_r[:3]) or starts_with(given_l, given_r) or starts_with(given_r, given_l))"

FAMILY = Comparison(column="family", title="Family name", frequent=True, levels=(
    Level(code="same", sql="family_l = family_r", words="same family name", m=0.80, u=0.006),
    Level(code="slip", sql=f"{_slips('family_l', 'family_r', 1)} or {_like('family_l', 'family_r', 0.92)}", words="family name nearly the same", m=0.09, u=0.004),
    Level(code="crossed", sql="family_l = given_r or family_r = given_l", words="family name is the other's given name", m=0.02, u=0.001),
    Level(code="near", sql=f"{_like('family_l', 'family_r', 0.82)} or {_like('family_l', 'given_r', 0.88)} or {_like('family_r', 'given_l', 0.88)}", words="family name a little like the other", m=0.03, u=0.007),
    Level(code="other", sql="", words="another family name", m=0.06, u=0.982),
))  # fmt: skip
GIVEN = Comparison(column="given", title="Given name", frequent=True, levels=(
    Level(code="same", sql="given_l = given_r", words="same given name", m=0.80, u=0.006),
    Level(code="slip", sql=f"{_slips('given_l', 'given_r', 1)} or {_like('given_l', 'given_r', 0.92)}", words="given name nearly the same", m=0.09, u=0.004),
    Level(code="crossed", sql="given_l = family_r or given_r = family_l", words="given name is the other's family name", m=0.02, u=0.001),
    Level(code="near", sql=f"{_like('given_l', 'given_r', 0.8)} or {_STEM} or {_like('given_l', 'family_r', 0.88)} or {_like('given_r', 'family_l', 0.88)}", words="given name begins alike or is a short form", m=0.06, u=0.012),
    Level(code="other", sql="", words="another given name", m=0.03, u=0.977),
))  # fmt: skip
BIRTH = Comparison(column="birth", title="Birth date", frequent=True, levels=(
    Level(code="same", sql="birth_l = birth_r", words="same birth date", m=0.90, u=0.00004),
    Level(code="swapped", sql="birth_l[1:4] = birth_r[1:4] and birth_l[6:7] = birth_r[9:10] and birth_l[9:10] = birth_r[6:7]", words="birth day and month swapped", m=0.03, u=0.00002),
    Level(code="slip", sql=_slips("birth_l", "birth_r", 1), words="birth date differs in one figure", m=0.03, u=0.0012),
    Level(code="part", sql=f"{_PARTS} >= 2", words="birth date differs in one part", m=0.02, u=0.003),
    Level(code="two slips", sql=_slips("birth_l", "birth_r", 2), words="birth date differs in two figures", m=0.008, u=0.012),
    Level(code="year", sql="try_cast(birth_l[1:4] as int) - try_cast(birth_r[1:4] as int) between -1 and 1", words="born about the same year", m=0.004, u=0.03),
    Level(code="one part", sql=f"{_PARTS} >= 1", words="birth date agrees in one part only", m=0.003, u=0.10),
    Level(code="other", sql="", words="another birth date", m=0.005, u=0.85),
))  # fmt: skip
NHS = Comparison(column="nhs", title="NHS number", levels=(
    Level(code="same", sql="nhs_l = nhs_r", words="same NHS number", m=0.93, u=0.000001),
    Level(code="slip", sql=_slips("nhs_l", "nhs_r", 1), words="NHS number differs in one figure", m=0.03, u=0.0001),
    Level(code="other", sql="", words="another NHS number", m=0.04, u=0.9999),
))  # fmt: skip
# Address, postcode and telephone are one sign: people who live together share all three.
HOME = Comparison(column="home", title="Home", of=("postcode", "street", "phone"), levels=(
    Level(code="same", sql=f"postcode_l = postcode_r and {_like('street_l', 'street_r', 0.9)}", words="same address and postcode", m=0.70, u=0.00001),
    Level(code="phone", sql="phone_l = phone_r", words="same telephone", m=0.06, u=0.00001),
    Level(code="postcode", sql="postcode_l = postcode_r", words="same postcode", m=0.04, u=0.0001),
    Level(code="street", sql=_like("street_l", "street_r", 0.9), words="same address but for the postcode", m=0.03, u=0.0005),
    Level(code="slip", sql=_slips("postcode_l", "postcode_r", 1), words="postcode differs in one sign", m=0.02, u=0.002),
    Level(code="outward", sql="outward_l = outward_r", words="same postcode district", m=0.03, u=0.02),
    Level(code="other", sql="", words="another address (may have moved)", m=0.12, u=0.9774),
))  # fmt: skip
SEX = Comparison(column="sex", title="Sex", levels=(
    Level(code="same", sql="sex_l = sex_r", words="same sex", m=0.99, u=0.5),
    Level(code="other", sql="", words="another sex", m=0.01, u=0.5),
))  # fmt: skip
EMAIL = Comparison(column="email", title="Email", levels=(
    Level(code="same", sql="email_l = email_r", words="same email", m=0.60, u=0.0001),
    Level(code="name", sql="split_part(email_l, '@', 1) = split_part(email_r, '@', 1)", words="email begins the same", m=0.15, u=0.0005),
    Level(code="slip", sql=f"{_slips('email_l', 'email_r', 2)} or {_like('email_l', 'email_r', 0.94)}", words="email nearly the same", m=0.15, u=0.0003),
    Level(code="near", sql=_like("email_l", "email_r", 0.85), words="email a little like the other", m=0.05, u=0.0005),
    Level(code="other", sql="", words="another email", m=0.05, u=0.9986),
))  # fmt: skip


def _figures(column: str, title: str, *, m: float, u: float) -> Comparison:
    name = f"{column}_l", f"{column}_r"
    rest = (1 - m) / 3
    return Comparison(column=column, title=title, levels=(
        Level(code="same", sql=f"{name[0]} = {name[1]}", words=f"same {title.lower()}", m=m, u=u),
        Level(code="slip", sql=_slips(*name, 1), words=f"{title.lower()} differs in one sign", m=rest, u=u * 20),
        Level(code="two slips", sql=_slips(*name, 2), words=f"{title.lower()} differs in two signs", m=rest, u=u * 200),
        Level(code="other", sql="", words=f"another {title.lower()}", m=rest, u=1 - u * 221),
    ))  # fmt: skip


def _words(column: str, title: str, *, m: float, u: float) -> Comparison:
    name = f"{column}_l", f"{column}_r"
    rest = (1 - m) / 3
    return Comparison(column=column, title=title, frequent=True, levels=(
        Level(code="same", sql=f"{name[0]} = {name[1]}", words=f"same {title.lower()}", m=m, u=u),
        Level(code="slip", sql=f"{_slips(*name, 1)} or {_like(*name, 0.9)}", words=f"{title.lower()} nearly the same", m=rest, u=u),
        Level(code="near", sql=_like(*name, 0.78), words=f"{title.lower()} a little like the other", m=rest, u=u * 2),
        Level(code="other", sql="", words=f"another {title.lower()}", m=rest, u=1 - u * 4),
    ))  # fmt: skip


COMPARISONS = (
    FAMILY, GIVEN, BIRTH, NHS, _figures("number", "Identifier", m=0.9, u=0.00001), HOME,
    _words("town", "Town", m=0.8, u=0.05),
    _words("birth_place", "Place of birth", m=0.8, u=0.02), _words("occupation", "Occupation", m=0.7, u=0.05),
    EMAIL, SEX,
)  # fmt: skip
