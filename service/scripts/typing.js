// Keeps what is typed and not saved yet: on the service after a pause, and in the browser while there is no connection.
// What is in the browser goes to the service as soon as it can be reached, and is then forgotten here.

const PAUSE = 1500; // milliseconds without a key
const AGAIN = 15000; // milliseconds until the next try
const PATIENCE = 20000; // milliseconds until a send is given up
const HERE = "typing:";

/** The fields of a form as a text, without its files: they cannot be kept. */
function written(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") fields.append(name, value);
  }
  fields.set(":page", form.dataset.page);
  return fields.toString();
}

/** Where what is typed in a form is kept in the browser. Two windows on one page do not take each other's place. */
function keyOf(form) {
  return [HERE + form.dataset.typing, form.dataset.page, form.elements[":window"].value].join(" ");
}

/** Keep something in the browser. One that allows no storage keeps nothing, and the page works all the same. */
function keepHere(key, body) {
  try {
    localStorage.setItem(key, body);
  } catch {
    // full, or not allowed
  }
}

/** Forget what is kept under a key, unless something newer stands there by now. */
function forgetHere(key, body) {
  try {
    if (localStorage.getItem(key) === body) localStorage.removeItem(key);
  } catch {
    // not allowed
  }
}

/** What is kept in this browser for one agreement: the key, the page, and the fields. */
function keptHere(address) {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(HERE + address + " "))
      .map((key) => [key, key.split(" ")[1], localStorage.getItem(key)]);
  } catch {
    return [];
  }
}

/** Send the fields of a page. What the service answers: 201 or 204 when it has them, 0 when it cannot be reached. */
async function send(address, body, token) {
  const fields = new URLSearchParams(body);
  fields.set("csrf_token", token);
  try {
    const signal = AbortSignal.timeout?.(PATIENCE);
    return (await fetch(address, { method: "POST", body: fields, redirect: "error", signal })).status;
  } catch {
    return 0;
  }
}

const arrived = (status) => status === 201 || status === 204;

/** Watch a form, and say below it what is kept. */
function watch(form) {
  const said = document.getElementById("typing-said");
  const address = form.dataset.typing;
  const key = keyOf(form);
  const opened = written(form);
  let last = opened; // what the service knows
  let isSending = false;
  let timer;

  const keep = async () => {
    clearTimeout(timer);
    const body = written(form);
    if (body === last || isSending) return;
    keepHere(key, body);
    isSending = true;
    const status = await send(address, body, form.elements.csrf_token.value);
    isSending = false;
    if (arrived(status)) {
      last = body;
      forgetHere(key, body);
      said.textContent = status === 201 ? said.dataset.kept : "";
      if (written(form) !== body) soon();
    } else {
      said.textContent = status ? said.dataset.refused : said.dataset.away;
      timer = setTimeout(keep, AGAIN);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };
  const keepNow = () => {
    clearTimeout(timer);
    if (written(form) !== last) keepHere(key, written(form));
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  window.addEventListener("online", keep);
  // The page that follows sends this on, and the service keeps of it what is not saved by then.
  form.addEventListener("submit", keepNow);
  window.addEventListener("pagehide", keepNow);
}

/** Send on what was kept in this browser before. Whether any of it belongs to a page, and is not saved there. */
async function sendOn({ typing: address, token }, form) {
  let isWaiting = false;
  for (const [key, page, body] of keptHere(address)) {
    if (form && key === keyOf(form)) continue;
    const status = await send(address, body, token);
    if (arrived(status)) forgetHere(key, body);
    isWaiting ||= status === 201 && page === form?.dataset.page;
  }
  return isWaiting;
}

/** Watch the page's form, and look after what is still in this browser. */
export async function keepTyping() {
  const form = document.querySelector("form[data-typing]");
  const place = document.querySelector("meta[data-typing]");
  const finishing = document.querySelector("form[data-finishes]");
  const opened = form && written(form);
  if (form) watch(form);
  if (place && finishing) {
    finishing.addEventListener("submit", () => {
      for (const [key, , body] of keptHere(place.dataset.typing)) forgetHere(key, body);
    });
  } else if (place && (await sendOn(place.dataset, form))) {
    // What waits is put back, unless the page shows it already, with a question about it, or somebody is typing.
    if (form.dataset.back && written(form) === opened) location.replace(form.dataset.back);
  }
}
