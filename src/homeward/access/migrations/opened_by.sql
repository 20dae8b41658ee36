-- Whose openings are asked for by their kind, newest first. The house's own jobs and partners' systems write most rows of the log:
-- what people opened is found without reading past those.
create index access_opening_kind on access_opening (
    (case actor_kind when 'system' then 'homeward' when 'partner' then 'systems' else 'people' end), at desc, id desc
);
