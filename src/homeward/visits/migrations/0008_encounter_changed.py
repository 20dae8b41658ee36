"""What became of the person since a visit was planned, which no new plan of the round takes off it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column; what stands in `notice` stays there."""

    dependencies = [("visits", "0007_whose_answer")]
    operations = [
        migrations.AddField(model_name="encounter", name="changed", field=models.TextField(default="", db_default="")),
    ]
