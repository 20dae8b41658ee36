"""Who may open which page, in every role?"""
