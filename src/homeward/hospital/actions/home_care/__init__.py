"""How is care at home found, started, brought down and ended?"""
