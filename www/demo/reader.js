// @ts-check
// A small news reader that embeds Zubda. Of Zubda it uses the public package alone.

/** @import { Story } from "./stories.js" */
/** @import { Page } from "../../pkg/index.js" */

import { load } from "../../pkg/index.js";
import { readFile, readInput } from "./own.js";
import { STORIES } from "./stories.js";
import { WORDS } from "./words.js";

const zubda = load();
zubda.catch(() => {}); // Said where a page is to be cleaned.

/** @typedef {"original" | "cleaned" | "both"} View */

/** What is shown: the address says it, but for the view. */
const state = {
  /** @type {"en" | "ar"} */ language: preferredLanguage(),
  /** @type {View} */ view: "cleaned",
  /** @type {Story | "own" | null} */ open: null,
  /** The story in the frame, cleaned. @type {Page | null} */ page: null,
  time: 0,
  /** @type {"" | "declined" | "failed"} */ trouble: "",
  /** The document of the reader's own page. @type {Document | null} */ own: null,
};

const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const frame = /** @type {HTMLIFrameElement} */ ($("page"));
const before = /** @type {HTMLIFrameElement} */ ($("before"));
const form = /** @type {HTMLFormElement} */ ($("own"));
const text = /** @type {HTMLTextAreaElement} */ ($("text"));

frame.addEventListener("load", () => clean());
$("view").addEventListener("change", (event) => setView(/** @type {any} */ (event.target).value));
$("language").addEventListener("click", () => speak(state.language === "en" ? "ar" : "en"));
addEventListener("hashchange", route);
matchMedia("(min-width: 75rem)").addEventListener("change", (wide) => {
  if (!wide.matches && state.view === "both") setView("cleaned");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  showOwn(() => readInput(text.value));
});
$("file").addEventListener("change", (event) => takeFile(/** @type {HTMLInputElement} */ (event.target).files?.[0]));
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("over");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  takeFile(event.dataTransfer?.files[0]);
});

listStories();
speak(state.language);
route();

/** Cleans the page that has come into the frame: this is all that a site has to do. */
async function clean() {
  const target = frame.contentDocument;
  state.page = null;
  state.trouble = "";
  if (!target || !state.open || frame.src === "about:blank") return;
  if (state.open === "own" && state.own) fill(target, state.own);
  // A click in the box may have undone the cleaning; a link leads nowhere here.
  target.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest?.("a[href]")) event.preventDefault();
    if (state.view !== "original" && state.page && !state.page.host) setView("original");
  });
  target.addEventListener("submit", (event) => event.preventDefault());
  try {
    const core = await zubda;
    const start = performance.now();
    state.page = core.clean(target);
    state.time = performance.now() - start;
    if (!state.page.plan.article) state.trouble = "declined";
    if (state.view === "original") state.page.undo();
  } catch (error) {
    state.trouble = "failed";
    console.error(error);
  }
  frame.dataset.ready = state.open === "own" ? "own" : state.open.id;
  showFacts();
}

/** @param {View} view */
function setView(view) {
  state.view = view;
  if (view === "original") state.page?.undo();
  else state.page?.apply();
  for (const input of document.querySelectorAll('input[name="view"]')) {
    /** @type {HTMLInputElement} */ (input).checked = /** @type {HTMLInputElement} */ (input).value === view;
  }
  showBefore();
  showFacts();
}

/** The original beside the cleaned page. */
function showBefore() {
  before.hidden = state.view !== "both" || !state.open;
  if (before.hidden || !state.open) return;
  const source = address(state.open);
  if (before.getAttribute("src") !== source || state.open === "own") {
    const { own } = state;
    before.onload = () => own && state.open === "own" && before.contentDocument && fill(before.contentDocument, own);
    before.src = source;
  }
}

/** @param {Story | "own"} story */
function address(story) {
  return `demo/stories/${story === "own" ? "own" : story.id}.html`;
}

