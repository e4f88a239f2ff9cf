// @ts-check

/** Codes of {@link ZubdaError}: what was wrong. @typedef {"load" | "target" | "snapshot" | "options" | "text" | "plan" | "internal"} ErrorCode */

/** Every error of the public interface. The page is as it was. */
export class ZubdaError extends Error {
  /**
   * @param {ErrorCode} code stable; the message is for people
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ZubdaError";
    this.code = code;
  }

  /**
   * @param {any} cause
   * @returns {ZubdaError}
   */
  static from(cause) {
    if (cause instanceof ZubdaError) return cause;
    const code = typeof cause?.code === "string" ? cause.code : "internal";
    return new ZubdaError(code, String(cause?.message ?? cause), cause);
  }
}
