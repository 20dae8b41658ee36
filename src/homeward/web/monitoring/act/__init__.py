"""What can be done for somebody on the ward?"""
