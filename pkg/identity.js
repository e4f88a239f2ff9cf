// @ts-check
// Knows the edits of a plan again in the plan of a later reading of the same page.

/** @import { Plan } from "./types.js" */

/**
 * What an edit is known by.
 *
 * @typedef {object} Identity
 * @property {number} place in `plan.edits`
 * @property {Node} node
 * @property {boolean} isElement Else it is a piece of a text.
 * @property {string} words its rule and what it hides
 * @property {string} paragraph the text of the paragraph that it stands in or after
 * @property {Identity[]} alike all of its reading that have the same words, in the order of the page
 *
 * @typedef {object} Reading
 * @property {Identity[]} identities one for each of `plan.edits`
 * @property {Map<string, Identity[]>} byWords
 * @property {Map<Node, Identity>} elements
 */

/** What those that have the same words are told apart by, the surest first. @type {((identity: Identity) => unknown)[]} */
const SIGNS = [(identity) => identity.node, (identity) => identity.paragraph, () => null];

/**
 * What the edits of a plan are known by.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @returns {Reading}
 */
export function identify({ edits, paragraphs }, nodes) {
  const places = edits.map((_, place) => place).sort((a, b) => edits[a].node - edits[b].node);
  /** @type {Map<string, Identity[]>} */
  const byWords = new Map();
  /** @type {Reading["elements"]} */
  const elements = new Map();
  /** @type {Identity[]} */
  const identities = [];
  let begun = 0;
  for (const place of places) {
    const { node: id, rule, text, ranges } = edits[place];
    while (begun < paragraphs.length && paragraphs[begun].node <= id) begun += 1;
    const words = `${rule} ${text}`;
    const alike = byWords.get(words) ?? [];
    const paragraph = paragraphs[begun - 1]?.text ?? "";
    const identity = { place, node: nodes[id], isElement: !ranges.length, words, paragraph, alike };
    alike.push(identity);
    byWords.set(words, alike);
    if (identity.isElement) elements.set(identity.node, identity);
    identities[place] = identity;
  }
  return { identities, byWords, elements };
}

/**
 * Finds edits of earlier readings in a later one. Where it cannot be told which of several it is, it is all of them: who has
 * put one thing back would sooner see another like it than lose it again.
 *
 * @param {Identity[]} wanted
 * @param {Reading} reading
 * @returns {{ places: Set<number>, gone: Identity[] }} places in the later plan's `edits`, and those that it has no more
 */
export function findAgain(wanted, reading) {
  /** @type {Map<Identity[], ReturnType<typeof match>>} */
  const matches = new Map();
  const places = new Set();
  const doubted = new Set();
  const gone = wanted.filter((identity) => {
    const { alike, words, node, isElement } = identity;
    const { found, rest } = matches.get(alike) ?? match(alike, reading.byWords.get(words) ?? []);
    matches.set(alike, { found, rest });
    // The words of a box may be others, for it has been filled since.
    const one = found.get(identity) ?? (isElement && reading.elements.get(node));
    if (one) places.add(one.place);
    else if (!doubted.has(rest)) for (const { place } of rest) places.add(place);
    if (!one) doubted.add(rest);
    return !one && !rest.length;
  });
  return { places, gone };
}

/**
 * Pairs those of two readings that have the same words: by each sign in turn, as many as have it in the one as in the other.
 *
 * @param {Identity[]} before
 * @param {Identity[]} now
 * @returns {{ found: Map<Identity, Identity>, rest: Identity[] }} `rest`: those of now that were not paired
 */
function match(before, now) {
  const found = new Map();
  let rest = now;
  for (const sign of SIGNS) {
    const missing = before.filter((identity) => !found.has(identity));
    const there = group(rest, sign);
    for (const [thing, alike] of group(missing, sign)) {
      const same = there.get(thing);
      if (same?.length === alike.length) alike.forEach((identity, n) => found.set(identity, same[n]));
    }
    const taken = new Set(found.values());
    rest = rest.filter((identity) => !taken.has(identity));
  }
  return { found, rest };
}

/**
 * @param {Identity[]} identities
 * @param {(identity: Identity) => unknown} sign
 */
function group(identities, sign) {
  /** @type {Map<unknown, Identity[]>} */
  const groups = new Map();
  for (const identity of identities) {
    const thing = sign(identity);
    const known = groups.get(thing);
    if (known) known.push(identity);
    else groups.set(thing, [identity]);
  }
  return groups;
}
