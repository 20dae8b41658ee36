"""What holds for episodes, tasks and clocks?"""
