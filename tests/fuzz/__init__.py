"""What no test would think of: random updates, walks, answers and files, a few while somebody waits, thousands later.

Whatever has broken the bot once is kept in `corpus/` and played again by every run.
"""
