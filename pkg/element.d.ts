/**
 * A story that is cleaned where it stands. The story is the element's content and stays in light DOM; the box stands in the
 * element's own shadow root above it, so that no node of the page is added, moved or removed. Children with a `slot` are no
 * part of the story: they stand in the box, and are not shown while there is none.
 *
 * @fires {ZubdaEvents}
 */
export class ZubdaArticle extends HTMLElement {
    static observedAttributes: string[];
    /**
     * Says how the core is started, before the first story is cleaned: in a Worker unless told, and in the page where no
     * Worker may run.
     *
     * @param {LoadOptions & { engine?: "page" | "worker" | Worker }} options
     */
    static configure(options: LoadOptions & {
        engine?: "page" | "worker" | Worker;
    }): void;
    set summary(sentences: number);
    /** Sentences of the summary at most, 0 to 20; 3 unless told. */
    get summary(): number;
    set sections(on: boolean);
    /** Whether the box lists the story's parts. */
    get sections(): boolean;
    set level(name: string);
    /** How much is hidden: `leftovers`, `tidy` or `story`; `null` for what the package does unless told. */
    get level(): string;
    set hide(names: string);
    /** Kinds of flaws to hide and no others, white space between: `ads related`; `null` for all. */
    get hide(): string;
    set original(on: boolean);
    /** Whether the story stands as the page wrote it. */
    get original(): boolean;
    /** What was found; `null` until the story was read. */
    get plan(): Plan;
    /** The story as it was cleaned, to put single things back; `null` where it is not. */
    get page(): Page;
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** Moved by `moveBefore`: nothing has changed. */
    connectedMoveCallback(): void;
    adoptedCallback(): void;
    /**
     * @param {string} _name
     * @param {string | null} before
     * @param {string | null} after
     */
    attributeChangedCallback(_name: string, before: string | null, after: string | null): void;
    #private;
}
export type ZubdaEvents = import("./globals.js").ZubdaEvents;
import type { Plan } from "./types.js";
import type { Page } from "./apply.js";
import type { LoadOptions } from "./index.js";
