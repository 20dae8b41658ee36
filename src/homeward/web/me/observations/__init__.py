"""What did I, or somebody who cares for me, measure at home?"""
