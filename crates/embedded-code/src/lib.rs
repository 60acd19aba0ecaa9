//! Code that is not in the app's own DEX files.
//!
//! [`sniff`] tells from an entry's first bytes whether it is code, also when one byte was added by exclusive or or the
//! bytes are Base64; [`decode`] undoes that. [`script`] reads JavaScript for the names that it calls, [`opaque`] looks
//! for names in bundles that are no readable script, and [`Pattern`] finds version numbers in any bytes.
//!
//! The crate knows no framework and no API by name: callers hand in the names to look for. It inflates nothing and
//! opens no archive. Time is linear in the bytes; every list is bounded by a named limit.
#![forbid(unsafe_code)]

mod decode;
mod glob;
pub mod opaque;
mod pattern;
pub mod script;
mod sniff;

pub use decode::decode;
pub use glob::Glob;
pub use pattern::Pattern;
pub use sniff::{Encoding, Form, Sniffed, is_encrypted, sniff};

/// Bytes of an entry's beginning that [`sniff`] needs to see.
pub const SNIFF_BYTES: usize = 96;

/// The names that are looked for.
#[derive(Debug, Default)]
pub struct Names {
    rows: Vec<(String, bool)>,
    calls: std::collections::HashMap<String, u32>,
    texts: std::collections::HashMap<String, u32>,
    search: Option<aho_corasick::AhoCorasick>,
}

/// A name found: where, and how surely it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mention {
    /// Row of the name among those handed in.
    pub row: u32,
    /// Readable script uses it; otherwise it only stands in a text or in an opaque bundle.
    pub is_used: bool,
    /// Byte offset of its first place.
    pub offset: usize,
}

impl Names {
    /// Prepares names: for each whether it is a call (`uni.getLocation`: an object and its members) or a text (the name
    /// of a plug-in or channel).
    pub fn new(rows: impl IntoIterator<Item = (String, bool)>) -> Self {
        let rows: Vec<(String, bool)> = rows.into_iter().collect();
        let mut out = Self::default();
        for (n, (name, is_call)) in (0u32..).zip(&rows) {
            let map = if *is_call {
                &mut out.calls
            } else {
                &mut out.texts
            };
            map.entry(name.clone()).or_insert(n);
        }
        let texts = rows.iter().map(|(name, is_call)| {
            // A call does not stand in one piece in compiled code.
            if *is_call { "" } else { name.as_str() }
        });
        // An empty pattern matches everywhere, so that calls get one which cannot occur in UTF-8.
        let patterns = texts.map(|text| {
            if text.is_empty() {
                b"\xff\xfe\xff\xfe\xff\xfe\xff\xfe".as_slice()
            } else {
                text.as_bytes()
            }
        });
        out.search = aho_corasick::AhoCorasick::builder()
            .match_kind(aho_corasick::MatchKind::LeftmostLongest)
            .build(patterns)
            .ok();
        out.rows = rows;
        out
    }

    /// True when there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
