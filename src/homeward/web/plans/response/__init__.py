"""One finished form: what was answered, by whom and when?"""
