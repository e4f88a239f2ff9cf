//! What a site asks of its readers inside of a story: to share it, to follow, to subscribe to a newsletter, to install an app.

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::{key, letter};
use crate::plan::Reason;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// A line of more words is a paragraph, and no request to share.
const MAX_SHARE: u32 = 20;
const MAX_CALL: u32 = 34;
/// A box with a form has at most so many words, if no call opens it.
const MAX_FORM: u32 = 60;
/// Without a link, and with a sentence's stop amid the text as well.
const MAX_BARE: u32 = 20;
const MAX_BARE_SENTENCE: u32 = 14;
const MAX_BETWEEN: u32 = 4;
const MAX_BETWEEN_LINKED: u32 = 6;

/// A line of nothing but networks and words of sharing.
const SHARE: f32 = 0.93;
/// How sure it is of a line that calls for something and names what is offered: with a link or at the story's edge, and
/// with neither.
const CALL: f32 = 0.88;
const CALL_AMIDST: f32 = 0.8;
/// A sentence amid the story is only listed: "Наш канал замёрз" tells of a frozen canal. So 4 of 919 pages of the benchmarks keep a
/// call, and 20 of 22 such sentences written to look like one are spared.
const SENTENCE_AMIDST: f32 = 0.6;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    let has_form = page.snapshot.nodes().any(|node| asks_for_mail(page.snapshot, node));
    for (i, line) in page.lines.iter().enumerate().filter(|(i, _)| !gone[*i]) {
        if line.words.is_empty() || line.quoted || line.is_speech() {
            continue;
        }
        if is_share(line) {
            found.push(Proposal::hide(i, Reason::Share, "share.line", SHARE));
        } else if is_button(page, line) {
            found.push(Proposal::hide(i, Reason::Share, "share.link", SHARE));
        } else if let Some(confidence) = call(page, gone, i, has_form) {
            let form = form(page, i);
            if line.protected && form.is_none() {
                continue;
            }
            // Lines that follow a network are of the same kind as those that share.
            found
                .push(Proposal { element: form, ..Proposal::hide(i, Reason::Promotion, "promotion.line", confidence) });
        }
    }
    found
}

/// Addresses of the pages on which a reader shares a story, or prefers a site to others, whatever the link to them says.
const SHARING: [&str; 36] = [
    "google.com/preferences/source",
    "facebook.com/sharer",
    "facebook.com/share.php",
    "facebook.com/dialog/share",
    "facebook.com/dialog/send",
    "facebook.com/dialog/feed",
    "twitter.com/intent/",
    "twitter.com/share",
    "twitter.com/home?status",
    "/x.com/intent/",
    "/x.com/share",
    "t.me/share",
    "telegram.me/share",
    "tg://msg",
    "wa.me/?text",
    "whatsapp.com/send?text",
    "whatsapp://send",
    "viber://forward",
    "fb-messenger://share",
    "linkedin.com/sharearticle",
    "linkedin.com/sharing/",
    "pinterest.com/pin/create",
    "reddit.com/submit",
    "tumblr.com/share",
    "tumblr.com/widgets/share",
    "getpocket.com/save",
    "bsky.app/intent/",
    "threads.net/intent/",
    "vk.com/share",
    "connect.ok.ru/offer",
    "line.me/r/msg",
    "line.me/lineit/share",
    "b.hatena.ne.jp/entry",
    "service.weibo.com/share",
    "story.kakao.com/share",
    "mailto:?",
];

/// Whether a line is nothing but links by which a reader shares the story. A sentence that is put forward to be shared is
/// the story's own.
fn is_button(page: &Page, line: &Line) -> bool {
    const MAX_WORDS: u32 = 9;
    let shares = |(_, a): &(std::ops::Range<usize>, NodeId)| {
        let address = page.snapshot.attribute(*a, Attr::Href).unwrap_or_default().to_ascii_lowercase();
        SHARING.iter().any(|known| address.contains(known))
    };
    line.length <= MAX_WORDS
        && line.heading.is_none()
        && !line.protected
        && line.linked() > 0.9
        && !line.ends_in_stop()
        && line.links.iter().all(shares)
}

