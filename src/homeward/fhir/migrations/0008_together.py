"""Partners' questions that came at the same moment are answered by one statement."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """Functions over many questions take the place of those over one."""

    dependencies = [("fhir", "0007_answers"), ("access", "0009_open_each"), ("people", "0008_joining")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("together.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
