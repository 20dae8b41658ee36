"""How is the lake kept?"""
