"""What holds for national returns?"""
