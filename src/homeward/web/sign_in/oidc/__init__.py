"""Signing in through a sign-in service, by OpenID Connect."""
