"""Is it really you? The code of an authenticator app, or a recovery code."""

from allauth.account.stages import LoginStageController
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpResponse, HttpResponseRedirect

from homeward.web.page import OpenRequest, open_page, show
from homeward.web.sign_in.demonstration import code_now
from homeward.web.sign_in.second_factor.form import CodeForm


@open_page()
def second_factor(request: OpenRequest) -> HttpResponse:
    """The second step of signing in, for someone whose password was right."""
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None or stage.login.user is None:
        return HttpResponseRedirect("/sign-in/")
    form = CodeForm(user=stage.login.user, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        form.save()
        response: HttpResponse = stage.exit()
        return response
    context = {"demonstration_code": code_now(stage.login.user)}
    return show(request, "sign_in/second_factor/page.html", context, form=form)
