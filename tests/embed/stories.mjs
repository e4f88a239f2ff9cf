// @ts-check
// Stories for the pages that embed the package: as many as are asked for, no two alike, each with a leftover in it.

const PLACES = ["Tarn", "Orrin", "Velby", "Sorrel Bay", "Kesten", "Marrow", "Ostrand", "Pellow"];
const SENTENCES = [
  "The harbour of # reopened on Monday after three months of works, and two ferries came in before noon",
  "Crews had driven four hundred piles into the bed, and divers cut away a wreck that nobody in # knew of",
  "The fish market returns to the old quay on Friday, and a second crane is to follow in the spring",
  "The town pays a third of the cost, and the region pays the rest of it over a span of twelve years",
  "A ferry to the islands had left from a jetty in the north, which took passengers an hour more each way",
  "Fishermen said that they had lost a third of their catch while the market stood far from the boats",
  "The council of # wants to plant two rows of lime trees along the water, and has asked for bids by autumn",
  "An old lighthouse keeper, who opened the first bridge as a child, cut the ribbon with her grandson",
  "Engineers measured how the new wall holds against waves, and found that it bears more than was asked for",
  "Shops along the front stay open until ten for a week, and the town band of # plays on each of the evenings",
];

/**
 * Sentence `n` of story `i`; each with a number of its own, so that no two are the same.
 *
 * @param {number} i
 * @param {number} n
 */
function sentence(i, n) {
  const text = SENTENCES[(i * 3 + n * 7) % SENTENCES.length].replace("#", PLACES[(i + n) % PLACES.length]);
  return `${text}, as report ${i + 1}.${n + 1} has it.`;
}

/**
 * @param {number} i which story
 * @param {number} [count] paragraphs
 * @returns {string[]} the third is an ad marker
 */
export function paragraphs(i, count = 8) {
  return Array.from({ length: count }, (_, n) =>
    n === 2 ? `[ad_${i + 1}]` : `${sentence(i, 2 * n)} ${sentence(i, 2 * n + 1)}`,
  );
}

/**
 * @param {number} i
 * @param {number} [count]
 */
export function story(i, count) {
  const headline = `Works at ${PLACES[i % PLACES.length]} end, number ${i + 1}`;
  return `<h2>${headline}</h2>\n${paragraphs(i, count)
    .map((text) => `<p>${text}</p>`)
    .join("\n")}`;
}
