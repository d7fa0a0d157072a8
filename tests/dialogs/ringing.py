"""The alarm clock rings at an hour of Moscow."""

from datetime import UTC, datetime

from tests.cast import Cast


async def at(cast: Cast, day: int, hour: int) -> None:
    """On that day of September, five minutes past."""
    cast.bot.clock.to(datetime(2026, 9, day, hour - 3, 5, tzinfo=UTC))
    await cast.bot.tick()
