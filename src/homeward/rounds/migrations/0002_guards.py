"""What rounds know about a person stands behind the gate; whose a note is, is answered before it opens."""

from django.db import migrations

from homeward.access.api import protect

WHOSE = """
create function rounds_person_of_handover(handover uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from rounds_handover where id = handover
$$;
create function rounds_decisions_stand() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - 'person_id') is distinct from (to_jsonb(old) - 'person_id') then
        raise exception 'a decision is never changed';
    end if;
    return new;
end $$;
create trigger rounds_decisions_stand before update on rounds_decision
    for each row execute function rounds_decisions_stand();
"""


class Migration(migrations.Migration):
    """Row-level security, and decisions that nobody changes."""

    dependencies = [("rounds", "0001_initial"), ("access", "0002_gate")]
    operations = [
        *protect("rounds_wish"),
        *protect("rounds_roundstop"),
        *protect("rounds_decision"),
        *protect("rounds_handover"),
        migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop),
    ]
