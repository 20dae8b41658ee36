"""Advice before hospital, the worklist at its front door, and what came of both."""
