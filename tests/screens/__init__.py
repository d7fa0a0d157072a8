"""Every screen of the bot, filled in: found by pressing, shown on the page of pictures."""
