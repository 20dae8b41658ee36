"""Where are the pages of forms, plans and trusted assessments?"""

from django.urls import path

from homeward.web.plans.agreed.view import agreed
from homeward.web.plans.decide.view import assessment
from homeward.web.plans.form.view import form
from homeward.web.plans.forms.view import forms
from homeward.web.plans.give.view import give
from homeward.web.plans.history.view import history
from homeward.web.plans.line.view import add, change
from homeward.web.plans.plan.view import plan
from homeward.web.plans.response.view import response
from homeward.web.plans.shared.view import assessments

urlpatterns = [
    path("people/<uuid:person_id>/forms/", forms, name="forms"),
    path("people/<uuid:person_id>/forms/<slug:code>/", form, name="form"),
    path("people/<uuid:person_id>/answers/<uuid:response_id>/", response, name="answers"),
    path("people/<uuid:person_id>/plan/", plan, name="plan"),
    path("people/<uuid:person_id>/plan/add/<slug:heading>/", add, name="plan_add"),
    path("people/<uuid:person_id>/plan/lines/<uuid:line_id>/", change, name="plan_line"),
    path("people/<uuid:person_id>/plan/agreed/", agreed, name="plan_agreed"),
    path("people/<uuid:person_id>/plan/history/", history, name="plan_history"),
    path("assessments/", assessments, name="assessments"),
    path("assessments/<uuid:share_id>/", assessment, name="assessment"),
    path("answers/<uuid:response_id>/share/", give, name="assessment_give"),
]
