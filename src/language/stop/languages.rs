//! The languages that have a list of stop words; read by the module and by its build script.

/// Sorted. In each list a comment names the grammar that the classes are taken from.
pub const LANGUAGES: [&str; 32] = [
    "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "ur", "vi", "zh",
];
