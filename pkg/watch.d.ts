/**
 * Tells of changes of a story by others, until it has told of too many or is stopped.
 *
 * @param {() => Element} story asked anew after each change: it may be another element by then
 * @param {() => boolean} isUndone Whether anything that was done to it is gone.
 * @param {() => void} again
 * @returns {() => void} stops it
 */
export function watchStory(story: () => Element, isUndone: () => boolean, again: () => void): () => void;
