// biome-ignore-all format: generated
/** Written by `python -m netwerk_widgets.contract`: what the page shares with the kernel. Change it there. */
import type { Sentence } from "./shared/words";

export const DOMAINS = ["family", "friends", "neighbours", "clubs", "work_school", "professionals",
  "household"] as const;
export type Domain = (typeof DOMAINS)[number];
export const MOMENTS = ["once", "five_years", "now", "soon"] as const;
export type Moment = (typeof MOMENTS)[number];
export const SUPPORT_KINDS = ["practical", "company", "advice", "emotional", "appreciation"] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];
export const DIRECTIONS = ["none", "given", "received", "both", "not_asked"] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const QUALITIES = ["strong", "ordinary", "weak", "strained", "broken"] as const;
export type Quality = (typeof QUALITIES)[number];
export const CENTRE_KINDS = ["one", "couple", "siblings", "two_homes"] as const;
export type CentreKind = (typeof CENTRE_KINDS)[number];
export const INKS = ["blue", "orange", "green", "purple"] as const;
export type Ink = (typeof INKS)[number];
export const INVITERS = ["", "client", "worker"] as const;
export type Inviter = (typeof INVITERS)[number];
export const ROLES = ["bringer", "facilitator", "participant", "recorder", "observer"] as const;
export type Role = (typeof ROLES)[number];
export const MOVES = ["ask", "complete", "analyse", "advise"] as const;
export type Move = (typeof MOVES)[number];
export const LEVELS = ["beginner", "some", "experienced"] as const;
export type Level = (typeof LEVELS)[number];
export const QUESTIONS = ["stuck", "touched", "dilemma", "decision", "strength", "concept"] as const;
export type Question = (typeof QUESTIONS)[number];
export const STAGES = ["accept", "trust_self", "trust_other", "ask", "any", "worker"] as const;
export type Stage = (typeof STAGES)[number];
export const RELATIONS = ["vrijblijvend", "zoekend", "consulterend", "co_expert"] as const;
export type Relation = (typeof RELATIONS)[number];
export const TEMPOS = ["calm", "ordinary", "brisk"] as const;
export type Tempo = (typeof TEMPOS)[number];
export const FORMS = ["intervision", "supervision", "case_discussion", "coaching", "consultation",
  "work_guidance"] as const;
export type Form = (typeof FORMS)[number];
export const LOOKS = ["without_us", "you_give", "then", "now", "soon", "drawn_said"] as const;
export type Look = (typeof LOOKS)[number];
export const SLIPS = ["hypothesis", "question", "person"] as const;
export type Slip = (typeof SLIPS)[number];
export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const SIZES = ["room", "near"] as const;
export type Size = (typeof SIZES)[number];
export const NEEDSS = ["", "giving", "support", "moment", "left_out", "closeness"] as const;
export type Needs = (typeof NEEDSS)[number];
export const CENTRE = 0;
export const CIRCLES = [1, 2, 3, 4] as const;
export const OUT_OF_SIGHT = 4;
export const CLOSENESS = [1, 2, 3] as const;
export const PAST = ["once", "five_years"] as const;
export const FREQUENCIES = ["", "never", "yearly", "monthly", "weekly", "daily"] as const;
export const AGE_BANDS = ["", "0-3", "4-11", "12-17", "18-24", "25-39", "40-59", "60-74", "75+"] as const;
export const DIMENSIONS = ["technical", "normative", "personal"] as const;
export const FULL_HOUR = 60;
export const MEETING = "meeting.";
export const INTENTION = "meeting.intention";
export const DILEMMA = "case.dilemma";
export const DILEMMAS = ["case.dilemma", "meeting.stuck", "01.dilemma", "wall.stuck", "ladder.stuck",
  "handover.stuck"] as const;
