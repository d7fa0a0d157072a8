"""What the sheet for a visit to a lesson is filled with: nothing of anybody."""

from datetime import datetime

from mentoring.documents.filled import Filled
from mentoring.schools import year_of
from storage.tx import Tx


async def gather(tx: Tx, school_id: int, _about: str, _now: datetime) -> Filled:
    school_year = await year_of(tx, school_id)
    return Filled({"учебный_год": f"{school_year}/{school_year + 1}"})
