"""People who objected to a partner are not on the lists of its teams."""

from pathlib import Path

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_quick_objection"),
    ]

    operations = [
        migrations.AddField(
            model_name="relationship",
            name="objected",
            field=models.BooleanField(db_default=False),
        ),
        migrations.RunSQL(Path(__file__).with_name("objected.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
