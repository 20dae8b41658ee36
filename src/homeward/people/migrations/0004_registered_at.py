"""New people are found by when they were registered."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_find'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['registered_at'], name='people_person_registered'),
        ),
    ]
