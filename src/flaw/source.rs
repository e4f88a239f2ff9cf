//! The label that says where a story comes from ("Source:"). If nothing comes after it, it is hidden; else what comes
//! after it is the story's source.

use super::catalogue::{self, Kind};
use super::edit::Desk;
use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::{key, letter};
use crate::plan::{Reason, Source};
use crate::snapshot::{Attr, NodeId, Tag};

/// The label is looked for in the story's last so many lines; earlier, "Source" may be a heading.
const LOOK_AT: usize = 5;
const CONFIDENCE: f32 = 0.95;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = (last_lines(page, gone))
        .filter(|&i| is_label(&page.lines[i]) && link(page, i).is_none() && dangles(page, gone, i))
        .map(|i| Proposal::hide(i, Reason::SourceLabel, "source.dangling", CONFIDENCE))
        .collect();
    // The same, glued to the end of the last paragraph.
    let glued = last_lines(page, gone).find(|&i| page.lines[i].prose).and_then(|i| {
        let line = &page.lines[i];
        let text = line.text.trim_end();
        let body = text.strip_suffix(letter::is_colon)?.trim_end();
        let stop =
            body.rfind(|c| letter::is_sentence_end(c) || letter::closes_quote(c) && !letter::is_apostrophe(c))?;
        let start = stop + body[stop..].chars().next().map_or(1, char::len_utf8);
        let label = &body[start..];
        let known = catalogue::whole(Kind::Source, &key::words(label)) && page.is_tail(i, gone);
        let span = line.span.start + start..line.span.end;
        known.then(|| Proposal::cut(i, span, Reason::SourceLabel, "source.glued", CONFIDENCE))
    });
    found.extend(glued);
    found
}

/// The block that names the story's source, and the source that it names.
pub fn of_story(page: &Page, gone: &[bool]) -> Option<(usize, Source)> {
    last_lines(page, gone).find_map(|i| {
        let line = &page.lines[i];
        let (label, name) = line.text.split_once(letter::is_colon).unwrap_or((line.text, ""));
        if line.length > 16 || !catalogue::whole(Kind::Source, &key::words(label)) || line.is_speech() {
            return None;
        }
        let url = link(page, i).map(str::to_owned);
        let name = name.trim().trim_end_matches(letter::closes_bracket);
        let text = if name.is_empty() { label.trim() } else { name };
        (url.is_some() || !name.is_empty())
            .then(|| (line.block, Source { text: text.to_owned(), url, node: page.element(i) }))
    })
}

/// The address that an auto-blog plugin took the story from. Such a plugin is known by placeholders that it left,
/// together with a link to the source.
pub fn republished_from(desk: &Desk, source: Option<&(usize, Source)>) -> Option<String> {
    let marked = desk.marked();
    source.and_then(|(_, source)| source.url.clone()).filter(|url| marked && url.contains("://"))
}

/// The last lines of the story, and those near it that come after.
fn last_lines<'a>(page: &'a Page, gone: &'a [bool]) -> impl Iterator<Item = usize> + 'a {
    let mut left = LOOK_AT;
    (0..page.lines.len()).rev().filter(|&i| !gone[i] && !page.lines[i].words.is_empty()).take_while(move |&i| {
        // Share links and channels after the story's element do not push the label out of sight.
        let seen = left > 0;
        left -= usize::from(seen && page.lines[i].inside);
        seen
    })
}

fn is_label(line: &Line) -> bool {
    /// The longest label has four words.
    const MAX: u32 = 5;
    line.length <= MAX
        && !line.is_speech()
        && !line.quoted
        && catalogue::whole(Kind::Source, &line.words)
        && !line.ends_in_stop()
}

/// Whether nothing comes after the label that could be the name of the source, and no running text either.
fn dangles(page: &Page, gone: &[bool], label: usize) -> bool {
    page.lines[label].heading.is_none()
        && (label + 1..page.lines.len()).all(|i| gone[i] || !page.lines[i].inside || page.lines[i].words.is_empty())
        && (0..label).any(|i| page.lines[i].prose)
}

