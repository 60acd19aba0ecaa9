//! Bundles of code: what the first bytes say, decoding, names in scripts and in opaque bytes, version patterns.

use embedded_code::{Encoding, Glob, Names, Pattern, SNIFF_BYTES};

/// Looks at the bytes in every way.
pub fn run(data: &[u8]) {
    let head = data.get(..SNIFF_BYTES.min(data.len())).unwrap_or_default();
    let _ = embedded_code::is_encrypted(head);
    let encoding = embedded_code::sniff(head).map_or(Encoding::Base64, |found| found.encoding);
    assert!(embedded_code::decode(data, encoding).len() <= data.len());
    let rows = [
        ("uni.getLocation", true),
        ("plus.device.imei", true),
        ("RNDeviceInfo", false),
        ("flutter.baseflow.com/geolocator", false),
    ];
    let names = Names::new(rows.map(|(name, is_call)| (name.to_owned(), is_call)));
    for mention in embedded_code::script::mentions(data, &names) {
        assert!(mention.offset < data.len());
    }
    for mention in embedded_code::opaque::mentions(data, &names) {
        assert!(mention.offset < data.len() && !mention.is_used);
    }
    let text = String::from_utf8_lossy(head);
    let _ = Glob::new(&text).matches("assets/apps/x/www/a.js");
    let _ = Glob::new("assets/**/*.js").matches(&text);
    for pattern in [text.as_ref(), "{#.#.#} (stable)", "\"v\" : \"{*}\""] {
        if let Some(pattern) = Pattern::new(pattern) {
            let _ = pattern.find(data);
        }
    }
}
