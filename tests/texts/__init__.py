"""What the bot says: every sentence there is, and every sentence that can be made."""