/// The address of a link in a line, or of the link that the line stands in.
fn link<'a>(page: &Page<'a>, i: usize) -> Option<&'a str> {
    let nodes = page.block(i).nodes();
    let inside = (nodes.start.0..nodes.end.0).map(NodeId);
    let around = page.snapshot.ancestry(nodes.start).take(4);
    (inside.chain(around))
        .filter(|node| page.snapshot.tag(*node) == Tag::A)
        .find_map(|node| page.snapshot.attribute(node, Attr::Href))
        .filter(|href| !href.is_empty() && !href.starts_with('#') && !href.starts_with("javascript:"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::hidden;
    use crate::{Options, Reason, analyze_text};

    #[track_caller]
    fn check(label: &str, expected: &[&str]) {
        let text = "The ferries came in before noon on Monday, and the harbour was full.";
        assert_eq!(hidden(&format!("{text}\n\n{label}"), Reason::SourceLabel), expected);
    }

    #[test]
    fn fires() {
        check("المصدر", &["المصدر"]);
        check("المصدر :", &["المصدر :"]);
        check("Quelle:", &["Quelle:"]);
        check("Source link\n\n[ad_2]", &["Source link"]);
    }

    #[test]
    fn spares() {
        check("المصدر: رويترز", &[]);
        check("Source\n\nThe river Tarn springs from the Hollow.", &[]);
        check("Quelle surprise!", &[]);
        check("— Source?", &[]);
        check("منبع آب شهر خشک شد.", &[]);
    }

    #[test]
    fn a_named_source_is_the_storys() {
        let plan = analyze_text("عادت العبّارات.\n\nالمصدر: وكالة طارن", &Options::default(), None, None);
        assert_eq!(plan.article.unwrap().source.unwrap().text, "وكالة طارن");
    }

    #[cfg(feature = "html")]
    mod places {
        use super::super::super::testing::{AFTER, BEFORE, TITLE, flaws, page, places};
        use crate::Options;

        fn article(end: &str) -> String {
            format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p>{end}</article>")
        }

        #[track_caller]
        fn check(end: &str, expected: &[&str]) {
            assert_eq!(page(&article(end)), expected, "{end}");
        }

        #[test]
        fn a_label_with_nothing_after_it() {
            let (label, goes) = ("<p>Source</p>", "source.dangling 0.95 Hide Source");
            check(label, &[goes]);
            check(
                "<p>Read the original article here:</p>",
                &["source.dangling 0.95 Hide Read the original article here:"],
            );
            check("<p>Source.</p>", &[]);
            check("<p>Source?</p>", &[]);
            check("<p>«Source</p>", &[]);
            check("<blockquote>Source</blockquote>", &[]);
            check("<h3>Source</h3>", &[]);
            check("<p>Sources of the Tarn</p>", &[]);
            // With a link it is the source; an empty one, or one within the page, leads nowhere.
            check("<p><a href=https://press.example/a>Source</a></p>", &[]);
            check("<a href=https://press.example/a><p>Source</p></a>", &[]);
            for nowhere in ["", "#top", "javascript:void(0)"] {
                check(&format!("<p><a href='{nowhere}'>Source</a></p>"), &[goes]);
            }
            check("<p><a name=a>Source</a></p>", &[goes]);
            // What comes after it in the story may be the name; what stands near it is not.
            check(&format!("{label}<p>The Tarn Post</p>"), &[]);
            check(&format!("{label}<p>…</p>"), &[goes]);
            check(&format!("{label}<p>[ad_2]</p>"), &[goes, "marker.block 0.99 Hide [ad_2]"]);
            assert_eq!(page(&format!("{}<p>The Tarn Post</p>", article(label))), [goes]);
            // It is one after running text alone.
            assert_eq!(page(&format!("<article><h1>{TITLE}</h1>{label}</article>")), [""; 0]);
            assert_eq!(page(&format!("<article><h1>{TITLE}</h1><p>Boats</p>{label}</article>")), [""; 0]);
            // One of the last five lines of the story; lines near it do not count.
            let near = "<p>Boats</p>".repeat(5);
            assert_eq!(page(&format!("{}{near}", article(label))), [goes]);
            // Nor do those that have gone, or that have no words.
            assert_eq!(page(&article(&format!("{label}{}", "<p>[ad_1]</p>".repeat(5))))[0], goes);
            check(&format!("{label}{}", "<p>…</p>".repeat(5)), &[goes]);
        }

        #[test]
        fn glued_to_the_last_paragraph() {
            let at = BEFORE.len();
            let glued = |text: &str| places(&format!("<article><h1>{TITLE}</h1><p>{AFTER}</p><p>{text}</p></article>"));
            assert_eq!(glued(&format!("{BEFORE} Source:")), [format!("{at}..{}: Source:", at + 8)]);
            assert_eq!(glued(&format!("{BEFORE} المصدر : ")), [format!("{at}..{}: المصدر :", at + 9)]);
            assert_eq!(glued(&format!("{BEFORE} Source")), [""; 0]);
            assert_eq!(glued(&format!("{BEFORE} Boats:")), [""; 0]);
            assert_eq!(glued(&format!("{BEFORE} Source: Tarn Post")), [""; 0]);
            let text = "Ночью паромы вернулись в порт Тарна, и город вышел их встречать».";
            assert_eq!(glued(&format!("{text}Источник:")), ["65..74: Источник:"]);
            let text = "夜里渡船回到了塔恩港,全城的人都出来迎接它们,港口里挤满了人。";
            assert_eq!(
                glued(&format!("{text}来源：")),
                [format!("{0}..{1}: 来源：", text.chars().count(), text.chars().count() + 3)]
            );
            check(&format!("<p>{AFTER} Source:</p>"), &["source.glued 0.95 Hide Source:"]);
            // Not where the story goes on; in a line of a block, its characters.
            check(&format!("<p>{AFTER} Source:</p><p>{AFTER}</p>"), &[]);
            let lines = glued(&format!("{BEFORE}<br>{AFTER} The third boat came as well. Source:"));
            assert_eq!(lines.len(), 1);
            assert!(lines[0].ends_with(": Source:"), "{lines:?}");
        }

        /// The source that a story names: its text, where it leads, and whether a plugin took the story from there.
        fn source(end: &str) -> Option<(String, Option<String>, bool)> {
            let found = flaws(&article(end), &Options::default()).1;
            let (_, source) = found.source?;
            let taken = found.republished_from.is_some();
            assert!(!taken || found.republished_from == source.url);
            Some((source.text, source.url, taken))
        }

        #[test]
        fn the_source_of_the_story() {
            let some = |text: &str, url: Option<&str>| Some((text.to_owned(), url.map(str::to_owned), false));
            let address = "https://press.example/a";
            for (end, expected) in [
                ("<p>Source: The Tarn Post</p>", some("The Tarn Post", None)),
                ("<p>المصدر: بريد طارن</p>", some("بريد طارن", None)),
                ("<p>来源：塔恩邮报</p>", some("塔恩邮报", None)),
                ("<p>(Source: The Tarn Post)</p>", some("The Tarn Post", None)),
                (&format!("<p>Source: <a href={address}>The Tarn Post</a></p>"), some("The Tarn Post", Some(address))),
                (&format!("<p><a href={address}>Source link</a></p>"), some("Source link", Some(address))),
                (&format!("<a href={address}><div><p>Source link</p></div></a>"), some("Source link", Some(address))),
                (&format!("<a href={address}><div><div><p>Source link</p></div></div></a>"), None),
                ("<p><a href=/a>Source link</a></p>", some("Source link", Some("/a"))),
                ("<p>Source link</p>", None),
                ("<p>Boats: The Tarn Post</p>", None),
                ("<p>Source: The Tarn Post?</p>", None),
                ("<p>Source: a b c d e f g h i j k l m n o</p>", some("a b c d e f g h i j k l m n o", None)),
                ("<p>Source: a b c d e f g h i j k l m n o p</p>", None),
                // One of the last five lines.
                (&format!("<p>Source: The Tarn Post</p>{}", "<p>Boats</p>".repeat(4)), some("The Tarn Post", None)),
                (&format!("<p>Source: The Tarn Post</p>{}", "<p>Boats</p>".repeat(5)), None),
            ] {
                assert_eq!(source(end), expected, "{end}");
            }
        }

        #[test]
        fn a_plugins_placeholders_and_a_link_say_where_it_was_taken() {
            let link = "<p><a href=https://press.example/a>Source link</a></p>";
            let taken = |end: &str| source(end).map(|(.., taken)| taken);
            assert_eq!(taken(link), Some(false));
            assert_eq!(taken(&format!("<p>[ad_1]</p>{link}")), Some(true));
            assert_eq!(taken(&format!("<p>{AFTER} [ad_1]</p>{link}")), Some(true));
            assert_eq!(taken(&format!("<p>[vc_row]</p>{link}")), Some(true));
            assert_eq!(taken(&format!("<p>Share on Facebook</p>{link}")), Some(false));
            assert_eq!(taken("<p>[ad_1]</p><p><a href=/a>Source link</a></p>"), Some(false));
            assert_eq!(taken("<p>[ad_1]</p><p>Source: The Tarn Post</p>"), Some(false));
        }
    }
}
