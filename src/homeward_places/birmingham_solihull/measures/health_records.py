"""Whom do shared records tell of, what do they live with, and what was last measured? Said once for the numbers that ask."""

from typing import Any

from homeward_places.birmingham_solihull.measures import clinical_codes as codes

YEAR_DAYS = 365


def known_people(tables: Any, *, youngest: int) -> Any:
    """People alive with something in shared records, by the age they reach this year; `counted_at` is the latest count."""
    people = tables.people.filter(tables.people.died_on.isnull(), tables.people.shared_records)
    people = people.select("person_id", "birth_year")
    people = people.mutate(reaches=tables.as_of.year() - people.birth_year, counted_at=tables.as_of)
    return people.filter(people.reaches >= youngest).drop("birth_year")


def living_with(tables: Any, listed: tuple[str, ...]) -> Any:
    """People with one of these conditions on record that has not ended."""
    has = tables.conditions.filter(tables.conditions.code.isin(listed))
    has = has.filter(~has.status.fill_null("active").isin(codes.ENDED))
    return has.select(of="person_id").distinct().mutate(has=True)


def last_pressure(tables: Any) -> Any:
    """The last blood pressure of each person in the last 365 days: both figures of one moment, and whether taken at home.

    Of several at one moment the lowest counts.
    """
    import ibis  # only where numbers are compiled

    high = _lately(tables, (*codes.SYSTOLIC_CLINIC, *codes.SYSTOLIC_HOME), codes.SYSTOLIC_HOME)
    low = _lately(tables, (*codes.DIASTOLIC_CLINIC, *codes.DIASTOLIC_HOME), codes.DIASTOLIC_HOME)
    high = high.rename(systolic="value")
    low = low.select(of_low="of", low_at="taken_at", low_home="home", diastolic="value")
    both = high.inner_join(low, [high.of == low.of_low, high.taken_at == low.low_at, high.home == low.low_home])
    newest = ibis.window(group_by=both.of, order_by=[both.taken_at.desc(), both.systolic, both.diastolic])
    ranked = both.mutate(rank=ibis.row_number().over(newest))
    return ranked.filter(ranked.rank == 0).select("of", "taken_at", "home", "systolic", "diastolic")


def last_non_hdl(tables: Any) -> Any:
    """The last non-HDL cholesterol of each person in the last 365 days, in mmol/l: total less HDL of the same moment."""
    import ibis  # only where numbers are compiled

    total = _lately(tables, codes.CHOLESTEROL_TOTAL, ()).rename(total="value")
    good = _lately(tables, codes.CHOLESTEROL_HDL, ()).select(of_good="of", good_at="taken_at", good="value")
    both = total.inner_join(good, [total.of == good.of_good, total.taken_at == good.good_at])
    newest = ibis.window(group_by=both.of, order_by=[both.taken_at.desc(), both.total])
    ranked = both.mutate(rank=ibis.row_number().over(newest), non_hdl=both.total - both.good)
    return ranked.filter(ranked.rank == 0).select("of", "taken_at", "non_hdl")


def vaccinated(tables: Any, listed: tuple[str, ...]) -> Any:
    """Vaccinations of these kinds that were given, by the latest count."""
    given = tables.immunizations.filter(tables.immunizations.code.isin(listed))
    given = given.filter(~given.status.fill_null("completed").isin(codes.UNTRUE), given.given_at <= tables.as_of)
    return given.select("given_at", of="person_id")


def _lately(tables: Any, listed: tuple[str, ...], at_home: tuple[str, ...]) -> Any:
    """Measurements of these kinds in the last 365 days; cholesterol that came in mg/dl is turned into mmol/l."""
    import ibis  # only where numbers are compiled

    taken = tables.observations.filter(tables.observations.code.isin(listed), tables.observations.value.notnull())
    taken = taken.filter(
        ~taken.status.fill_null("final").isin(codes.UNTRUE),
        taken.taken_at > tables.as_of - ibis.interval(days=YEAR_DAYS),
        taken.taken_at <= tables.as_of,
    )
    in_mg = taken.unit.isin(codes.IN_MG).fill_null(False)
    return taken.select(
        "taken_at",
        of="person_id",
        home=taken.code.isin(at_home) if at_home else ibis.literal(False),
        value=in_mg.ifelse(taken.value / codes.MG_FOR_A_MMOL, taken.value),
    )
