"""What does one declared board say now?"""
