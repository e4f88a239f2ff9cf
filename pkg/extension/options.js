// www/extension/api.js
var api = globalThis.browser ?? chrome;

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
async function loadSites() {
  const stored = await api.storage.sync.get(null);
  const names = Object.keys(stored).filter((name) => name.startsWith(SITE));
  return names.sort().map((name) => [name.slice(SITE.length), readSite(stored[name])]);
}
async function exportAll() {
  const sites2 = Object.fromEntries(await loadSites());
  return { zubda: SETTINGS_VERSION, settings: { ...await loadSettings(), version: SETTINGS_VERSION }, sites: sites2 };
}
async function importAll(file2) {
  if (typeof file2?.zubda !== "number" || typeof file2.settings !== "object") throw new Error("not a file of Zubda's");
  const sites2 = Object.entries(file2.sites ?? {}).map(([host, site]) => [SITE + host, readSite(site)]);
  const settings = { ...readSettings(file2.settings), version: SETTINGS_VERSION };
  await api.storage.sync.clear();
  await api.storage.sync.set({ [SETTINGS]: settings, ...Object.fromEntries(sites2) });
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
  const save2 = (changes) => void saveSettings(changes);
  form2.replaceChildren(
    chooseLevel("level", settings.level, (level) => save2({ level })),
    choose(
      "sentences",
      LENGTHS,
      settings.sentences,
      (n) => n ? String(n) : say("none"),
      (sentences) => save2({ sentences })
    ),
    kinds(settings.spare),
    check(say("marks"), settings.marks, (marks) => save2({ marks }), "marks"),
    slide(
      "size",
      80,
      200,
      settings.size,
      (n) => `${n} %`,
      (size) => save2({ size })
    ),
    slide(
      "width",
      39,
      100,
      settings.width || 39,
      (n) => n < 40 ? say("width_page") : String(n),
      (n) => save2({ width: n < 40 ? 0 : n })
    ),
    check(say("button_panel"), settings.panel, (panel) => save2({ panel }), "panel")
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

// www/extension/options.js
var [form, sites, file, status] = ["form", "sites", "file", "status"].map(
  (id) => document.getElementById(id)
);
translate();
file.append(
  button(say("export"), () => void save(), { id: "export" }),
  ...chooser()
);
void fill();
api.permissions.onAdded.addListener(() => void fill());
api.permissions.onRemoved.addListener(() => void fill());
async function fill() {
  await fillForm(form);
  const all = await loadSites();
  const items = await Promise.all(
    all.map(async ([host, { always, level, never }]) => {
      const origins = [patternOf(host)];
      const allowed = !always || await api.permissions.contains({ origins });
      const kept = [always && say("always_short"), level && say(`level_${level}`)];
      const words = [...kept, never.length && sayNumber("never", never.length)].filter(Boolean).join(" · ");
      const forget = button(say("forget"), () => {
        void Promise.all([
          saveSite(host, { always: false, level: null, never: [] }),
          api.permissions.remove({ origins })
        ]).then(fill);
      });
      forget.setAttribute("aria-label", `${say("forget")}: ${host}`);
      const allow = button(say("allow"), () => void api.permissions.request({ origins }).then(fill));
      return make(
        "li",
        {},
        make("bdi", { class: "what" }, host),
        make("span", { class: "why" }, words),
        ...allowed ? [] : [allow],
        forget
      );
    })
  );
  sites.replaceChildren(...items.length ? items : [make("li", {}, say("no_sites"))]);
}
async function save() {
  const blob = new Blob([`${JSON.stringify(await exportAll(), null, 2)}
`], { type: "application/json" });
  const link = make("a", { download: "zubda.json", href: URL.createObjectURL(blob) });
  link.click();
  URL.revokeObjectURL(link.href);
}
function chooser() {
  const input = make("input", { type: "file", accept: ".json", id: "import" });
  input.addEventListener("change", async () => {
    try {
      await importAll(JSON.parse(await input.files?.[0]?.text() ?? ""));
      status.textContent = say("imported");
      await fill();
    } catch {
      status.textContent = say("import_failed");
    }
  });
  return [make("label", { for: "import" }, say("import")), input];
}
