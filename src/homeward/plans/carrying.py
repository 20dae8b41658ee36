"""How do forms and plans move when two records are found to be one person? Each row with what it belongs to."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    on_merge("plans_questionnaireresponse", followed_by={"visits_answer": "response_id"})
    on_merge("plans_entry", follows={"response_id": "plans_questionnaireresponse"})
    on_merge("plans_careplan")
    on_merge("plans_line", follows={"plan_id": "plans_careplan"})
    on_merge("plans_linechange", follows={"line_id": "plans_line"})
    on_merge("plans_stance", follows={"plan_id": "plans_careplan"})
    on_merge(
        "plans_trustedshare",
        follows={"response_id": "plans_questionnaireresponse"},
        followed_by={"access_relationship": "source_id"},
    )
    on_merge("plans_sharenote", follows={"share_id": "plans_trustedshare"})
