"""What stands in for a sign-in service in tests? A real provider in a process of its own, made strict about PKCE.

`python provider.py PORT`. The provider (oidc-provider-mock, on authlib) signs tokens and checks clients; it takes any
code verifier, so the verifier is checked here.
"""

import base64
import hashlib
import logging
import sys
from urllib.parse import parse_qs, urlsplit

import flask
from oidc_provider_mock import app  # type: ignore[import-untyped]  # it brings no types
from werkzeug.serving import make_server


def strict() -> flask.Flask:
    """The provider, refusing requests without an S256 challenge and codes without the verifier that fits."""
    provider = app(require_client_registration=True, require_nonce=True)
    challenges: dict[str, str] = {}

    @provider.before_request
    def demand() -> flask.typing.ResponseReturnValue | None:
        request = flask.request
        if request.path == "/oauth2/authorize" and request.args.get("code_challenge_method") != "S256":
            return "a code challenge is demanded", 400
        if request.path == "/oauth2/token":
            made = base64.urlsafe_b64encode(hashlib.sha256(request.form.get("code_verifier", "").encode()).digest())
            if challenges.pop(request.form.get("code", ""), None) != made.decode().rstrip("="):
                return {"error": "invalid_grant"}, 400
        return None

    @provider.after_request
    def remember(response: flask.Response) -> flask.Response:
        codes = parse_qs(urlsplit(response.headers.get("Location", "")).query).get("code")
        if flask.request.path == "/oauth2/authorize" and codes:
            challenges[codes[0]] = flask.request.args["code_challenge"]
        return response

    return provider


if __name__ == "__main__":
    logging.disable()
    make_server("127.0.0.1", int(sys.argv[1]), strict(), threaded=True).serve_forever()
