"""Which bed did somebody have before they were moved, and since when?"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("front_door", "0003_beds")]

    operations = [
        migrations.AddField(model_name="doorbed", name="moved_from", field=models.UUIDField(null=True)),
        migrations.AddField(model_name="doorbed", name="since", field=models.DateTimeField(null=True)),
    ]
