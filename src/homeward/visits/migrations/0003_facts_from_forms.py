"""A fact may come from a form of its own, and says where it was told and which earlier one it confirms."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('visits', '0002_guards'),
    ]

    operations = [
        migrations.AddField(
            model_name='answer',
            name='confirms',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='answer',
            name='place_words',
            field=models.TextField(default=''),
        ),
        migrations.AddField(
            model_name='answer',
            name='response_id',
            field=models.UUIDField(null=True),
        ),
        migrations.AlterField(
            model_name='answer',
            name='encounter',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='visits.encounter'),
        ),
        migrations.AddIndex(
            model_name='answer',
            index=models.Index(condition=models.Q(('response_id__isnull', False)), fields=['response_id'], name='visits_answer_response'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('encounter__isnull', False), ('response_id__isnull', True)), models.Q(('encounter__isnull', True), ('response_id__isnull', False)), _connector='OR'), name='visits_answer_was_given_once'),
        ),
    ]
