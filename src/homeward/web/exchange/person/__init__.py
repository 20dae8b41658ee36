"""How may one person be contacted, and what were they told?"""
