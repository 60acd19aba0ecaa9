//! Reads the labels of the set.

use std::collections::{BTreeMap, BTreeSet};

use super::knowledge::root;

/// A labelled document.
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) head: BTreeMap<String, String>,
    /// Line, type, item.
    pub(crate) items: BTreeSet<(usize, String, String)>,
}

/// All documents, by id.
pub(crate) fn all() -> Vec<Labelled> {
    let base = root().join("tests/policies");
    let mut files: Vec<_> = std::fs::read_dir(base.join("labels"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let labels = std::fs::read_to_string(path).unwrap();
            let document = ["md", "txt", "html"]
                .iter()
                .map(|ending| base.join(format!("documents/{id}.{ending}")))
                .find(|path| path.exists())
                .unwrap();
            let mut head = BTreeMap::new();
            let mut items = BTreeSet::new();
            for line in labels.lines() {
                if let Some(comment) = line.strip_prefix("# ") {
                    let (key, value) = comment.split_once(": ").unwrap();
                    head.insert(key.to_owned(), value.to_owned());
                    continue;
                }
                let mut parts = line.split('\t');
                let number: usize = parts.next().unwrap().parse().unwrap();
                let kind = parts.next().unwrap();
                for item in parts {
                    let expanded: &[&str] = match item {
                        "loc" => &["location_precise", "location_coarse"],
                        item => &[item],
                    };
                    for item in expanded {
                        items.insert((number, kind.to_owned(), (*item).to_owned()));
                    }
                }
            }
            Labelled {
                id,
                text: std::fs::read_to_string(document).unwrap(),
                head,
                items,
            }
        })
        .collect()
}
