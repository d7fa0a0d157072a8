"""Clocks of the sandbox: one that ticks and can be moved forward, and one that stands still until it is moved."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock

ZONE = ZoneInfo("Europe/Moscow")
"""The demo school's time."""

AFTER_LESSONS = (14, 5)
"""Five minutes after the bot's window for messages opens."""


class ForwardOnly(Exception):
    """The clock was asked to go back."""


class MovableClock:
    """Real time plus a shift."""

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self.shift = shift

    def now(self) -> datetime:
        """The sandbox's moment, in UTC."""
        return datetime.now(UTC) + self.shift

    @property
    def is_moved(self) -> bool:
        """Whether the bot has to be told the time."""
        return bool(self.shift)

    def move_to(self, moment: datetime) -> None:
        """Go to a later moment."""
        step = moment - self.now()
        if step < timedelta():
            raise ForwardOnly(moment.isoformat())
        self.shift += step

    def start_at(self, moment: datetime) -> None:
        """Begin anywhere, also in the past; only before the first bot is started."""
        self.shift = moment - datetime.now(UTC)


class GivenClock(Clock):
    """Stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)

    def to(self, moment: datetime) -> None:
        self.moment = moment


def next_working_day(now: datetime) -> datetime:
    """After lessons of the next Monday to Friday; today does not count."""
    day = now.astimezone(ZONE).date() + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    hour, minute = AFTER_LESSONS
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
