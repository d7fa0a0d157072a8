"""Where a person is: the current screen of anybody, read from the database alone."""

from datetime import date, datetime

from handlers import (
    declension_screens,
    dialogs,
    draft_screens,
    form_preview,
    given_up,
    menus,
    minutes_screens,
    own_menu,
    quick_dates,
    sent,
    small_forms,
    stage_dates,
)
from handlers.effects import Effects, Rows, Screen, Toast, column, passing, with_head
from handlers.presses import Deed, Spot, act, go, meant_for
from handlers.texts import arrivals as words
from handlers.texts import common, errors, outcomes, roadmap_files
from handlers.texts import declensions as declension_words
from handlers.texts import drafts as draft_words
from handlers.texts import filling as filling_words
from handlers.texts import form_ticks as form_words
from handlers.texts import menu as labels
from handlers.texts import roadmap as roadmap_words
from handlers.texts import settings as settings_words
from mentoring import access, consent, declensions, filling, own_roadmaps, people, schools
from mentoring.access import Actor, Member
from mentoring.declensions import Answer, Typed
from mentoring.filling import Ask, Cancelled, ConsentNeeded, Finished, Gone, Open, Run, Step
from mentoring.filling.place import TRIAL
from mentoring.gatherings import minutes
from mentoring.knocks import Knock
from mentoring.outcomes import UntilDay
from mentoring.roadmap import Fit, Moved
from mentoring.rules import nameless
from mentoring.rules.forms import QuestionKind
from mentoring.schools import SetUp
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, PersonState, Source

# What stands above the questions of a small form.
_ABOVE = {declensions.FORM: declension_screens.with_name, minutes.HEAD_FORM: minutes_screens.with_what_stands}


async def where_am_i(tx: Tx, actor: Actor, now: datetime) -> Effects:
    """The current screen of anybody, read from the database alone."""
    member = actor.member
    if member is None:
        return Screen(errors.stranger())
    if member.coordinates and not member.notice_seen:
        buttons = column(act(common.UNDERSTOOD, Deed.NOTICE_SEEN), go(common.MORE, Spot.NOTICE_FULL))
        return Screen(words.notice(), buttons)
    if member.coordinates and not member.school_ready:
        name = (await schools.get(tx, member.school_id)).name
        step = await filling.begin(tx, actor, "setup", now=now, known={"school_name": name} if name else None)
        return with_head(await draw(tx, actor, step, now), words.welcome_coordinator(name))
    if member.waits_with_rights and member.full_name:
        return Screen(words.waiting_with_rights(), column(*own_menu.other_school(actor)))
    if not member.consented and not (member.coordinates or member.reads_summary or member.counsels):
        return await ask_consent(tx, actor, now)
    if member.contact_consent is None and member.consented:
        buttons = column(act(words.ALLOW, Deed.ALLOW_CONTACT), act(words.REFUSE, Deed.REFUSE_CONTACT))
        return meant_for(member.person_id, Screen(words.contact(), buttons))
    if member.state is PersonState.WAITING:
        return await _wait(tx, actor, member, now)
    if actor.run_id is not None:
        return await draw(tx, actor, await filling.current(tx, actor, now), now)
    return await menus.main(tx, actor, now)


async def ask_consent(tx: Tx, actor: Actor, now: datetime) -> Effects:
    """Its own screen, before anything is asked; its buttons decide for the school that it names and for no other."""
    member = actor.member
    if member is None:
        return Screen(errors.stranger())
    if member.data_consent in (ConsentDecision.DECLINED, ConsentDecision.WITHDRAWN):
        anew = go(common.START, Spot.CONSENT_TEXT)
        return Screen(words.declined_before(), column(anew, *own_menu.other_school(actor)))
    short = await consent.short_text(tx, member.school_id, now)
    hello = "" if member.data_consent else words.who_we_are(member.school_name, member.full_name) + "\n\n"
    text = hello + words.consent(short, member.data_consent)
    menu = [go(common.MENU, Spot.MENU)] if member.coordinates or member.reads_summary or member.counsels else []
    buttons = (*consent_buttons(with_text=True), *column(*own_menu.other_school(actor), *menu))
    return meant_for(member.person_id, Screen(text, buttons))


