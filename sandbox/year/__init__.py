"""A school's year in a minute: the real bot in this process, invented people, and everything that it said to them."""
