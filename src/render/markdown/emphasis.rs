//! Which marks of a text Markdown can tell.
//!
//! Asterisks are emphasis by what stands beside them alone: in `说**“好”**了` no reader of Markdown sees any. Where they would not
//! be read as emphasis the text goes without, since asterisks that stay in sight are worse.

use crate::render::document::{Mark, Piece};

/// The pieces with marks that Markdown can tell: each mark once, code inside of all others, and emphasis only where readers
/// know its asterisks for what they are. Neighbours with the same marks are one piece.
pub fn writable<'a>(pieces: &[Piece<'a>]) -> Vec<Piece<'a>> {
    let mut marked: Vec<Piece> = pieces.iter().map(ordered).collect();
    for i in 0..marked.len() {
        let mut depth = 0;
        while depth < marked[i].marks.len() {
            let is_open = i > 0 && marked[i - 1].marks.get(..=depth) == Some(&marked[i].marks[..=depth]);
            if !is_emphasis(&marked[i].marks[depth]) || is_open {
                depth += 1;
                continue;
            }
            let same = |piece: &Piece| piece.marks.get(..=depth) == Some(&marked[i].marks[..=depth]);
            let end = i + marked[i..].iter().take_while(|piece| same(piece)).count();
            if is_told(&marked, i, end, depth) {
                depth += 1;
            } else {
                for piece in &mut marked[i..end] {
                    piece.marks.remove(depth);
                }
            }
        }
    }
    let mut merged: Vec<Piece> = Vec::new();
    for piece in marked {
        match merged.last_mut() {
            Some(last) if last.marks == piece.marks => last.text.push_str(&piece.text),
            _ => merged.push(piece),
        }
    }
    merged
}

/// A piece with each of its marks once, code last; white space is no code.
fn ordered<'a>(piece: &Piece<'a>) -> Piece<'a> {
    let mut marks: Vec<Mark> = Vec::new();
    for mark in &piece.marks {
        let is_known = marks.iter().any(|known| std::mem::discriminant(known) == std::mem::discriminant(mark));
        let is_blank = *mark == Mark::Code && piece.text.trim().is_empty();
        if !is_known && !is_blank {
            marks.push(*mark);
        }
    }
    marks.sort_by_key(|mark| *mark == Mark::Code);
    Piece { text: piece.text.clone(), marks }
}

/// Whether the asterisks around some pieces, whose mark at a depth they are to tell, would be read as emphasis. They open it
/// only before, and close it only after, a letter or digit, or where white space or a sign stands on their other side
/// (CommonMark 0.31, "flanking"); and asterisks that close right before some that open are read as one.
fn is_told(pieces: &[Piece], start: usize, end: usize, depth: usize) -> bool {
    let (first, last) = (&pieces[start], &pieces[end - 1]);
    let before = start.checked_sub(1).map(|i| &pieces[i]);
    let after = pieces.get(end);
    // Links and code write signs of their own between a text and the asterisks.
    let signs = |marks: &[Mark]| marks.iter().any(|mark| !is_emphasis(mark));
    let word = |c: Option<char>, inside: &[Mark]| c.is_some_and(char::is_alphanumeric) && !signs(inside);
    let text = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let apart = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    let (head, tail) = (first.text.chars().next(), last.text.chars().next_back());
    let opens = before.is_none_or(|before| {
        let shared = shared(before, first).min(depth);
        let (closed, opened) = (&before.marks[shared..], &first.marks[shared..depth]);
        let is_glued = closed.first().is_some_and(is_emphasis) && opened.first().is_none_or(is_emphasis);
        let parted = signs(closed) || signs(opened) || before.text.ends_with(apart);
        let is_word = word(head, &first.marks[depth + 1..]);
        // Inside of other emphasis they must not be such as could close it.
        let is_nested = first.marks[..shared].iter().any(is_emphasis);
        let is_clear = before.text.ends_with(char::is_whitespace) && !signs(closed) && !signs(opened);
        !is_glued && (if is_nested { is_clear || parted && is_word } else { parted || is_word })
    });
    let closes = after.is_none_or(|after| {
        let shared = shared(last, after).min(depth);
        let (closed, opened) = (&last.marks[shared..depth], &after.marks[shared..]);
        let parted = signs(closed) || signs(opened) || after.text.starts_with(apart);
        parted || word(tail, &last.marks[depth + 1..])
    });
    text(head) && text(tail) && opens && closes
}

fn is_emphasis(mark: &Mark) -> bool {
    matches!(mark, Mark::Strong | Mark::Emphasis)
}

/// How many of their outermost marks two pieces have in common.
fn shared(a: &Piece, b: &Piece) -> usize {
    a.marks.iter().zip(&b.marks).take_while(|(a, b)| a == b).count()
}
