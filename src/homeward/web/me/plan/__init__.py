"""My plan: where do I read it, write in it, agree or disagree?"""
