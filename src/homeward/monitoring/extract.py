"""Which columns of virtual-ward stays are given to analytics? No name, no number, no words: ids, moments, codes and counts."""

NAME = "ward_stays"
BY = "stay_id"
FOUND_BY = ("referral_id",)
BY = "stay_id"
COLUMNS = {
    "stay_id": "uuid", "referral_id": "uuid", "person_id": "uuid", "service": "string", "team": "string", "state": "string",
    "came_from": "string", "joined_at": "timestamp", "left_at": "timestamp", "sets": "integer", "whole_sets": "integer",
    "alerts": "integer", "acted_on": "integer", "reviews": "integer",
}  # fmt: skip
MONTH_OF = "joined_at"
SQL = """
select s.id as stay_id, s.referral_id, s.person_id, s.service_code as service, s.team_code as team, s.state, s.came_from,
       s.started_at as joined_at, s.ended_at as left_at,
       (select count(*) from monitoring_observationset o where o.stay_id = s.id and o.struck_at is null)::int as sets,
       (select count(*) from monitoring_observationset o where o.stay_id = s.id and o.struck_at is null and o.total is not null)::int as whole_sets,
       (select coalesce(sum(a.raised), 0) from monitoring_alert a where a.stay_id = s.id)::int as alerts,
       (select count(*) from monitoring_alert a where a.stay_id = s.id and a.helped)::int as acted_on,
       (select count(*) from monitoring_review r where r.stay_id = s.id)::int as reviews
from monitoring_stay s
where s.came_from <> 'visit'
"""
