"""What can be done with episodes and tasks, and how are clocks kept?"""
