"""Home care and its offers say on which line of the ledger of capacity their hours stand."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns; what was found before stands on no line."""

    dependencies = [("hospital", "0004_way_home_guarded")]
    operations = [
        migrations.AddField("homecare", "line_id", models.UUIDField(null=True)),
        migrations.AddField("homecareoffer", "line_id", models.UUIDField(null=True)),
    ]
