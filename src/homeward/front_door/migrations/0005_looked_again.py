"""An outcome that was found stays, unless it rests on a hospital stay that was entered in error: then it is looked up anew."""

from django.db import migrations

_STAYS = """
create or replace function front_door_outcome_stays() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if old.state = 'found' and to_jsonb(new) - 'person_id' is distinct from to_jsonb(old) - 'person_id' and not (
        new.state = 'waiting' and exists (select from hospital_stay s where s.id = old.evidence_id and s.struck_at is not null)
    ) then
        raise exception 'an outcome that was found stays' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
"""


class Migration(migrations.Migration):
    """The same trigger, with one way back."""

    dependencies = [("front_door", "0004_moved"), ("hospital", "0009_stay_struck")]
    operations = [migrations.RunSQL(_STAYS, reverse_sql=migrations.RunSQL.noop)]
