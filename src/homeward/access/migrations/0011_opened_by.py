"""What people opened is found in the access log without reading past what the house and partners' systems opened."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One index; the months made from now on get it too."""

    dependencies = [("access", "0010_whose_saying")]
    operations = [
        migrations.RunSQL(Path(__file__).with_name("opened_by.sql").read_text(), reverse_sql=migrations.RunSQL.noop)
    ]
