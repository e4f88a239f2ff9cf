// @ts-check
// A small news reader that embeds Zubda. Of Zubda it uses the public package alone.

/** @import { Story } from "./stories.js" */
/** @import { Page } from "../../pkg/index.js" */

import { load } from "../../pkg/index.js";
import { fill, readFile, trouble } from "./own.js";
import { STORIES } from "./stories.js";
import { WORDS } from "./words.js";

const zubda = load();
// The core makes its tables at the first call: so that call is made while the first page is still on its way.
zubda.then(
  (core) => core.analyzeText(STORIES[0].title),
  () => {}, // Said where a page is to be cleaned.
);

/** @typedef {"original" | "cleaned" | "both"} View */

const OWN_PAGE = "own/page";

/** What is shown: the address says it, but for the view. */
const state = {
  /** @type {"en" | "ar"} */ language: preferredLanguage(),
  /** @type {View} */ view: "cleaned",
  /** @type {Story | "own" | null} */ open: null,
  /** The story in the frame, cleaned. @type {Page | null} */ page: null,
  time: 0,
  /** @type {"" | "declined" | "failed"} */ trouble: "",
  /** The reader's own text or page. */ own: "",
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
  showOwn(text.value, trouble(text.value));
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
  if (!target || !state.open || target.URL === "about:blank") return;
  if (state.open === "own") showTitle(fill(target, state.own) || WORDS[state.language].ownTitle);
  // A click in the box may have undone the cleaning; a link leads nowhere here.
  target.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest?.("a[href]")) event.preventDefault();
    if (state.view !== "original" && state.page && !state.page.host) setView("original");
  });
  target.addEventListener("submit", (event) => event.preventDefault());
  try {
    const core = await zubda;
    if (frame.contentDocument !== target) return; // Another story has come since.
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
  const { own, open } = state;
  before.onload = () => {
    const target = before.contentDocument;
    if (target && open === "own" && target.URL !== "about:blank") fill(target, own);
  };
  go(before, open);
}

/**
 * Replaced, not visited: the reader's way back leads from story to story.
 *
 * @param {HTMLIFrameElement} sheet
 * @param {Story | "own"} what
 */
function go(sheet, what) {
  const name = what === "own" ? "own" : what.id;
  sheet.contentWindow?.location.replace(new URL(`stories/${name}.html`, import.meta.url).href);
}

/** Shows what the address asks for. */
function route() {
  const id = location.hash.replace(/^#\/?/, "");
  if (id === "main") return;
  const story = STORIES.find((one) => one.id === id) ?? null;
  if (id === "own" || (id === OWN_PAGE && !state.own)) return showForm();
  if (id === OWN_PAGE) return showOwnPage();
  // On a wide screen there is always a story to see.
  const open = story ?? (matchMedia("(min-width: 56rem)").matches ? STORIES[0] : null);
  form.hidden = true;
  document.body.dataset.shows = story ? "story" : "index";
  markCurrent(open?.id);
  if (open) showStory(open);
}

/** @param {Story} story */
function showStory(story) {
  open(story);
  showTitle(story.outlet, story.title);
  const title = $("reader-title");
  title.lang = story.language;
  title.dir = story.direction;
}

/**
 * @param {string} short
 * @param {string} [long]
 */
function showTitle(short, long = short) {
  const title = $("reader-title");
  title.textContent = short;
  title.removeAttribute("lang");
  title.dir = "auto";
  frame.title = long;
  before.title = `${long} (${WORDS[state.language].original})`;
}

function showOwnPage() {
  form.hidden = true;
  document.body.dataset.shows = "story";
  markCurrent("own");
  open("own");
}

function showForm() {
  delete frame.dataset.ready;
  state.open = null;
  form.hidden = false;
  $("reader").hidden = true;
  document.body.dataset.shows = "story";
  markCurrent("own");
}

/** @param {string} [id] */
function markCurrent(id) {
  for (const link of document.querySelectorAll(".index a[href]")) {
    if (link.getAttribute("href") === `#/${id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** @param {Story | "own"} what */
function open(what) {
  state.open = what;
  state.page = null;
  $("reader").hidden = false;
  $("facts").textContent = "";
  delete frame.dataset.ready;
  go(frame, what);
  showBefore();
}

/**
 * @param {string} input
 * @param {"" | "ownEmpty" | "ownKind" | "ownSize"} wrong
 */
function showOwn(input, wrong) {
  $("own-error").textContent = wrong && WORDS[state.language][wrong];
  if (wrong) return;
  state.own = input;
  if (location.hash === `#/${OWN_PAGE}`) route();
  else location.hash = `#/${OWN_PAGE}`;
}

/** @param {File | undefined} file */
async function takeFile(file) {
  if (!file) return;
  const { text, trouble: wrong } = await readFile(file);
  if (wrong) showForm();
  showOwn(text, wrong || trouble(text));
}

function showFacts() {
  const words = WORDS[state.language];
  const number = new Intl.NumberFormat(state.language, { maximumSignificantDigits: 2 });
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
