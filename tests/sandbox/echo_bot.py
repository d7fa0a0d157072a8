"""A tiny bot for the sandbox's own tests: standard library only, so it starts at once.

`python echo_bot.py` polls; `python echo_bot.py invite --role coordinator` prints a code and a link.
"""

import json
import os
import sys
import urllib.request
from typing import Any

BASE = f"{os.environ['TELEGRAM_API_BASE']}/bot{os.environ['BOT_TOKEN']}"
COMMANDS = [
    {"command": "menu", "description": "Показать меню"},
    {"command": "rich", "description": "Показать оформление"},
    {"command": "keys", "description": "Кнопки под полем ввода"},
]
RICH = (
    "<b>Жирный</b>, <i>курсив</i>, <u>подчёркнутый</u>, <s>лишний</s>, <code>код</code>, "
    "<tg-spoiler>тайна</tg-spoiler>, <a href='https://example.com'>ссылка</a>\n"
    "<blockquote>Цитата в две\nстроки</blockquote>\n"
    "Приглашение: https://t.me/nastavnik_demo_bot?start=slip_42"
)


def call(method: str, **params: object) -> Any:
    """One API method."""
    request = urllib.request.Request(  # noqa: S310 - the sandbox's own address
        f"{BASE}/{method}", json.dumps(params).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=70) as answer:  # noqa: S310
        return json.load(answer)["result"]


def keyboard(count: int) -> dict[str, object]:
    """Buttons that show how often they were pressed."""
    rows = [
        [{"text": f"Нажато: {count}", "callback_data": f"count:{count + 1}"}],
        [{"text": "Подсказка", "callback_data": "toast"}, {"text": "Окно", "callback_data": "alert"}],
        [{"text": "Молча", "callback_data": "silent"}],
    ]
    return {"inline_keyboard": rows}


def hear(message: dict[str, Any]) -> None:
    """Answer a message."""
    chat, text = message["chat"]["id"], message.get("text", "")
    if text.startswith("/start"):
        words = f"Здравствуйте, {message['from']['first_name']}! {text}"
        call("sendMessage", chat_id=chat, text=words, reply_markup=keyboard(0))
    elif text == "/rich":
        call("sendMessage", chat_id=chat, text=RICH, parse_mode="HTML")
    elif text == "/keys":
        rows = [["Да", "Нет"], ["Не знаю"]]
        call("sendMessage", chat_id=chat, text="Выберите", reply_markup={"keyboard": rows})
    elif "document" in message:
        file = message["document"]
        call("sendDocument", chat_id=chat, document=file["file_id"], caption=f"{file['file_size']} Б")
    else:
        kind = next((key for key in ("photo", "voice", "contact", "sticker") if key in message), "text")
        call("sendMessage", chat_id=chat, text=f"{kind}: {text}" if text else kind)


def pressed(query: dict[str, Any]) -> None:
    """Answer a press."""
    chat, message, data = query["message"]["chat"]["id"], query["message"]["message_id"], query["data"]
    if data == "silent":
        return
    if data.startswith("count:"):
        count = int(data.partition(":")[2])
        call("answerCallbackQuery", callback_query_id=query["id"])
        words = f"Счёт: {count}"
        try:
            call("editMessageText", chat_id=chat, message_id=message, text=words, reply_markup=keyboard(count))
        except urllib.error.HTTPError as refusal:
            print(refusal.read().decode(), flush=True)
        return
    words = "Это подсказка" if data == "toast" else "Это окно: прочитайте и закройте"
    call("answerCallbackQuery", callback_query_id=query["id"], text=words, show_alert=data == "alert")


def main() -> None:
    """Poll for ever."""
    if sys.argv[1:2] == ["invite"]:
        print("КОД-42\nhttps://t.me/nastavnik_demo_bot?start=invite_42")
        return
    print("echo bot starts", os.environ.get("CLOCK_START", "now"), flush=True)
    call("setMyCommands", commands=COMMANDS)
    call("setMyDescription", description="Я повторяю за вами.\nНажмите «Начать».")
    offset = 0
    while True:
        for update in call("getUpdates", offset=offset, timeout=30):
            offset = update["update_id"] + 1
            if "message" in update:
                hear(update["message"])
            if "callback_query" in update:
                pressed(update["callback_query"])


if __name__ == "__main__":
    main()
