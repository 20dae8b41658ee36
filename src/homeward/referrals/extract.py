"""Which columns of referrals are given to analytics? No name, no number, no words: ids, moments, codes and bands.

`accepted_…` are of the first acceptance that was not taken back; `passed_on` counts declines and hand-backs that were not.
"""

NAME = "referrals"
COLUMNS = {
    "referral_id": "uuid", "person_id": "uuid", "part_of": "uuid", "received_at": "timestamp", "need": "string",
    "urgency": "string", "source": "string", "requester": "string", "state": "string", "service": "string", "team": "string",
    "hub": "string", "locality": "string", "ward": "string", "accepted_at": "timestamp", "accepted_service": "string",
    "accepted_team": "string", "passed_on": "integer", "ended_at": "timestamp", "outcome": "string", "sex": "string",
    "birth_year": "integer", "language": "string", "interpreter_needed": "boolean", "usual_place": "string",
}  # fmt: skip
MONTH_OF = "received_at"
SQL = """
select r.id as referral_id, r.person_id, r.based_on_id as part_of, r.received_at, r.need_code as need, r.urgency, r.source,
       r.requester_kind as requester, r.state, r.service_code as service, r.owner_team as team, r.hub_team as hub,
       r.locality_code as locality,
       (select a.code from directory_area a where a.kind = 'ward' and a.code = any (r.area_codes) limit 1) as ward,
       taken.at as accepted_at, taken.service as accepted_service, taken.team as accepted_team,
       (select count(*) from referrals_move m where m.referral_id = r.id and m.kind in ('decline', 'hand_back')
           and not exists (select from referrals_move u where u.undoes_id = m.id))::int as passed_on,
       r.ended_at, nullif(r.outcome_code, '') as outcome, p.sex, extract(year from p.birth_date)::int as birth_year,
       p.language_code as language, coalesce(r.interpreter_needed, p.interpreter_needed) as interpreter_needed, p.usual_place
from referrals_servicerequest r join people_person p on p.id = r.person_id
left join lateral (
    select m.at, m.service_code as service, m.owner_team as team from referrals_move m
    where m.referral_id = r.id and m.kind = 'accept' and not exists (select from referrals_move u where u.undoes_id = m.id)
    order by m.version limit 1
) taken on true
where true
"""
