"""What do others ask of episodes, tasks and clocks?"""
