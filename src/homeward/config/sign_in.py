"""How do people sign in: which parts of allauth are used, and how strictly?"""

from homeward.config import environment

APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "homeward.web.sign_in.adapter.AccountAdapter"
MFA_ADAPTER = "homeward.web.sign_in.second_factor.adapter.SecondFactorAdapter"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# A whole hospital may share one address, so the limit by address is wide and the one by account narrow.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "60/m/ip,5/5m/key"}
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute out
MFA_TOTP_ISSUER = "Homeward"

HOMEWARD_CITIZEN_ROLE = environment.value("HOMEWARD_CITIZEN_ROLE")
HOMEWARD_SIGN_IN_SERVICES = [
    {
        "code": "staff",
        "words": environment.value("HOMEWARD_OIDC_STAFF_WORDS"),
        "issuer": environment.value("HOMEWARD_OIDC_STAFF_ISSUER"),
        "client_id": environment.value("HOMEWARD_OIDC_STAFF_CLIENT_ID"),
        "client_secret": environment.value("HOMEWARD_OIDC_STAFF_CLIENT_SECRET"),
        "second_factor": environment.switch("HOMEWARD_OIDC_STAFF_SECOND_FACTOR"),
    },
    {
        "code": "citizen",
        "words": environment.value("HOMEWARD_OIDC_CITIZEN_WORDS"),
        "issuer": environment.value("HOMEWARD_OIDC_CITIZEN_ISSUER"),
        "client_id": environment.value("HOMEWARD_OIDC_CITIZEN_CLIENT_ID"),
        "client_secret": environment.value("HOMEWARD_OIDC_CITIZEN_CLIENT_SECRET"),
        "key_file": environment.value("HOMEWARD_OIDC_CITIZEN_KEY_FILE"),
        "scopes": environment.value("HOMEWARD_OIDC_CITIZEN_SCOPES"),
        "trust_levels": environment.value("HOMEWARD_OIDC_CITIZEN_TRUST"),
    },
]
