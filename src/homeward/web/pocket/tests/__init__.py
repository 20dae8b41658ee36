"""Tests of the round in the pocket."""
