"""The sandbox's chat page in a real Chromium, with a scripted bot on the other side."""
