"""Unread alerts are counted on every page of whoever may answer them: by index, without a name."""

from django.db import migrations, models

UNREAD = """
create function monitoring_unread(who uuid, of_teams text[]) returns table (mine bigint, team bigint, red boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    with waiting as (
        select a.level,
               exists (select from monitoring_telling t where t.alert_id = a.id
                       and (t.user_id = who or (t.user_id is null and t.team_code = any (of_teams)))) as named,
               exists (select from monitoring_telling t where t.alert_id = a.id and t.team_code = any (of_teams)) as ours
        from monitoring_alert a
        where a.closed_at is null and a.taken_at is null
    )
    select count(*) filter (where named), count(*) filter (where ours), bool_or(level = 'red') filter (where named) from waiting
$$;
"""


class Migration(migrations.Migration):
    """A partial index of what nobody has taken, and the function that counts it."""

    dependencies = [("monitoring", "0002_guarded")]
    operations = [
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(
                fields=["raised_at"],
                name="monitoring_alert_unread",
                condition=models.Q(closed_at__isnull=True, taken_at__isnull=True),
            ),
        ),
        migrations.RunSQL(UNREAD, reverse_sql=migrations.RunSQL.noop),
    ]
