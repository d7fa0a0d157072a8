"""Which message is each chat's current screen, as the sender saw it."""

from storage.tx import Tx


async def shown_message(tx: Tx, external_id: int) -> int | None:
    """The message whose buttons are the person's current screen."""
    return await tx.one(
        int,
        "SELECT shown_message_id FROM account WHERE channel = 'telegram' AND external_id = :external_id",
        external_id=external_id,
    )


async def record_shown(tx: Tx, shown: list[tuple[int, int]]) -> None:
    """(external id, message id) pairs, as the sender saw them."""
    await tx.run_many(
        "UPDATE account SET shown_message_id = :message_id WHERE channel = 'telegram' AND external_id = :external_id",
        [{"external_id": external_id, "message_id": message_id} for external_id, message_id in shown],
    )
