"""Where is this one, who has it now, what happens next?"""
