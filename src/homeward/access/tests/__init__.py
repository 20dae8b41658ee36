"""Tests of accounts, the guard, the gate and the access log."""
