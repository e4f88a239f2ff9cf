/** Every error of the public interface. The page is as it was. */
export class ZubdaError extends Error {
    /**
     * @param {any} cause
     * @returns {ZubdaError}
     */
    static from(cause: any): ZubdaError;
    /**
     * @param {ErrorCode} code stable; the message is for people
     * @param {string} message
     * @param {unknown} [cause]
     */
    constructor(code: ErrorCode, message: string, cause?: unknown);
    code: ErrorCode;
}
/**
 * Codes of {@link ZubdaError}: what was wrong.
 *
 * - `load`: the WebAssembly module could not be fetched, compiled or started, or there is no such engine.
 * - `target`: what is to be cleaned is neither a Document nor an Element, or has none in it.
 * - `snapshot`: a snapshot's columns do not make a page.
 * - `options`: an option is misspelt or has another type.
 * - `text`: the text is neither a string nor an array of arrays of strings.
 * - `page`: the page does not let itself be read or written.
 * - `internal`: a bug of Zubda's; `cause` has what is known of it.
 */
export type ErrorCode = "load" | "target" | "snapshot" | "options" | "text" | "page" | "internal";
