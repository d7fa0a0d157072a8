"""A file that was sent to be kept, back from the worker: it stands in the list now, or why it does not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers import material_screens as screens
from handlers.effects import Effects, Screen, as_list
from mentoring import materials
from mentoring.access import Actor, Member
from storage.tx import Tx


async def received(tx: Tx, actor: Actor, member: Member, result: Mapping[str, Any], now: datetime) -> Effects:
    """In a dialog it stands beside the question, whose buttons stay."""
    drawn = as_list(await _drawn(tx, member, result, now))
    aside = actor.run_id is not None
    return [replace(each, keep=aside) if isinstance(each, Screen) else each for each in drawn]


async def _drawn(tx: Tx, member: Member, result: Mapping[str, Any], now: datetime) -> Effects:
    task = result["task"]
    area = str(task["area"])
    if result["kind"] != "value":
        return screens.refused(area, None)
    refusal = screens.refusal_in(result["value"])
    if refusal is not None:
        return screens.refused(area, refusal)
    added = await materials.add_file(tx, member, area, title=str(task["title"]), kept=result["value"], now=now)
    return await screens.after_adding(tx, member, area, added)
