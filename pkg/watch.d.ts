/**
 * Tells of changes of an element by others, until it has told of too many or is stopped.
 *
 * @param {Element} root
 * @param {() => boolean} isUndone Whether anything that was done to it is gone.
 * @param {() => void} again
 * @returns {() => void} stops it
 */
export function watchStory(root: Element, isUndone: () => boolean, again: () => void): () => void;
