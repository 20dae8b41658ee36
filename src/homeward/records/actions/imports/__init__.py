"""How does a delivery come in: started, read, compared, applied, reviewed and tried again?"""
