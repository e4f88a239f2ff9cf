//! Addresses as a page gives them, made whole.

/// An address resolved against the page's own (RFC 3986, 5.2, as far as news pages use it); as it stands where the page's
/// own is not known.
pub fn resolve(base: &str, address: &str) -> String {
    let address = address.trim();
    let Some((scheme, rest)) = base.split_once("://").filter(|_| !has_scheme(address)) else {
        return address.to_owned();
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let path = rest[host.len()..].split(['?', '#']).next().unwrap_or_default();
    if let Some(other) = address.strip_prefix("//") {
        return format!("{scheme}://{other}");
    }
    let (own, tail) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
    if own.is_empty() {
        return format!("{scheme}://{host}{path}{tail}");
    }
    let folder = if own.starts_with('/') { "" } else { path.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(own.split('/')).filter(|part| !part.is_empty()) {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    let slash = if own.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    format!("{scheme}://{host}/{}{slash}{tail}", parts.join("/"))
}

fn has_scheme(address: &str) -> bool {
    let scheme = address.split([':', '/', '?', '#']).next().unwrap_or_default();
    address[scheme.len()..].starts_with(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_whole() {
        const BASE: &str = "https://news.example/2026/03/quay.html?page=2#top";
        for (address, expected) in [
            ("https://other.example/a", "https://other.example/a"),
            ("//cdn.example/a.jpg", "https://cdn.example/a.jpg"),
            ("/quay", "https://news.example/quay"),
            ("/أخبار/ميناء/", "https://news.example/أخبار/ميناء/"),
            ("b.jpg", "https://news.example/2026/03/b.jpg"),
            ("../b.jpg?w=2", "https://news.example/2026/b.jpg?w=2"),
            ("./港口.html", "https://news.example/2026/03/港口.html"),
            ("?page=3", "https://news.example/2026/03/quay.html?page=3"),
            ("/", "https://news.example/"),
            ("data:image/gif;base64,R0lG", "data:image/gif;base64,R0lG"),
        ] {
            assert_eq!(resolve(BASE, address), expected);
        }
        assert_eq!(resolve("", "/quay"), "/quay");
        assert_eq!(resolve("https://news.example", "quay"), "https://news.example/quay");
    }
}
