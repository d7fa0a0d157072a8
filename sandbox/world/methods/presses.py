"""answerCallbackQuery: once, soon, and short."""

from datetime import timedelta

from sandbox.world.errors import bad_request
from sandbox.world.model import Change, Toast
from sandbox.world.params import Params
from sandbox.world.state import State

ANSWERABLE_FOR = timedelta(seconds=60)
TOAST_LIMIT = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer(state: State, params: Params) -> object:
    """answerCallbackQuery: stop the spinner, show a toast or an alert."""
    press = state.open_presses.get(params.text("callback_query_id"))
    if press is None or state.now() - press.at > ANSWERABLE_FOR:
        raise bad_request(_TOO_OLD)
    text = params.text("text")
    if len(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    del state.open_presses[press.query_id]
    toast = Toast(text, params.flag("show_alert"), press.query_id)
    if text:
        state.toasts.setdefault(press.user_id, []).append(toast)
    state.tell(Change("answer", press.user_id, toast=toast))
    return True


METHODS = {"answerCallbackQuery": answer}