export const OUTCOMES = ["right", "wrong", "other"] as const;
export const MOST_BETWEEN = 12;
export const LATER = "later:";
export const DECLINED = "declined:";
export const ALL_CARDS = "*";
export const NEEDED_BY = [["you_give", "giving"], ["then", "moment"], ["drawn_said", "closeness"]] as const;
export const TONGUES = { nl: { name: "Nederlands", tag: "nl-NL" }, en: { name: "English", tag: "en-GB" } } as const;
export const LABEL_SIZES = [22, 26, 32, 40] as const;
export const KEYS = 6;
export const LONGEST_TAG = 18;
export const LONGEST_INITIALS = 4;
export const LONGEST_NAME = 60;
export const LONGEST_SLIP = 1000;
export const LONGEST_LABEL = 200;
export const SHORTEST_PHRASE = 8;
export const LARGEST_FILE = 20971520;
export const LONGEST_PHASE = 90;
export const WISHED = { people: 40, minutes: 600 } as const;
export const RING_MOST = 6;
export const INK = "#1f2933";
export const SELECTED = "#6b3fa0";
export const FADED = ["#ffffff", "#7b8794"] as const;
export const FIGURES = { centre: { shape: "dot", size: 42, fill: "#1f2933", border: "#1f2933" }, kin: { shape: "dot",
  size: 30, fill: "#f6d58a", border: "#8a6410" }, other: { shape: "square", size: 26, fill: "#dcebdc",
  border: "#18794e" }, professional: { shape: "diamond", size: 35, fill: "#d9e8f6", border: "#0f609b" },
  pet: { shape: "hexagon", size: 30, fill: "#ecdccb", border: "#7a4b1e" } } as const;
export const LINES = { strong: { width: 9, colour: "#52606d", dashes: [] }, ordinary: { width: 4, colour: "#52606d",
  dashes: [] }, weak: { width: 4, colour: "#7b8794", dashes: [4, 10] }, strained: { width: 6, colour: "#b44d12",
  dashes: [22, 9, 5, 9] }, broken: { width: 4, colour: "#9aa5b1", dashes: [26, 18] } } as const;
export const DEFAULTS = { info: { code: "", practice: false, own: false, centre_kind: "one", question: "", story: "",
  source: "", last_number: 0 }, person: { number: 0, role: "", x: 0, y: 0, circle: 3, domain: "family", belongs: "",
  moment: "now", frequency: "", age_band: "", home: 0, professional: false, professional_asked: "", organisation: "",
  pet: false, deceased: false, sleeping: false, left_out: false, left_out_by: "", left_out_why: "",
  left_out_shared: false, unsafe: false, unsafe_why: "", unsafe_shared: false, valued_role: "", invited_by: "",
  notes: "" }, tie: { directed: false, quality: "ordinary", weight: 1, label: "", moment: "now", support: {  },
  notes: "" }, version: { name: "", revision: 0, at: "" }, compliment: { text: "", at: "", card: "",
  expectation: false }, answer: { card: "", text: "", mark: "", more: {  }, at: "", persons: "" }, annotation: { on: "",
  about: "", text: "", tag: "", author: "", at: "", reply: "", goal: false, case: "" }, step: { text: "", person: "",
  by: "", outcome: "", done: false }, stroke: { points: "", colour: "blue", author: "", at: "" }, phase: { meeting: "",
  act: "", phase: "", title: "", what: "", at: "" }, group: { name: "", members: "" }, log: { day: "", start: "",
  end: "", form: "intervision", method: "", participants: "", facilitator: "", number: "", question: "", technical: "",
  normative: "", personal: "" } } as const;
export const LIMITS = { info: { code: 40, question: 400, story: 4000, source: 120 }, person: { role: 60,
  organisation: 80, left_out_by: 80, left_out_why: 400, unsafe_why: 400, valued_role: 120, notes: 4000 },
  tie: { label: 60, notes: 4000 }, version: { name: 80, at: 32 }, compliment: { text: 1000, at: 32, card: 60 },
  answer: { card: 60, text: 4000, mark: 200, more: 1000, at: 32, persons: 1000 }, annotation: { about: 80, text: 1000,
  tag: 40, author: 4, at: 32, case: 40 }, step: { text: 400, by: 32, outcome: 400 }, stroke: { points: 8000, author: 4,
  at: 32 }, phase: { meeting: 32, act: 20, phase: 30, title: 60, what: 20, at: 32 }, group: { name: 60, members: 2000 },
  log: { day: 10, start: 5, end: 5, method: 60, participants: 600, facilitator: 120, number: 40, question: 600,
  technical: 2000, normative: 2000, personal: 2000 } } as const;
