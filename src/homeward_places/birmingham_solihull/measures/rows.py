"""How does a measure give its rows? With the same columns in every one of them, so that any figure can be cut and opened.

`status` decides: 'met' and 'not_met' are counted, 'too_early' and 'excluded' are listed with their reason. A number that
is a mean, a median, a rate or a ratio has a `value` in each row (grammar.measures.KINDS says how).
"""

from typing import Any

# Why some numbers have no chart over time.
AS_THINGS_STAND = (
    "It says how things stand at the latest count, one moment for everybody. The records do not say how they stood at "
    "earlier ones, for a diagnosis or a person may have been added since, so a line over time would be made up."
)
A_YEAR_BACK = (
    "Each count looks back over a whole year, so this month's and last month's share eleven months of the same attendances. "
    "Points that lean on one another are no series that chance can be told from change in."
)
A_SEASON = (
    "The share grows by itself from September on, and begins again each autumn. Limits of chance do not fit a number that is "
    "meant to rise; compare it with the same week of another season."
)
CUTS = ("locality", "neighbourhood", "deprivation", "ethnicity", "learning_disability", "severe_mental_illness", "sex")


def shown(known: Any, tables: Any, *, row_id: str, started_at: str, own: tuple[str, ...] = (), value: str = "") -> Any:
    """The rows of a measure from `known`, which has person_id, status, why and evidence beside the named columns.

    What is known of a person (areas, deprivation, ethnicity, sex, age that year) comes from the table of people;
    `own` are cuts that `known` itself has: need, team, source, or the locality at the time.
    """
    import ibis  # only where numbers are compiled

    people = tables.people.select("birth_year", *CUTS, of_person="person_id").rename({f"of_{cut}": cut for cut in CUTS})
    joined = known.left_join(people, known.person_id == people.of_person)
    age = joined[started_at].year() - joined.birth_year
    nothing = ibis.null("string")
    columns = {
        "row_id": joined[row_id],
        "person_id": joined.person_id,
        "started_at": joined[started_at],
        "status": joined.status,
        "why": joined.why,
        "minutes": joined.minutes if "minutes" in known.columns else ibis.null("float64"),
        "evidence": joined.evidence,
        **({"value": joined[value].cast("float64")} if value else {}),
        **{cut: joined[f"of_{cut}"] for cut in CUTS},
        "age": ibis.cases(
            (age < 18, "Under 18"), (age < 65, "18 to 64"), (age < 85, "65 to 84"), (age >= 85, "85 and over"), else_=None
        ),
        **{cut: joined[cut] if cut in own else nothing for cut in ("need", "team", "source")},
    }  # fmt: skip
    if "locality" in own:
        columns["locality"] = ibis.coalesce(joined.locality, joined.of_locality)
    return joined.select(**columns)


def told(known: Any, *lines: tuple[Any, Any, Any, bool]) -> Any:
    """`known` with status, why and evidence. The first line (when, status, why, is it recorded?) that is true decides.

    The last line holds for every other row; a comparison with what is not recorded is never true.
    """
    import ibis  # only where numbers are compiled

    *before, (_, *otherwise) = lines
    status, why, evidence = (
        ibis.cases(*((line[0], line[part]) for line in before), else_=otherwise[part - 1]) for part in (1, 2, 3)
    )
    return known.mutate(status=status, why=why, evidence=evidence)
