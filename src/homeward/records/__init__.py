"""What have partners told us about people, word for word, and how old is it?"""
