"""Which columns of referrals are given to analytics? No name, no number, no words: ids, moments, codes and bands."""

NAME = "referrals"
COLUMNS = {
    "referral_id": "uuid", "person_id": "uuid", "received_at": "timestamp", "need": "string", "urgency": "string",
    "source": "string", "requester": "string", "state": "string", "service": "string", "team": "string", "hub": "string",
    "locality": "string", "ward": "string", "ended_at": "timestamp", "outcome": "string", "sex": "string",
    "birth_year": "integer", "language": "string", "interpreter_needed": "boolean", "usual_place": "string",
}  # fmt: skip
MONTH_OF = "received_at"
SQL = """
select r.id as referral_id, r.person_id, r.received_at, r.need_code as need, r.urgency, r.source, r.requester_kind as requester,
       r.state, r.service_code as service, r.owner_team as team, r.hub_team as hub, r.locality_code as locality,
       (select a.code from directory_area a where a.kind = 'ward' and a.code = any (r.area_codes) limit 1) as ward,
       r.ended_at, nullif(r.outcome_code, '') as outcome, p.sex, extract(year from p.birth_date)::int as birth_year,
       p.language_code as language, coalesce(r.interpreter_needed, p.interpreter_needed) as interpreter_needed, p.usual_place
from referrals_servicerequest r join people_person p on p.id = r.person_id
where true
"""
