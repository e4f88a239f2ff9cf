/** Codes of {@link ZubdaError}: what was wrong. @typedef {"load" | "target" | "snapshot" | "options" | "text" | "plan" | "internal"} ErrorCode */
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
 */
export type ErrorCode = "load" | "target" | "snapshot" | "options" | "text" | "plan" | "internal";
