//! Compiled, protobuf or text XML: the document, the manifest, the layout and the network policy in it.

use manifest_parse::{Locale, SourceFormat};

/// Decodes the bytes and types them in every way.
pub fn run(data: &[u8]) {
    let document = match manifest_parse::parse_xml(data) {
        Ok(document) => document,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let mut n_children = 0;
    for element in document.elements() {
        n_children += element.children().count();
        assert!(element.depth() <= document.elements().count());
        for attribute in element.attributes() {
            let _ = attribute.text();
            let _ = (
                attribute.value.as_bool(),
                attribute.value.as_u32(),
                attribute.value.reference(),
            );
        }
        if let Some(parent) = element.parent() {
            assert!(parent.offset() <= data.len());
        }
        if document.elements().count() > 300 {
            break;
        }
    }
    assert!(n_children <= data.len());
    for anomaly in document.anomalies() {
        // Offsets in text count in what was decoded, which is longer than what was invalid.
        assert!(anomaly.offset <= data.len() || document.source() == SourceFormat::Text);
    }
    let xml = manifest_parse::to_xml(&document, None);
    // Text that we write is text that we read.
    if document.root().is_some() {
        let _ = manifest_parse::parse_xml(xml.as_bytes());
    }
    let _ = manifest_parse::scan_layout(&document);
    let _ = manifest_parse::read_network_security(&document);
    for locale in [Locale::none(), Locale::parse("zh-CN")] {
        if let Ok(manifest) = manifest_parse::read_manifest(&document, None, &locale) {
            assert!(!format!("{manifest:?}").is_empty());
        }
    }
}
