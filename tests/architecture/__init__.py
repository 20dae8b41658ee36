"""Does the house keep its laws, and does every fence catch the sin it is there for?"""
