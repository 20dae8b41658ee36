"""A stay that was never the person's is struck out, with who and why; it stays, and is told by no feed any more."""

from django.db import migrations, models
from django.db.models import Q

_TOLD = """
create or replace function hospital_told(told_by text, told_id text) returns table (id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, s.person_id from hospital_stay s
    where s.source = told_by and s.source_id = told_id and told_id <> '' and s.struck_at is null
$$;
-- Whose was the stay that was told under this id, and struck out? For feeds, so that nothing brings it back unseen.
create function hospital_struck(told_by text, told_id text) returns table (person_id uuid, struck_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.person_id, s.struck_at from hospital_stay s
    where s.source = told_by and s.source_id = told_id and told_id <> '' and s.struck_at is not null
    order by s.struck_at desc
$$;
"""


class Migration(migrations.Migration):
    """Three columns, one id of a source for each stay that stands, and the two questions that feeds ask."""

    dependencies = [("hospital", "0008_feed_answered")]
    operations = [
        *(
            migrations.AddField(model_name="stay", name=name, field=field)
            for name, field in (
                ("struck_at", models.DateTimeField(null=True)), ("struck_by", models.TextField(default="")),
                ("struck_words", models.TextField(default="")),
            )
        ),
        migrations.RemoveConstraint(model_name="stay", name="hospital_stay_told_once"),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.UniqueConstraint(
                fields=["source", "source_id"], condition=~Q(source_id="") & Q(struck_at=None), name="hospital_stay_told_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=Q(struck_at=None, struck_by="", struck_words="")
                | (Q(struck_at__isnull=False) & ~Q(struck_by="") & ~Q(struck_words="")),
                name="hospital_stay_struck_whole",
            ),
        ),
        migrations.RunSQL(_TOLD, reverse_sql=migrations.RunSQL.noop),
    ]  # fmt: skip
