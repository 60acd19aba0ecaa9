//! Tells the three encodings of a document apart and reads each with its own reader.

use crate::document::XmlDocument;
use crate::error::ManifestError;
use crate::{binary_xml, protobuf_xml, text_xml};

/// Reads a document in whichever encoding it has: binary XML, protobuf or text.
pub fn parse_xml(data: &[u8]) -> Result<XmlDocument, ManifestError> {
    // Text comes first because no other encoding begins with a tag; protobuf last because it has no signature.
    if text_xml::looks_text(data) {
        text_xml::parse(data)
    } else if binary_xml::looks_binary(data) {
        binary_xml::parse(data)
    } else if protobuf_xml::looks_protobuf(data) {
        protobuf_xml::parse(data)
    } else {
        Err(ManifestError::UnknownFormat { offset: 0 })
    }
}
