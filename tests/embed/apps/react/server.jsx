import { renderToString } from "react-dom/server";
import { Reader } from "./Reader.jsx";

/** The page's markup as a server sends it. */
export const render = () => renderToString(<Reader original={true} />);
