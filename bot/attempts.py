"""One message until its fate is known, or until it goes back to the table: its tries, and a reply's waits."""

import asyncio
import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.delivery import Delivery
from bot.envelopes import REPLY, Outgoing, is_bulk
from bot.pacing import BulkPace, Watch, back_off
from bot.verdicts import Judgement, Verdict, judge
from handlers.effects import LeaveChat, Screen
from storage.outbox import OutboxRow
from storage.vocabulary import Delivery as Fate
from storage.vocabulary import NoticePolicy

TRIES = 6
COUNTED = frozenset({Verdict.BACK_OFF, Verdict.LOST})  # a 429 and a lost connection are nobody's try
LONG_WAIT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended; `shown` is the message that is the chat's screen now.

    A row that is due again is so in `seconds`, with `attempts` tries behind it.
    """

    verdict: Verdict
    state: Fate
    reason: str = ""
    shown: int | None = None
    seconds: float = 0.0
    attempts: int = 0


class Attempts:
    """Knows of each row whether Telegram may have it, and of each task whether it only waits."""

    def __init__(
        self, delivery: Delivery, clock: Clock, pace: BulkPace, watch: Watch, alarm: Callable[[str], None]
    ) -> None:
        self._delivery = delivery
        self._clock = clock
        self._pace = pace
        self._watch = watch
        self._alarm = alarm
        self.begun: set[str] = set()  # keys whose request was written and whose answer is not known
        self.resting: set[asyncio.Task[None] | None] = set()

    async def deliver(self, item: Outgoing, row: OutboxRow) -> Outcome:
        """A reply waits here, the next ones of its chat behind it; a notice that has to wait leaves the chat alone."""
        tries = row.attempts if row.kind != REPLY else 0
        back_offs = 0
        while True:
            if row.expires_at is not None and row.expires_at <= self._clock.now():
                return Outcome(Verdict.DONE, Fate.DROPPED, "stale")
            if not is_bulk(row):  # bulk has taken its token at its claim
                self._pace.reply_went(self._watch.now())
            judgement, shown = await self._once(item, row)
            if (other := self._instead(item, judgement)) is not None:
                item = other
                continue
            tries += judgement.verdict in COUNTED
            back_offs += judgement.verdict is not Verdict.WAIT
            pause = self._pause(row, judgement, tries, back_offs)
            if pause is None:
                return Outcome(judgement.verdict, *_fate(row, judgement), shown)
            if row.kind != REPLY:
                return Outcome(judgement.verdict, Fate.DUE, judgement.reason, seconds=pause, attempts=tries)
            await self._rest(pause)

    async def _once(self, item: Outgoing, row: OutboxRow) -> tuple[Judgement, int | None]:
        self.begun.add(row.key)
        try:
            shown = await self._delivery.carry_out(item)
        except Exception as error:
            judgement = judge(error)
            if judgement.verdict is not Verdict.LOST:
                self.begun.discard(row.key)  # refused or never sent: Telegram does not have it
            if judgement.verdict is not Verdict.NOT_SENT:
                self._pace.connected()
            if judgement.verdict is Verdict.UNREACHABLE and isinstance(item.effect, LeaveChat):
                return Judgement(Verdict.DONE, ""), None  # out of that chat already; the person is not meant
            # An edit that changes nothing: the screen stands there already.
            return judgement, item.edits if judgement.verdict is Verdict.DONE else None
        self._pace.connected()
        return Judgement(Verdict.DONE, ""), shown

    def _instead(self, item: Outgoing, judgement: Judgement) -> Outgoing | None:
        """The same thing said in another way, at once."""
        screen = item.effect
        if judgement.verdict is Verdict.SEND_ANEW and item.edits is not None:
            return replace(item, edits=None)
        if judgement.verdict is Verdict.PLAIN and isinstance(screen, Screen) and _bare(screen.text) != screen.text:
            self._alarm("a screen's markup was refused by Telegram")
            return replace(item, effect=replace(screen, text=_bare(screen.text)))
        return None

    def _pause(self, row: OutboxRow, judgement: Judgement, tries: int, back_offs: int) -> float | None:
        """Seconds until another try; None when there is none."""
        match judgement.verdict:
            case Verdict.WAIT:
                if is_bulk(row):
                    self._pace.refused(judgement.seconds, self._watch.now())
                if judgement.seconds > LONG_WAIT_SECONDS:
                    self._alarm(f"Telegram asks to wait {judgement.seconds:.0f} s")
                return judgement.seconds
            case Verdict.NOT_SENT:
                return back_off(back_offs) if row.kind == REPLY else self._pace.disconnected(self._watch.now())
            case Verdict.LOST if row.policy is NoticePolicy.ONCE:
                return None
            case Verdict.BACK_OFF | Verdict.LOST if tries < TRIES:
                return back_off(back_offs if row.kind == REPLY else tries)
        return None

    async def _rest(self, seconds: float) -> None:
        """A wait that a stop does not wait for."""
        task = asyncio.current_task()
        self.resting.add(task)
        try:
            await self._watch.sleep(seconds)
        finally:
            self.resting.discard(task)


def _fate(row: OutboxRow, judgement: Judgement) -> tuple[Fate, str]:
    match judgement.verdict:
        case Verdict.DONE:
            return Fate.SENT, ""
        case Verdict.LOST if row.policy is NoticePolicy.ONCE:
            return Fate.UNKNOWN, judgement.reason
    return Fate.FAILED, judgement.reason


def _bare(markup: str) -> str:
    return html.escape(html.unescape(re.sub(r"<[^>]*>", "", markup)), quote=False)
