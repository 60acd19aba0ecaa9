//! Tests of the reader on documents that they build themselves; one binary, so that helpers are shared.
#![expect(
    clippy::disallowed_methods,
    clippy::string_slice,
    clippy::format_collect,
    reason = "tests read the catalogues and the labelled set, and build small documents"
)]

#[cfg(test)]
mod clauses;
mod compare;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod fresh;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod knowledge;
#[cfg(test)]
mod labels;
#[cfg(test)]
mod manner;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod score;
