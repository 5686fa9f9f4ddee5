// What the benchmarks do in the page: run a cell, and tell the moment at which what it draws is on the screen.
const PATIENCE = 30_000;
window.bench = {
  async open(path) {
    this.watchFrames();
    const app = window.jupyterapp;
    await app.restored;
    app.shell.collapseLeft(); // as in a workbook; JupyterLab opens its sides now and then
    app.shell.collapseRight();
    const panel = await app.commands.execute("docmanager:open", { path, factory: "Notebook" });
    await panel.context.ready;
    await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
    this.app = app;
    this.panel = panel;
  },

  /** Runs Python in the kernel, outside any cell; gives what it printed. */
  async kernel(code) {
    const future = this.panel.sessionContext.session.kernel.requestExecute({ code });
    let text = "";
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === "stream") text += content.text;
      if (header.msg_type === "error") text += `${content.ename}: ${content.evalue}\n${content.traceback.join("\n")}`;
    };
    const reply = await future.done;
    if (reply.content.status !== "ok") throw new Error(text);
    return text;
  },

  cell(index, code) {
    const { content } = this.panel;
    const cells = content.model.sharedModel;
    while (cells.cells.length <= index) cells.addCell({ cell_type: "code", source: "" });
    content.activeCellIndex = index;
    content.activeCell.model.sharedModel.setSource(code);
  },

  run() {
    return this.app.commands.execute("notebook:run-cell");
  },

  async clear(index) {
    this.panel.content.activeCellIndex = index;
    await this.app.commands.execute("notebook:clear-cell-output");
  },

  /** Runs a cell and gives the milliseconds until `seen` says of a painting that it shows what is meant. */
  paint(index, code, seen) {
    this.cell(index, code);
    return this.until(seen, () => this.run());
  },

  /** The same for Python that runs outside any cell, without what JupyterLab does around one. */
  edit(code, seen) {
    return this.until(seen, () => this.kernel(code));
  },

  /** The milliseconds from here until a painting of which `seen` is true; an error where that never comes. */
  until(seen, act) {
    return new Promise((resolve, reject) => {
      const shows = new Function("from", "data", `return ${seen}`);
      const begin = performance.now();
      const check = (event) => {
        if (!shows(event.target, event.data)) return;
        for (const kind of ["nw-painted", "bench-painted", "message"]) window.removeEventListener(kind, check, true);
        // Another page's message comes after its frame; whoever draws between two frames waits for the next.
        const frame = this.inFrame || event.type === "message" ? Promise.resolve() : this.nextFrame();
        frame.then(() => this.presented()).then(() => resolve(performance.now() - begin));
      };
      for (const kind of ["nw-painted", "bench-painted", "message"]) window.addEventListener(kind, check, true);
      setTimeout(() => reject(new Error(`never seen: ${seen}`)), PATIENCE);
      act().catch(reject);
    });
  },

  /** Knows from here on whether what runs is an animation frame. */
  watchFrames() {
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (act) =>
      request((now) => {
        this.inFrame = true;
        try {
          act(now);
        } finally {
          this.inFrame = false;
        }
      });
  },

  nextFrame() {
    return new Promise((resolve) => requestAnimationFrame(resolve));
  },

  /** Settles once the frame in which this is called has been made. */
  presented() {
    return new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  },

  canvas() {
    return [...document.querySelectorAll(".nw-canvas")].find((one) => one.clientWidth && one.netwerkCanvas)?.netwerkCanvas;
  },

  /** From the end of the next drag until all is on disk. */
  saved() {
    const { status } = globalThis[Symbol.for("netwerk-widgets.page.1")];
    window.benchSaved = new Promise((resolve) => {
      const up = (event) => {
        const begin = event.timeStamp;
        const end = status.watch(({ pending }) => {
          if (pending > 0) return;
          end();
          resolve(performance.now() - begin);
        });
      };
      window.addEventListener("pointerup", up, { capture: true, once: true });
    });
  },

  /** The times between frames, from now until `stop`. */
  frames() {
    const times = [];
    let last = 0;
    let going = true;
    const tick = (now) => {
      if (last) times.push(now - last);
      last = now;
      if (going) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    this.stop = () => {
      going = false;
      return times;
    };
  },

  /** An empty canvas of the size of the map's, redrawn at every frame; for comparison. */
  emptyCanvas() {
    const theirs = document.querySelector(".nw-canvas canvas");
    const place = theirs.closest(".nw-canvas").getBoundingClientRect();
    const mine = document.createElement("canvas");
    [mine.width, mine.height] = [theirs.width, theirs.height];
    mine.style.cssText = `position:fixed;z-index:99;left:${place.left}px;top:${place.top}px;width:${place.width}px;height:${place.height}px`;
    document.body.append(mine);
    const ctx = mine.getContext("2d");
    let going = true;
    const draw = () => {
      ctx.clearRect(0, 0, mine.width, mine.height);
      if (going) requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
    this.emptyDone = () => {
      going = false;
      mine.remove();
    };
  },
};
