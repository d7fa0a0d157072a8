"""Which message is each chat's current screen, as the sender saw it."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Shown:
    """The message whose buttons are a chat's screen; `passes`: it goes when the next one comes."""

    message_id: int
    passes: bool = False


async def shown_message(tx: Tx, external_id: int) -> Shown | None:
    return await tx.one(
        Shown,
        """SELECT shown_message_id AS message_id, shown_passes AS passes FROM account
           WHERE channel = 'telegram' AND external_id = :external_id AND shown_message_id IS NOT NULL""",
        external_id=external_id,
    )


async def record_shown(tx: Tx, shown: Mapping[int, Shown]) -> None:
    """By external id, as the sender saw them."""
    await tx.run_many(
        """UPDATE account SET shown_message_id = :message_id, shown_passes = :passes
           WHERE channel = 'telegram' AND external_id = :external_id""",
        [
            {"external_id": external_id, "message_id": each.message_id, "passes": each.passes}
            for external_id, each in shown.items()
        ],
    )
