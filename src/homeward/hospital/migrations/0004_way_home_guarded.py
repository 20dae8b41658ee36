"""The way home stands behind the gate, and what was said of it is only added to."""

from django.db import migrations

from homeward.access.api import protect

_TABLES = (
    "description", "choice", "delay", "feedrow", "homecare", "homecareoffer", "homecarechange", "bedstay", "bedgoal", "followup",
)  # fmt: skip
_SAID = ("description", "choice", "delay", "homecarechange")
_WHOSE = """
create function hospital_person_of_part(part text, part_id uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select case part
        when 'home_care' then (select person_id from hospital_homecare where id = part_id)
        when 'bed_stay' then (select person_id from hospital_bedstay where id = part_id)
        when 'follow_up' then (select person_id from hospital_followup where id = part_id)
    end
$$;
"""


class Migration(migrations.Migration):
    """Row-level security, triggers, and one function with the owner's rights."""

    dependencies = [("hospital", "0003_way_home"), ("hospital", "0002_guards"), ("access", "0002_gate")]
    operations = [
        *(each for table in _TABLES for each in protect(f"hospital_{table}")),
        *(
            migrations.RunSQL(
                f"create trigger stays before update or delete on hospital_{table} for each row execute function hospital_stays_said()",
                reverse_sql=migrations.RunSQL.noop,
            )
            for table in _SAID
        ),
        migrations.RunSQL(_WHOSE, reverse_sql=migrations.RunSQL.noop),
    ]