/** Shows what the address asks for. */
function route() {
  const id = location.hash.replace(/^#\/?/, "");
  if (id === "main") return;
  const story = STORIES.find((one) => one.id === id) ?? null;
  if (id === "own") return showForm();
  // On a wide screen there is always a story to see.
  const open = story ?? (matchMedia("(min-width: 56rem)").matches ? STORIES[0] : null);
  form.hidden = true;
  document.body.dataset.shows = story ? "story" : "index";
  for (const link of document.querySelectorAll(".index a[href]")) {
    link.toggleAttribute("aria-current", open !== null && link.getAttribute("href") === `#/${open.id}`);
  }
  if (open) showStory(open);
}

/** @param {Story} story */
function showStory(story) {
  open(story);
  const title = $("reader-title");
  title.textContent = story.outlet;
  title.lang = story.language;
  title.dir = story.direction;
  frame.title = story.title;
  frame.lang = story.language;
}

function showForm() {
  state.open = null;
  form.hidden = false;
  $("reader").hidden = true;
  document.body.dataset.shows = "story";
  for (const link of document.querySelectorAll(".index a[href]")) {
    link.toggleAttribute("aria-current", link.getAttribute("href") === "#/own");
  }
}

/** @param {Story | "own"} what */
function open(what) {
  state.open = what;
  state.page = null;
  $("reader").hidden = false;
  $("facts").textContent = "";
  delete frame.dataset.ready;
  // A frame that is told its address again loads it again.
  frame.src = address(what);
  showBefore();
}

/** @param {() => Document | string | Promise<Document | string>} read gives a document, or the name of what is wrong */
async function showOwn(read) {
  const result = await read();
  const words = WORDS[state.language];
  $("own-error").textContent = typeof result === "string" ? words[/** @type {"ownEmpty"} */ (result)] : "";
  if (typeof result === "string") return;
  state.own = result;
  form.hidden = true;
  const title = $("reader-title");
  title.textContent = result.title || words.ownTitle;
  title.lang = result.documentElement.lang;
  title.dir = "auto";
  frame.title = title.textContent;
  open("own");
  document.body.dataset.shows = "story";
}

/** @param {File | undefined} file */
function takeFile(file) {
  if (!file) return;
  if (form.hidden) history.pushState(null, "", "#/own");
  showForm();
  showOwn(() => readFile(file));
}

/**
 * Puts the reader's own page into the frame's document, which can neither run a script nor reach the network.
 *
 * @param {Document} target
 * @param {Document} own
 */
function fill(target, own) {
  target.replaceChild(target.importNode(own.documentElement, true), target.documentElement);
}

function showFacts() {
  const words = WORDS[state.language];
  const number = new Intl.NumberFormat(state.language, { maximumFractionDigits: 1 });
  const facts = [];
  const plan = state.page?.plan;
  const count = (/** @type {string} */ action) => plan?.edits.filter((edit) => edit.action === action).length ?? 0;
  const say = (/** @type {string} */ word, /** @type {number} */ n) => facts.push(word.replace("#", number.format(n)));
  if (state.trouble) facts.push(words[state.trouble]);
  else if (state.view === "original") facts.push(words.untouched);
  else if (plan?.article) {
    say(words.hidden, count("hide"));
    if (count("caption")) say(words.marked, count("caption"));
    say(words.minutes, plan.article.minutes);
    say(words.time, state.time);
  }
  $("facts").textContent = facts.join(" · ");
}

function listStories() {
  for (const story of STORIES) {
    const link = document.createElement("a");
    link.href = `#/${story.id}`;
    link.dir = story.direction;
    link.append(
      line("outlet", story.outlet, story),
      line("title", story.title, story),
      Object.assign(document.createElement("span"), { className: "flaws" }),
    );
    const item = document.createElement("li");
    item.append(link);
    $("stories").append(item);
  }
}

/**
 * @param {string} name
 * @param {string} content
 * @param {Story} story
 */
function line(name, content, { language, direction }) {
  return Object.assign(document.createElement("span"), {
    className: name,
    textContent: content,
    lang: language,
    dir: direction,
  });
}

/** @param {"en" | "ar"} language */
function speak(language) {
  state.language = language;
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-word]")) {
    const word = /** @type {HTMLElement} */ (element).dataset.word;
    element.textContent = /** @type {any} */ (words)[word ?? ""];
  }
  const other = $("language");
  other.textContent = words.language;
  other.lang = language === "ar" ? "en" : "ar";
  document.querySelectorAll("#stories .flaws").forEach((element, i) => {
    const names = STORIES[i].flaws.flatMap((flaw, place) => {
      const name = document.createElement("bdi");
      name.textContent = words.flaws[flaw];
      return place ? [" · ", name] : [name];
    });
    element.replaceChildren(...names);
  });
  showFacts();
}

/** @returns {"en" | "ar"} */
function preferredLanguage() {
  return navigator.language.toLowerCase().split("-")[0] === "ar" ? "ar" : "en";
}
