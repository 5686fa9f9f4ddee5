/**
 * vis-network prepares fonts for every node and edge, with or without words. Nearly all are without, since nodes are
 * labelled by us (see labels): in a large network that was a tenth of the time until it was painted.
 */
interface Words {
  /** Of what it belongs to. */
  elementOptions: { label?: string };
  propagateFonts(styles: object[]): void;
}

/** What a network has inside to make a node with. */
export interface Maker {
  functions: { createNode: (node: object) => { labelModule: Words } };
}

let done = false;

/** From here on whatever has no words gets no fonts. Before there is anything in the network; once is enough for all. */
export function wordless({ functions }: Maker): void {
  if (done) return;
  done = true;
  const words = Object.getPrototypeOf(functions.createNode({ id: "" }).labelModule) as Words;
  const { propagateFonts } = words;
  words.propagateFonts = function (styles) {
    if (this.elementOptions.label) propagateFonts.call(this, styles);
  };
}
