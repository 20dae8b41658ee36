"""A form may have been filled in at a partner's, and a line of the plan may be a partner's."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0007_trust_guarded'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='line',
            name='plans_line_author',
        ),
        migrations.RemoveConstraint(
            model_name='questionnaireresponse',
            name='plans_response_state',
        ),
        migrations.RemoveConstraint(
            model_name='questionnaireresponse',
            name='plans_response_finished',
        ),
        migrations.AddField(
            model_name='line',
            name='item_id',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='line',
            name='part',
            field=models.TextField(default=''),
        ),
        migrations.AddField(
            model_name='questionnaireresponse',
            name='item_id',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='questionnaireresponse',
            name='item_version',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(('author_kind__in', ('citizen', 'proxy', 'staff', 'partner'))), name='plans_line_author'),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('author_kind', 'partner'), ('item_id__isnull', False)), models.Q(models.Q(('author_kind', 'partner'), _negated=True), ('item_id__isnull', True)), _connector='OR'), name='plans_line_of_partner'),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.UniqueConstraint(condition=models.Q(('item_id__isnull', False)), fields=('item_id', 'part'), name='plans_line_once_a_part'),
        ),
        migrations.AddConstraint(
            model_name='questionnaireresponse',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('begun', 'finished', 'left', 'replaced'))), name='plans_response_state'),
        ),
        migrations.AddConstraint(
            model_name='questionnaireresponse',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', False), ('state__in', ('finished', 'replaced'))), models.Q(models.Q(('state__in', ('finished', 'replaced')), _negated=True), ('finished_at__isnull', True)), _connector='OR'), name='plans_response_finished'),
        ),
        migrations.AddConstraint(
            model_name='questionnaireresponse',
            constraint=models.UniqueConstraint(condition=models.Q(('item_id__isnull', False)), fields=('item_id', 'item_version'), name='plans_response_once_an_item'),
        ),
    ]
