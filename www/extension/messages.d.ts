/**
 * What the parts of the extension say to each other: plain JSON, a tagged union, with the version that the sender is of. A
 * page that was open while the extension was updated still holds the content script of before.
 */
import type { Level } from "./settings.js";
import type { Declined, Options, Plan, Reason, Snapshot } from "../shell/types.js";

/** From the content script to the background. */
export type Request =
  | { version: 2; kind: "analyze"; snapshot: Snapshot; options: Options }
  | { version: 2; kind: "state"; state: State }
  /** Style sheets of the page to take out and to put in; empty for none. */
  | { version: 2; kind: "style"; remove: string; insert: string };

/** The background's answer, to `analyze` with one of the two; it comes when all is done. */
export type Answer = { plan?: Plan; error?: { code: string; message: string } };

/** To the content script; it answers with its {@link State}. */
export type Command =
  | { version: 2; kind: "clean" | "anyway" | "undo" | "state" }
  /** Cleans this page at a level, whatever the settings say, until another page is opened. */
  | { version: 2; kind: "level"; level: Level }
  /** Puts one thing back. */
  | { version: 2; kind: "restore"; edit: number };

/** How a page stands. */
export interface State {
  /** Whether it is cleaned. */
  on: boolean;
  /** The level that the reader has wished for on this page. */
  wish: Level | null;
  /** Minutes to read the story; 0 where it is not cleaned. */
  minutes: number;
  hidden: HiddenThing[];
  /** Why it is not cleaned, where it was asked for. */
  refused: Refused | null;
}

export interface HiddenThing {
  /** Its number, which stays its own when the page is read again. */
  edit: number;
  /** Clipped where it is long. */
  text: string;
  reason: Reason;
}

/** `closed`: a page that no extension may touch; `failed`: a fault of ours. */
export type Refused = Declined | "closed" | "failed";
