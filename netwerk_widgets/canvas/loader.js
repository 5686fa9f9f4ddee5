// Fetches the one bundle of all views, once a page, and hands the view over to it. The address comes from
// JupyterLab's page config; elsewhere (or after a 404) the kernel sends the bundle as bytes, once.
const BUNDLE = "__BUNDLE__";
const cache = (globalThis[Symbol.for("netwerk-widgets.bundles")] ??= new Map());

function fromServer() {
  const config = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  const base = config.fullLabextensionsUrl ?? `${config.baseUrl ?? "/"}lab/extensions`;
  return import(new URL(`${base}/netwerk-widgets/${BUNDLE}`, location.origin).href);
}

function fromKernel(model) {
  return new Promise((resolve, reject) => {
    const receive = (message, buffers) => {
      if (message?.kind !== "bundle") return;
      model.off("msg:custom", receive);
      const blob = new Blob([buffers[0]], { type: "text/javascript" });
      import(URL.createObjectURL(blob)).then(resolve, reject);
    };
    model.on("msg:custom", receive);
    model.send({ kind: "bundle" });
  });
}

function bundle(model) {
  if (!cache.has(BUNDLE)) {
    const found = fromServer().catch(() => fromKernel(model));
    found.catch(() => cache.delete(BUNDLE));
    cache.set(BUNDLE, found);
  }
  return cache.get(BUNDLE);
}

export default {
  async render(context) {
    return (await bundle(context.model)).render(context);
  },
};
