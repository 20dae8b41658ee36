"""How is a figure written down for colleagues: CSV, Excel, JSON, PDF?"""
