"""How does a column of any file become something that can be compared? SQL for DuckDB, one expression a field."""

from collections.abc import Mapping

# What people type when they do not know.
_NOTHING = "('', 'unknown', 'not known', 'notknown', 'n/a', 'na', 'nan', 'none', 'null', 'nil', '-', '.')"

# The columns that are compared, and the keys by which pairs are found; all text, null when not known.
COMPARED = (
    "given", "family", "birth", "sex", "nhs", "number", "postcode", "street", "town", "birth_place", "email", "phone",
    "occupation",
)  # fmt: skip
KEYS = ("birth_key", "birth_year", "name_key", "family_sound", "given_sound", "initials", "outward")


def standard(columns: Mapping[str, str], *, source: str, identifier: str) -> str:
    """A select that gives `id`, every compared column and every key, from the rows of `source`."""
    plain = ", ".join(f"{_field(name, columns)} as {name}" for name in COMPARED)
    return f"""
    with plain as (select trim({_quoted(identifier)}) as id, {plain} from {source})
    select *,
        birth[1:4] as birth_year,
        birth[1:4] || least(birth[6:7], birth[9:10]) || greatest(birth[6:7], birth[9:10]) as birth_key,
        least(given, family) || ' ' || greatest(given, family) as name_key,
        {sound("family")} as family_sound,
        {sound("given")} as given_sound,
        least(given[1], family[1]) || greatest(given[1], family[1]) as initials,
        case when length(postcode) between 5 and 7 and postcode similar to '[A-Z]{{1,2}}[0-9].*'
             then postcode[1:length(postcode) - 3] else postcode end as outward
    from plain
    """


def sound(name: str) -> str:
    """A name by its first letter and the next three consonants, doubled ones once."""
    rest = f"regexp_replace({name}[2:], '[aeiouhwy]', '', 'g')"
    return f"{name}[1] || left(regexp_replace({rest}, '(bb|cc|dd|ff|gg|ll|mm|nn|pp|rr|ss|tt)', '', 'g'), 3)"


def _field(name: str, columns: Mapping[str, str]) -> str:
    if name in ("given", "family") and name not in columns and "full_name" in columns:
        return letters(_part_of_full_name(name, _quoted(columns["full_name"])))
    if name == "street":
        parts = [_quoted(columns[each]) for each in ("house", "street", "street_2") if each in columns]
        return words(f"concat_ws(' ', {', '.join(parts)})") if parts else "null::varchar"
    if name not in columns:
        return "null::varchar"
    header = _quoted(columns[name])
    match name:
        case "given" | "family":
            return letters(header)
        case "birth":
            return day(header)
        case "sex":
            return f"case when lower(trim({header}))[1] in ('f', '2', 'w') then 'f' when lower(trim({header}))[1] in ('m', '1') then 'm' end"
        case "nhs" | "phone" | "number" | "postcode":
            return code(header, digits=name in ("nhs", "phone"), last=10 if name == "phone" else 0)
        case "email":
            return something(f"lower(trim({header}))")
        case _:
            return words(header)


def _part_of_full_name(name: str, header: str) -> str:
    """'Khan, Amina' or 'Amina Khan'."""
    comma = f"strpos({header}, ',') > 0"
    if name == "family":
        return (
            f"case when {comma} then split_part({header}, ',', 1) else list_last(string_split(trim({header}), ' ')) end"
        )
    before_last = f"list_aggregate(string_split(trim({header}), ' ')[:-2], 'string_agg', ' ')"
    return f"case when {comma} then split_part({header}, ',', 2) else {before_last} end"


def something(text: str) -> str:
    """The text, or null where it says that nothing is known."""
    return f"case when {text} not in {_NOTHING} then {text} end"


def letters(text: str) -> str:
    """A name as it is compared: small letters without accents, spaces or marks."""
    return something(f"regexp_replace(lower(strip_accents({text})), '[^\\p{{L}}]', '', 'g')")


def words(text: str) -> str:
    """Words and figures in small letters with single spaces."""
    return something(f"trim(regexp_replace(lower(strip_accents({text})), '[^\\p{{L}}0-9]+', ' ', 'g'))")


def code(text: str, *, digits: bool, last: int = 0) -> str:
    """A number or postcode: capitals and figures only; null when it is one sign repeated, such as 0000000000."""
    kept = f"regexp_replace(upper({text}), '[^{'' if digits else 'A-Z'}0-9]', '', 'g')"
    kept = f"right({kept}, {last})" if last else kept
    return f"case when length(replace({kept}, {kept}[1], '')) > 0 then {kept} end"


def day(text: str) -> str:
    """A date as 'YYYY-MM-DD', also an impossible one; day before month where the year comes last."""
    year_first = f"regexp_extract({text}, '^\\s*([0-9]{{4}})[-/.]?([0-9]{{1,2}})[-/.]?([0-9]{{1,2}})', ['y', 'm', 'd'])"
    year_last = f"regexp_extract({text}, '^\\s*([0-9]{{1,2}})[-/. ]([0-9]{{1,2}})[-/. ]([0-9]{{4}})', ['d', 'm', 'y'])"
    return f"coalesce({_written(year_first)}, {_written(year_last)}, strftime(try_strptime(trim({text}), ['%d %b %Y', '%d %B %Y', '%d-%b-%Y']), '%Y-%m-%d'))"


def _written(parts: str) -> str:
    return f"case when {parts}.y <> '' then {parts}.y || '-' || lpad({parts}.m, 2, '0') || '-' || lpad({parts}.d, 2, '0') end"


def _quoted(header: str) -> str:
    return '"' + header.replace('"', '""') + '"'
