"""Are people who are watched at home watched rightly, and is somebody told in time?"""
