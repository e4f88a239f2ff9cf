// Written by tests/wire.rs from what the core emits and takes; held against types.d.ts by `npm run types`.
import type * as wire from "../../www/shell/types.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** No field may be left out, however deep. */
type Complete<T> = T extends ArrayBufferView ? T : T extends object ? { [K in keyof T]-?: Complete<T[K]> } : T;
/** Which fields there are, and which of them can be null. */
type Shape<T> = { [K in Exclude<keyof T, never>]: null extends T[K] ? "or null" : "never null" };
function same<A, B>(_: Same<A, B>) {}

same<wire.Declined, "empty" | "not-an-article" | "too-large" | "too-deep">(true);
same<wire.Article["direction"], "ltr" | "rtl">(true);
same<wire.ParagraphKind, "paragraph" | "subhead" | "item" | "quote" | "row" | "code">(true);
same<wire.Edit["action"], "hide" | "leave" | "caption">(true);
same<wire.Reason, "ad-marker" | "ad-label" | "ad-slot" | "shortcode" | "script-text" | "related" | "promotion" | "share" | "read-more" | "feed-tail" | "rights" | "paywall" | "duplicate-headline" | "caption" | "source-label" | "punctuation" | "encoding" | "comments" | "overlay" | "column" | "around">(true);
same<wire.Level, "leftovers" | "tidy" | "story">(true);
same<wire.Role, "lead" | "statement" | "background" | "context" | "reaction" | "outlook" | "source" | "explanation" | "topic">(true);

export const snapshot = [
  {
    "attributeLength": [
      4
    ],
    "attributeName": [
      1
    ],
    "attributeNode": [
      0
    ],
    "attributeText": "lead",
    "flags": [
      0,
      4
    ],
    "language": "en",
    "length": [
      0,
      3
    ],
    "names": [
      "p",
      "class"
    ],
    "parent": [
      0,
      0
    ],
    "tag": [
      1,
      0
    ],
    "text": "One",
    "title": "Harbour reopens",
    "url": "https://news.example/1",
    "version": 1
  }
] satisfies Complete<wire.Snapshot>[];
same<Shape<wire.Snapshot>, Shape<(typeof snapshot)[number]>>(true);

export const plan = [
  {
    "version": 1,
    "article": {
      "title": "Harbour reopens",
      "byline": "Ann Example",
      "published": "2026-01-02T03:04:05Z",
      "modified": "2026-01-02T04:05:06Z",
      "site": "The Example",
      "url": "https://news.example/story",
      "image": "https://news.example/harbour.jpg",
      "language": "en",
      "direction": "ltr",
      "words": 2,
      "minutes": 1,
      "source": {
        "text": "Example Agency",
        "url": "https://agency.example/",
        "node": 9
      },
      "republishedFrom": "https://agency.example/",
      "node": 3,
      "certainty": 0.5,
      "doubts": [
        "scattered"
      ]
    },
    "declined": null,
    "text": "One. Two.",
    "paragraphs": [
      {
        "text": "One. Two.",
        "kind": "paragraph",
        "section": 0,
        "node": 4
      }
    ],
    "edits": [
      {
        "node": 6,
        "ranges": [
          {
            "node": 6,
            "start": 0,
            "end": 6
          }
        ],
        "action": "hide",
        "reason": "ad-marker",
        "rule": "marker.inline",
        "confidence": 0.5,
        "text": "[ad_1]",
        "replacement": " ",
        "findable": false,
        "asks": "fixed"
      }
    ],
    "sections": [
      {
        "role": "lead",
        "label": "One",
        "phrase": "One",
        "level": 2,
        "confidence": 0.5,
        "paragraphs": [
          0,
          1
        ]
      }
    ],
    "summary": {
      "sentences": [
        {
          "text": "One.",
          "paragraph": 0,
          "ranges": [
            {
              "node": 6,
              "start": 0,
              "end": 6
            }
          ],
          "score": 0.5
        }
      ]
    },
    "sentences": [
      {
        "text": "One.",
        "paragraph": 0,
        "start": 0,
        "end": 4,
        "ranges": [
          {
            "node": 6,
            "start": 0,
            "end": 6
          }
        ],
        "rank": 0
      }
    ]
  },
  {
    "version": 1,
    "article": null,
    "declined": "empty",
    "text": "",
    "paragraphs": [],
    "edits": [],
    "sections": [],
    "summary": null,
    "sentences": null
  }
] satisfies Complete<wire.Plan>[];
same<Shape<wire.Plan>, Shape<(typeof plan)[number]>>(true);

