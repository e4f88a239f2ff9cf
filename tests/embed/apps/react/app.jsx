import { StrictMode, useEffect, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import "zubda/element";
import { Reader } from "./Reader.jsx";

function App() {
  // The server's markup stays as it is until React has taken it over.
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return <Reader original={!hydrated} />;
}

hydrateRoot(
  document.getElementById("root"),
  <StrictMode>
    <App />
  </StrictMode>,
  { onRecoverableError: (error) => console.error(String(error)) },
);
