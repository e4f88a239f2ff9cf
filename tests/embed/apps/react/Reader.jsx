import { useState } from "react";
import { paragraphs } from "../../stories.mjs";

/** Renders again on every press, grows by a paragraph, changes one in its place, and removes the story. */
export function Reader({ original }) {
  const [count, setCount] = useState(0);
  const [late, setLate] = useState([]);
  const [shown, setShown] = useState(true);
  const [cleaned, setCleaned] = useState(0);
  return (
    <main>
      <button id="count" onClick={() => setCount((n) => n + 1)}>
        {count}
      </button>
      <button id="grow" onClick={() => setLate((all) => [...all, `[ad_${all.length + 90}]`])}>
        more
      </button>
      <button id="toggle" onClick={() => setShown((on) => !on)}>
        toggle
      </button>
      <output>{cleaned}</output>
      {shown && (
        <zubda-article summary={2} sections original={original} onzubda:cleaned={() => setCleaned((n) => n + 1)}>
          <h2>Works at Tarn end</h2>
          {paragraphs(0).map((text, i) => (
            <p key={i}>{text}</p>
          ))}
          <p id="live">Read {count} times by people who came for the new quay. . They said they would come again.</p>
          {late.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </zubda-article>
      )}
    </main>
  );
}
