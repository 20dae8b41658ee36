"""What does the process load that tests fork others from? All of Homeward, once."""

from tests.plumbing.prepared import load

load()
