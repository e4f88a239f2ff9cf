// @ts-check
// Settings where the browser keeps and syncs them: one item for the reader's choices, one for each site.

/** @import { Settings, Site } from "./settings.js" */

import { api } from "./api.js";
import { SETTINGS_VERSION, readSettings, readSite } from "./settings.js";

const SETTINGS = "settings";
const SITE = "site:";

/** The name of a site's item. @param {string} host */
export function siteKey(host) {
  return SITE + host;
}

/** @returns {Promise<Settings>} */
export async function loadSettings() {
  return readSettings((await api.storage.sync.get(SETTINGS))[SETTINGS]);
}

/**
 * Changes some of the settings. What a newer version has stored beside them, from another of the reader's browsers, stays.
 *
 * @param {Partial<Settings>} changes
 */
export async function saveSettings(changes) {
  const stored = /** @type {any} */ ((await api.storage.sync.get(SETTINGS))[SETTINGS]);
  const version = Math.max(SETTINGS_VERSION, Number(stored?.version) || 0);
  await api.storage.sync.set({ [SETTINGS]: { ...stored, ...readSettings(stored), ...changes, version } });
}

/**
 * @param {string} host
 * @returns {Promise<Site>}
 */
export async function loadSite(host) {
  return readSite((await api.storage.sync.get(SITE + host))[SITE + host]);
}

/**
 * @param {string} host
 * @param {Partial<Site>} changes
 */
export async function saveSite(host, changes) {
  const site = { ...(await loadSite(host)), ...changes };
  if (site.always || site.level || site.never.length) await api.storage.sync.set({ [SITE + host]: site });
  else await api.storage.sync.remove(SITE + host);
}

/** Every site that something is kept of. @returns {Promise<[string, Site][]>} */
export async function loadSites() {
  const stored = await api.storage.sync.get(null);
  const names = Object.keys(stored).filter((name) => name.startsWith(SITE));
  return names.sort().map((name) => [name.slice(SITE.length), readSite(stored[name])]);
}

/** All that is kept, for a file of the reader's own. */
export async function exportAll() {
  const sites = Object.fromEntries(await loadSites());
  return { zubda: SETTINGS_VERSION, settings: { ...(await loadSettings()), version: SETTINGS_VERSION }, sites };
}

/**
 * Takes what {@link exportAll} gave, in place of what is kept.
 *
 * @param {any} file
 */
export async function importAll(file) {
  if (typeof file?.zubda !== "number" || typeof file.settings !== "object") throw new Error("not a file of Zubda's");
  const sites = Object.entries(file.sites ?? {}).map(([host, site]) => [SITE + host, readSite(site)]);
  const settings = { ...readSettings(file.settings), version: SETTINGS_VERSION };
  await api.storage.sync.clear();
  await api.storage.sync.set({ [SETTINGS]: settings, ...Object.fromEntries(sites) });
}

/**
 * The permission to read a site.
 *
 * @param {string} host
 */
export function patternOf(host) {
  return `*://${host}/*`;
}
