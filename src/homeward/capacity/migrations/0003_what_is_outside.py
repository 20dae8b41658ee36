"""What was booked knows its line, and what teams had reported as taken is kept as taken."""

import django.db.models.deletion
from django.db import migrations, models

LINES = "update capacity_booking b set line_id = u.line_id from capacity_unit u where u.id = b.unit_id"

# Of each line's things that nobody was given, all beyond what the newest report calls free.
OUTSIDE = """
insert into capacity_booking (id, unit_id, line_id, period, state, subject_kind, made_at, actor_name)
select gen_random_uuid(), u.id, u.line_id, tstzrange(u.as_of, u.period_end), 'outside', 'need', u.as_of, ''
from (
    select u.id, u.line_id, r.free, r.as_of, r.period_end, row_number() over (partition by u.line_id order by u.label) as place
    from capacity_unit u
    join lateral (
        select * from capacity_report r where r.line_id = u.line_id order by r.as_of desc, r.id desc limit 1
    ) r on true
    where u.withdrawn_at is null
      and not exists (
        select from capacity_booking b
        where b.unit_id = u.id and b.state in ('held', 'booked') and b.period && tstzrange(r.as_of, null))
) u
where u.place > u.free and (u.period_end is null or u.period_end > u.as_of)
"""
NOW = "set constraints all immediate"


class Migration(migrations.Migration):
    dependencies = [("capacity", "0002_one_by_one")]

    operations = [
        migrations.RunSQL(LINES, migrations.RunSQL.noop),
        migrations.RunSQL(OUTSIDE, "delete from capacity_booking where state = 'outside'"),
        migrations.RunSQL(NOW, NOW),
        migrations.AlterField(
            model_name="booking",
            name="line",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="bookings", to="capacity.line"
            ),
        ),
    ]
