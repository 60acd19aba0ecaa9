//! Tests of the reader on documents that they build themselves.
#![expect(
    clippy::disallowed_methods,
    reason = "tests read the catalogues and the labelled set"
)]

mod compare;
mod forms;
mod hostile;
mod knowledge;
mod labels;
mod reading;
mod score;
