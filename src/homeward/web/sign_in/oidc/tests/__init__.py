"""Tests of signing in through a real OpenID Connect provider."""
