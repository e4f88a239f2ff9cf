//! The tags and attributes that mean something to the core; all others are [`Tag::Other`] and [`Attr::Other`].
//!
//! The attributes listed here are the ones that a snapshot carries: `html.rs` takes them from this list, and a test below holds
//! the list in `snapshot.js` to it.

macro_rules! names {
    ($(#[$doc:meta])* $type:ident { $($variant:ident = $name:literal),+ $(,)? } else $($other:ident),+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each is the HTML name itself")]
        pub enum $type { $($variant,)+ $($other,)+ }

        impl $type {
            pub(crate) fn from_name(name: &str) -> Self {
                match name { $($name => Self::$variant,)+ _ => Self::Other }
            }

            /// The name as HTML has it; empty for all others.
            #[allow(dead_code, reason = "of tags alone")]
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ $(Self::$other => "",)+ }
            }

            #[cfg(test)]
            #[allow(dead_code, reason = "nothing asks for the tags")]
            const NAMES: &[&str] = &[$($name),+];
        }
    };
}

names! {
    /// What kind of node it is: text, or an element's tag.
    Tag {
        A = "a", Address = "address", Article = "article", Aside = "aside", Audio = "audio", B = "b",
        Blockquote = "blockquote", Body = "body", Br = "br", Button = "button", Canvas = "canvas", Caption = "caption",
        Center = "center", Code = "code", Dd = "dd", Details = "details", Dialog = "dialog", Div = "div", Dl = "dl",
        Dt = "dt", Em = "em", Embed = "embed", Fieldset = "fieldset", Figcaption = "figcaption", Figure = "figure",
        Footer = "footer", Form = "form", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6",
        Head = "head", Header = "header", Hgroup = "hgroup", Hr = "hr", Html = "html", Iframe = "iframe", Img = "img",
        Input = "input", Ins = "ins", Kbd = "kbd", Label = "label", Legend = "legend", Li = "li", Link = "link",
        Main = "main", Menu = "menu", Meta = "meta", Nav = "nav", Noscript = "noscript", Object = "object", Ol = "ol",
        Optgroup = "optgroup", Option = "option", P = "p", Picture = "picture", Pre = "pre", Rp = "rp", Rt = "rt", Samp = "samp",
        Script = "script", Search = "search", Section = "section", Select = "select", Small = "small", Source = "source",
        Span = "span", Strong = "strong", Style = "style", Summary = "summary", Svg = "svg", Table = "table",
        Tbody = "tbody", Td = "td", Template = "template", Textarea = "textarea", Tfoot = "tfoot", Th = "th",
        Thead = "thead", Time = "time", Title = "title", Tr = "tr", Ul = "ul", Video = "video",
    } else Text, Other
}

names! {
    /// An attribute's name.
    Attr {
        Alt = "alt", AriaLabel = "aria-label", AriaModal = "aria-modal", Class = "class", Content = "content", Contenteditable = "contenteditable",
        DataSrc = "data-src", Datetime = "datetime", Height = "height", Hidden = "hidden", Href = "href", Id = "id", Itemprop = "itemprop",
        Name = "name", Property = "property", Rel = "rel", Role = "role", Src = "src", Title = "title", Type = "type", Width = "width",
    } else Other
}

impl Tag {
    /// Whether browsers lay such an element out as a block, and so part the text before and after it.
    pub(crate) fn is_block(self) -> bool {
        use Tag::{
            Address, Article, Aside, Blockquote, Body, Caption, Center, Dd, Details, Dialog, Div, Dl, Dt, Fieldset,
            Figcaption, Figure, Footer, Form, Header, Hgroup, Hr, Html, Legend, Li, Main, Menu, Nav, Ol, Optgroup,
            Option, P, Pre, Search, Section, Summary, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Ul,
        };
        self.heading().is_some()
            || matches!(
                self,
                Address
                    | Article
                    | Aside
                    | Blockquote
                    | Body
                    | Caption
                    | Center
                    | Dd
                    | Details
                    | Dialog
                    | Div
                    | Dl
                    | Dt
                    | Fieldset
                    | Figcaption
                    | Figure
                    | Footer
                    | Form
                    | Header
                    | Hgroup
                    | Hr
                    | Html
                    | Legend
                    | Li
                    | Main
                    | Menu
                    | Nav
                    | Ol
                    | Optgroup
                    | Option
                    | P
                    | Pre
                    | Search
                    | Section
                    | Summary
                    | Table
                    | Tbody
                    | Td
                    | Tfoot
                    | Th
                    | Thead
                    | Tr
                    | Ul
            )
    }

    /// Whether what stands inside is no text of the page.
    pub(crate) fn is_opaque(self) -> bool {
        matches!(
            self,
            Self::Script
                | Self::Style
                | Self::Template
                | Self::Noscript
                | Self::Svg
                | Self::Iframe
                | Self::Object
                | Self::Canvas
                | Self::Audio
                | Self::Video
                | Self::Head
                | Self::Select
                | Self::Textarea
                | Self::Button
        )
    }

    /// Whether a reader sees a picture or film there.
    pub(crate) fn is_media(self) -> bool {
        matches!(
            self,
            Self::Img
                | Self::Picture
                | Self::Video
                | Self::Audio
                | Self::Canvas
                | Self::Svg
                | Self::Embed
                | Self::Object
                | Self::Iframe
        )
    }

    /// The level of a heading, 1 to 6.
    pub(crate) fn heading(self) -> Option<u32> {
        Some(match self {
            Self::H1 => 1,
            Self::H2 => 2,
            Self::H3 => 3,
            Self::H4 => 4,
            Self::H5 => 5,
            Self::H6 => 6,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a set in `snapshot.js`, sorted.
    fn set(name: &str) -> Vec<String> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/shell/snapshot.js");
        let script = std::fs::read_to_string(path).expect("the script that reads pages");
        let (_, rest) = script.split_once(&format!("const {name} = new Set(")).expect("the set is made of words");
        let (list, _) = rest.split_once(");").expect("the set ends");
        // Every other piece between quotation marks is a string of words.
        let strings: String = list.split('"').skip(1).step_by(2).collect();
        let mut words: Vec<String> = strings.split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words
    }

    #[test]
    fn the_browser_gathers_the_attributes_that_are_read() {
        // Where a picture is that is loaded late: in a browser it is loaded, or soon will be, and `src` has it.
        let read = Attr::NAMES.iter().filter(|name| Attr::from_name(name) != Attr::DataSrc);
        let mut read: Vec<&str> = read.copied().collect();
        read.sort_unstable();
        assert_eq!(set("ATTRIBUTES"), read);
    }

    #[cfg(feature = "html")]
    #[test]
    fn the_browser_and_the_native_reader_leave_out_the_same_contents() {
        let mut empty = crate::html::EMPTY;
        empty.sort_unstable();
        assert_eq!(set("SKIPPED"), empty);
    }
}
