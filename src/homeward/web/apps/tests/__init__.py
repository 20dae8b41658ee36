"""Tests of the pages about apps."""
