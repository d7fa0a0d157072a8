"""Somebody with a phone in a dialog, without the machine around it: what is drawn, pressed, typed and kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers import dialogs
from handlers.effects import Button, Screen, column
from handlers.presses import Go, Spot, unpack
from mentoring import consent, filling, questionnaires
from mentoring.access import Actor, actor
from mentoring.answer_values import by_question
from mentoring.filling import Ask, Cancelled, Finished, Run, Step, Summary, Turn
from mentoring.rules.forms import Form
from mentoring.rules.questionnaire import Value
from storage import accounts, form_asks, forms, people, runs
from storage.database import Database
from storage.tx import Tx
from tests.storage import seeds

FORM = "own_survey"
Facts = Mapping[str, tuple[str, ...]]


@dataclass
class Anybody:
    """A teacher of a new school, which asks this one questionnaire."""

    database: Database
    telegram: int
    answer_by: date = date(2026, 12, 31)
    now: datetime = seeds.NOW
    person_id: int = 0
    step: Step | None = None
    screen: Screen = field(default_factory=lambda: Screen(""))

    async def comes(self, form: Form, known: Facts) -> None:
        """`known` is what the staff list says of them."""
        async with self.database.write() as tx:
            school_id = await seeds.school(tx)
            self.person_id = await seeds.person(tx, school_id, telegram=self.telegram)
            await accounts.choose_person(tx, await accounts.ensure(tx, self.telegram, self.now), self.person_id)
            await people.set_facts(
                tx,
                self.person_id,
                position="",
                subjects=known.get("subjects", ()),
                levels=known.get("levels", ()),
                experience="".join(known.get("experience", ())),
            )
            await self._is_asked(tx, school_id, form)
            who = await self._actor(tx)
            assert who.member is not None
            await consent.give(tx, who.member, self.now)
            await self._sees(tx, await filling.begin(tx, await self._actor(tx), FORM, now=self.now))

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.screen.buttons for button in row]

    @property
    def today(self) -> date:
        """In the school."""
        return self.now.astimezone(ZoneInfo("Europe/Moscow")).date()

    async def presses(self, button: Button) -> None:
        press = unpack(button.data)
        async with self.database.write() as tx:
            who = await self._actor(tx)
            match press:
                case Turn():
                    await self._sees(tx, await filling.turn(tx, who, press, self.now))
                case Go(to=Spot.ASK, id=run_id):
                    await self._sees(tx, await filling.ask_coordinator(tx, who, run_id=run_id, now=self.now))
                case Go(to=Spot.MENU | Spot.ASKED_FORM):
                    await self._comes_back(tx)
                case _:
                    raise AssertionError(f"a dialog has no such button: {button}")

    async def says(self, text: str) -> None:
        async with self.database.write() as tx:
            await self._sees(tx, await filling.say(tx, await self._actor(tx), text, self.now))

    def waits(self, hours: float) -> None:
        self.now += timedelta(hours=hours)

    async def kept(self) -> tuple[Run, dict[str, Value | None]]:
        """What stands in the database of their only run of the form."""
        async with self.database.read() as tx:
            (run_id,) = await tx.all(
                int,
                "SELECT id FROM form_run WHERE person_id = :person_id AND form_key = :form_key",
                person_id=self.person_id,
                form_key=FORM,
            )
            run, answers = await runs.with_answers(tx, run_id)
            assert run is not None
            return run, dict(by_question(answers))

    async def _is_asked(self, tx: Tx, school_id: int, form: Form) -> None:
        digest = await questionnaires.keep(tx, form)
        by, now = self.person_id, self.now
        await forms.publish(
            tx, school_id=school_id, form_key=FORM, version=form.version, digest=digest, note="", by=by, now=now
        )
        await form_asks.add(
            tx,
            school_id=school_id,
            person_id=by,
            form_key=FORM,
            school_year=2026,
            by=by,
            answer_by=self.answer_by,
            survey_id=None,
            now=now,
        )

    async def _comes_back(self, tx: Tx) -> None:
        """Through the menu."""
        await filling.leave(tx, await self._actor(tx))
        run = await runs.latest(tx, self.person_id, FORM)
        assert run is not None
        await self._sees(tx, await filling.greet(tx, await self._actor(tx), run))

    async def _sees(self, tx: Tx, step: Step) -> None:
        self.now += timedelta(seconds=1)
        self.step = step
        match step:
            case Finished() if step.run.form_key == FORM:
                more = [dialogs.more_button(step.run)] if step.more else []
                self.screen = Screen("Отправлено", column(*more, dialogs.see_answers(step.run)))
            case Finished(following=(Ask() | Summary()) as back) | Cancelled(following=(Ask() | Summary()) as back):
                self.step, self.screen = back, dialogs.screen_of(back)
            case Finished() | Cancelled():
                await self._comes_back(tx)
            case filling.ConsentNeeded():
                raise AssertionError("it was given")
            case _:
                self.screen = dialogs.screen_of(step)

    async def _actor(self, tx: Tx) -> Actor:
        return await actor(tx, self.telegram)
