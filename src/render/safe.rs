//! Which of a page's addresses may stand in a document that is made of it.

/// Whether an address is one of the web, of mail or a relative one. All others, which may be code, are not safe.
pub fn is_safe(address: &str) -> bool {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '?', '#']));
    let plain = !address.is_empty() && !address.contains(|c: char| c.is_control());
    plain && scheme.is_none_or(|scheme| ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_and_of_mail_come_through() {
        for safe in ["https://a.example/x:y", "HTTP://a.example", "mailto:a@b.example", "/a?b=c:d", "#part", "a.html"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_one in
            ["javascript:a()", " JavaScript:a()", "java\nscript:a()", "data:text/html,x", "vbscript:x", ""]
        {
            assert!(!is_safe(unsafe_one), "{unsafe_one}");
        }
    }
}
