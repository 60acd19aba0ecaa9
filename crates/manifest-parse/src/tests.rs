//! Tests of the whole crate on inputs they build themselves: encoders for the formats, then one file per subject.

mod binary;
mod encode_table;
mod encode_xml;
mod hostile;
mod layouts;
mod manifests;
mod tables;
