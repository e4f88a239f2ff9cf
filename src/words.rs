//! The story's words. They are read once, and every later stage asks for them here.

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;

use crate::language::{stem, stop, word};
use crate::story::Story;

/// One occurrence of a word: the place of its form among [`Words::forms`].
pub type Token = u32;

/// The words of a story's headline and sentences, with each different form kept once.
#[derive(Debug)]
pub struct Words {
    forms: Vec<Form>,
    stems: Vec<String>,
    /// The words of the sentences in order, and after them the headline's.
    tokens: Vec<Token>,
    /// For each sentence, and for the headline, where its tokens end.
    ends: Vec<usize>,
    /// For each paragraph, one past its last sentence.
    paragraphs: Vec<usize>,
}

/// One form of a word.
#[derive(Debug)]
pub struct Form {
    /// The word as [`word::each_term`] gives it.
    pub key: String,
    /// The number of its stem; `None` for a stop word, which does not tell what a text is about.
    pub stem: Option<u32>,
}

impl Words {
    /// Reads a story, in time linear in its text.
    pub fn of(story: &Story) -> Self {
        let mut reader = Reader {
            stop: stop::words(&story.language),
            stemmer: stem::Stemmer::new(&story.language),
            form_of: HashMap::default(),
            stem_of: HashMap::default(),
            words: Self {
                forms: Vec::new(),
                stems: Vec::new(),
                tokens: Vec::new(),
                ends: Vec::with_capacity(story.sentences.len() + 1),
                paragraphs: vec![0; story.paragraphs.len()],
            },
        };
        for (i, sentence) in story.sentences.iter().enumerate() {
            reader.read(story.sentence(i));
            reader.words.paragraphs[sentence.paragraph] = i + 1;
        }
        reader.read(&story.title);
        let mut words = reader.words;
        // A paragraph without a sentence ends where the one before it does.
        for i in 1..words.paragraphs.len() {
            words.paragraphs[i] = words.paragraphs[i].max(words.paragraphs[i - 1]);
        }
        words
    }

    /// The words of a sentence, in order.
    pub fn sentence(&self, i: usize) -> &[Token] {
        self.between(i..i + 1)
    }

    /// The words of a paragraph, in order.
    pub fn paragraph(&self, i: usize) -> &[Token] {
        let first = if i == 0 { 0 } else { self.paragraphs[i - 1] };
        self.between(first..self.paragraphs[i])
    }

    /// The words of the headline, in order.
    pub fn headline(&self) -> &[Token] {
        self.sentence(self.ends.len() - 1)
    }

    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    pub fn form(&self, token: Token) -> &Form {
        &self.forms[token as usize]
    }

    /// How many different stems there are. Their numbers go from 0 up to this.
    pub fn stems(&self) -> usize {
        self.stems.len()
    }

    pub fn stem(&self, stem: u32) -> &str {
        &self.stems[stem as usize]
    }

    /// The [stems](stem::Stemmer) of the given words, without those of stop words: what the words are about.
    pub fn content(&self, tokens: &[Token]) -> impl Iterator<Item = u32> {
        tokens.iter().filter_map(|token| self.form(*token).stem)
    }

    fn between(&self, sentences: Range<usize>) -> &[Token] {
        let end = |sentences: usize| sentences.checked_sub(1).map_or(0, |last| self.ends[last]);
        &self.tokens[end(sentences.start)..end(sentences.end)]
    }
}

struct Reader {
    stop: stop::StopWords,
    stemmer: stem::Stemmer,
    form_of: HashMap<String, Token>,
    stem_of: HashMap<String, u32>,
    words: Words,
}

impl Reader {
    fn read(&mut self, text: &str) {
        word::each_term(text, |key| {
            let token = self.form_of.get(key).copied().unwrap_or_else(|| self.form(key));
            self.words.tokens.push(token);
        });
        self.words.ends.push(self.words.tokens.len());
    }

    fn form(&mut self, key: &str) -> Token {
        let stem = (!self.stop.has(key)).then(|| {
            let stem = self.stemmer.stem(key);
            self.stem_of.get(stem).copied().unwrap_or_else(|| {
                self.words.stems.push(stem.to_owned());
                let number = self.stem_of.len() as u32;
                self.stem_of.insert(stem.to_owned(), number);
                number
            })
        });
        let token = self.words.forms.len() as Token;
        self.words.forms.push(Form { key: key.to_owned(), stem });
        self.form_of.insert(key.to_owned(), token);
        token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, content: &[&str]) {
        let words = Words::of(&Story::from_sentences(&[vec![text]], "", language));
        assert_eq!(words.content(words.paragraph(0)).map(|stem| words.stem(stem)).collect::<Vec<_>>(), content);
    }

    #[test]
    fn content_is_stems_without_stop_words() {
        check("en-GB", "The harbours of Tarn", &["harbour", "tarn"]);
        check("ar", "وقالت الشركة إن السفن في الميناء", &["قالت", "شرك", "سفن", "ميناء"]);
        check("zh", "我们的港口", &["港口"]);
        check("fi", "The harbour", &["the", "harbour"]);
    }

    #[test]
    fn every_word_is_in_its_sentence_and_its_paragraph() {
        let story = [vec!["One two.", "Three."], vec!["—"], vec!["Two one."]];
        let words = Words::of(&Story::from_sentences(&story, "Three", "en"));
        let keys = |tokens: &[Token]| tokens.iter().map(|token| words.form(*token).key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(words.sentence(1)), ["three"]);
        assert_eq!(keys(words.paragraph(0)), ["one", "two", "three"]);
        assert_eq!(keys(words.paragraph(1)), [""; 0]);
        assert_eq!(keys(words.paragraph(2)), ["two", "one"]);
        assert_eq!(words.headline(), words.sentence(1));
    }
}
