//! A plan as a document of its own: the story in HTML or Markdown, with its links and emphasis, without what was hidden.
//!
//! Both are written from the plan and the snapshot that it was made of, so that nothing of the page but text, addresses and
//! the marks listed here can come through: no script, no style, no attribute of the page's own.

mod document;
mod html;
mod markdown;
mod picture;
mod safe;

pub use html::html;
pub use markdown::markdown;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::plan::Plan;
    use crate::snapshot::Snapshot;

    const PAGE: &str = r#"<html lang="en"><head><title>Harbour of Tarn reopens</title></head><body><article>
        <h1>Harbour of Tarn reopens</h1>
        <p>The harbour of Tarn reopened on <b>Monday</b> after <a href="/works?a=1&amp;b=2">three months of <em>works</em></a>. . Two
        ferries came in before noon, the port <a href="javascript:steal()">said</a>.</p>
        <p>[ad_1]</p>
        <p>Crews had driven 400 piles &lt;deep&gt; into the bed, and divers cut away a wreck that nobody knew of.</p>
        <h2>What comes next</h2>
        <ul><li>The fish market returns to the *old* quay on Friday morning.</li>
        <li>A second crane is to follow in the spring of next year.</li></ul>
        <blockquote><p>We waited long for this day, and it was worth it, said the harbour master.</p></blockquote>
        <p>The town pays a third of the cost, and the region the rest, over a span of twelve years.</p>
        </article></body></html>"#;

    fn page() -> (Snapshot, Plan) {
        let snapshot = crate::html::snapshot(PAGE, "https://tarn.example/");
        let plan = crate::clean(&snapshot, &Options { sentences: true, ..Options::default() });
        (snapshot, plan)
    }

    #[test]
    fn markdown_keeps_links_and_emphasis_and_escapes_the_rest() {
        let (snapshot, plan) = page();
        let text = markdown(&snapshot, &plan);
        for expected in [
            "# Harbour of Tarn reopens\n\n",
            "on **Monday** after [three months of *works*](</works?a=1&b=2>).",
            "the port said.",
            "piles \\<deep\\> into",
            "\n\n## What comes next\n\n- The fish market returns to the \\*old\\* quay on Friday morning.\n- A second",
            "\n\n> We waited long",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in\n{text}");
        }
        assert!(!text.contains("ad_1") && !text.contains("javascript") && !text.contains(". ."), "{text}");
    }

    #[test]
    fn html_keeps_the_same_and_nothing_else() {
        let (snapshot, plan) = page();
        let text = html(&snapshot, &plan);
        for expected in [
            "<html lang=\"en\" dir=\"ltr\">",
            "<h1>Harbour of Tarn reopens</h1>",
            "on <strong>Monday</strong> after <a href=\"/works?a=1&amp;b=2\">three months of <em>works</em></a>.",
            "piles &lt;deep&gt; into",
            "<h2>What comes next</h2>\n<ul>\n<li>The fish market",
            "<blockquote>\n<p>We waited long",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in\n{text}");
        }
        assert!(!text.contains("ad_1") && !text.contains("javascript"), "{text}");
    }

    const PICTURES: &str = r#"<html lang="en"><head><title>Harbour of Tarn reopens</title>
        <meta property="og:image" content="https://tarn.example/lead.jpg"></head><body><article>
        <header><h1>Harbour of Tarn reopens</h1><p>By Ida Holm</p>
        <figure><img src="/quay.jpg" alt="The quay at dawn" width="800"><figcaption>The quay on Monday. Photo: Ida
        Holm</figcaption></figure></header>
        <p>The harbour of Tarn reopened on Monday after three months of works <img class="emoji" src="/sun.png" alt="☀">, and
        two ferries came in before noon, the port said.</p>
        <div class="wp-caption"><img src="data:image/gif;base64,R0lG" data-src="/piles.jpg" alt=""><p
        class="wp-caption-text">Piles for the <i>new</i> quay</p></div>
        <p>Crews had driven four hundred piles into the bed, and divers cut away a wreck that nobody knew of.</p>
        <div class="card"><a href="/other"><img src="/other.jpg" alt="Another story"><span>Another story of the
        town</span></a></div>
        <img src="/count.gif" width="1" height="1"><img src="javascript:steal()" alt="x">
        <div style="display: none"><img src="/hidden.jpg" alt="hidden"></div>
        <p>The town pays a third of the cost, and the region the rest, over a span of twelve years.</p>
        <p><img src="/a b.jpg" alt="A [first] &quot;ferry&quot;"><img src="/second.jpg" alt="A second"></p>
        <p>A ferry to the islands had left from a jetty in the north, an hour more for passengers each way.</p>
        </article></body></html>"#;

    fn both(html_page: &str) -> (String, String) {
        let snapshot = crate::html::snapshot(html_page, "https://tarn.example/");
        let plan = crate::clean(&snapshot, &Options { sentences: true, ..Options::default() });
        (markdown(&snapshot, &plan), html(&snapshot, &plan))
    }

    #[test]
    fn the_story_s_pictures_stand_where_they_stood_and_no_others() {
        let (markdown, html) = both(PICTURES);
        let pictures: Vec<&str> = markdown.split("\n\n").filter(|block| block.starts_with("![")).collect();
        assert_eq!(
            pictures,
            [
                "![The quay at dawn](</quay.jpg>)\n*The quay on Monday. Photo: Ida Holm*",
                "![](</piles.jpg>)\n*Piles for the new quay*",
                "![A \\[first\\] \"ferry\"](</a b.jpg>)",
                "![A second](</second.jpg>)",
            ],
            "{markdown}"
        );
        let place = |text: &str| markdown.find(text).unwrap();
        assert!(place("quay.jpg") < place("The harbour of Tarn reopened") && place("reopened on") < place("piles.jpg"));
        assert!(place("piles.jpg") < place("Crews had driven") && place("twelve years") < place("second.jpg"));
        assert!(html.contains(
            "<figure>\n<img src=\"/quay.jpg\" alt=\"The quay at dawn\">\n<figcaption>The quay on Monday. Photo: Ida \
             Holm</figcaption>\n</figure>\n<p>The harbour"
        ));
        assert!(html.contains("<img src=\"/a b.jpg\" alt=\"A [first] &quot;ferry&quot;\">\n</figure>"), "{html}");
        for other in ["other.jpg", "count.gif", "steal", "hidden.jpg", "sun.png", "lead.jpg", "data:"] {
            assert!(!markdown.contains(other) && !html.contains(other), "{other} in\n{markdown}");
        }
    }

    #[test]
    fn a_story_without_pictures_has_the_lead_image_that_its_page_names() {
        let page =
            PAGE.replace("<head>", r#"<head><meta property="og:image" content="https://tarn.example/lead.jpg">"#);
        let (markdown, html) = both(&page);
        assert!(markdown.contains("\n\n![](<https://tarn.example/lead.jpg>)\n\nThe harbour of Tarn"), "{markdown}");
        assert!(html.contains("<figure>\n<img src=\"https://tarn.example/lead.jpg\" alt=\"\">\n</figure>\n<p>The"));
        let (markdown, html) = both(&page.replace("https://tarn.example/lead.jpg", "javascript:steal()"));
        assert!(!markdown.contains("![") && !html.contains("<img"));
    }

    #[test]
    fn lists_stay_nested_and_numbers_as_the_page_counts() {
        let list = r"<ol><li>Begin with the old quay, which is <b>closed</b>
            <ul><li>its piles, four hundred of them<ol><li>of oak</li><li>of steel</li></ol></li><li>its cranes</li></ul></li>
            <li>[ad_1]</li>
            <li><p>Go on with the fish market on Friday.</p><p>It is open until noon.</p></li>
            <ul><li>the stalls outside</li></ul></ol><p>The end of the list of works in the harbour is near, the port said.</p>
            <ul><li>One list more</li></ul>";
        let page = PAGE.replace("<ul><li>The fish", &format!("{list}<ul><li>The fish"));
        let (markdown, html) = both(&page);
        let expected = "1. Begin with the old quay, which is **closed**\n   - its piles, four hundred of them\n     1. of oak\n     \
            2. of steel\n   - its cranes\n3. Go on with the fish market on Friday.\n\n   It is open until noon.\n   - the \
            stalls outside\n\nThe end";
        assert!(markdown.contains(expected), "{markdown}");
        assert!(markdown.contains("\n\n- One list more\n"), "{markdown}");
        let expected = "<ol>\n<li>Begin with the old quay, which is <strong>closed</strong>\n<ul>\n<li>its piles, four hundred of \
            them\n<ol>\n<li>of oak</li>\n<li>of steel</li>\n</ol>\n</li>\n<li>its cranes</li>\n</ul>\n</li>\n<li>\n<p>Go on \
            with the fish market on Friday.</p>\n<p>It is open until noon.</p>\n<ul>\n<li>the stalls \
            outside</li>\n</ul>\n</li>\n</ol>\n<p>The end";
        assert!(html.contains(expected), "{html}");
    }
}