export const RANGES = { info: { last_number: [0, 1000000] }, person: { number: [0, 1000000], x: [-1000, 1000],
  y: [-1000, 1000], wish_x: [-1000, 1000], wish_y: [-1000, 1000], years_known: [0, 110] }, tie: { weight: [1, 5] },
  version: { revision: [0, 1000000000000] } } as const;
export type Entities = { info: Info; person: Person; tie: Tie; version: Version; compliment: Compliment; answer: Answer;
  annotation: Annotation; step: Step; stroke: Stroke; phase: PhaseMark; group: Group };
export type Entity = Entities[Kind];
/** An entity as the kernel writes it: what stands at its default is left out. */
export type Written<E = Entity> = Partial<E> & { id: string };
export type Kind = "info" | "person" | "tie" | "version" | "compliment" | "answer" | "annotation" | "step" | "stroke" |
  "phase" | "group";
export type Info = { id: string; code: string; practice: boolean; own: boolean; centre_kind: CentreKind;
  question: string; story: string; source: string; last_number: number };
export type Person = { id: string; number: number; role: string; x: number; y: number; wish_x?: number; wish_y?: number;
  circle: number; domain: Domain; belongs: string; moment: Moment; closeness?: number; frequency: string;
  years_known?: number; age_band: string; home: number; professional: boolean; professional_asked: "" | "open" | "no";
  organisation: string; pet: boolean; deceased: boolean; sleeping: boolean; left_out: boolean; left_out_by: string;
  left_out_why: string; left_out_shared: boolean; unsafe: boolean; unsafe_why: string; unsafe_shared: boolean;
  valued_role: string; invited_by: Inviter; notes: string };
export type Tie = { id: string; source: string; target: string; directed: boolean; quality: Quality; weight: number;
  label: string; moment: Moment; support: Partial<Record<SupportKind, Direction>>; notes: string };
export type Version = { id: string; name: string; revision: number; at: string };
export type Compliment = { id: string; person: string; text: string; at: string; card: string; expectation: boolean };
export type Answer = { id: string; card: string; text: string; mark: string; more: Record<string, string>; at: string;
  persons: string };
export type Annotation = { id: string; on: string; about: string; text: string; tag: string; author: string; at: string;
  reply: string; goal: boolean; case: string };
export type Step = { id: string; text: string; person: string; by: string; outcome: string; done: boolean };
export type Stroke = { id: string; points: string; colour: Ink; author: string; at: string };
export type PhaseMark = { id: string; meeting: string; act: string; phase: string; title: string; what: string;
  at: string };
export type Group = { id: string; name: string; members: string };
export type Edit = { edit: "add_person"; id: string; role: string; x?: number; y?: number; circle?: number;
  domain?: string; tie?: boolean; fields?: object } | { edit: "add"; kind: Kind; id: string; fields?: object;
  beside?: string[] } | { edit: "change"; kind: Kind; id: string; fields?: object; was?: object } |
  { edit: "change_people"; people: string[]; fields?: object } | { edit: "remove"; ids: [Kind, string][] } |
  { edit: "place"; moves: [string, number, number][]; wished?: boolean } | { edit: "put"; people: string[];
  circle?: number; domain?: string; wished?: boolean } | { edit: "connect"; people: string[]; hub?: string;
  moment?: string } | { edit: "copy"; copies: [string, string][]; moment?: string } | { edit: "set_support";
  person: string; kind: string; direction: string } | { edit: "name"; answer: string; person: string; named?: boolean };
export type Asked = "bundle" | "hello" | "edit" | "undo" | "redo" | "ask" | "sight";
export type Said = "bundle" | "picture" | "change" | "refused" | "notice" | "answer" | "closed" | "case" | "empty" |
  "meeting";
