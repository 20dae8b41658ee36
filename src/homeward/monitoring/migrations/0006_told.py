"""Whom an alert was told stands on the alert, so that what nobody has taken is counted by one look into an index."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

GATHER = """
update monitoring_alert a set
    told_users = coalesce((select array_agg(distinct t.user_id) from monitoring_telling t
                           where t.alert_id = a.id and t.user_id is not null), '{}'),
    told_teams = coalesce((select array_agg(distinct t.team_code) from monitoring_telling t
                           where t.alert_id = a.id and t.user_id is null), '{}');
"""

# In plpgsql, which keeps its plan from one page to the next.
UNREAD = """
drop function monitoring_unread(uuid, text[]);
create function monitoring_unread(who uuid, of_teams text[]) returns table (mine bigint, red boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query select count(*), coalesce(bool_or(a.level = 'red'), false) from monitoring_alert a
    where a.closed_at is null and a.taken_at is null
      and (a.told_users @> array[who] or a.told_teams && of_teams);
end $$;
"""


class Migration(migrations.Migration):
    """Two columns, gathered from the tellings; their index in place of the one by moment; the count by it."""

    dependencies = [("monitoring", "0005_recorded")]
    operations = [
        migrations.AddField(
            model_name="alert",
            name="told_users",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
        ),
        migrations.AddField(
            model_name="alert",
            name="told_teams",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
        ),
        migrations.RunSQL(GATHER, reverse_sql=migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name="alert", name="monitoring_alert_unread"),
        migrations.AddIndex(
            model_name="alert",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["told_users", "told_teams"],
                name="monitoring_alert_told",
                condition=models.Q(closed_at__isnull=True, taken_at__isnull=True),
                fastupdate=False,
            ),
        ),
        migrations.RunSQL(UNREAD, reverse_sql=migrations.RunSQL.noop),
    ]
