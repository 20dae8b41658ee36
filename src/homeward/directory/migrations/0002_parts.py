"""Some areas lie only in part within another."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0001_directory'),
    ]

    operations = [
        migrations.AddField(
            model_name='areamembership',
            name='entire',
            field=models.BooleanField(default=True),
        ),
    ]
