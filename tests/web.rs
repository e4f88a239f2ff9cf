//! The module in a real browser: `wasm-pack test --headless --chrome --test web`, and `--firefox`.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "a test")]

use js_sys::{Array, JSON, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, DomParser, SupportedType};
use zubda::wasm::{analyze, text};

#[macro_use]
#[path = "golden/pages.rs"]
mod pages;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/www/shell/snapshot.js")]
extern "C" {
    #[wasm_bindgen(js_name = takeSnapshot)]
    fn take_snapshot(target: &Document) -> JsValue;
    #[wasm_bindgen(js_name = toPlain)]
    fn to_plain(snapshot: &JsValue) -> JsValue;
}

// `snapshot.js` imports it, and only what is used here is laid beside the tests.
#[wasm_bindgen(module = "/www/shell/dom.js")]
extern "C" {
    #[wasm_bindgen(js_name = documentElement)]
    fn document_element(document: &Document) -> JsValue;
}

macro_rules! tests {
    ($($name:ident),+ $(,)?) => {
        $(
            #[wasm_bindgen_test]
            fn $name() {
                let page = include_str!(concat!("golden/", stringify!($name), ".html"));
                let golden = include_str!(concat!("golden/", stringify!($name), ".snap"));
                same_as_native(page, golden);
            }
        )+
    };
}

golden_pages!(tests);

/// What the browser's own parser and `snapshot.js` make of a page, against what the native reader did.
#[track_caller]
fn same_as_native(page: &str, golden: &str) {
    let native = golden.splitn(3, "---\n").nth(2).expect("a snapshot with a head");
    let snapshot = snapshot(page);
    for snapshot in [to_plain(&snapshot), snapshot] {
        let plan = analyze(&snapshot, &JsValue::UNDEFINED).expect("a plan");
        assert_eq!(pages::text(&json(&plan)).trim_end(), native.trim_end());
    }
}

fn snapshot(page: &str) -> JsValue {
    let document = DomParser::new().and_then(|parser| parser.parse_from_string(page, SupportedType::TextHtml));
    let document = document.expect("HTML has no errors");
    assert!(document_element(&document).is_object());
    get(&take_snapshot(&document), "snapshot")
}

fn json(plan: &JsValue) -> Value {
    let text = JSON::stringify(plan).expect("a plain value").as_string().expect("a string");
    serde_json::from_str(&text).expect("JSON")
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("a field")
}

const STORY: &str = "<!doctype html><title>A</title><p>One.<p>Two.";

#[wasm_bindgen_test]
fn text_needs_no_page() {
    let plan = text(&"One is here.\n\n[ad_1]\n\nTwo.".into(), &JsValue::NULL, &"A".into(), &"en".into());
    assert_eq!(json(&plan.expect("a plan"))["text"], "One is here.\n\nTwo.");
    let sentences = Array::of1(&Array::of2(&"One.".into(), &"Two 𝒵.".into()));
    let options = Object::new();
    Reflect::set(&options, &"sentences".into(), &true.into()).expect("a field");
    let plan = text(&sentences, &options, &JsValue::UNDEFINED, &JsValue::UNDEFINED).expect("a plan");
    assert_eq!(json(&plan)["sentences"][1]["end"], 12, "in UTF-16");
}

#[wasm_bindgen_test]
fn what_is_malformed_has_a_code() {
    #[track_caller]
    fn check(code: &str, error: Result<JsValue, JsValue>) {
        let error = error.expect_err("an error");
        assert!(error.is_instance_of::<js_sys::Error>());
        assert_eq!(get(&error, "code"), JsValue::from_str(code));
        assert!(!get(&error, "message").as_string().unwrap_or_default().is_empty());
    }
    for value in [JsValue::UNDEFINED, JsValue::NULL, 7.into(), "x".into(), Object::new().into()] {
        check("snapshot", analyze(&value, &JsValue::UNDEFINED));
    }
    // Each column missing, and each of another type.
    let names = Object::keys(&snapshot(STORY).into());
    for name in names.iter() {
        for wrong in [JsValue::UNDEFINED, JsValue::TRUE, 7.into()] {
            let snapshot = snapshot(STORY);
            Reflect::set(&snapshot, &name, &wrong).expect("a field");
            check("snapshot", analyze(&snapshot, &JsValue::UNDEFINED));
        }
    }
    let options = Object::new();
    Reflect::set(&options, &"sumary".into(), &JsValue::TRUE).expect("a field");
    check("options", analyze(&snapshot(STORY), &options));
    check("options", analyze(&snapshot(STORY), &"fast".into()));
    check("options", text(&"One.".into(), &options, &JsValue::NULL, &JsValue::NULL));
    for value in [JsValue::UNDEFINED, JsValue::NULL, 7.into(), Array::of1(&"One.".into()).into()] {
        check("text", text(&value, &JsValue::NULL, &JsValue::NULL, &JsValue::NULL));
    }
}
