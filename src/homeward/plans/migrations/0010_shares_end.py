"""A shared assessment ends when its window is over."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0009_partners_lines_guarded'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='sharenote',
            name='plans_sharenote_kind',
        ),
        migrations.RemoveConstraint(
            model_name='trustedshare',
            name='plans_share_state',
        ),
        migrations.RemoveConstraint(
            model_name='trustedshare',
            name='plans_share_once_a_provider',
        ),
        migrations.AddField(
            model_name='trustedshare',
            name='closed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='trustedshare',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['valid_until'], name='plans_share_standing'),
        ),
        migrations.AddConstraint(
            model_name='sharenote',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('share', 'query', 'reply', 'accept', 'withdraw', 'end'))), name='plans_sharenote_kind'),
        ),
        migrations.AddConstraint(
            model_name='trustedshare',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('shared', 'queried', 'answered', 'accepted', 'withdrawn', 'ended'))), name='plans_share_state'),
        ),
        migrations.AddConstraint(
            model_name='trustedshare',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('withdrawn', 'ended')), _negated=True), fields=('response', 'provider_code'), name='plans_share_once_a_provider'),
        ),
    ]
