//! What a stretch of the page holds, in counts that are summed up once for the whole page: what an element holds is then the
//! difference of two sums.

use std::ops::{AddAssign, Sub};

macro_rules! counts {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct $name { $($(#[$field_doc])* pub $field: u32,)+ }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                $(self.$field += other.$field;)+
            }
        }

        impl Sub for $name {
            type Output = Self;

            fn sub(self, before: Self) -> Self {
                Self { $($field: self.$field - before.$field,)+ }
            }
        }
    };
}

counts! {
    /// Of visible text that is not hidden already.
    Text {
        blocks,
        words,
        /// Words inside of links.
        linked,
        /// Blocks that are links, and those of them that are as long as a headline, with their words.
        links,
        titles,
        title_words,
        /// Words of running text.
        prose,
        /// Notices of rights.
        rights,
        /// Blocks of the story and its head.
        stays,
    }
}

counts! {
    /// Of elements.
    Things {
        /// Pictures, films, frames.
        media,
        /// Links around a picture.
        pictures,
        /// What a reader writes into, and which of it asks for an address or a password.
        fields,
        emails,
        passwords,
        buttons,
        /// Links that hand the story to a network; that lead to a channel or to an app.
        shares,
        channels,
        /// Links to all that is filed under a word.
        tags,
        /// The site's menus, search and footer.
        furniture,
        /// Elements that are called a byline, a date, a standfirst.
        heads,
        /// Pictures, films, frames of the story and its head.
        stays,
    }
}

/// The sums up to each place.
pub fn sums<T: Copy + Default + AddAssign>(counts: impl Iterator<Item = T>) -> Vec<T> {
    let mut sum = T::default();
    let mut sums = vec![sum];
    sums.extend(counts.map(|count| {
        sum += count;
        sum
    }));
    sums
}
