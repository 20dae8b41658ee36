"""Shared assessments stand behind the gate, and what was said about them stays."""

from django.db import migrations

from homeward.access.api import protect

WHOSE = """
create function plans_person_of_share(share uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from plans_trustedshare where id = share
$$;
create trigger stays before update or delete on plans_sharenote for each row execute function plans_stays();
"""


class Migration(migrations.Migration):
    """Row-level security, whose share it is, and notes that stay."""

    dependencies = [("plans", "0006_trusted_assessments"), ("access", "0002_gate")]
    operations = [
        *protect("plans_trustedshare"),
        *protect("plans_sharenote"),
        migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop),
    ]
