"""In which words and colour is it said how far an export is?"""

STATES = {
    "waiting": ("Waiting to start", "grey"),
    "gathering": ("Being gathered", "blue"),
    "ready": ("Ready to be taken", "yellow"),
    "failed": ("Failed", "red"),
    "ended": ("Over, nothing kept", "grey"),
}
