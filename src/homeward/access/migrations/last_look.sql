-- When did somebody last look at this person? Found by who looked, however often a partner's system asks for the record.
create index access_opening_looker on access_opening (person_id, actor_id, at)
    where mode = 'person' and actor_kind not in ('partner', 'system');