export type Incoming = Picture | Change | Refused | Notice | Answered | Closed | OtherCase | Empty;
export type Way = "keep" | "put_back" | "other" | "beside" | "again";
export type CanvasNode = { id: string; label?: string; x: number; y: number; size?: number; [extra: string]: unknown };
export type CanvasEdge = { id: string; from: string; to: string; strand?: [number, number]; [extra: string]: unknown };
export type CanvasOptions = { interaction?: object; [extra: string]: unknown };
export type Named = { id: string; role?: string; number?: number; circle?: number };
export type Gone = { id: string; role?: string; number?: number; circle?: number; x?: number; y?: number;
  back: boolean };
export type Offer = { message: Sentence; author: string; mine: boolean; gone: Named[] };
export type Trouble = { message: Sentence; ways: Way[]; apart: boolean };
export type OnDesk = { code: string; practice: boolean };
export type State = { rev: number; at: string; writable: boolean; trouble: Trouble | null; undo: Offer | null;
  redo: Offer | null; own_open: boolean; beside?: OnDesk | null };
export type Picture = { rev: number; at: string; writable: boolean; trouble: Trouble | null; undo: Offer | null;
  redo: Offer | null; own_open: boolean; beside?: OnDesk | null; kind: "picture"; info: Written<Info>; network?: string;
  entities: Partial<Record<Kind, Written<Entity>[]>>; [extra: string]: unknown };
export type Changed = { kind: Kind; id: string; after: Written<Info> | Written<Person> | Written<Tie> |
  Written<Version> | Written<Compliment> | Written<Answer> | Written<Annotation> | Written<Step> | Written<Stroke> |
  Written<PhaseMark> | Written<Group> | null };
export type Change = { rev: number; at: string; writable: boolean; trouble: Trouble | null; undo: Offer | null;
  redo: Offer | null; own_open: boolean; beside?: OnDesk | null; kind: "change"; oids: string[]; changes: Changed[];
  forgotten?: string[]; [extra: string]: unknown };
export type Frame = { radii: number[]; domains: Domain[] };
export type Drawn = { nodes: CanvasNode[]; edges: CanvasEdge[]; options: CanvasOptions; frame: Frame };
export type Differing = { nodes: CanvasNode[]; edges: CanvasEdge[]; gone: string[] };
export type BesideView = { lens: Beside; version: string; people: Record<string, Shade>; ties: Record<string, Shade>;
  sentence: Sentence; question: Sentence; marks: Record<string, Sentence>; lines: Differs[];
  were: Record<string, [number, number]>; gone: Gone[]; wishes?: Record<string, [number, Domain]> };
export type Looked = { lens: string; version: string; view: LensView };
export type MapPicture = { rev: number; at: string; writable: boolean; trouble: Trouble | null; undo: Offer | null;
  redo: Offer | null; own_open: boolean; beside?: OnDesk | null; kind: "picture"; info: Written<Info>; network?: string;
  entities: Partial<Record<Kind, Written<Entity>[]>>; nodes: CanvasNode[]; edges: CanvasEdge[]; options: CanvasOptions;
  frame: Frame };
export type ChangedNode = { id: string; label?: string; x?: number; y?: number; size?: number;
  [extra: string]: unknown };
export type MapChange = { rev: number; at: string; writable: boolean; trouble: Trouble | null; undo: Offer | null;
  redo: Offer | null; own_open: boolean; beside?: OnDesk | null; kind: "change"; oids: string[]; changes: Changed[];
  forgotten?: string[]; nodes: ChangedNode[]; edges: CanvasEdge[]; gone: string[]; look?: Looked };
export type ReplayChange = { rev: number; at: string; writable: boolean; trouble: Trouble | null; undo: Offer | null;
  redo: Offer | null; own_open: boolean; beside?: OnDesk | null; kind: "change"; oids: string[]; changes: Changed[];
  forgotten?: string[]; moment: [number, number, Sign] | null; anew: boolean };
