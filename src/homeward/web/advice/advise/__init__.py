"""What is advised, and who decided?"""
