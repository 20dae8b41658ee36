"""What a block of a page asks for besides person, kind and moment stands in the index, so that rows it does not show are not read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The wider index before the narrower one goes."""

    dependencies = [("records", "0010_sensitive")]
    operations = [
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                fields=["person_id", "kind", "-placed_at", "id"],
                include=["status", "code", "more_codes", "received_at"],
                name="records_item_listed",
            ),
        ),
        migrations.RemoveIndex(model_name="item", name="records_item_person"),
        # An index tells by itself only of pages that were tidied: after every hundredth of the table, not every fifth.
        migrations.RunSQL(
            "alter table records_item set (autovacuum_vacuum_insert_scale_factor = 0.01)",
            reverse_sql="alter table records_item reset (autovacuum_vacuum_insert_scale_factor)",
        ),
    ]
