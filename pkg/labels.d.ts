/**
 * @param {string} language BCP 47
 * @returns {Labels}
 */
export function labelsFor(language: string): Labels;
/**
 * `#` stands for the number.
 */
export type Labels = {
    summary: string;
    minutes: string;
    parts: string;
    hidden: string;
    restore: string;
    restored: string;
    undo: string;
    copy: string;
    copied: string;
    never: string;
    reasons: Record<import("./types.js").Reason, string>;
    roles: Record<import("./types.js").Role, string>;
};
