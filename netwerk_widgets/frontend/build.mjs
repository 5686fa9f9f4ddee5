/**
 * Builds the front end with esbuild, in one go:
 *
 *   labextension/static/views-<hash>.js        all views and vis-network, imported once a page
 *   labextension/static/remoteEntry-<hash>.js  the JupyterLab extension, as a module-federation container
 *   labextension/package.json                  tells JupyterLab (and Python) their names
 *
 * `node build.mjs --watch FOLDER` builds the first of them into FOLDER/views.js instead, readable and with a source map,
 * and once more whenever a source changes; a line on stdout tells of each build. `node build.mjs --test` runs the laws in
 * tests/, which need no browser.
 *
 * JupyterLab's own packages never enter the bundle: SHARED names them, and the container takes them from
 * Lab's share scope before the extension runs.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "labextension");
const locale = join(here, "..", "locale");
const { name, version, license } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

const SHARED = [
  "@jupyterlab/application",
  "@jupyterlab/apputils",
  "@jupyterlab/docmanager",
  "@jupyterlab/notebook",
  "@jupyterlab/services",
  "@lumino/coreutils",
  "@lumino/disposable",
  "@lumino/messaging",
  "@lumino/signaling",
  "@lumino/widgets",
];

const shared = {
  name: "shared",
  setup(builder) {
    builder.onResolve({ filter: /^@(jupyterlab|lumino)\// }, ({ path, importer }) => {
      if (!SHARED.includes(path)) return { errors: [{ text: `${importer} wants ${path}: name it in SHARED` }] };
      return { path, namespace: "shared" };
    });
    builder.onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => ({
      contents: `module.exports = globalThis.__netwerkShared[${JSON.stringify(path)}];`,
      loader: "js",
    }));
  },
};

/** `words:all`: every room's words in every language, from the same files that Python reads. */
const words = {
  name: "words",
  setup(builder) {
    builder.onResolve({ filter: /^words:all$/ }, ({ path }) => ({ path, namespace: "words" }));
    builder.onLoad({ filter: /.*/, namespace: "words" }, () => ({
      contents: JSON.stringify(Object.fromEntries(languages().map((language) => [language, wordsOf(language)]))),
      loader: "json",
    }));
  },
};

/** A language is a folder with words in it. */
function languages() {
  return readdirSync(locale).filter((name) => existsSync(join(locale, name, "model.json")));
}

function wordsOf(language) {
  const folder = join(locale, language);
  const rooms = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    rooms.flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(join(folder, file), "utf8"))).map(([key, text]) => [
        `${file.slice(0, -5)}.${key}`,
        text,
      ]),
    ),
  );
}

const common = {
  plugins: [words, shared],
  bundle: true,
  write: false,
  minify: true,
  target: "es2022",
  legalComments: "linked",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".css": "text" },
  define: { "process.env.NODE_ENV": '"production"', __SHARED__: JSON.stringify(SHARED) },
  outdir: "static",
  logLevel: "warning",
};

/** What will be written once all is built: a build that fails leaves the bundle that was there. */
const files = new Map();

async function bundle(entry, prefix, options) {
  const { outputFiles } = await build({ ...common, entryPoints: [join(here, entry)], ...options });
  const code = outputFiles.find((file) => file.path.endsWith(".js"));
  const notices = outputFiles.find((file) => file.path.endsWith(".LEGAL.txt"));
  const hash = createHash("sha256").update(code.contents).digest("hex").slice(0, 16);
  const file = `static/${prefix}-${hash}.js`;
  files.set(file, code.contents);
  if (notices) files.set(`static/${prefix}.LEGAL.txt`, notices.contents);
  return file;
}

async function buildAll() {
  const views = await bundle("src/views.ts", "views", { format: "esm" });
  const load = await bundle("src/lab/container.ts", "remoteEntry", {
    format: "iife",
    define: { ...common.define, __VIEWS__: JSON.stringify(views) },
  });
  const manifest = {
    name,
    version,
    license,
    jupyterlab: { extension: true, _build: { load, extension: "./extension" } },
    netwerk: { views },
  };
  files.set("package.json", `${JSON.stringify(manifest, null, 2)}\n`);

  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, "static"), { recursive: true });
  for (const [file, contents] of files) writeFileSync(join(target, file), contents);
}

/** esbuild's own watching looks around every two seconds; the system tells at once. */
async function buildAlways(folder) {
  const told = {
    name: "told",
    setup: ({ onEnd }) => onEnd(({ errors }) => void (errors.length || process.stdout.write("built\n"))),
  };
  const always = await context({
    ...common,
    plugins: [...common.plugins, told],
    entryPoints: [join(here, "src/views.ts")],
    format: "esm",
    minify: false,
    sourcemap: true,
    write: true,
    outdir: folder,
  });
  let building = false;
  let due = false;
  // Whoever asks esbuild while it builds is given that build, in which what was just saved may not be: so once more.
  const again = async () => {
    due = true;
    if (building) return;
    building = true;
    while (due) {
      due = false;
      await always.rebuild().catch(() => {}); // esbuild has said on stderr what is wrong
    }
    building = false;
  };
  await again();
  let soon;
  for (const place of [join(here, "src"), locale])
    watch(place, { recursive: true }, () => {
      clearTimeout(soon);
      soon = setTimeout(again, 20);
    });
  process.stdin.on("end", () => process.exit()).resume(); // whoever asked for it has gone
}

/** Builds the laws of the front end, runs them under Node, and ends as they do. */
async function test() {
  const outdir = mkdtempSync(join(tmpdir(), "laws-"));
  const laws = readdirSync(join(here, "tests")).filter((file) => file.endsWith(".test.ts"));
  const entryPoints = laws.map((file) => join(here, "tests", file));
  const how = { format: "esm", platform: "node", minify: false, sourcemap: "inline", write: true, outdir };
  const inject = [join(here, "tests/page.ts")]; // before all else, as a page is there before its scripts
  await build({ ...common, ...how, entryPoints, inject, outExtension: { ".js": ".mjs" } });
  const files = laws.map((file) => join(outdir, file.replace(".ts", ".mjs")));
  const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" });
  rmSync(outdir, { recursive: true });
  process.exit(status ?? 1);
}

const [, , flag, folder] = process.argv;
if (flag === "--watch") await buildAlways(folder);
else await (flag === "--test" ? test() : buildAll());
