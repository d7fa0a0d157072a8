"""A local Telegram: a Bot API stand-in, a web chat and a clock that one can move. No token, no network."""