/// Whether a line has nothing but names of networks and words for sharing: at least one network, or a phrase that can
/// mean nothing else.
fn is_share(line: &Line) -> bool {
    if line.length > MAX_SHARE || line.protected || line.ends_in_stop() {
        return false;
    }
    let (mut networks, mut words, mut longest) = (0, 0, 0);
    let mut rest = line.words.as_str();
    while !rest.is_empty() {
        let network = catalogue::prefix(Kind::Network, rest).or_else(|| network_with_particle(rest));
        let share = catalogue::prefix(Kind::Share, rest);
        let count = rest.chars().take_while(char::is_ascii_digit).count();
        let end = match (network, share) {
            (Some(network), share) if network >= share.unwrap_or(0) => {
                networks += 1;
                network
            }
            (_, Some(share)) => {
                words += 1;
                longest = longest.max(phrase(&rest[..share]));
                share
            }
            // "12 shares"
            _ if count > 0 => count,
            _ => return false,
        };
        rest = rest[end..].trim_start();
    }
    let linked = line.linked() > 0.5;
    if networks > 0 && words > 0 {
        return true;
    }
    // A heading says "Instagram and Facebook" or "Share the burden" as well.
    line.heading.is_none() && (networks > 1 || longest > 1 && (linked || words == 1) || words > 1 && linked)
}

/// How many words a phrase has; in a script without blanks four letters are more than one.
fn phrase(words: &str) -> usize {
    let letters = words.chars().filter(|c| key::is_unspaced(*c)).count();
    words.split(' ').count() + usize::from(letters > 3)
}

/// The length of a first word that is a network's name with a Korean particle glued to it: `카카오톡으로`.
fn network_with_particle(words: &str) -> Option<usize> {
    const PARTICLES: [&str; 8] = ["으로", "에서", "에게", "로", "에", "을", "를", "와"];
    let first = key::first_word(words);
    let known =
        |particle: &&str| first.strip_suffix(*particle).is_some_and(|name| catalogue::whole(Kind::Network, name));
    PARTICLES.iter().any(known).then_some(first.len())
}

/// How sure it is that a line calls the reader to something that the site offers; `None` where it does not.
fn call(page: &Page, gone: &[bool], i: usize, has_form: bool) -> Option<f32> {
    let line = &page.lines[i];
    if line.length > MAX_CALL || line.length < 2 || line.heading.is_some_and(|level| level < 3) {
        return None;
    }
    // A box amid the story, no larger than such boxes are: near it stand the page's own head and foot.
    if has_form && line.inside {
        let offers = || catalogue::within(Kind::Offer, &line.words).is_some();
        let small = |node| crate::language::word::count(&super::edit::text(page.snapshot, node)) <= MAX_FORM;
        if form(page, i).is_some_and(|node| small(node) && (is_named(page.snapshot, node) || offers())) {
            return Some(CALL);
        }
    }
    let known = catalogue::is(Kind::Promotion, &line.words);
    if !known {
        // The call opens the line, or one of its first sentences; what is offered comes with it.
        let called = catalogue::prefix(Kind::Call, &line.words)?;
        let offered = catalogue::within(Kind::Offer, &line.words)?;
        // Where one word is both, as "on Facebook" is, it takes a call of its own to make a story's sentence one.
        if offered.1 <= called {
            catalogue::within(Kind::Call, &line.words[called..])?;
        }
        // Between the two there is no room for who is said to have followed the call.
        let between = line.words.get(called..offered.0).map_or(0, crate::language::word::count);
        if between > if line.links.is_empty() { MAX_BETWEEN } else { MAX_BETWEEN_LINKED } {
            return None;
        }
        if is_told(line) {
            return None;
        }
    }
    if form(page, i).is_some() {
        return Some(CALL);
    }
    // A story about newsletters tells of them.
    let topic = catalogue::within(Kind::Offer, &page.title).is_some();
    let edge = page.is_tail(i, gone) || page.first_prose >= i;
    let (most, confidence) = if !line.links.is_empty() {
        (MAX_CALL, CALL)
    } else if topic {
        (0, CALL)
    } else if edge {
        (MAX_BARE, CALL)
    } else if !line.ends_in_stop() {
        (MAX_BARE, CALL_AMIDST)
    } else if known {
        (MAX_BARE_SENTENCE, CALL_AMIDST)
    } else {
        (MAX_BARE_SENTENCE, SENTENCE_AMIDST)
    };
    (line.length <= most).then_some(confidence)
}

