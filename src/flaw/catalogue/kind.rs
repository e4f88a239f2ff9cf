//! What the catalogues' entries may be; read by the module and by its build script.

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
    /// Both in one sentence.
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
    /// "This word": a text that speaks of what stands before it.
    Word,
    /// What a text speaks of that is about placeholders and code.
    Topic,
}

/// The bits of kinds that a text may begin with stand so far above those of the kinds that it is.
pub const BEGINS: usize = 32;

/// Each kind, as the files write it, as the table writes it, and whether its entries may hold a gap for any words.
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
