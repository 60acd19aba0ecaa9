//! Any bytes as a privacy policy; the first byte picks the name's ending.

use std::sync::OnceLock;

use policy_read::{AppNames, Input, InputRole, Reader};
use ruleset::Knowledge;

/// Names that lead to different readers.
const NAMES: [&str; 6] = ["a.txt", "a.md", "a.html", "a.mhtml", "a.docx", "a.pdf"];

fn reader() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(|| {
        let knowledge =
            Knowledge::from_image(knowledge_image::IMAGE).expect("the built-in catalogues open");
        Reader::new(&knowledge)
    })
}

/// One input.
pub fn run(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let read = reader().read(
        &[Input {
            name,
            bytes,
            role: InputRole::Policy,
        }],
        &AppNames::default(),
    );
    assert_eq!(read.documents.len(), 1);
    for statement in &read.statements {
        assert!(!statement.quote.is_empty());
    }
}
