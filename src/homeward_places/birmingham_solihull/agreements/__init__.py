"""Whose assessments are trusted here, and by whom?"""
