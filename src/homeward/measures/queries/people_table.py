"""Which columns of people are given to analytics? No name, no number, no day of birth: areas, year of birth, month of death.

It stands here and not in people, because an ethnic category is told by partners, whose records lie above people.
"""

from homeward.directory import api as directory
from homeward.grammar.api import Group
from homeward.measures.rules.bands import band
from homeward.measures.vocabulary import NONE_RECORDED, RECORDED

NAME = "people"
BY = "person_id"
COLUMNS = {
    "person_id": "uuid", "known_since": "timestamp", "birth_year": "integer", "sex": "string", "ethnicity": "string",
    "learning_disability": "string", "severe_mental_illness": "string", "ward": "string", "locality": "string", "neighbourhood": "string", "practice": "string", "pcn": "string",
    "deprivation": "string", "registered_from": "date", "died_on": "date", "language": "string", "usual_place": "string",
    "shared_records": "boolean",
}  # fmt: skip
MONTH_OF = "known_since"

# The NHS ethnic category as UK Core carries it in a partner's Patient; the newest one told counts.
_ETHNICITY = """
(select jsonb_path_query_first(i.body::jsonb, '$.extension[*] ? (@.url like_regex "EthnicCategory$").valueCodeableConcept.coding[*].code') #>> '{}'
 from records_item i
 where i.person_id = p.id and i.kind = 'Patient' and strpos(i.body, 'EthnicCategory') > 0 and strpos(i.body, '\\u0000') = 0
 order by i.placed_at desc, i.id limit 1)
"""

# Does any partner tell of a condition, a measurement or an immunisation? Said once here, so that no number reads all of them to know.
# With a limit, so that the server looks one person up and never reads all items of a kind to answer for a few.
_SHARED = """
told.any_condition or coalesce((
    select true from records_item i where i.person_id = p.id and i.kind in ('Observation', 'Immunization') limit 1), false)
"""


def people_rows() -> str:
    """Rows of people; the band of deprivation and the groups of conditions follow from what the place declares."""
    return f"""
select p.id as person_id, p.registered_at as known_since, extract(year from p.birth_date)::int as birth_year, p.sex,
       {_ETHNICITY} as ethnicity, {_said("learning_disability")} as learning_disability,
       {_said("severe_mental_illness")} as severe_mental_illness, nullif(p.ward_code, '') as ward, nullif(p.locality_code, '') as locality,
       nullif(p.neighbourhood_code, '') as neighbourhood, nullif(p.practice_code, '') as practice,
       nullif(r.pcn_code, '') as pcn, {_deprivation()} as deprivation, r.valid_from as registered_from,
       date_trunc('month', p.death_at at time zone 'Europe/London')::date as died_on,
       nullif(p.language_code, '') as language, nullif(p.usual_place, '') as usual_place,
       {_SHARED} as shared_records
from people_person p left join people_practiceregistration r on r.person_id = p.id and r.valid_to is null
left join lateral (
    select count(*) > 0 as any_condition, {_in_group("learning_disability")} as learning_disability,
           {_in_group("severe_mental_illness")} as severe_mental_illness
    from records_item i where i.person_id = p.id and i.kind = 'Condition'
) told on true
where p.joined_to is null
"""


def _deprivation() -> str:
    """The band of each declared ward, as SQL; codes and bands are the place's and ours, and are quoted all the same."""
    bands = {area.code: band(area.deprivation) for area in directory.place().areas.values() if area.kind == "ward"}
    lines = " ".join(f"when {_quoted(code)} then {_quoted(words)}" for code, words in sorted(bands.items()) if words)
    return f"case p.ward_code {lines} end" if lines else "null::text"


def _said(group: Group) -> str:
    """Is a condition of the group on record and not ended, is none, or are no conditions shared?"""
    return f"case when told.{group} then '{RECORDED}' when told.{group} = false then '{NONE_RECORDED}' end"


def _in_group(group: Group) -> str:
    """Is any of a person's conditions of the group? Null without conditions, or where the place declares no such group."""
    declared = directory.place().condition_group(group)
    if declared is None or not declared.codes:
        return "null::boolean"
    codes, ended = (", ".join(_quoted(each) for each in words) for words in (declared.codes, declared.ended))
    return f"bool_or(coalesce(i.code in ({codes}) and i.status <> all (array[{ended}]::text[]), false))"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


SQL = people_rows
