import { render as renderComponent } from "svelte/server";
import Reader from "./Reader.svelte";

/** The page's markup as a server sends it. */
export const render = () => renderComponent(Reader).body;
