import type { ZubdaArticle } from "./element.js";
import type { Page } from "./apply.js";
import type { ZubdaError } from "./error.js";
import type { Plan } from "./types.js";

/** What the events of `<zubda-article>` carry in `detail`. */
export interface ZubdaEvents {
  /** The core has started: in a Worker, or in the page where no Worker may run. */
  "zubda:ready": CustomEvent<{ engine: "worker" | "page" }>;
  "zubda:cleaned": CustomEvent<{ plan: Plan; page: Page }>;
  /** The story is no article: `plan.declined` says why. */
  "zubda:declined": CustomEvent<{ plan: Plan }>;
  /** The story is as it was. Cancel the event to keep the line off the console. */
  "zubda:error": CustomEvent<{ error: ZubdaError }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "zubda-article": ZubdaArticle;
  }
  interface HTMLElementEventMap extends ZubdaEvents {}
}
