"""Files out and in: sendDocument, sendPhoto, getFile."""

from sandbox.world.errors import bad_request
from sandbox.world.files import check_upload
from sandbox.world.html import Formatted
from sandbox.world.methods.messages import new_message
from sandbox.world.model import Document, Json
from sandbox.world.params import Params
from sandbox.world.state import State
from sandbox.world.texts import caption
from sandbox.world.wire import message_json


def send_document(state: State, params: Params) -> object:
    """sendDocument."""
    content = caption(params)
    file_id = _file_id(state, params, "document")
    return _send(state, params, content, file_id, {"document": document_wire(state, file_id)})


def send_photo(state: State, params: Params) -> object:
    """sendPhoto."""
    content = caption(params)
    file_id = _file_id(state, params, "photo")
    return _send(state, params, content, file_id, {"photo": photo_wire(state, file_id)})


def get_file(state: State, params: Params) -> object:
    """getFile."""
    return state.files.link(params.text("file_id"), state.now())


def document_wire(state: State, file_id: str) -> Json:
    """A Document object."""
    stored = state.files.get(file_id)
    return state.files.wire(file_id) | {"file_name": stored.name, "mime_type": stored.mime}


def photo_wire(state: State, file_id: str) -> list[Json]:
    """The sizes of a photo; one is enough here."""
    return [state.files.wire(file_id) | {"width": 640, "height": 480}]


def _file_id(state: State, params: Params, name: str) -> str:
    upload = params.upload(name)
    if upload is not None:
        check_upload(upload, image=name == "photo")
        return state.files.add(upload.name, upload.content)
    if not params.text(name):
        raise bad_request(f"there is no {name} in the request")
    return state.files.again(params.text(name))


def _send(state: State, params: Params, content: Formatted, file_id: str, media: Json) -> object:
    stored = state.files.get(file_id)
    message = new_message(
        state,
        params,
        content,
        html=params.text("caption"),
        document=Document(stored.name, stored.content, content.text, file_id),
        media=media,
    )
    return message_json(state, state.post(state.chats[message.chat_id], message))


METHODS = {"sendDocument": send_document, "sendPhoto": send_photo, "getFile": get_file}