export type Refused = { kind: "refused"; oid: string; message: Sentence; other?: Offer | null };
export type Notice = { kind: "notice"; message: Sentence; level: "info" | "warning" | "error" };
export type Answered = { kind: "answer"; id: string; error?: Sentence; [extra: string]: unknown };
export type Closed = { kind: "closed" };
export type OtherCase = { kind: "case" };
export type Empty = { kind: "empty"; message: Sentence; offer: boolean };
export type AlsoDrawn = { annotation?: Written<Annotation>[]; stroke?: Written<Stroke>[]; group?: Written<Group>[] };
export type Earlier = { nodes: CanvasNode[]; edges: CanvasEdge[]; options: CanvasOptions; frame: Frame;
  beside: AlsoDrawn };
export type Wrote = { kind: Kind; text: string };
export type Shown = { number: number; at: number; author: string; message: Sentence; absent: Named[]; told: Wrote[];
  beside: AlsoDrawn };
export type Last = { method: string; members: [string, Role][]; ended: string };
export type Suited = { id: string; name: Record<string, string> };
export type Told = { meeting: Meeting | null; last: Last; running: boolean; left: number; ahead: number;
  spent: number[]; moves: Move[]; listening: string[]; speakers: string[]; fits: Suited[]; questions_left: number;
  aside: number };
export type Example = { name: string; title: string; about: string; begun: string };
export type Current = { code: string; practice: boolean; writable: boolean };
export type Shelved = { cases: ShelfEntry[]; current: Current | null; initials: string; asked: boolean; folder: string;
  copies: string; examples: Example[]; imports: string[]; offered: string };
export type Choice = { id: string; options: string[]; suggested: string };
export type Read = { questions: Choice[]; lost: Sentence[]; warnings: Sentence[]; people: Record<string, string> };
export type Acts = { acts: Act[]; more: number };
export type Act = { at: string; author: string; message: Sentence };
export type Apart = { mine: Acts; theirs: Acts; map: Sentence[]; more: number; people: Named[] };
export type Methods = { methods: Method[]; problems: Sentence[] };
export type Intention = { id: string; text: string };
export type Planned = { id: string; text: string; outcome: string };
export type Intended = { code: string; here: boolean; locked: boolean; intentions: Intention[]; steps: Planned[] };
export type Lasted = { minutes: number; counts: boolean };
export type KeptLog = { initials: string; entries: LogEntry[]; lasted: Record<string, Lasted>; hours: Sentence;
  meeting: LogEntry | null; today: string };
export type BoardContent = { board: Board | null; parts: string[]; problems: Sentence[]; by_case: boolean;
  missing: Sentence | null };
export type CardsTold = { cards: Card[]; families: Family[] };
export type Dealt = { deck: CardsTold; problems: Sentence[]; paper: boolean };
export type Meant = { people: string[] | null; new: string };
export type Unlinked = { unknown: string[]; unclear: string[] };
export type PhraseStrength = { score: number; message: Sentence; keyring: boolean };
export type ShelfAnswer = { error?: Sentence; reason?: "" | "in_use" | "damaged" | "wrong_key" | "key_needed";
  copy?: boolean; code?: string; path?: string; recovery?: string; notices?: Sentence[]; [extra: string]: unknown };
export type Member = { initials: string; role: Role; here: boolean };
export type Clock = { total: number; spent: number };
export type Mark = { at: string; act: string; phase: string; what: string };
export type Phase = { id: string; minutes: number; speaks: Role[]; silent: Role[]; moves: Move[]; turns: boolean;
  each: number; writing: boolean; board: string; part: string; cards: string[]; again: boolean; several: boolean;
  title: Record<string, string>; say: Record<string, string>; help: Record<string, string>;
  yields: Record<string, string> };
export type Method = { id: string; name: Record<string, string>; phases: Phase[]; purpose: Record<string, string>;
  level: Level; group: [number, number]; questions: Question[]; free: boolean; general: boolean;
  minutes_general: boolean; sources: Sentence[]; own: boolean; minutes: number };
export type Fit = { suits: Sentence[]; mind: Sentence[]; method: string };
export type Board = { id: string; title: Record<string, string>; parts: Part[]; desk: "case" | "own"; per_case: boolean;
  sources: Sentence[] };
