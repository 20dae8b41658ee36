"""Who was the call about, after all?"""
