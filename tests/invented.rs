//! A language is added by adding a folder: the build is told of one more place for such folders, `tests/languages`, where a
//! language stands that nobody speaks. All other tests are of a build without it, so this one runs only when it is named:
//! `ZUBDA_MORE_LANGUAGES=tests/languages cargo test --test invented`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use zubda::language::sentence::sentences;
use zubda::plan::Role;
use zubda::{Options, Plan, analyze_text};

const LABEL: &str = "Vendrelƕa paga";
const STORY: [&str; 7] = [
    "Kaptn. Orrel shav ulm ƕarbu drei 18. Tarnmoon. Nif fluta beks torb morna.",
    LABEL,
    "“Ulm ƿatra beks tuffa”, voshta Fru. Marr nif lurrena. “Omp kwaja vesk brukka.”",
    "Hjamma shav ulm ƕarbu drei 1921, ferro beks 1950 torb stormu.",
    "“Lobarra ulm planu”, voshten fiskarena drei Tarn, “beks kritarra ulm prisu.”",
    "Kreska ulm fluta morgha drei 2031, voshta Marr, torb kwaja vesk omp.",
    "Hjamma beks ferro ulm brukka, 1899 nif 1902, torb lurra.",
];

fn plan(language: Option<&str>) -> Plan {
    analyze_text(&STORY.join("\n\n"), &Options::default(), Some("Ulm ƕarbu drei Tarn"), language)
}

/// The plan's language, its words a minute, whether the label is gone, the first paragraph's sentences, and the parts' roles.
fn check(claimed: Option<&str>, language: &str, speed: u32, cut: &[&str], roles: &[Role]) {
    let plan = plan(claimed);
    let article = plan.article.as_ref().expect("a story");
    assert_eq!(article.language, language, "{claimed:?}");
    assert_eq!(article.minutes, article.words.div_ceil(speed), "{claimed:?}");
    assert!(plan.edits.iter().any(|edit| edit.text == LABEL) && !plan.text.contains(LABEL), "{claimed:?}");
    assert_eq!(sentences(STORY[0], language).into_iter().map(|span| &STORY[0][span]).collect::<Vec<_>>(), cut);
    assert_eq!(plan.sections.iter().filter_map(|section| section.role).collect::<Vec<_>>(), roles, "{claimed:?}");
}

#[test]
fn a_folder_is_all_that_a_language_needs() {
    let cut = ["Kaptn. Orrel shav ulm ƕarbu drei 18. Tarnmoon.", "Nif fluta beks torb morna."];
    let roles = [Role::Lead, Role::Background, Role::Reaction, Role::Outlook, Role::Background];
    for claimed in [Some("qaa"), Some("qaa-Latn"), None] {
        let language = claimed.unwrap_or("qaa");
        check(claimed, language, 20, &cut, &roles);
    }
}

/// Claimed as a language that nothing is known of.
#[test]
fn without_a_folder_what_holds_in_every_language_is_left() {
    let cut = ["Kaptn.", "Orrel shav ulm ƕarbu drei 18.", "Tarnmoon.", "Nif fluta beks torb morna."];
    check(Some("qab"), "qab", 184, &cut, &[]);
}
