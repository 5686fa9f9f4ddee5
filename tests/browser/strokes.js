// What is drawn on the screen and on paper, each told as a list of the same figures: what a browser test compares.
(() => {
  const METHODS = ["beginPath", "moveTo", "lineTo", "quadraticCurveTo", "arc", "rect", "roundRect", "closePath"];
  const colour = (style, alpha) => {
    const [r, g, b, a = 1] = (/^#/.test(style)
      ? [1, 3, 5].map((at) => Number.parseInt(style.slice(at, at + 2), 16))
      : style.match(/[\d.]+/g).map(Number));
    return [r, g, b, Math.round(100 * a * alpha) / 100];
  };
  const box = (points) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  const curve = (from, to, at) => Array.from({ length: 65 }, (_, part) => at(from + ((to - from) * part) / 64));

  // The points of a path, from the calls that made it; a line that is begun anew is not joined.
  function points(calls) {
    const runs = [];
    const run = () => runs.at(-1) ?? (runs.push([]), runs.at(-1));
    const round = (x, y, r, from, to) =>
      curve(from, to, (angle) => [x + r * Math.cos(angle), y + r * Math.sin(angle)]);
    const add = {
      moveTo: (x, y) => runs.push([[x, y]]),
      lineTo: (x, y) => run().push([x, y]),
      quadraticCurveTo: (cx, cy, x, y) => {
        const [fx, fy] = run().at(-1);
        const part = (a, b, c, t) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
        run().push(...curve(0, 1, (t) => [part(fx, cx, x, t), part(fy, cy, y, t)]));
      },
      arc: (x, y, r, from, to) => run().push(...round(x, y, r, from, to)),
      rect: (x, y, w, h) => runs.push([[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]),
      roundRect: (x, y, w, h, r) => {
        const corner = (cx, cy, turn) => round(cx, cy, r, (turn * Math.PI) / 2, ((turn + 1) * Math.PI) / 2);
        const corners = [[x + w - r, y + r, -1], [x + w - r, y + h - r, 0], [x + r, y + h - r, 1], [x + r, y + r, 2]];
        runs.push(corners.flatMap((one) => corner(...one)));
        run().push(run()[0]);
      },
      closePath: () => runs.length && run().length && run().push(run()[0]),
    };
    for (const [name, ...given] of calls) add[name](...given);
    return runs;
  }
  const long = (runs) =>
    runs.reduce((sum, run) => sum + run.reduce((far, at, i) => far + (i ? Math.hypot(at[0] - run[i - 1][0], at[1] - run[i - 1][1]) : 0), 0), 0);

  const figure = (what, at, more) => ({ what, box: at.map((one) => Math.round(10 * one) / 10), ...more });
  const line = (width, dashes, cap) => ({ width: Math.round(100 * width) / 100, dashes, cap });

  /** What any canvas is painted with while this is done. */
  window.drawnBy = (act) => {
    const { prototype } = CanvasRenderingContext2D;
    const [kept, seen] = [{}, []];
    let calls = [];
    const dashesOf = (ctx) => (ctx.getLineDash().some(Boolean) ? ctx.getLineDash() : []);
    const words = (ctx, text, x, y) => {
      const { width, fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ctx.measureText(text);
      const left = { center: x - width / 2, right: x - width }[ctx.textAlign] ?? x;
      return [left, y - up, left + width, y + down];
    };
    const letters = (font) => `${/bold/.test(font) ? "bold " : ""}${Number.parseFloat(/[\d.]+(?=px)/.exec(font))}`;
    const notes = {
      stroke: (ctx) => {
        const runs = points(calls);
        const look = line(ctx.lineWidth, dashesOf(ctx), ctx.lineCap);
        return figure("line", box(runs.flat()), { colour: colour(ctx.strokeStyle, ctx.globalAlpha), long: long(runs), ...look });
      },
      fill: (ctx) => figure("area", box(points(calls).flat()), { colour: colour(ctx.fillStyle, ctx.globalAlpha) }),
      fillRect: (ctx, x, y, w, h) => figure("area", [x, y, x + w, y + h], { colour: colour(ctx.fillStyle, ctx.globalAlpha) }),
      fillText: (ctx, text, x, y) => figure("words", words(ctx, text, x, y), { text, colour: colour(ctx.fillStyle, ctx.globalAlpha), letters: letters(ctx.font) }),
      strokeText: (ctx, text, x, y) => figure("outline", words(ctx, text, x, y), { text, colour: colour(ctx.strokeStyle, ctx.globalAlpha), letters: letters(ctx.font) }),
    };
    for (const name of [...METHODS, ...Object.keys(notes)]) {
      kept[name] = prototype[name];
      prototype[name] = function (...given) {
        if (name === "beginPath") calls = [];
        else if (notes[name]) seen.push({ map: this.getTransform().e !== 0, ...notes[name](this, ...given) });
        else calls.push([name, ...given]);
        return kept[name].apply(this, given);
      };
    }
    try {
      act();
    } finally {
      Object.assign(prototype, kept);
    }
    return seen;
  };

  window.drawnOnPaper = (text) => {
    const svg = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
    document.body.append(svg);
    const seen = [...svg.querySelectorAll("path, text")].map((one) => {
      const look = getComputedStyle(one);
      const { x, y, width, height } = one.getBBox();
      const [filled, alpha] = [look.fill !== "none", Number(look.opacity)];
      const name = filled ? "fill" : "stroke";
      const at = [x, y, x + width, y + height];
      const said = { map: one.parentNode.tagName === "g", sign: one.hasAttribute("transform"), colour: colour(look[name], alpha * Number(look[`${name}Opacity`])) };
      if (one.tagName === "text") {
        const letters = `${look.fontWeight === "700" ? "bold " : ""}${Number.parseFloat(look.fontSize)}`;
        return figure(filled ? "words" : "outline", at, { ...said, text: one.textContent, letters });
      }
      if (filled) return figure("area", at, said);
      const dashes = look.strokeDasharray === "none" ? [] : look.strokeDasharray.split(",").map(Number.parseFloat);
      const own = line(Number.parseFloat(look.strokeWidth), dashes, look.strokeLinecap);
      return figure("line", at, { ...said, long: one.getTotalLength(), d: one.getAttribute("d"), ...own });
    });
    svg.remove();
    return seen;
  };
})();
