"""Where are the pages of forms, plans and trusted assessments?"""

from django.urls import path

from homeward.web.plans.form.view import form
from homeward.web.plans.forms.view import forms
from homeward.web.plans.response.view import response

urlpatterns = [
    path("people/<uuid:person_id>/forms/", forms, name="forms"),
    path("people/<uuid:person_id>/forms/<slug:code>/", form, name="form"),
    path("people/<uuid:person_id>/answers/<uuid:response_id>/", response, name="answers"),
]
