"""The local Telegram, tested by its rules, over HTTP, and in a browser."""
