"""How much is tried, and with which chance: always the same in the quick suite, a new one where there is time."""

import os
import random

import pytest

QUICK_SEED = 20260908


def seed(*, new: bool) -> int:
    """Printed, so that what it has found is found again: `FUZZ_SEED=… pytest …`."""
    given = os.environ.get("FUZZ_SEED")
    found = int(given) if given else random.randrange(2**31) if new else QUICK_SEED
    print(f"FUZZ_SEED={found}")
    return found


def amounts(few: int, many: int) -> pytest.MarkDecorator:
    """Few while somebody waits; many only by `make soak`."""
    return pytest.mark.parametrize("amount", [few, pytest.param(many, marks=pytest.mark.soak)])
