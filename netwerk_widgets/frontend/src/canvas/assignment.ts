/**
 * Who of many labels gets which of its places: each as good a one as it can, and all together as good as can be had.
 *
 * First each in turn takes the best that is free, those with the least choice first. Then whoever would stand better
 * where others stand takes that place if those lose less by it than is won.
 */
import { Boxes } from "./boxes";
import { type Placed, type Wanted, WORSE } from "./spots";

/** What going without a label is worth less than all words; and what it is for whoever is chosen, many times. */
export const NAMELESS = 9;
const CHOSEN = 20;
/** What a place farther down the list is worth less, what it costs to leave a place, and how many make way for one. */
const LATER = 0.004;
const MOVED = 0.3;
const WAY = 2;
/** How often all are gone through. */
const ROUNDS = 4;

export class Assignment {
  private readonly at = new Map<string, Placed>();
  private readonly boxes = new Boxes<Placed>();
  private readonly choices = new Map<string, Placed[]>();
  private readonly stood = new Map<string, Placed>();
  private readonly by = new Map<string, Wanted>();
  private free = false;

  /** `places`: where a label may stand, the best first; `kept`: where it stood before, if it may stand there still. */
  constructor(
    private readonly labels: Wanted[],
    private readonly places: (label: Wanted) => Iterable<Placed>,
    private readonly kept: (label: Wanted) => Placed | null,
  ) {
    for (const label of labels) this.by.set(label.id, label);
  }

  get placed(): Placed[] {
    return this.labels.flatMap(({ id }) => this.at.get(id) ?? []);
  }

  /**
   * Keeps all where they stood, then gives the others what is free; these are returned. `ranked`: those with the least
   * choice first, for which all places of all of them are looked at; otherwise no more than until one is free.
   */
  fill(ranked: boolean): Wanted[] {
    const lost = this.labels.filter((label) => {
      const kept = this.kept(label);
      if (!kept || !this.isFree(kept)) return true;
      this.stood.set(label.id, kept);
      this.take(kept);
      return false;
    });
    const rank = (label: Wanted) => (label.chosen ? -1 : this.choice(label).length);
    const ranks = new Map(ranked ? lost.map((label) => [label, rank(label)]) : []);
    if (ranked) lost.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
    for (const label of lost) this.takeFirst(ranked ? this.choice(label) : this.places(label));
    return lost;
  }

  private takeFirst(places: Iterable<Placed>): void {
    for (const place of places) if (this.isFree(place)) return this.take(place);
  }

  /** Gives these a better place where all together win by it; `freely`: whoever stood somewhere may be moved for little. */
  improve(labels: Wanted[], freely: boolean): void {
    this.free = freely;
    for (let round = 0; round < ROUNDS; round += 1) {
      let better = false;
      for (const label of labels) if (this.tryBetter(label)) better = true;
      if (!better) return;
    }
  }

  private tryBetter(label: Wanted): boolean {
    const now = this.at.get(label.id);
    const cost = this.cost(label, now);
    for (const place of this.choice(label)) {
      const won = cost - this.cost(label, place);
      if (won <= LATER / 2) continue;
      if (this.swap(label, place, won)) return true;
    }
    return false;
  }

  /** Puts a label here and those who stood here elsewhere; back again where they lose as much as was won. */
  private swap(label: Wanted, place: Placed, won: number): boolean {
    const others = this.boxes.meeting(place).filter(({ id }) => id !== label.id);
    if (others.length > WAY) return false;
    const before = [...others, ...(this.at.has(label.id) ? [this.at.get(label.id) as Placed] : [])];
    for (const one of before) this.leave(one);
    this.take(place);
    let lost = 0;
    const after: Placed[] = [place];
    for (const other of others) {
      const whose = this.by.get(other.id) as Wanted;
      const found = this.cheapest(whose);
      if (found) {
        this.take(found);
        after.push(found);
      }
      lost += this.cost(whose, found) - this.cost(whose, other);
      if (lost >= won) break;
    }
    if (lost < won - LATER / 2) return true;
    for (const one of after) this.leave(one);
    for (const one of before) this.take(one);
    return false;
  }

  private cheapest(label: Wanted): Placed | undefined {
    let best: Placed | undefined;
    for (const one of this.choice(label)) {
      if ((!best || this.cost(label, one) < this.cost(label, best)) && this.isFree(one)) best = one;
    }
    return best;
  }

  private cost(label: Wanted, place: Placed | undefined): number {
    const weight = label.chosen ? CHOSEN : 1;
    if (!place) return NAMELESS * weight;
    const stood = this.stood.get(label.id);
    const moved = stood && !same(stood, place) ? (this.free ? 2 * LATER : MOVED) : 0;
    return (WORSE[place.form] + LATER * place.spot) * weight + moved;
  }

  private choice(label: Wanted): Placed[] {
    const known = this.choices.get(label.id) ?? [...this.places(label)];
    this.choices.set(label.id, known);
    return known;
  }

  private isFree(place: Placed): boolean {
    return !this.boxes.some(place, () => true);
  }

  private take(place: Placed): void {
    this.at.set(place.id, place);
    this.boxes.add(place);
  }

  private leave(place: Placed): void {
    this.at.delete(place.id);
    this.boxes.remove(place);
  }
}

function same(a: Placed, b: Placed): boolean {
  return a.form === b.form && a.spot === b.spot;
}
