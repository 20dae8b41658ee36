"""Does our client agree with a demographics service that was built from published answers?"""