export type Part = { id: string; kind: PartKind; titles: Record<string, string>; texts: Record<string, string>;
  placeholders: Record<string, string>; prompts: Record<string, string>; closeds: Record<string, string>;
  options: Option[]; many: boolean; look: PartLook; reason: boolean; fields: RowField[]; person: boolean; date: boolean;
  supposition: boolean; dilemma: boolean; shows: string; before: Part | null; after: string;
  hidden_with_client: boolean; with_client: Record<string, Record<string, string>>; seconds: number; moment: Moment;
  sleeping: boolean; puts: string[]; thoughts: Record<string, string[]> };
export type Option = { id: string; labels: Record<string, string>; texts: Record<string, string> };
export type Card = { id: string; family: string; question: Record<string, string>; follow_ups: Record<string, string[]>;
  stage: Stage; relation: Relation[]; tempo: Tempo; audience: "client" | "team" | "self"; kind: "linear" | "circular" |
  "reflexive"; gentler: string; puts: ("person" | "compliment" | "received" | "given" | "step")[]; signs: CardSign[] };
export type Family = { id: string; name: Record<string, string>; purpose: Record<string, string>; sources: Sentence[];
  own: boolean };
export type View = { lens: Look; people: Record<string, Shade>; ties: Record<string, Shade>; sentence: Sentence;
  question: Sentence; marks: Record<string, Sentence> };
export type Suggestion = { id: string; person: string; says: Sentence; taps: Tap[] };
export type Tap = { label: Sentence; edit: object };
export type KeptDrafts = { drafts: KeptDraft[]; hidden: number };
export type PauseClock = { left: number; runs: boolean; title: Record<string, string>; say: Record<string, string> };
export type Standing = { state?: "open" | "covered" | "locking" | "locked"; often?: number; limit?: number;
  clock?: PauseClock; prefs?: KeptPrefs };
export type KeptPrefs = { lang?: Language; hideNames?: boolean; singleKeys?: boolean; labelSize?: number; size?: Size;
  tags?: string[]; hush?: boolean; together?: boolean; steps?: Record<string, string>; last?: string };
export type Meeting = { id: string; state: "checkin" | "going" | "closing" | "ended"; method: string;
  names: Record<string, string>; free: boolean; phases: Phase[]; members: Member[]; index: number; clocks: Clock[];
  turn: string; asked: [string, number][]; opened: Move[]; silent: boolean; sound: boolean; marks: Mark[];
  cases: string[]; began: string; ended: string; stops: string };
export type Pane = "checkin" | "phases" | "clock" | "round" | "closing" | "return";
export type RowField = { id: string; labels: Record<string, string>; client_labels: Record<string, string> };
export type PartKind = "words" | "choice" | "rows" | "steps" | "trail" | "scene" | "silence" | "exercise" | "text";
export type PartLook = "" | "ladder" | "line" | "iceberg";
export type CardSign = "only_professionals" | "unheard" | "one_carries" | "sleeping" | "praised";
export type Called = { id: string; sign: CardSign; cards: string[]; reason: Sentence; people: string[] };
export type Shade = "bright" | "dim" | "gone" | "ask";
export type LensView = View | BesideView;
export type Differs = { people: string[]; sentence: Sentence; private: boolean };
export type NetworkTold = { network?: string; nodes?: CanvasNode[]; edges?: CanvasEdge[]; gone?: string[];
  options?: CanvasOptions; background?: string };
export type Beside = "since" | "wished";
export type Sign = "map" | "answer" | "note" | "stroke" | "phase" | "version" | "other";
export type KeptDraft = { id: string; place: string; text: string; base: string; shared: boolean; at: string };
export type LogEntry = { id: string; day: string; start: string; end: string; form: Form; method: string;
  participants: string; facilitator: string; number: string; question: string; technical: string; normative: string;
  personal: string };
export type ShelfEntry = { code: string; practice: boolean; opened: string; expires: string; kept: boolean;
  remembered: boolean; source: string; expired: boolean };
