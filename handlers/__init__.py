"""Telegram in, screens out: one file per noun; every Russian sentence of the chat is in `handlers.texts`."""
