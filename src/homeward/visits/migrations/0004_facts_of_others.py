"""A fact may be sensitive, and may be replaced when whoever told it puts it right."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('visits', '0003_facts_from_forms'),
    ]

    operations = [
        migrations.AddField(
            model_name='answer',
            name='replaced_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='answer',
            name='sensitivity',
            field=models.TextField(default=''),
        ),
    ]
