/**
 * The wire: every value that crosses between the page and the core, stated once.
 *
 * `Snapshot` and `Options` go in, `Plan` comes out. Ids of nodes are positions in the snapshot's columns. All offsets and
 * lengths are UTF-16 code units, all ranges half open. `tests/wire.rs` writes a specimen of every field and every name that
 * the core can emit to `tests/wire/specimen.ts`; `npm run types` holds it against this file.
 */

/** A node's position in the columns of its {@link Snapshot}. */
export type NodeId = number;

/** The page as the browser saw it: the nodes under one root in document order, a column for each of their properties. */
export interface Snapshot {
  version: 1;
  /** Address of the page; empty where there is none. */
  url: string;
  /** `document.title`; empty where there is none. */
  title: string;
  /** The root's own or inherited `lang`; empty where there is none. */
  language: string;
  /** Tag and attribute names in lower case, each once. */
  names: string[];
  /** For each node: 0 for text, else one more than its tag's place in `names`. The first node is the root element. */
  tag: Uint16Array | number[];
  /** For each node: its parent's id; a parent comes before its children. The root names itself. */
  parent: Uint32Array | number[];
  /** For each node: a sum of {@link NodeFlag}. */
  flags: Uint8Array | number[];
  /** For each node: the length of its text in `text`; 0 for elements. */
  length: Uint32Array | number[];
  /** The data of all text nodes, one after another. Text nodes of white space alone are left out, see {@link NodeFlag}. */
  text: string;
  /** For each attribute: its element's id, ascending. */
  attributeNode: Uint32Array | number[];
  /** For each attribute: its name's place in `names`. */
  attributeName: Uint16Array | number[];
  /** For each attribute: the length of its value in `attributeText`. */
  attributeLength: Uint32Array | number[];
  /** The values of all attributes, one after another. */
  attributeText: string;
}

/**
 * Bits of {@link Snapshot.flags}.
 *
 * - 1, hidden: the element's own text is not shown (`display: none`, `visibility: hidden`), is clipped to nothing, or stands
 *   beside the sentence around it (a tooltip). Set on elements that hold text.
 * - 2, block: the element is laid out as a block although its tag is inline by default.
 * - 4, space before: white space alone stands right before this node, in a text node that was left out.
 * - 8, editable: a person can edit the element's text.
 */
export type NodeFlag = 1 | 2 | 4 | 8;

/** What is asked of the core. Every field may be left out. */
export interface Options {
  /**
   * Whether somebody said that here is a story, as a click does; `true` unless told. Asked, a page is declined only where there is
   * no running prose, or where it surely is a list of teasers, a form or a dialog; unasked, any doubt declines it.
   */
  asked?: boolean;
  /** Whether what surely is something else is cleaned all the same, as long as it has text; `false` unless told. */
  anyway?: boolean;
  /** How much of the page is cleaned; `leftovers` unless told. */
  level?: Level;
  /** `false` for no summary; `sentences`: how many at most, 1 to 20, 3 unless told. */
  summary?: false | { sentences?: number };
  /** `false` for one single section. */
  sections?: boolean;
  /** `true`: fill {@link Plan.sentences}. */
  sentences?: boolean;
  /** Kinds of flaws that are left as they are. */
  keep?: Reason[];
  /** Rules that are left off, by the names of {@link Edit.rule}; unknown names are nothing. */
  never?: string[];
}

/**
 * How much of the page is cleaned; each level does what the one before it does, and more.
 *
 * - `leftovers`: what was left inside of the story.
 * - `tidy`: and what stands in the reader's way all over the page.
 * - `story`: and all that is neither the story nor its head.
 */
export type Level = "leftovers" | "tidy" | "story";

/** What {@link TextOptions} adds for plain text. */
export interface TextOptions extends Options {
  /** The story's headline. */
  title?: string;
  /** BCP 47; found from the text unless told. */
  language?: string;
}

/** What the core found and what is to be done about it. */
export interface Plan {
  version: 1;
  /** `null` where the page is no article. */
  article: Article | null;
  /** Why there is no article; `null` where there is one. */
  declined: Declined | null;
  /** The paragraphs' text, `"\n\n"` between them. */
  text: string;
  paragraphs: Paragraph[];
  edits: Edit[];
  sections: Section[];
  /** `null` where none was asked for or the story is too short for one. */
  summary: Summary | null;
  /** Every sentence of the story; `null` unless asked for, as `clean` does for its box. */
  sentences: Sentence[] | null;
}

/** Why a page is no article. */
export type Declined = "empty" | "not-an-article" | "too-large" | "too-deep";

