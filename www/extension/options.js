// @ts-check
// The options page: the settings for every site, the sites that have their own, and a file of it all.

import { api } from "./api.js";
import { button, fillForm, make, translate } from "./form.js";
import { exportAll, importAll, loadSites, patternOf, saveSite } from "./storage.js";
import { say, sayNumber } from "./words.js";

const [form, sites, file, status] = ["form", "sites", "file", "status"].map(
  (id) => /** @type {HTMLElement} */ (document.getElementById(id)),
);

translate();
file.append(
  button(say("export"), () => void save(), { id: "export" }),
  ...chooser(),
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
      const allowed = !always || (await api.permissions.contains({ origins }));
      const kept = [always && say("always_short"), level && say(`level_${level}`)];
      const words = [...kept, never.length && sayNumber("never", never.length)].filter(Boolean).join(" · ");
      const forget = button(say("forget"), () => {
        void Promise.all([
          saveSite(host, { always: false, level: null, never: [] }),
          api.permissions.remove({ origins }),
        ]).then(fill);
      });
      forget.setAttribute("aria-label", `${say("forget")}: ${host}`);
      // Synced from another browser, where the permission was given: here it was not.
      const allow = button(say("allow"), () => void api.permissions.request({ origins }).then(fill));
      return make(
        "li",
        {},
        make("bdi", { class: "what" }, host),
        make("span", { class: "why" }, words),
        ...(allowed ? [] : [allow]),
        forget,
      );
    }),
  );
  sites.replaceChildren(...(items.length ? items : [make("li", {}, say("no_sites"))]));
}

async function save() {
  const blob = new Blob([`${JSON.stringify(await exportAll(), null, 2)}\n`], { type: "application/json" });
  const link = /** @type {HTMLAnchorElement} */ (
    make("a", { download: "zubda.json", href: URL.createObjectURL(blob) })
  );
  link.click();
  URL.revokeObjectURL(link.href);
}

function chooser() {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "file", accept: ".json", id: "import" }));
  input.addEventListener("change", async () => {
    try {
      await importAll(JSON.parse((await input.files?.[0]?.text()) ?? ""));
      status.textContent = say("imported");
      await fill();
    } catch {
      status.textContent = say("import_failed");
    }
  });
  return [make("label", { for: "import" }, say("import")), input];
}
