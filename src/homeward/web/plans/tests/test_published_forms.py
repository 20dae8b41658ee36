"""Does a form that somebody else made and published draw here, question by question?"""

import json
import os
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import pytest

from homeward.grammar.api import Questionnaire
from homeward.plans.api import read_questionnaire
from homeward.plans.tests.arranging import therapist, visited
from tests.plumbing.people_at_work import signed_in

EXAMPLES = Path(os.environ.get("HOMEWARD_EXAMPLES", "nowhere"))
PUBLISHED = sorted(EXAMPLES.glob("questionnaires/*.json")) + sorted(
    EXAMPLES.glob("advance-care-plan/Questionnaire-*.json")
)
NOW = datetime.now(UTC)


def drawable() -> list[Questionnaire]:
    """The published forms of which every question can be drawn."""
    read = (
        read_questionnaire(json.loads(path.read_text(encoding="utf-8")), owner="somebody", review_by=date(2027, 4, 30))
        for path in PUBLISHED
    )
    return [each.form for each in read if each.whole]


@pytest.mark.django_db
@pytest.mark.skipif(not PUBLISHED, reason="HOMEWARD_EXAMPLES names no folder with published questionnaires")
def test_published_forms_draw_every_question(monkeypatch: pytest.MonkeyPatch) -> None:
    person, browser = visited(), signed_in(therapist())
    forms = drawable()
    assert len(forms) >= 10
    for form in forms:
        monkeypatch.setattr("homeward.plans.queries.form_view.form_called", lambda code, by, form=form: form)
        answer = browser.get(f"/people/{person}/forms/published/")
        page = unescape(answer.content.decode())
        assert answer.status_code == 200
        for item in form.items:
            assert f'data-question="{item.link_id}"' in page and item.text in page, (form.title, item.link_id)
            assert item in form.questions or item.type in ("group", "display")
            assert item not in form.questions or f'name="q.{item.link_id}"' in page, (form.title, item.link_id)