export interface Article {
  /** The headline, without the site's name; empty where none was found. */
  title: string;
  byline: string | null;
  /** ISO 8601, as the page states it. */
  published: string | null;
  /** When it was last changed, ISO 8601, as the page states it. */
  modified: string | null;
  site: string | null;
  /** The story's own address: the canonical one where the page names it. */
  url: string | null;
  /** The address of its lead image, as the page states it. */
  image: string | null;
  /** BCP 47: what the text is written in. */
  language: string;
  direction: "ltr" | "rtl";
  /** Words of the story; each Han, Kana, Thai, Lao, Khmer, Myanmar letter counts as half a word. */
  words: number;
  /** Minutes to read it, at least 1. */
  minutes: number;
  /** Where the story says that it comes from. */
  source: Source | null;
  /** The address of the source that an auto-blog plugin republished the story from; `null` where it left no such trace. */
  republishedFrom: string | null;
  /** The smallest element that holds the whole story. */
  node: NodeId;
  /** How sure it is that this is an article, 0 to 1; 1 for plain text. */
  certainty: number;
  /** What speaks against it; mostly empty. */
  doubts: Doubt[];
}

/** What a page may be instead of an article. */
export type Doubt =
  "teasers" | "listing" | "other" | "unsure" | "scattered" | "posts" | "form" | "dialog" | "brief" | "unlisted";

export interface Source {
  /** What the page says: a name, or the label that carries the link. */
  text: string;
  /** The link as it stands in the page; `null` where it is a name alone. */
  url: string | null;
  node: NodeId;
}

export type ParagraphKind = "paragraph" | "subhead" | "item" | "quote" | "row" | "code";

export interface Paragraph {
  text: string;
  kind: ParagraphKind;
  /** Place in {@link Plan.sections}. */
  section: number;
  /** The element that holds the paragraph, and, where lines are parted by `<br>`, others too. */
  node: NodeId;
}

/** One thing to do to the page. */
export interface Edit {
  /** The element to hide or mark; for a text edit, the text node of the first range. */
  node: NodeId;
  /** Not empty: a text edit. The characters to take out of each text node; the nodes themselves stay. */
  ranges: Range[];
  /** `leave`: doubtful, stays as it is and is only listed. */
  action: "hide" | "leave" | "caption";
  reason: Reason;
  /** The rule that fired, for reports: `marker.block`, … */
  rule: string;
  /** 0 to 1. */
  confidence: number;
  /** What goes out of sight, or is marked. */
  text: string;
  /** For a text edit: what stands in place of the characters of the first range; mostly empty. */
  replacement: string;
  /** A whole box, judged by its context: hidden so that find-in-page still reaches it. */
  findable: boolean;
  /** Made only where the browser says so of the element: `fixed`, where its `position` is fixed or sticky. */
  asks?: "fixed";
}

export type Reason =
  | "ad-marker"
  | "ad-label"
  | "ad-slot"
  | "shortcode"
  | "script-text"
  | "related"
  | "promotion"
  | "share"
  | "read-more"
  | "feed-tail"
  | "rights"
  | "paywall"
  | "duplicate-headline"
  | "caption"
  | "source-label"
  | "punctuation"
  | "encoding"
  | "comments"
  | "overlay"
  | "column"
  | "around";

export interface Range {
  node: NodeId;
  start: number;
  end: number;
}

export interface Section {
  /** `null` where no role is sure. */
  role: Role | null;
  /** The page's own subhead, else `null`. */
  label: string | null;
  /** What the part speaks of more than the rest of the story does, verbatim from it; `null` where it has a label. */
  phrase: string | null;
  /** 2 to 6 as the page's heading has it, 2 where there is none. */
  level: number;
  /** 0 to 1: how sure its beginning and its role are. */
  confidence: number;
  /** From the first up to but without the last: places in {@link Plan.paragraphs}. */
  paragraphs: [number, number];
}

export type Role =
  "lead" | "statement" | "background" | "context" | "reaction" | "outlook" | "source" | "explanation" | "topic";

export interface Summary {
  /** In the order of the story. */
  sentences: SummarySentence[];
}

export interface SummarySentence {
  text: string;
  /** Place in {@link Plan.paragraphs}. */
  paragraph: number;
  /** Where it stands in the page, white space as it is there. */
  ranges: Range[];
  score: number;
}

export interface Sentence {
  text: string;
  /** Place in {@link Plan.paragraphs}. */
  paragraph: number;
  /** In the paragraph's `text`. */
  start: number;
  end: number;
  /** Where it stands in the page; empty for text given as sentences. */
  ranges: Range[];
  /** 0 for the sentence that a summary takes first. */
  rank: number;
}