async def draw(tx: Tx, actor: Actor, step: Step, now: datetime) -> Effects:
    """The screen of a dialog's step, and what follows its end. Answers without a name do not stay in the chat."""
    drawn = await _draw(tx, actor, step, now)
    return passing(drawn) if isinstance(step, Open) and nameless.ROUND in step.run.about else drawn


async def _draw(tx: Tx, actor: Actor, step: Step, now: datetime) -> Effects:
    match step:
        case ConsentNeeded(run):
            if run.source is Source.PAPER:
                return Screen(outcomes.no_consent(), column(go(common.MENU, Spot.MENU)))
            return await ask_consent(tx, actor, now)
        case Cancelled():
            return await _after_cancel(tx, actor, step, now)
        case Finished() if step.run.form_key == TRIAL:
            return draft_screens.trial_over(step.run, step.form)
        case Finished() if step.run.form_key == own_roadmaps.FORM:  # a table that is one never comes here
            again = await filling.begin(tx, actor, own_roadmaps.FORM, now=now)
            return with_head(await draw(tx, actor, again, now), roadmap_files.not_a_table())
        case Finished():
            return await _after_form(tx, await access.actor(tx, actor.external_id), step, now)
        case Gone(repeated=True):
            return Toast(errors.repeated())
        case Gone():
            return await sent.gone(tx, actor, step)
        case Ask() if step.question.kind is QuestionKind.DATE:
            return await _with_whose(tx, actor, await quick_dates.screen(tx, actor, step, now), step.run, now)
        case _:
            return await _with_whose(tx, actor, dialogs.screen_of(step), step.run, now)


async def _after_cancel(tx: Tx, actor: Actor, step: Cancelled, now: datetime) -> Effects:
    """Back to where the small form was opened."""
    if step.run.form_key == TRIAL:
        return draft_screens.trial_over(step.run)
    shown = await given_up.back(tx, actor.member, step.run, now) if actor.member else None
    return shown or await _go_on(tx, actor, step.following, now)


async def _with_whose(tx: Tx, actor: Actor, screen: Screen, run: Run, now: datetime) -> Effects:
    """What is entered from paper says whose it is: a coordinator has a stack of sheets. A trial says that it is one."""
    about = _ABOVE.get(run.form_key)
    if run.form_key == TRIAL:
        return with_head(screen, draft_words.trial())
    if about is not None and actor.member is not None:
        return await about(tx, actor.member, screen, run, now)
    if run.source is not Source.PAPER or actor.member is None:
        return screen
    found = await people.card(tx, actor.member, run.person_id)
    return with_head(screen, filling_words.from_paper(found[0].full_name)) if found else screen


async def _after_form(tx: Tx, actor: Actor, step: Finished, now: datetime) -> Effects:
    """What a person sees when a form is done."""
    run, result = step.run, step.result
    if step.sent_at is None:
        return Screen(filling_words.gone(), column(go(common.MENU, Spot.MENU)))
    match run.form_key:
        case _ if step.form.summary:
            return await sent.screen(tx, actor, step, step.sent_at, now)
        case "setup" if isinstance(result, SetUp):
            return with_head(await menus.main(tx, actor, now), await _school_is_ready(tx, actor, result, now))
        case "knock" if isinstance(result, Knock):
            return await after_knock(tx, actor, result, now)
        case "join":
            return await where_am_i(tx, actor, now)
        case "activity_date" | "answer_by" | declensions.FORM if actor.member:
            return await _after_checked(tx, actor, actor.member, step, now)
        case _ if actor.member and run.form_key in small_forms.LEADING_BACK:
            return await small_forms.after(tx, actor.member, run, result, now)
        case "own_name":
            return with_head(await where_am_i(tx, actor, now), outcomes.changed())
    head = {"ask": outcomes.asked()}.get(run.form_key)
    if isinstance(result, date):
        head = labels.paused(result)
    return with_head(await _go_on(tx, actor, step.following, now), head or outcomes.changed())


