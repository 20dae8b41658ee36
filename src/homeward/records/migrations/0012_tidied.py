"""Pages where rows came in lately are tidied soon, however many rows there are, for an index tells by itself only of tidied pages.

A hundredth of thirty million rows is three hundred thousand; small ones fall into gaps all over the table, and the record of
somebody whose own rows never changed was read row by row until then. Only pages that changed are visited.
"""

from django.db import migrations


class Migration(migrations.Migration):
    """A count of rows instead of a share."""

    dependencies = [("records", "0011_listed")]
    operations = [
        migrations.RunSQL(
            "alter table records_item set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000)",
            reverse_sql="alter table records_item reset (autovacuum_vacuum_insert_threshold);"
            " alter table records_item set (autovacuum_vacuum_insert_scale_factor = 0.01)",
        )
    ]
