//! The boundary: decode, call, encode, and nothing else.

use js_sys::{Array, ArrayBuffer, Error, Object, Reflect, Uint8Array, Uint16Array, Uint32Array};
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::prelude::*;

use crate::plan::Plan;
use crate::snapshot::{Columns, Snapshot};
use crate::{Options, analyze_sentences, analyze_text, clean};

type Result<T> = std::result::Result<T, JsValue>;

/// A panic is a bug. Its place is written to the console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// [`clean`] for a `Snapshot` of `types.d.ts`.
///
/// # Errors
/// An `Error` whose `code` is `snapshot` or `options` where one of them is malformed.
#[wasm_bindgen(skip_jsdoc)]
pub fn analyze(snapshot: &JsValue, options: &JsValue) -> Result<JsValue> {
    let options: Options = decode(options)?;
    let snapshot = Snapshot::new(columns(snapshot)?).map_err(|error| failure("snapshot", &error.to_string()))?;
    encode(&clean(&snapshot, &options))
}

/// [`analyze_text`] for a string, [`analyze_sentences`] for an array of arrays of strings.
///
/// # Errors
/// An `Error` whose `code` is `text` or `options` where one of them is malformed.
#[wasm_bindgen(js_name = analyzeText, skip_jsdoc)]
pub fn text(text: &JsValue, options: &JsValue, title: &JsValue, language: &JsValue) -> Result<JsValue> {
    let options: Options = decode(options)?;
    let (title, language) = (title.as_string(), language.as_string());
    let (title, language) = (title.as_deref(), language.as_deref());
    if let Some(text) = text.as_string() {
        return encode(&analyze_text(&text, &options, title, language));
    }
    let paragraphs: Vec<Vec<String>> = serde_wasm_bindgen::from_value(text.clone())
        .map_err(|_| failure("text", "text is neither a string nor an array of arrays of strings"))?;
    encode(&analyze_sentences(&paragraphs, &options, title, language))
}

fn columns(snapshot: &JsValue) -> Result<Columns> {
    if !snapshot.is_object() {
        return Err(failure("snapshot", "the snapshot is no object"));
    }
    let version = field(snapshot, "version")?.as_f64();
    if version != Some(1.0) {
        return Err(failure("snapshot", "the snapshot has another version than 1"));
    }
    let string =
        |name| field(snapshot, name)?.as_string().ok_or_else(|| failure("snapshot", &format!("`{name}` is no string")));
    let names = decode_as::<Vec<String>>(field(snapshot, "names")?, "snapshot")?;
    let numbers = |name| {
        let value = field(snapshot, name)?;
        if Array::is_array(&value) || ArrayBuffer::is_view(&value) {
            Ok(value)
        } else {
            Err(failure("snapshot", &format!("`{name}` is no array")))
        }
    };
    Ok(Columns {
        url: string("url")?,
        title: string("title")?,
        language: string("language")?,
        names,
        tag: Uint16Array::new(&numbers("tag")?).to_vec(),
        parent: Uint32Array::new(&numbers("parent")?).to_vec(),
        flags: Uint8Array::new(&numbers("flags")?).to_vec(),
        length: Uint32Array::new(&numbers("length")?).to_vec(),
        text: string("text")?,
        attribute_node: Uint32Array::new(&numbers("attributeNode")?).to_vec(),
        attribute_name: Uint16Array::new(&numbers("attributeName")?).to_vec(),
        attribute_length: Uint32Array::new(&numbers("attributeLength")?).to_vec(),
        attribute_text: string("attributeText")?,
    })
}

fn field(object: &JsValue, name: &str) -> Result<JsValue> {
    Reflect::get(object, &JsValue::from_str(name))
}

/// Decodes the options field by field. If the object were decoded as a whole, only the fields that are known would be
/// asked for, and a misspelt one would go unnoticed.
fn decode(options: &JsValue) -> Result<Options> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    let Some(object) = options.dyn_ref::<Object>() else {
        return Err(failure("options", "the options are no object"));
    };
    let entries = Object::entries(object);
    let fields = entries.iter().filter_map(|entry| {
        let entry: Array = entry.into();
        let value = entry.get(1);
        (!value.is_undefined()).then(|| (entry.get(0).as_string().unwrap_or_default(), Deserializer::from(value)))
    });
    let fields: MapDeserializer<'_, _, serde_wasm_bindgen::Error> = MapDeserializer::new(fields);
    Options::deserialize(fields).map_err(|error| failure("options", &error.to_string()))
}

fn decode_as<T: DeserializeOwned>(value: JsValue, code: &str) -> Result<T> {
    serde_wasm_bindgen::from_value(value).map_err(|error| failure(code, &error.to_string()))
}

fn encode(plan: &Plan) -> Result<JsValue> {
    plan.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| failure("internal", &error.to_string()))
}

/// An `Error` with a stable `code`.
fn failure(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // An object that was made here can be written to.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
