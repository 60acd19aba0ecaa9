//! Summaries that outlive the app they were made for: by names, found again by the code of the method, and used only
//! where all that was asked of the app when they were made has the same answers. Refuses to guess: what no question
//! can tell is made anew.
//!
//! - `watch` notes what is asked while a summary is made, in order; `view` is the program as summaries see it.
//! - `prints` tells answers by names; `questions` and `names` write both down and find them again.
//! - `portable` is a summary without numbers of an app; `book` a file of the cache.
//! - `session` is the work: it looks an entry up, or makes one and keeps it.

use std::collections::BTreeMap;

mod book;
mod bytes;
mod names;
mod portable;
mod prints;
mod questions;
mod session;
#[cfg(test)]
mod tests;
mod view;
mod watch;

pub(crate) use session::Session;
pub(crate) use view::View;
pub(crate) use watch::{Event, Question, Wanted, Watch, Watched};

/// Where files of the cache are kept: the one place with I/O, which is the caller's.
pub trait SummaryStore: std::fmt::Debug + Send + Sync {
    /// The file of a name (32 hexadecimal digits), when there is one that can be read.
    fn read(&self, name: &str) -> Option<Vec<u8>>;
    /// Keeps a file. What fails is the caller's to tell.
    fn write(&self, name: &str, bytes: &[u8]);
    /// Whether each summary that is found is made all the same and compared, which costs what the cache saves: for tests.
    fn verifies(&self) -> bool {
        false
    }
    /// Told once for each app what the cache did.
    fn count(&self, counts: &CacheCounts) {
        let _ = counts;
    }
}

/// Summaries kept from app to app.
#[derive(Debug, Clone, Copy)]
pub struct SummaryCache<'x> {
    /// Where they are kept.
    pub store: &'x dyn SummaryStore,
    /// The catalogues that they are made with, as a text: summaries made with others are not used.
    pub catalogues: &'x str,
}

/// What the cache did for one app.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct CacheCounts {
    /// Summaries found.
    pub found: u64,
    /// Summaries made and kept.
    pub made: u64,
    /// Summaries made that cannot be kept, since no question tells what they stand on.
    pub untold: u64,
    /// Summaries made and not kept since there was no room.
    pub full: u64,
    /// Summaries found that are not those that would have been made, where that is verified: never any.
    pub wrong: u64,
    /// Why entries did not fit and summaries were not kept.
    pub reasons: BTreeMap<&'static str, u64>,
}

impl CacheCounts {
    /// Adds what was counted for another app.
    pub fn add(&mut self, other: &Self) {
        self.found += other.found;
        self.made += other.made;
        self.untold += other.untold;
        self.full += other.full;
        self.wrong += other.wrong;
        for (why, n) in &other.reasons {
            *self.reasons.entry(why).or_default() += n;
        }
    }
}