/// Whether a line only tells of such a call: it has quotation marks, or after a comma a clause that could be a sentence
/// of its own.
fn is_told(line: &Line) -> bool {
    /// What comes after the first comma is a sentence of its own if it has so many words.
    const OWN: u32 = 9;
    let quoted = line.text.contains(|c| letter::is_quote(c) && !letter::is_apostrophe(c)) && line.links.is_empty();
    let clause = line.text.split_once(letter::is_comma).map_or(0, |(_, rest)| crate::language::word::count(rest));
    quoted || (clause >= OWN && line.links.is_empty())
}

/// Whether an element is a field for a mail address.
fn asks_for_mail(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::Input
        && snapshot.attributes(node).any(|(name, value)| match name {
            Attr::Type => value == "email",
            Attr::Name | Attr::Id | Attr::AriaLabel => value.to_ascii_lowercase().contains("mail"),
            _ => false,
        })
}

/// Whether an element is called after a newsletter or those who take it.
fn is_named(snapshot: &Snapshot, node: NodeId) -> bool {
    const NAMES: [&str; 8] = ["newsletter", "subscri", "signup", "sign-up", "mailing", "mailchimp", "abonn", "iscri"];
    let named = |value: &str| {
        let value = value.to_ascii_lowercase();
        NAMES.iter().any(|known| value.contains(known))
    };
    snapshot
        .attributes(node)
        .any(|(name, value)| matches!(name, Attr::Class | Attr::Id | Attr::AriaLabel) && named(value))
}

