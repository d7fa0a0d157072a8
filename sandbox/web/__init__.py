"""The web chat: the page, what it may do, and the stream of what changes."""
