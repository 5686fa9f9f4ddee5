/** The page's half of a stage: a model for each widget, whose `send` reaches the view in Python. */
const models = new Map();
const heard = new Map();
let socket;
/** The bytes that came of a message whose words come after them. */
const brought = [];
/** The front end, asked for before it is known what to show. */
let views;
/** What was said since somebody began to wait for silence; that a view came into sight is not waited for. */
let said = 0;
let asked = 0;

class Model {
  constructor(id, state) {
    Object.assign(this, { id, state, listeners: new Map() });
    this.widget_manager = { get_model: async (other) => models.get(other) };
  }
  get(name) {
    return this.state[name];
  }
  on(event, listener) {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }
  off(event, listener) {
    this.listeners.get(event)?.delete(listener);
  }
  send(content, _callbacks, buffers = []) {
    if (content?.kind !== "sight") said += 1;
    for (const buffer of buffers) socket.send(buffer);
    socket.send(JSON.stringify({ to: this.id, content }));
  }
  tell(event, ...what) {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...what);
  }
}

/** Waits until nobody says anything any more. */
async function silence() {
  do {
    said = 0;
    const number = ++asked;
    await new Promise((done) => {
      heard.set(number, done);
      socket.send(JSON.stringify({ ping: number }));
    });
  } while (said);
}

/** What is typed goes where the extension would bring it (src/lab/keeping.ts). */
function keepDrafts(page) {
  if (page.drafts.send.get()) return;
  page.drafts.send.set(async (query, body) => {
    const answer = await fetch(`/draft${query}`, body === undefined ? {} : { method: "POST", body, keepalive: true });
    return { ...(await answer.json()), status: answer.status };
  });
}

/** Draws these widgets; gives what ends them. */
async function show(ids) {
  const { render } = await views;
  keepDrafts(globalThis[Symbol.for("netwerk-widgets.page.1")]);
  return ids.map((id) => {
    const el = document.createElement("div");
    document.querySelector("main").append(el);
    return render({ model: models.get(id), el });
  });
}

/** Takes all off the page. */
function clear() {
  for (const end of globalThis.stage.ends.splice(0)) end();
  document.querySelector("main").replaceChildren();
}

async function receive({ data }) {
  if (data instanceof ArrayBuffer) return void brought.push(new DataView(data));
  const message = JSON.parse(data);
  const buffers = brought.splice(0);
  // A page that comes while a widget is made may hear of it twice.
  if (message.open && !models.has(message.open)) models.set(message.open, new Model(message.open, message.state));
  if (message.update) Object.assign(models.get(message.update)?.state ?? {}, message.state);
  if (message.to) models.get(message.to)?.tell("msg:custom", message.content, buffers);
  if (message.pong) heard.get(message.pong)();
  if (message.reload) location.reload();
  if (message.show && message.at === location.pathname) {
    globalThis.stage.ends.push(...(await show(message.show)));
    document.body.dataset.ready = "";
  }
}

export function begin(address) {
  views = import(address);
  socket = new WebSocket(`ws://${location.host}/line${location.pathname}`);
  socket.binaryType = "arraybuffer";
  socket.onmessage = receive;
  globalThis.stage = { ends: [], silence, clear };
}
