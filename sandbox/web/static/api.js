// What a person does, told to the server. A refusal is shown as a toast.
import { showToast } from "./dialogs.js";

/** One deed: act("say", {user, text}). */
export async function act(deed, given) {
  const body = JSON.stringify(given);
  return finish(await fetch(`/ui/do/${deed}`, { method: "POST", headers: { "Content-Type": "application/json" }, body }));
}

/** A document from the disk. */
export async function upload(user, file) {
  const form = new FormData();
  form.append("file", file);
  return finish(await fetch(`/ui/upload/${user}`, { method: "POST", body: form }));
}

async function finish(response) {
  if (response.ok) return (await response.json()).result;
  const refusal = await response.json().catch(() => ({}));
  showToast(refusal.error ?? "Не получилось. Посмотрите журнал песочницы.");
  return null;
}
