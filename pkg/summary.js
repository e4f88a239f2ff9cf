// @ts-check
// The summary in the box: its sentences, longer and shorter, read aloud, copied.

/** @import { Plan, SummarySentence } from "./types.js" */
/** @import { Kit } from "./box.js" */

/** Sentences to choose between by "longer" and "shorter". */
const STEPS = [1, 2, 3, 5, 8, 12, 20];
/** A summary of more than this share of the story is none. */
const MAX_SHARE = 0.5;

const LETTER = /\p{L}/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;

/**
 * @param {Kit} kit
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {(sentence: SummarySentence) => void} show
 * @param {AbortSignal} signal Ends what is being read aloud.
 * @returns {{ list: HTMLElement, tools: HTMLElement[] } | null} `null` without a summary
 */
export function summarize({ document, labels, make, button, say }, plan, nodes, show, signal) {
  const article = /** @type {NonNullable<Plan["article"]>} */ (plan.article);
  let sentences = plan.summary?.sentences ?? [];
  if (!sentences.length) return null;
  const list = make("ul", { class: "summary" });
  const fill = () =>
    list.replaceChildren(
      ...sentences.map((sentence) => {
        const lang = languageOf(sentence, plan, nodes);
        const dir = directionOf(sentence.text, article.direction);
        return make(
          "li",
          {},
          button(sentence.text, () => show(sentence), { class: "sentence", lang, dir }),
        );
      }),
    );
  fill();

  const steps = lengths(plan);
  const resize = (/** @type {number} */ count) => {
    sentences = first(plan, count);
    fill();
    mark();
  };
  const shorter = button(labels.shorter, () => step(-1));
  const longer = button(labels.longer, () => step(1));
  const next = (/** @type {1 | -1} */ way) =>
    way > 0 ? steps.find((n) => n > sentences.length) : steps.findLast((n) => n < sentences.length);
  const step = (/** @type {1 | -1} */ way) => {
    const count = next(way);
    if (count !== undefined) resize(count);
  };
  // Not `disabled`: the button keeps the keyboard's focus.
  const mark = () => {
    for (const [element, way] of /** @type {const} */ ([
      [shorter, -1],
      [longer, 1],
    ])) {
      if (next(way) === undefined) element.setAttribute("aria-disabled", "true");
      else element.removeAttribute("aria-disabled");
    }
  };
  mark();

  const tools = steps.length > 1 ? [shorter, longer] : [];
  const clipboard = document.defaultView?.navigator?.clipboard;
  if (clipboard) {
    tools.push(
      button(labels.copy, () => {
        const text = [article.title, ...sentences.map((sentence) => sentence.text), document.URL];
        clipboard.writeText(text.filter(Boolean).join("\n")).then(
          () => say(labels.copied),
          () => say(""),
        );
      }),
    );
  }
  const aloud = button(labels.read, () => speaker?.toggle());
  aloud.hidden = true;
  const speaker = speech(
    document,
    article.language,
    () => sentences.map((sentence) => sentence.text),
    signal,
    (state) => {
      aloud.hidden = state === "none";
      aloud.textContent = state === "speaking" ? labels.stop : labels.read;
    },
  );
  if (speaker) tools.push(aloud);
  return { list, tools };
}

/**
 * How many sentences a reader can choose, among them as many as the plan has chosen.
 *
 * @param {Plan} plan
 */
function lengths(plan) {
  const all = plan.sentences?.length ?? 0;
  const chosen = plan.summary?.sentences.length ?? 0;
  const most = Math.max(chosen, Math.floor(all * MAX_SHARE));
  const steps = all ? STEPS.filter((step) => step <= most) : [];
  return [...new Set([...steps, chosen])].sort((a, b) => a - b);
}

/**
 * The sentences that a summary takes first, in the order of the story.
 *
 * @param {Plan} plan
 * @param {number} count
 * @returns {SummarySentence[]}
 */
function first(plan, count) {
  const chosen = plan.summary?.sentences ?? [];
  if (count === chosen.length) return chosen;
  return (plan.sentences ?? [])
    .filter((sentence) => sentence.rank < count)
    .map(({ text, paragraph, ranges, rank }) => ({ text, paragraph, ranges, score: 1 / (1 + rank) }));
}

/**
 * The page's word for a sentence where it stands apart from the story's, else the story's.
 *
 * @param {SummarySentence} sentence
 * @param {Plan} plan
 * @param {Node[]} nodes
 */
function languageOf(sentence, plan, nodes) {
  const article = /** @type {NonNullable<Plan["article"]>} */ (plan.article);
  const story = /** @type {Element | undefined} */ (nodes[article.node]);
  const own = nodes[sentence.ranges[0]?.node]?.parentElement?.closest("[lang]");
  return (own && own !== story && story?.contains(own) && own.getAttribute("lang")) || article.language;
}

/**
 * Which way most of its letters run.
 *
 * @param {string} text
 * @param {"ltr" | "rtl"} otherwise for a text without letters
 */
function directionOf(text, otherwise) {
  const letters = text.match(LETTER)?.length ?? 0;
  if (!letters) return otherwise;
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > letters ? "rtl" : "ltr";
}

/**
 * Reads aloud by a voice of this machine; others would send the text away.
 *
 * @param {Document} document
 * @param {string} language
 * @param {() => string[]} texts
 * @param {AbortSignal} signal
 * @param {(state: "none" | "silent" | "speaking") => void} tell
 */
function speech(document, language, texts, signal, tell) {
  const view = /** @type {(Window & typeof globalThis) | null} */ (document.defaultView);
  const synthesis = view?.speechSynthesis;
  const Utterance = view?.SpeechSynthesisUtterance;
  if (!synthesis || !Utterance) return null;
  const primary = (/** @type {string} */ tag) => tag.toLowerCase().split(/[-_]/)[0];
  const voice = () =>
    synthesis.getVoices().find((voice) => voice.localService && primary(voice.lang) === primary(language));
  let speaking = false;
  const set = (/** @type {boolean} */ on) => {
    speaking = on;
    tell(on ? "speaking" : voice() ? "silent" : "none");
  };
  const stop = () => {
    if (!speaking) return;
    synthesis.cancel();
    set(false);
  };
  synthesis.addEventListener?.("voiceschanged", () => set(speaking), { signal });
  signal.addEventListener("abort", stop, { once: true });
  set(false);
  return {
    toggle() {
      const chosen = voice();
      if (speaking || !chosen) return stop();
      const utterances = texts().map((text) =>
        Object.assign(new Utterance(text), { voice: chosen, lang: chosen.lang }),
      );
      utterances.forEach((utterance) => utterance.addEventListener("error", stop));
      utterances.at(-1)?.addEventListener("end", () => set(false));
      set(true);
      for (const utterance of utterances) synthesis.speak(utterance);
    },
  };
}
