//! Reads privacy policies and lists of SDKs, and compares them with what was found in an app.
//!
//! Bytes of a document become blocks ([`extract`]), blocks become statements ([`Reader::read`]), and statements are
//! compared with the facts of an app ([`compare`]). All words come from `rulesets/policy`; the grammar is here. A
//! statement always carries the sentence it was read from. The crate refuses to judge, to guess what an unreadable
//! document would have said, and to open anything itself.

mod block;
mod compare;
pub mod extract;
mod inside;
mod limits;
mod normal;
mod read;
mod sentence;
mod words;

pub use compare::{Compare, compare};
pub use inside::{file_may_be_policy, text_may_be_policy};
pub use read::{AppNames, Input, InputRole, Reader};
