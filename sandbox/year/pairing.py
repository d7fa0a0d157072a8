"""What the coordinator of the year does about pairs, by the buttons: matches, publishes, puts them into an order."""

from handlers.texts import common, pair_drafts, pair_orders, pairs
from sandbox.year.phone import Phone
from storage.vocabulary.pairs import OrderKind


async def proposes(phone: Phone) -> None:
    """The best proposal for whoever waits; nobody who waits, or nobody who fits, is the end of it."""
    await phone.says("/pairs")
    if await _pressed(phone, f"{pairs.MATCH} (") and await _pressed(phone, f"{pair_drafts.PUBLISH} ("):
        await phone.presses(pair_drafts.PUBLISH)


async def orders(phone: Phone, number: str) -> None:
    """Everybody who has agreed by now, with a number and today's date."""
    await phone.says("/pairs")
    if not await _pressed(phone, pair_orders.TITLE):
        return
    await phone.presses(pair_orders.KINDS[OrderKind.ASSIGN])
    while await _pressed(phone, pair_orders.OUT):
        pass
    if await _pressed(phone, pair_orders.SIGNED):
        await phone.says(number)
        await phone.says(f"{phone.bot.clock.now():%d.%m.%Y}")
    await phone.says(common.MENU)


async def _pressed(phone: Phone, beginning: str) -> bool:
    """The first button that begins so, when there is one."""
    label = next((each for each in phone.buttons if each.startswith(beginning)), None)
    if label:
        await phone.presses(label)
    return label is not None
