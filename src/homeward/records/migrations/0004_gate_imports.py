"""What is on its way in stands behind the gate as well: a row may be about somebody before anybody knows whom."""

from django.db import migrations

from homeward.access.api import protect


class Migration(migrations.Migration):
    """Row-level security; rows without a person are seen by the work of importing alone. Texts lie outside the rows."""

    dependencies = [("records", "0003_imports"), ("access", "0002_gate")]
    operations = [
        *protect("records_row"),
        *protect("records_subject"),
        migrations.RunSQL("alter table records_row set (toast_tuple_target = 256)", reverse_sql=migrations.RunSQL.noop),
    ]
