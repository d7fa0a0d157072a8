"""A school asks a questionnaire in words of its own."""

from mentoring import questionnaires
from mentoring.rules.forms import Form
from storage import forms
from tests.conftest import School, member_of


async def publishes(school: School, form: Form) -> None:
    bot = school.cast.bot
    coordinator = (await member_of(bot, school.cast.coordinator)).member
    assert coordinator is not None
    async with bot.machine.database.write() as tx:
        await forms.publish(
            tx,
            school_id=school.id,
            form_key=form.key,
            version=form.version,
            digest=await questionnaires.keep(tx, form),
            note="",
            by=coordinator.person_id,
            now=bot.clock.now(),
        )