async def after_knock(tx: Tx, actor: Actor, met: Knock, now: datetime) -> Effects:
    """Waiting for the coordinator's yes, or what stands in the way; again is one press away."""
    again = column(act(words.KNOCK, Deed.KNOCK), *([go(common.MENU, Spot.MENU)] if actor.member else []))
    match met:
        case Knock.WHICH_SCHOOL:
            return Screen(words.which_school())
        case Knock.NO_SUCH_SCHOOL:
            return Screen(words.no_such_school(), again)
        case Knock.SEVERAL_SCHOOLS:
            return Screen(words.several_schools(), again)
        case Knock.TOO_MANY:
            return Screen(words.too_many_guesses())
        case Knock.WAITING | Knock.NO_REASON:
            return await where_am_i(tx, await access.actor(tx, actor.external_id), now)


async def _after_cases(tx: Tx, actor: Actor, member: Member, run: Run, typed: Typed, now: datetime) -> Effects:
    """What is no case of the name is asked again, and only that."""
    if typed.of is Answer.KEPT:
        return await declension_screens.next_one(tx, member)
    if typed.of is Answer.CHANGED:
        return with_head(await declension_screens.back(tx, member, run, now), declension_words.changed())
    known = {case.value: text for case, text in typed.good.items()}
    again = await filling.begin(tx, actor, declensions.FORM, now=now, about=run.about, known=known)
    return with_head(await draw(tx, actor, again, now), declension_words.doubted(typed))


async def _after_checked(tx: Tx, actor: Actor, member: Member, step: Finished, now: datetime) -> Effects:
    """What was typed may have to be asked again."""
    match step.result:
        case Moved():
            return await after_stage_date(tx, actor, member, step.result, now)
        case UntilDay(form_key, day, kept):
            head = form_words.until_kept(day) if kept else form_words.until_refused()
            return with_head(await form_preview.screen(tx, member, form_key, now), head)
        case Typed():
            return await _after_cases(tx, actor, member, step.run, step.result, now)
    return await _go_on(tx, actor, step.following, now)


async def ask_stage_date(tx: Tx, actor: Actor, key: str, now: datetime) -> Effects:
    step = await filling.begin(tx, actor, "activity_date", now=now, about={"activity": key})
    return await draw(tx, actor, step, now)


async def after_stage_date(tx: Tx, actor: Actor, member: Member, moved: Moved | None, now: datetime) -> Effects:
    """The list with what was done; for a date that was not taken the question stays open."""
    if moved is None:
        return await stage_dates.screen(tx, member, now)
    if moved.fit is Fit.KEPT:
        shown = await stage_dates.screen(tx, member, now, of=moved.due.stage.key)
        return with_head(shown, roadmap_words.kept(moved))
    asked = await ask_stage_date(tx, actor, moved.due.activity.key, now)
    return with_head(asked, roadmap_words.not_kept(moved))


async def _school_is_ready(tx: Tx, actor: Actor, made: SetUp, now: datetime) -> str:
    if actor.member is None:
        raise PermissionError("a stranger sets up no school")
    seen = await schools.view(tx, actor.member, now)
    zone = settings_words.zone_line(seen.zone, seen.local_time)
    return words.school_ready(made.school.name, made.school.short_name, zone, zone_known=made.zone_known)


async def _go_on(tx: Tx, actor: Actor, following: Step | None, now: datetime) -> Effects:
    """Back to the dialog that a small form was opened from, else the menu."""
    if following is None and actor.member and actor.member.state is PersonState.WAITING:
        return await _wait(tx, actor, actor.member, now)
    return await (draw(tx, actor, following, now) if following else menus.main(tx, actor, now))


async def _wait(tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.full_name:
        return await draw(tx, actor, await filling.begin(tx, actor, "join", now=now), now)
    rename, asking = go(labels.OWN_NAME, Spot.OWN_NAME), go(common.ASK_COORDINATOR, Spot.ASK)
    data, other = go(labels.MY_DATA, Spot.MY_DATA), own_menu.other_school(actor)
    return Screen(words.waiting(member.full_name), column(rename, asking, data, *other))


def consent_buttons(*, with_text: bool) -> Rows:
    text = [go(common.READ_TEXT, Spot.CONSENT_TEXT)] if with_text else []
    return column(*text, act(common.AGREE, Deed.AGREE), act(common.DISAGREE, Deed.DECLINE))
