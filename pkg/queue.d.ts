/**
 * @typedef {object} Story
 * @property {(signal: AbortSignal) => Promise<void>} run
 * @property {number} distance CSS pixels from the viewport, 0 inside of it; `Infinity` until it is known, and for what has no
 *   box.
 */
/** Stories that wait. Those that have no box (`display: none`) wait until they have one. */
export class StoryQueue {
    /**
     * Queues a story, in place of what was queued for the same element; a run that is under way for it is aborted.
     *
     * @param {Element} element
     * @param {(signal: AbortSignal) => Promise<void>} run says by itself what went wrong
     */
    add(element: Element, run: (signal: AbortSignal) => Promise<void>): void;
    /**
     * Forgets a story; a run that is under way for it is aborted.
     *
     * @param {Element} element
     */
    remove(element: Element): void;
    #private;
}
export type Story = {
    run: (signal: AbortSignal) => Promise<void>;
    /**
     * CSS pixels from the viewport, 0 inside of it; `Infinity` until it is known, and for what has no
     * box.
     */
    distance: number;
};
