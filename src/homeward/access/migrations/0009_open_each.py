"""Partners' readings that came at the same moment are opened by one statement, each judged by itself."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """A function of the gate; what opens one record stays as it is."""

    dependencies = [("access", "0008_apps")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("open_each.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
