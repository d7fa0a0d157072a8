"""What the bot says: functions with typed arguments that return ready HTML."""
