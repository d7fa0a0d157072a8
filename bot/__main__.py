"""`python -m bot`: see `bot.cli`."""

if __name__ == "__main__":
    # Here and not above: the worker process imports this module again and must not load the bot.
    from bot.cli import main

    main()
