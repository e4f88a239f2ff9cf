"""Fits what tells the roles of paragraphs of news, by leaving each page of ../shared/cases/newsroom out once.

    python3 -m venv v && v/bin/pip install numpy scikit-learn
    cargo bench --features html --bench text -- roles > rows.jsonl
    v/bin/python benches/text/roles.py < rows.jsonl

Writes the table of src/section/role.rs, and on standard error the share of roles and of groups of roles told right on the
pages left out, for several penalties. The first paragraph is left out: it is the lead.
"""

import json
import sys

import numpy
from sklearn.linear_model import LogisticRegression

ROLES = ["lead", "statement", "reaction", "background", "context", "explanation", "outlook"]
GROUP = numpy.array([0, 1, 1, 2, 2, 2, 3])
PENALTIES = [10, 3, 1, 0.3]
CHOSEN = 1
# A real article weighs as much as so many that were written to be tested on.
SEED = 3

rows, roles, pages = [], [], []
for line in sys.stdin:
    page = json.loads(line)
    for role, row in list(zip(page["roles"], page["rows"] or []))[1:]:
        if role in ROLES:
            rows.append(row)
            roles.append(ROLES.index(role))
            pages.append(page["id"])
rows, roles, pages = numpy.array(rows), numpy.array(roles), numpy.array(pages)


def fit(penalty, chosen):
    model = LogisticRegression(C=1 / penalty, max_iter=5000, fit_intercept=False)
    return model.fit(rows[chosen], roles[chosen], numpy.where(pages == "seed", SEED, 1)[chosen])


for penalty in PENALTIES:
    right = right_group = 0
    for page in sorted(set(pages)):
        out = pages == page
        model = fit(penalty, ~out)
        found = numpy.zeros((out.sum(), len(ROLES)))
        found[:, model.classes_] = model.predict_proba(rows[out])
        groups = numpy.stack([found[:, GROUP == group].sum(1) for group in range(4)], 1)
        right += (found.argmax(1) == roles[out]).sum()
        right_group += (groups.argmax(1) == GROUP[roles[out]]).sum()
    print(f"penalty {penalty}: {right / len(roles):.3f} {right_group / len(roles):.3f}", file=sys.stderr)

for weights in fit(CHOSEN, slice(None)).coef_:
    print(f"    [{', '.join(f'{weight:.2f}' for weight in weights)}],")