/// The box around a line that holds a form for a mail address and no text of the story.
fn form(page: &Page, i: usize) -> Option<NodeId> {
    let snapshot = page.snapshot;
    let asks = |node: NodeId| asks_for_mail(snapshot, node);
    // Running text in such a box is the box's own if it calls, or if it speaks of what the box is named after.
    let calls = |node: NodeId, line: &Line| {
        catalogue::prefix(Kind::Call, &line.words).is_some()
            || is_named(snapshot, node) && catalogue::within(Kind::Offer, &line.words).is_some()
    };
    let other = |node: NodeId| {
        matches!(snapshot.tag(node), Tag::Textarea)
            || snapshot.attribute(node, Attr::Type) == Some("password")
            || snapshot.attribute(node, Attr::Contenteditable).is_some()
    };
    // Its own box, or the element right around it.
    (snapshot.ancestry(page.element(i)))
        .take(5)
        .take_while(|node| !super::page::is_frame(snapshot.tag(*node)) && !snapshot.contains(*node, page.container))
        .filter(|node| {
            snapshot.descendants(*node).any(asks)
                && !snapshot.descendants(*node).any(other)
                && page.lines.iter().all(|line| {
                    !snapshot.contains(*node, page.blocks[line.block].element)
                        || line.protected
                        || line.length <= MAX_CALL && (!line.prose || calls(*node, line))
                })
        })
        .last()
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::super::testing::{AFTER, BEFORE, TITLE, article, page, places, story};
    use super::{MAX_BARE, MAX_BARE_SENTENCE, MAX_BETWEEN, MAX_BETWEEN_LINKED, MAX_CALL, MAX_SHARE};

    /// The edits without their texts.
    fn rules(edits: &[String]) -> Vec<String> {
        edits.iter().map(|edit| edit.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect()
    }

    #[track_caller]
    fn check(markup: &str, expected: &str) {
        let expected: &[&str] = if expected.is_empty() { &[] } else { &[expected] };
        assert_eq!(rules(&story(markup)), expected, "{markup}");
    }

    const SHARE: &str = "share.line 0.93 Hide";
    const CALL: &str = "promotion.line 0.88 Hide";
    const AMIDST: &str = "promotion.line 0.80 Hide";
    const LISTED: &str = "promotion.line 0.60 Leave";

    fn words(count: u32) -> String {
        vec!["quay"; count as usize].join(" ")
    }

    #[test]
    fn networks_and_words_of_sharing() {
        for (markup, expected) in [
            ("<p>Share on Facebook</p>", SHARE),
            ("<p>Facebook</p>", ""),
            ("<p>Facebook WhatsApp</p>", SHARE),
            ("<p>Share</p>", ""),
            ("<p><a href=/a>Share</a></p>", ""),
            ("<p>Share this story</p>", SHARE),
            ("<p>Share this story Print</p>", ""),
            ("<p><a href=/a>Share this story</a> Print</p>", SHARE),
            ("<p>Share Print</p>", ""),
            ("<p><a href=/a>Share Print</a></p>", SHARE),
            // Half of it is linked.
            ("<p>Send <a href=/a>Print</a></p>", ""),
            ("<p>Send <a href=/a>Print!</a></p>", ""),
            ("<p>Send <a href=/a>Print –</a></p>", SHARE),
            ("<p>12 Share this story</p>", SHARE),
            ("<p>Share this story 12</p>", SHARE),
            ("<p>12</p>", ""),
            ("<p>Share on Facebook with the crew</p>", ""),
            ("<p>شارك على واتساب</p>", SHARE),
            ("<p>LINEで送る シェア</p>", SHARE),
            ("<p>Share on Facebook.</p>", ""),
            ("<p>Share on Facebook?</p>", ""),
            ("<p>“Share on Facebook”</p>", ""),
            ("<pre>Share on Facebook</pre>", ""),
            ("<blockquote>Share on Facebook</blockquote>", ""),
            ("<p>…</p>", ""),
            // A heading needs both.
            ("<h3>Share on Facebook</h3>", SHARE),
            ("<h3>Instagram WhatsApp</h3>", ""),
            ("<h3>Share this story</h3>", ""),
            ("<h3><a href=/a>Share Print</a></h3>", ""),
            // A particle is glued to a network's name.
            ("<p>카카오톡으로 공유하기</p>", SHARE),
            ("<p>페이스북에서 공유하기</p>", SHARE),
            ("<p>카카오톡처럼 공유하기</p>", ""),
            ("<p>마을에서 공유하기</p>", ""),
            ("<p><a href=/a>Leave a comment</a></p>", SHARE),
            ("<p><a href=/a>コメントを書く</a></p>", SHARE),
            ("<p><a href=/a>共有</a></p>", ""),
            // The longer entry counts: these two are a phrase of sharing.
            ("<h3>Facebook Twitter WhatsApp</h3>", SHARE),
        ] {
            check(markup, expected);
        }
        check(&format!("<p>{}</p>", vec!["WhatsApp"; MAX_SHARE as usize].join(" ")), SHARE);
        check(&format!("<p>{}</p>", vec!["WhatsApp"; MAX_SHARE as usize + 1].join(" ")), "");
    }

    #[test]
    fn links_by_which_a_story_is_shared() {
        const LINK: &str = "share.link 0.93 Hide";
        let link = |address: &str, text: &str| format!("<p><a href='{address}'>{text}</a></p>");
        for (markup, expected) in [
            (link("https://www.google.com/preferences/source?q=tarn.example", "Tarn first"), LINK),
            (link("https://VK.com/share.php?url=a", "Соседям"), LINK),
            (link("https://x.com/intent/post?text=a", "للجيران"), LINK),
            (link("https://linux.com/intent/post", "Neighbours"), ""),
            (link("https://x.com/tarn", "Neighbours"), ""),
            (link("mailto:?subject=a", "ご近所に"), LINK),
            (link("mailto:crew@tarn.example", "The crew"), ""),
            (link("https://t.me/share/url?url=a", "“The boats are back”"), ""),
            (link("https://t.me/share/url?url=a", "The boats are back."), ""),
            (link("https://t.me/share/url?url=a", &words(9)), LINK),
            (link("https://t.me/share/url?url=a", &words(10)), ""),
            (link("https://t.me/share/url?url=a", "Neighbours").replace('p', "h3"), ""),
            (format!("{} <p>Boats</p>", link("https://t.me/share/url?url=a", "Quays")), LINK),
            ("<p>The crew wrote <a href='https://wa.me/?text=a'>home</a></p>".to_owned(), ""),
        ] {
            check(&markup, expected);
        }
    }

    #[test]
    fn a_box_is_called_after_what_it_offers() {
        let text = "The harbour has a newsletter, and it comes to the door with the bread every morning.";
        let form =
            |name: &str, text: &str| format!("<div class='{name}'><p>{text}</p><form><input type=email></form></div>");
        check(&form("subscribe-box", text), CALL);
        check(&form("NewsLetter", text), CALL);
        check(&form("story", text), "");
        // Short lines need no word for it there.
        check(&form("subscribe-box", "Four thousand neighbours have it"), CALL);
        check(&form("subscribe-box", "أربعة آلاف جار يقرؤونها"), CALL);
        check(&form("story", "Four thousand neighbours have it"), "");
        // It is small, and stands in the story.
        let lines =
            |count: usize| format!("The harbour has a newsletter</p>{}<p>", "<p>Four boats a day</p>".repeat(count));
        assert_eq!(page(&article(&form("subscribe-box", &lines(13)))).len(), 1);
        assert_eq!(page(&article(&form("subscribe-box", &lines(14)))), [""; 0]);
        let near = format!("{}{}", form("subscribe-box", "Four thousand neighbours have it"), article(""));
        assert_eq!(page(&near), [""; 0]);
        check(&form("subscribe-box", BEFORE), "");
        check(&format!("<div class=subscribe-box><p>{text}</p></div>"), "");
    }

    #[test]
    fn a_call_and_what_is_offered() {
        for (markup, expected) in [
            ("<p>Sign up for our newsletter</p>", AMIDST),
            ("<p>Sign up for <a href=/a>our newsletter</a></p>", CALL),
            ("<p>اشترك في نشرتنا البريدية</p>", AMIDST),
            ("<p>Подпишитесь на наш телеграм</p>", AMIDST),
            ("<p>Get the latest news delivered to your inbox</p>", AMIDST),
            ("<p>Our newsletter</p>", AMIDST),
            ("<p>Our app</p>", ""),
            ("<p>Our app today</p>", ""),
            ("<p>Newsletter</p>", ""),
            ("<p>Sign up</p>", ""),
            ("<p>The crew signs up for our newsletter</p>", ""),
            ("<p>Sign up for the winter boats</p>", ""),
            ("<h3>Sign up for our newsletter</h3>", AMIDST),
            ("<h2>Sign up for our newsletter</h2>", ""),
            ("<pre>Sign up for our newsletter</pre>", ""),
            ("<form>Sign up for our newsletter</form>", ""),
            ("<blockquote>Sign up for our newsletter</blockquote>", ""),
            ("<p>Sign up for our newsletter?</p>", ""),
            // Somebody tells of it.
            ("<p>Sign up for our „newsletter“ today</p>", ""),
            ("<p>Sign up for <a href=/a>our „newsletter“</a> today</p>", CALL),
        ] {
            check(markup, expected);
        }
    }

    #[test]
    fn how_long_it_may_be() {
        let bare = |count: u32, stop: &str| format!("<p>Sign up for our newsletter {}{stop}</p>", words(count - 5));
        let linked = |count: u32| format!("<p>Sign up for <a href=/a>our newsletter</a> {}</p>", words(count - 5));
        check(&linked(MAX_CALL), CALL);
        check(&linked(MAX_CALL + 1), "");
        check(&bare(MAX_BARE, ""), AMIDST);
        check(&bare(MAX_BARE + 1, ""), "");
        check(&bare(MAX_BARE_SENTENCE, "."), LISTED);
        check(&bare(MAX_BARE_SENTENCE + 1, "."), "");
        // At the story's edges a sentence may be as long as a line.
        let text = format!("<p>{AFTER}</p>");
        for stop in ["", "."] {
            for count in [MAX_BARE, MAX_BARE + 1] {
                let expected: &[&str] = if count == MAX_BARE { &[CALL] } else { &[] };
                let line = bare(count, stop);
                let last = format!("<article><h1>{TITLE}</h1>{text}{line}</article>");
                assert_eq!(rules(&page(&last)), expected, "{last}");
                // Before the first line of running text; a call is none as long as it is short.
                if count <= 13 {
                    let first = format!("<article><h1>{TITLE}</h1>{line}{text}</article>");
                    assert_eq!(rules(&page(&first)), expected, "{first}");
                }
            }
        }
        let first = format!("<article><h1>{TITLE}</h1>{}{text}</article>", bare(13, ""));
        assert_eq!(rules(&page(&first)), [CALL]);
        let second = format!("<article><h1>{TITLE}</h1>{text}{}{text}</article>", bare(13, ""));
        assert_eq!(rules(&page(&second)), [AMIDST]);
    }

    #[test]
    fn what_may_stand_between() {
        let bare = |count: u32| format!("<p>Sign up {} our newsletter</p>", words(count));
        let linked = |count: u32| format!("<p>Sign up {} <a href=/a>our newsletter</a></p>", words(count));
        check(&bare(MAX_BETWEEN), AMIDST);
        check(&bare(MAX_BETWEEN + 1), "");
        check(&linked(MAX_BETWEEN_LINKED), CALL);
        check(&linked(MAX_BETWEEN_LINKED + 1), "");
    }

    #[test]
    fn a_clause_of_its_own_tells_of_it() {
        let bare = |count: u32| format!("<p>Sign up for our newsletter, {}</p>", words(count));
        check(&bare(8), AMIDST);
        check(&bare(9), "");
        check(&format!("<p>Sign up for <a href=/a>our newsletter</a>, {}</p>", words(9)), CALL);
        check("<p>اشترك في نشرتنا البريدية، هكذا قال الرجل الذي وقف على رصيف الميناء أمس</p>", "");
    }

    #[test]
    fn a_story_about_newsletters() {
        let story = |headline: &str, line: &str| {
            format!("<article><h1>{headline}</h1><p>{BEFORE}</p><p>{line}</p><p>{AFTER}</p></article>")
        };
        let bare = "Sign up for our newsletter";
        let linked = "Sign up for <a href=/a>our newsletter</a>";
        assert_eq!(rules(&page(&story("The newsletter of Tarn turns fifty", bare))), [""; 0]);
        assert_eq!(rules(&page(&story("The newsletter of Tarn turns fifty", linked))), [CALL]);
        assert_eq!(rules(&page(&story("The ferry of Tarn turns fifty", bare))), [AMIDST]);
    }

    #[test]
    fn a_form_for_an_address() {
        let call = "<p>Sign up for our newsletter</p>";
        let form = |inside: &str| format!("<section>{call}{inside}</section>");
        let (whole, line) = (CALL, AMIDST);
        for (inside, expected) in [
            ("<input type=email>", whole),
            ("<input type=text>", line),
            ("<input name=your-email>", whole),
            ("<input id=E-Mail>", whole),
            ("<input aria-label='Mail address'>", whole),
            ("<input name=query>", line),
            ("<input title=email>", line),
            ("<button type=email>Send</button>", line),
            ("<input type=email><textarea></textarea>", line),
            ("<input type=email><input type=password>", line),
            ("<input type=email><div contenteditable></div>", line),
            ("<input type=email><p>We write on Mondays</p>", whole),
            (&format!("<input type=email><p>{AFTER}</p>"), line),
            // Running text that calls as well is the form's.
            ("<input type=email><p>Sign up for the list of boats, and for the list of quays as well.</p>", whole),
            (&format!("<input type=email><p>{}</p>", words(MAX_CALL)), line),
            (&format!("<form><input type=email>{AFTER}</form>"), whole),
            (&format!("<input type=email><p><a href=/a>{}</a></p>", words(MAX_CALL)), whole),
            (&format!("<input type=email><p><a href=/a>{}</a></p>", words(MAX_CALL + 1)), line),
        ] {
            let found = rules(&story(&form(inside)));
            assert_eq!(found[0], expected, "{inside}: {found:?}");
        }
        let text = "<input type=email><p>We write on Mondays</p>";
        assert_eq!(
            places(&article(&form(text))),
            ["Section: Sign up for our newsletter We write on Mondays (findable)"]
        );
        // As long as a call may be, wherever it stands; never the page's frame, the story or all of five elements up.
        let long = format!("<form><p>Sign up for our newsletter {}.</p><input type=email></form>", words(MAX_CALL - 5));
        check(&long, CALL);
        check(&long.replace("newsletter", "newsletter quay"), "");
        let deep = |depth: usize| {
            format!(
                "{}{call}{}<input type=email></section>",
                "<section>".to_owned() + &"<div>".repeat(depth),
                "</div>".repeat(depth)
            )
        };
        check(&deep(3), CALL);
        check(&deep(4), AMIDST);
        let outside = format!(
            "<main><article><h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p></article>{call}<input type=email></main>"
        );
        assert_eq!(places(&outside), ["P: Sign up for our newsletter (findable)"]);
        check(&format!("{call}<input type=email>"), AMIDST);
    }
}
