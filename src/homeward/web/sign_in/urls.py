"""Where do people come in and go out? The names are those that allauth asks for."""

from django.urls import path

from homeward.web.sign_in.invitation.view import invitation
from homeward.web.sign_in.link.view import open_link
from homeward.web.sign_in.oidc.view import come_back, set_out
from homeward.web.sign_in.password.view import sign_in
from homeward.web.sign_in.role.view import choose_role
from homeward.web.sign_in.second_factor.view import second_factor
from homeward.web.sign_in.set_up.view import set_up
from homeward.web.sign_in.signed_out.view import sign_out, signed_out

urlpatterns = [
    path("sign-in/", sign_in, name="account_login"),
    path("sign-in/second-factor/", second_factor, name="mfa_authenticate"),
    path("sign-in/second-factor/set-up/", set_up, name="sign_in_set_up"),
    path("sign-in/role/", choose_role, name="sign_in_role"),
    path("sign-in/invitation/", invitation, name="sign_in_invitation"),
    path("sign-in/with/<slug:code>/", set_out, name="sign_in_service"),
    path("sign-in/with/<slug:code>/back/", come_back, name="sign_in_service_back"),
    path("sign-out/", sign_out, name="account_logout"),
    path("sign-out/done/", signed_out, name="signed_out"),
    path("link/<str:token>/", open_link, name="open_link"),
]
