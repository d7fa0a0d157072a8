"""Where a small form about materials leads, done or given up."""

from datetime import datetime

from handlers import material_screens as screens
from handlers import shelf_screens
from handlers.effects import Effects, with_head
from handlers.texts import materials as words
from mentoring import materials
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.materials import Added
from storage.tx import Tx

FORMS = frozenset(materials.FORMS)


async def back(tx: Tx, member: Member, run: Run, _now: datetime) -> Effects:
    """The screen from which the form was opened."""
    match run.form_key:
        case materials.LINK_FORM | materials.FILE_FORM:
            return await screens.start(tx, member, str(run.about["area"]))
        case materials.SEARCH_FORM:
            return await shelf_screens.areas(tx, member)
    return await screens.card(tx, member, int(run.about["material"]))


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    match run.form_key:
        case materials.LINK_FORM if isinstance(result, Added):
            return await screens.after_adding(tx, member, str(run.about["area"]), result)
        case materials.SEARCH_FORM if isinstance(result, str):
            return shelf_screens.found(result, await materials.find(tx, member, result))
        case materials.FILE_FORM:
            return with_head(await back(tx, member, run, now), words.no_file())
    shown = await back(tx, member, run, now)
    return with_head(shown, words.changed()) if result is not None else shown
