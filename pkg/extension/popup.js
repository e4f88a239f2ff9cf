// www/shell/kinds.js
var KIND_OF = {
  "ad-marker": "ads",
  "ad-label": "ads",
  "ad-slot": "ads",
  shortcode: "leftovers",
  "script-text": "leftovers",
  punctuation: "leftovers",
  encoding: "leftovers",
  "duplicate-headline": "headline",
  "source-label": "source",
  "feed-tail": "source",
  rights: "source",
  related: "related",
  "read-more": "related",
  promotion: "promotions",
  share: "promotions",
  paywall: "promotions",
  caption: "captions",
  comments: "related",
  overlay: "promotions",
  column: "around",
  around: "around"
};
var REASONS = Object.keys(KIND_OF);

// www/extension/api.js
var api = globalThis.browser ?? chrome;
var VERSION = 2;

// www/extension/settings.js
var SETTINGS_VERSION = 2;
var KINDS = [...new Set(Object.values(KIND_OF))].filter((kind) => kind !== "captions");
var LEVELS = ["leftovers", "tidy", "dim", "story"];
var DEFAULTS = Object.freeze({
  level: "tidy",
  sentences: 3,
  spare: [],
  marks: true,
  size: 100,
  width: 0,
  panel: false
});
var MIGRATIONS = {
  // What became of all outside of the story was a setting of its own.
  1: ({ focus, ...rest }) => ({
    ...rest,
    ...focus === "hide" && { level: "story" },
    ...focus === "dim" && { level: "dim" }
  })
};
function readSettings(stored, migrations = MIGRATIONS, version = SETTINGS_VERSION) {
  let value = isRecord(stored) ? stored : {};
  let from = typeof value.version === "number" ? value.version : version;
  for (; from < version && migrations[from]; from += 1) value = migrations[from](value);
  const kinds2 = Array.isArray(value.spare) ? value.spare.filter((kind) => KINDS.includes(kind)) : DEFAULTS.spare;
  const widths = within(value.width, 40, 100);
  return {
    level: levelIn(value) ?? DEFAULTS.level,
    sentences: within(value.sentences, 0, 20) ?? DEFAULTS.sentences,
    spare: [...new Set(kinds2)],
    marks: typeof value.marks === "boolean" ? value.marks : DEFAULTS.marks,
    size: within(value.size, 80, 200) ?? DEFAULTS.size,
    width: widths ?? DEFAULTS.width,
    panel: typeof value.panel === "boolean" ? value.panel : DEFAULTS.panel
  };
}
function readSite(stored) {
  const value = isRecord(stored) ? stored : {};
  const never = Array.isArray(value.never) ? value.never.filter((rule) => typeof rule === "string") : [];
  return { always: value.always === true, level: levelIn(value), never: [...new Set(never)] };
}
function levelIn({ level }) {
  return LEVELS.find((one) => one === level) ?? null;
}
function levelOf(settings, site, wish = null) {
  return wish ?? site.level ?? settings.level;
}
function within(value, least, most) {
  return typeof value === "number" && value >= least && value <= most ? Math.round(value) : null;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// www/extension/storage.js
var SETTINGS = "settings";
var SITE = "site:";
async function loadSettings() {
  return readSettings((await api.storage.sync.get(SETTINGS))[SETTINGS]);
}
async function saveSettings(changes) {
  const stored = (await api.storage.sync.get(SETTINGS))[SETTINGS];
  const version = Math.max(SETTINGS_VERSION, Number(stored?.version) || 0);
  await api.storage.sync.set({ [SETTINGS]: { ...stored, ...readSettings(stored), ...changes, version } });
}
async function loadSite(host) {
  return readSite((await api.storage.sync.get(SITE + host))[SITE + host]);
}
async function saveSite(host, changes) {
  const site = { ...await loadSite(host), ...changes };
  if (site.always || site.level || site.never.length) await api.storage.sync.set({ [SITE + host]: site });
  else await api.storage.sync.remove(SITE + host);
}
function patternOf(host) {
  return `*://${host}/*`;
}

// www/extension/words.js
function say(name, number) {
  return api.i18n.getMessage(name, number === void 0 ? void 0 : String(number)) || name;
}
function sayNumber(name, number) {
  const form2 = new Intl.PluralRules(say("language")).select(number);
  const text = api.i18n.getMessage(`${name}_${form2}`, String(number));
  return text || say(`${name}_other`, number);
}
function sayRefused(refused) {
  return say(`refused_${refused.replaceAll("-", "_")}`);
}

// www/extension/form.js
var LENGTHS = [0, 1, 2, 3, 5, 7, 10];
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
function button(text, act, attributes) {
  const element = make("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", act);
  return element;
}
function check(text, checked, act, id) {
  const input = make("input", { type: "checkbox", ...id ? { id } : {} });
  input.checked = checked;
  input.addEventListener("change", () => act(input.checked));
  return make("label", { class: "check" }, input, text);
}
function translate() {
  document.documentElement.lang = say("language");
  document.documentElement.dir = say("direction");
  for (const element of document.querySelectorAll("[data-say]")) {
    element.append(say(element.getAttribute("data-say") ?? ""));
  }
}
async function fillForm(form2) {
  const settings = await loadSettings();
  const save = (changes) => void saveSettings(changes);
  form2.replaceChildren(
    chooseLevel("level", settings.level, (level) => save({ level })),
    choose(
      "sentences",
      LENGTHS,
      settings.sentences,
      (n) => n ? String(n) : say("none"),
      (sentences) => save({ sentences })
    ),
    kinds(settings.spare),
    check(say("marks"), settings.marks, (marks) => save({ marks }), "marks"),
    slide(
      "size",
      80,
      200,
      settings.size,
      (n) => `${n} %`,
      (size) => save({ size })
    ),
    slide(
      "width",
      39,
      100,
      settings.width || 39,
      (n) => n < 40 ? say("width_page") : String(n),
      (n) => save({ width: n < 40 ? 0 : n })
    ),
    check(say("button_panel"), settings.panel, (panel) => save({ panel }), "panel")
  );
}
function chooseLevel(name, level, act) {
  return choose(name, LEVELS, level, (one) => say(`level_${one}`), act);
}
function kinds(spare) {
  const kept = new Set(spare);
  const boxes = KINDS.map(
    (kind) => check(
      say(`kind_${kind}`),
      !kept.has(kind),
      (hide) => {
        if (hide) kept.delete(kind);
        else kept.add(kind);
        void saveSettings({ spare: [...kept] });
      },
      `kind-${kind}`
    )
  );
  return make("fieldset", {}, make("legend", {}, say("kinds")), ...boxes);
}
function choose(name, values, value, label, act) {
  const known = values.includes(value) ? values : [...values, value];
  const options = known.map((one) => make("option", { value: String(one) }, label(one)));
  const select = make("select", { id: name }, ...options);
  select.selectedIndex = known.indexOf(value);
  select.addEventListener("change", () => act(known[select.selectedIndex]));
  return make("div", { class: "row" }, make("label", { for: name }, say(name)), select);
}
function slide(name, min, max, value, label, act) {
  const input = make("input", { type: "range", id: name, min: String(min), max: String(max) });
  input.value = String(value);
  const output = make("output", { for: name });
  const tell = () => {
    output.textContent = label(input.valueAsNumber);
    input.setAttribute("aria-valuetext", label(input.valueAsNumber));
  };
  tell();
  input.addEventListener("input", tell);
  input.addEventListener("change", () => act(input.valueAsNumber));
  return make("div", { class: "row" }, make("label", { for: name }, say(name)), input, output);
}

// www/extension/popup.js
var [status, actions, hidden, form] = ["status", "actions", "hidden", "form"].map(
  (id) => document.getElementById(id)
);
translate();
void main();
async function main() {
  const tab = await findTab();
  await fillForm(form);
  const site = siteOf(tab?.url);
  const state = await ask(tab, { version: VERSION, kind: "state" });
  show(tab, state);
  if (!site) return;
  const [settings, kept] = await Promise.all([loadSettings(), loadSite(site)]);
  let level = levelOf(settings, kept, state.wish);
  const keep = check(
    say("keep", site),
    kept.level !== null,
    (wanted) => saveLevel(site, wanted ? level : null),
    "keep"
  );
  const box = keep.querySelector("input");
  const chosen = chooseLevel("page_level", level, async (wished) => {
    level = wished;
    if (box.checked) await saveLevel(site, level);
    show(tab, await ask(tab, { version: VERSION, kind: "level", level }));
  });
  actions.after(chosen, keep, await always(site));
}
function saveLevel(site, level) {
  return saveSite(site, { level });
}
async function findTab() {
  const id = Number(location.hash.slice(1));
  if (id) return api.tabs.get(id).catch(() => void 0);
  return (await api.tabs.query({ active: true, currentWindow: true }))[0];
}
async function ask(tab, command) {
  try {
    const target = { tabId: tab?.id };
    await api.scripting.executeScript({ target, files: ["content.js"] });
    return await api.tabs.sendMessage(target.tabId, command, { frameId: 0 });
  } catch {
    return { on: false, wish: null, minutes: 0, hidden: [], refused: "closed" };
  }
}
function show(tab, { on, minutes, hidden: things, refused }) {
  const act = async (command) => show(tab, await ask(tab, command));
  status.textContent = refused ? sayRefused(refused) : on ? say("minutes", minutes) : say("ready");
  const kind = on ? "undo" : refused === "not-an-article" ? "anyway" : "clean";
  const main2 = button(say(kind), () => void act({ version: VERSION, kind }), { id: "main", class: "main" });
  actions.replaceChildren(...refused === "closed" ? [] : [main2]);
  hidden.hidden = !things.length;
  hidden.querySelector("summary").textContent = sayNumber("hidden", things.length);
  const items = things.map(({ edit, text, reason }) => {
    const back = button(say("put_back"), () => void act({ version: VERSION, kind: "restore", edit }));
    back.setAttribute("aria-label", `${say("put_back")}: ${text || reason}`);
    const why = say(`kind_${KIND_OF[reason]}`);
    return make(
      "li",
      {},
      make("span", { class: "what", dir: "auto" }, text || why),
      ...text ? [make("span", { class: "why" }, why)] : [],
      back
    );
  });
  hidden.querySelector("ul").replaceChildren(...items);
}
async function always(site) {
  const label = check(
    say("always", site),
    (await loadSite(site)).always,
    (wanted) => {
      const origins = [patternOf(site)];
      const settled = wanted ? api.permissions.request({ origins }) : api.permissions.remove({ origins });
      void saveSite(site, { always: wanted });
      void settled.then(
        async (granted) => {
          if (!granted) await saveSite(site, { always: false });
        },
        () => saveSite(site, { always: false })
      );
    },
    "always"
  );
  return label;
}
function siteOf(url) {
  if (!url?.startsWith("http")) return null;
  return new URL(url).hostname;
}
