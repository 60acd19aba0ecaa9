//! A resource table: packages, names, values, references and texts of some thousand identifiers.

use manifest_parse::{Locale, ResConfig};

/// Looks up what the table says it holds.
pub fn run(data: &[u8]) {
    let table = match manifest_parse::parse_resources(data) {
        Ok(table) => table,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let device = ResConfig::phone(&Locale::parse("zh-CN"));
    let packages: Vec<(u8, String)> = table
        .packages()
        .take(4)
        .map(|(id, name)| (id, name.to_owned()))
        .collect();
    let _ = table.locales();
    for (package, name) in &packages {
        for kind in (0..8).chain([0xff]) {
            for entry in (0..16).chain([0xffff]) {
                let id = u32::from(*package) << 24 | kind << 16 | entry;
                let values = table.values_of(id).take(100).count();
                let best = table.best_value_of(id, &device);
                assert!(best.is_none() || values > 0);
                let _ = table.resolve(id, &device);
                let _ = table.text_of(id, &device);
                if let Some(found) = table.name_of(id) {
                    let _ = table.id_of(Some(name), &found.kind, &found.entry);
                }
            }
        }
    }
    for anomaly in table.anomalies() {
        assert!(anomaly.offset <= data.len());
    }
    let mut n_bytes = 0;
    for text in table.strings(|_: &ResConfig| true).take(2_000) {
        n_bytes += text.text.len() + text.name.len();
    }
    assert!(n_bytes <= 2_000 * 2 * data.len().max(64) * 4);
}
