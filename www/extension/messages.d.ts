/**
 * What the parts of the extension say to each other: plain JSON, a tagged union, with the version that the sender is of. A
 * page that was open while the extension was updated still holds the content script of before.
 */
import type { Declined, Options, Plan, Snapshot } from "../shell/types.js";

/** From the content script to the background. */
export type Request =
  { version: 1; kind: "analyze"; snapshot: Snapshot; options: Options } | { version: 1; kind: "state"; state: State };

/** The background's answer to `analyze`. */
export type Answer = { plan: Plan } | { error: { code: string; message: string } };

/** To the content script; it answers with its {@link State}. */
export type Command = { version: 1; kind: "toggle" | "clean" | "undo" | "state" };

/** How a page stands. */
export interface State {
  /** Whether it is cleaned. */
  on: boolean;
  /** How many things are hidden. */
  hidden: number;
  /** Why it is not cleaned, where it was asked for. */
  refused: Refused | null;
}

/** `closed`: a page that no extension may touch; `failed`: a fault of ours. */
export type Refused = Declined | "closed" | "failed";
