"""When somebody last looked at a person is found without reading past what others opened."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One index of what people opened; the months made from now on get it too."""

    dependencies = [("access", "0011_opened_by")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("last_look.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
