"""One message until its fate is known: its turn, its tries, the waits between them."""

import asyncio
import html
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.delivery import Delivery
from bot.envelopes import REPLY, Outgoing
from bot.pacing import BulkPace, Watch
from bot.verdicts import Judgement, Verdict, judge
from handlers.effects import LeaveChat, Screen
from storage.outbox import OutboxRow
from storage.vocabulary import Delivery as Fate
from storage.vocabulary import NoticePolicy

TRIES = 6
LONG_WAIT_SECONDS = 300
LONGEST_BACK_OFF_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended; `shown` is the message that is the chat's screen now."""

    verdict: Verdict
    state: Fate
    reason: str = ""
    shown: int | None = None


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
        failures = 0
        while True:
            await self._take_turn(row, again=failures > 0)
            if row.expires_at is not None and row.expires_at <= self._clock.now():
                return Outcome(Verdict.DONE, Fate.DROPPED, "stale")
            judgement, shown = await self._once(item, row)
            if (other := self._instead(item, judgement)) is not None:
                item = other
                continue
            failures += 1
            if not await self._rests(row, judgement, failures):
                return Outcome(judgement.verdict, *_fate(row, judgement), shown)

    async def _take_turn(self, row: OutboxRow, *, again: bool) -> None:
        """Replies take their token and go; a notice has it from its claim, unless a 429 or a failure came between."""
        if row.kind == REPLY:
            self._pace.reply_went(self._watch.now())
        elif again or self._pace.closed(self._watch.now()):
            while pause := self._pace.wait(row.chat_id, self._watch.now()):
                await self._rest(pause)
            self._pace.bulk_went(row.chat_id, self._watch.now())

    async def _once(self, item: Outgoing, row: OutboxRow) -> tuple[Judgement, int | None]:
        self.begun.add(row.key)
        try:
            shown = await self._delivery.carry_out(item)
        except Exception as error:
            judgement = judge(error)
            if judgement.verdict is not Verdict.LOST:
                self.begun.discard(row.key)  # refused or never sent: Telegram does not have it
            if judgement.verdict is Verdict.UNREACHABLE and isinstance(item.effect, LeaveChat):
                return Judgement(Verdict.DONE, ""), None  # out of that chat already; the person is not meant
            # An edit that changes nothing: the screen stands there already.
            return judgement, item.edits if judgement.verdict is Verdict.DONE else None
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

    async def _rests(self, row: OutboxRow, judgement: Judgement, failures: int) -> bool:
        """Wait before another try; False when there is none."""
        match judgement.verdict:
            case Verdict.WAIT:
                if row.kind != REPLY:
                    self._pace.refused(judgement.seconds, self._watch.now())
                if judgement.seconds > LONG_WAIT_SECONDS:
                    self._alarm(f"Telegram asks to wait {judgement.seconds:.0f} s")
                await self._rest(judgement.seconds)
            case Verdict.NOT_SENT:
                await self._rest(_back_off(failures))
            case Verdict.LOST if row.policy is NoticePolicy.ONCE:
                return False
            case Verdict.BACK_OFF | Verdict.LOST if failures < TRIES:
                await self._rest(_back_off(failures))
            case _:
                return False
        return True

    async def _rest(self, seconds: float) -> None:
        """A wait that a stop does not wait for."""
        task = asyncio.current_task()
        self.resting.add(task)
        try:
            await self._watch.sleep(seconds)
        finally:
            self.resting.discard(task)


def _back_off(failures: int) -> float:
    return min(LONGEST_BACK_OFF_SECONDS, 2.0 ** min(failures - 1, 6)) * random.uniform(0.8, 1.2)


def _fate(row: OutboxRow, judgement: Judgement) -> tuple[Fate, str]:
    match judgement.verdict:
        case Verdict.DONE:
            return Fate.SENT, ""
        case Verdict.LOST if row.policy is NoticePolicy.ONCE:
            return Fate.UNKNOWN, judgement.reason
    return Fate.FAILED, judgement.reason


def _bare(markup: str) -> str:
    return html.escape(html.unescape(re.sub(r"<[^>]*>", "", markup)), quote=False)
