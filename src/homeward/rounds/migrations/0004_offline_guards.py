"""What telephones carry and tell stands behind the gate; whose a record is, is answered before it opens; what was told stays."""

from django.db import migrations

from homeward.access.api import protect

WHOSE = """
create function rounds_person_of_offline(record uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from rounds_offlinerecord where id = record
$$;
create function rounds_offline_stands() returns trigger language plpgsql as $$
begin
    if (new.id, new.encounter_id, new.device_id, new.user_id, new.kind, new.happened_at, new.written_at, new.arrived_at, new.told)
       is distinct from
       (old.id, old.encounter_id, old.device_id, old.user_id, old.kind, old.happened_at, old.written_at, old.arrived_at, old.told) then
        raise exception 'what a telephone told is never changed';
    end if;
    return new;
end $$;
create trigger rounds_offline_stands before update on rounds_offlinerecord
    for each row execute function rounds_offline_stands();
"""


class Migration(migrations.Migration):
    """Row-level security, and records that stay as they arrived."""

    dependencies = [("rounds", "0003_carried_offlinerecord"), ("access", "0002_gate")]
    operations = [
        *protect("rounds_carried"),
        *protect("rounds_offlinerecord"),
        migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop),
    ]
