//! The kinds of entries that the catalogues have. Both the module and its build script are compiled with this file.

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// "Advertisement", alone.
    Ad,
    /// "Story continues below advertisement".
    Continues,
    /// "Read also", before or over other stories.
    Related,
    /// "Read more", with nothing more.
    More,
    /// "Share this story", "Print".
    Share,
    /// Networks, apps and shops of apps.
    Network,
    /// What a reader is called to do: "Sign up", "Follow us".
    Call,
    /// What a reader is offered: "our newsletter", "our app".
    Offer,
    /// A call and what is offered, in one sentence.
    Promotion,
    /// "All rights reserved".
    Rights,
    /// "The post X appeared first on Y".
    Feed,
    /// "This article is for subscribers".
    Paywall,
    /// "Source", before a name or nothing.
    Source,
    /// "Photo", before a name.
    Credit,
    /// Names that end a photo credit.
    Agency,
    /// "This word", "the sign": words by which a text speaks of a label that stands beside it.
    Word,
    /// Subjects of texts that are about placeholders and code: "shortcode", "plugin".
    Topic,
}

/// In the table each text has a bit for each kind that it is an entry of, and, so many bits above it, one for each kind
/// that has an entry that begins with the text.
pub const BEGINS: usize = 32;

/// Each kind, with the name that it has in the catalogues, its letter in the table of patterns, and whether its entries
/// may have gaps, which stand for any words.
pub const KINDS: [(Kind, &str, char, bool); 17] = [
    (Kind::Ad, "ad", 'a', false),
    (Kind::Continues, "continues", 'b', true),
    (Kind::Related, "related", 'c', false),
    (Kind::More, "more", 'd', false),
    (Kind::Share, "share", 'e', false),
    (Kind::Network, "network", 'f', false),
    (Kind::Call, "call", 'g', false),
    (Kind::Offer, "offer", 'h', false),
    (Kind::Promotion, "promotion", 'i', true),
    (Kind::Rights, "rights", 'j', true),
    (Kind::Feed, "feed", 'k', true),
    (Kind::Paywall, "paywall", 'l', true),
    (Kind::Source, "source", 'm', false),
    (Kind::Credit, "credit", 'n', false),
    (Kind::Agency, "agency", 'o', false),
    (Kind::Word, "word", 'p', false),
    (Kind::Topic, "topic", 'q', false),
];