export const article = [
  {
    "title": "Harbour reopens",
    "byline": "Ann Example",
    "published": "2026-01-02T03:04:05Z",
    "modified": "2026-01-02T04:05:06Z",
    "site": "The Example",
    "url": "https://news.example/story",
    "image": "https://news.example/harbour.jpg",
    "language": "en",
    "direction": "ltr",
    "words": 2,
    "minutes": 1,
    "source": {
      "text": "Example Agency",
      "url": "https://agency.example/",
      "node": 9
    },
    "republishedFrom": "https://agency.example/",
    "node": 3,
    "certainty": 0.5,
    "doubts": [
      "scattered"
    ]
  },
  {
    "title": "Harbour reopens",
    "byline": null,
    "published": null,
    "modified": null,
    "site": null,
    "url": null,
    "image": null,
    "language": "en",
    "direction": "ltr",
    "words": 2,
    "minutes": 1,
    "source": null,
    "republishedFrom": null,
    "node": 3,
    "certainty": 0.5,
    "doubts": [
      "scattered"
    ]
  }
] satisfies Complete<wire.Article>[];
same<Shape<wire.Article>, Shape<(typeof article)[number]>>(true);

export const source = [
  {
    "text": "Example Agency",
    "url": "https://agency.example/",
    "node": 9
  },
  {
    "text": "Example Agency",
    "url": null,
    "node": 9
  }
] satisfies Complete<wire.Source>[];
same<Shape<wire.Source>, Shape<(typeof source)[number]>>(true);

export const paragraph = [
  {
    "text": "One. Two.",
    "kind": "paragraph",
    "section": 0,
    "node": 4
  }
] satisfies Complete<wire.Paragraph>[];
same<Shape<wire.Paragraph>, Shape<(typeof paragraph)[number]>>(true);

export const edit = [
  {
    "node": 6,
    "ranges": [
      {
        "node": 6,
        "start": 0,
        "end": 6
      }
    ],
    "action": "hide",
    "reason": "ad-marker",
    "rule": "marker.inline",
    "confidence": 0.5,
    "text": "[ad_1]",
    "replacement": " ",
    "findable": false,
    "asks": "fixed"
  }
] satisfies Complete<wire.Edit>[];
same<Shape<wire.Edit>, Shape<(typeof edit)[number]>>(true);

export const range = [
  {
    "node": 6,
    "start": 0,
    "end": 6
  }
] satisfies Complete<wire.Range>[];
same<Shape<wire.Range>, Shape<(typeof range)[number]>>(true);

export const section = [
  {
    "role": "lead",
    "label": "One",
    "phrase": "One",
    "level": 2,
    "confidence": 0.5,
    "paragraphs": [
      0,
      1
    ]
  },
  {
    "role": null,
    "label": null,
    "phrase": null,
    "level": 2,
    "confidence": 0.5,
    "paragraphs": [
      0,
      1
    ]
  }
] satisfies Complete<wire.Section>[];
same<Shape<wire.Section>, Shape<(typeof section)[number]>>(true);

export const summary = [
  {
    "sentences": [
      {
        "text": "One.",
        "paragraph": 0,
        "ranges": [
          {
            "node": 6,
            "start": 0,
            "end": 6
          }
        ],
        "score": 0.5
      }
    ]
  }
] satisfies Complete<wire.Summary>[];
same<Shape<wire.Summary>, Shape<(typeof summary)[number]>>(true);

export const summarySentence = [
  {
    "text": "One.",
    "paragraph": 0,
    "ranges": [
      {
        "node": 6,
        "start": 0,
        "end": 6
      }
    ],
    "score": 0.5
  }
] satisfies Complete<wire.SummarySentence>[];
same<Shape<wire.SummarySentence>, Shape<(typeof summarySentence)[number]>>(true);

export const sentence = [
  {
    "text": "One.",
    "paragraph": 0,
    "start": 0,
    "end": 4,
    "ranges": [
      {
        "node": 6,
        "start": 0,
        "end": 6
      }
    ],
    "rank": 0
  }
] satisfies Complete<wire.Sentence>[];
same<Shape<wire.Sentence>, Shape<(typeof sentence)[number]>>(true);

export const options = [
  {
    "anyway": false,
    "asked": true,
    "keep": [],
    "level": "tidy",
    "never": [],
    "sections": false,
    "sentences": true,
    "summary": {
      "sentences": 5
    }
  },
  {
    "anyway": true,
    "asked": false,
    "keep": [
      "ad-slot"
    ],
    "level": "story",
    "never": [
      "label.lone"
    ],
    "sections": true,
    "sentences": false,
    "summary": false
  }
] satisfies Complete<wire.Options>[];
same<Shape<wire.Options>, Shape<(typeof options)[number]>>(true);
