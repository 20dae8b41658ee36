"""Is what an app asks for at /oauth/authorize right, and if not, may it be told? (RFC 6749 section 4.1, RFC 7636, SMART App Launch 2)"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from homeward.access.rules.app_scopes import granted
from homeward.access.rules.pkce import is_challenge

AUTHORISE_NAMES = (
    "response_type", "client_id", "redirect_uri", "scope", "state", "aud", "launch", "nonce", "code_challenge",
    "code_challenge_method",
)  # fmt: skip
CONTEXT = ("launch", "launch/patient")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A request that may be put to the user. `scopes` are those that the app may have of what it asked."""

    redirect_uri: str
    state: str
    scopes: tuple[str, ...]
    challenge: str
    nonce: str
    launch: str

    @property
    def about_one(self) -> bool:
        """Must somebody's record be chosen?"""
        return any(each in CONTEXT or each.startswith("patient/") for each in self.scopes)


@dataclass(frozen=True, kw_only=True)
class SentBack:
    """A request that goes back to the app with a fault."""

    redirect_uri: str
    state: str
    error: str
    words: str


def judge_authorise(
    asked: Mapping[str, str], doubled: Sequence[str], *, given: Sequence[str], base: str, sends: Collection[str] = ()
) -> Wanted | SentBack:
    """Judge a request whose app and redirect address are known and right. `doubled` are names sent twice, `given` the app's scopes,
    `sends` the kinds that the role of whoever is asked lets apps send."""
    uri, state = asked["redirect_uri"], asked.get("state", "")

    def back(error: str, words: str) -> SentBack:
        return SentBack(redirect_uri=uri, state=state, error=error, words=words)

    if doubled:
        return back("invalid_request", f"'{doubled[0]}' was sent more than once.")
    if asked.get("response_type") != "code":
        return back("unsupported_response_type", "The response type here is code.")
    if asked.get("code_challenge_method") != "S256" or not is_challenge(asked.get("code_challenge", "")):
        return back("invalid_request", "Send a code_challenge with code_challenge_method S256 (PKCE).")
    if asked.get("aud", "").rstrip("/") != base:
        return back("invalid_request", f"The aud here is {base}.")
    if not state:
        return back("invalid_request", "Send a state that nobody can guess.")
    scopes = granted(asked.get("scope", "").split(), given, sends=sends)
    if not any("/" in each and each not in CONTEXT or each == "openid" for each in scopes):
        return back("invalid_scope", "None of these scopes can be given to this app.")
    if "launch" in scopes and not asked.get("launch"):
        return back("invalid_request", "The scope launch goes with the launch parameter.")
    return Wanted(
        redirect_uri=uri, state=state, scopes=scopes, challenge=asked["code_challenge"],
        nonce=asked.get("nonce", "")[:500], launch=asked.get("launch", ""),
    )  # fmt: skip
