/** @type {import("./labels.js").Labels} */
export const ENGLISH: import("./labels.js").Labels;
/** The texts of the other languages, in the order of the English ones. @type {Record<string, import("./labels.js").Text[]>} */
export const OTHERS: Record<string, import("./labels.js").Text[]>;
