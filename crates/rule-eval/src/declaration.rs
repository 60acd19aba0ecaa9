//! Declaration forms: the CSV export of a Play Data safety form, and a simple `declaration.yaml`. Refuses other files.

use app_facts::{DisclosureMatch, Document, DocumentRole, Statement, StatementType};
use ruleset::schema::Judging;
use serde::Deserialize;

/// Rows of a form that are read.
const MAX_ROWS: usize = 20_000;
/// What a set of kinds for one type of the Play form is named.
const PLAY: &str = "play:";

/// Why a form cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeclarationError {
    /// Neither form.
    #[error("neither a Play Data safety export nor a privlens/declaration/1 file: {0}")]
    Unknown(String),
}

/// `declaration.yaml` of a store.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    format: String,
    #[serde(default)]
    collects: Vec<String>,
    #[serde(default)]
    shares: Vec<Shared>,
    #[serde(default)]
    denies: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shared {
    data: Vec<String>,
    #[serde(default)]
    with: Option<String>,
    #[serde(default)]
    company: Option<String>,
}

/// Reads a form into a document and what it says; ids of statements begin with `d`.
pub fn read(
    judging: &Judging<'_>,
    name: &str,
    text: &str,
    sha256: &str,
    doc: u32,
) -> Result<(Document, Vec<Statement>), DeclarationError> {
    let mut document = Document {
        role: DocumentRole::Declaration,
        name: name.to_owned(),
        sha256: sha256.to_owned(),
        language: "other".to_owned(),
        format: "yaml".to_owned(),
        characters: text.chars().count() as u64,
        ..Document::default()
    };
    let mut out = Vec::new();
    let mut add =
        |kind, data: Vec<String>, place: String, quote: String, sdk: Option<String>, company| {
            out.push(Statement {
                id: format!("d{}", out.len() + 1),
                doc,
                place,
                quote,
                kind,
                data,
                sdk,
                company,
                matched: DisclosureMatch::Exact,
                topics: Vec::new(),
                permissions: Vec::new(),
                conditional: false,
            });
        };
    if is_play(text) {
        document.role = DocumentRole::DataSafety;
        "csv".clone_into(&mut document.format);
        for (n, line) in text.lines().enumerate().skip(1).take(MAX_ROWS) {
            let cells = cells(line);
            let (Some(question), Some(response)) = (cells.first(), cells.get(1)) else {
                continue;
            };
            let value = cells.get(2).map(String::as_str).unwrap_or_default();
            if !value.eq_ignore_ascii_case("true") {
                continue;
            }
            let wanted = format!("{question} {response}");
            for set in judging.sets.iter().filter(|set| set.name.starts_with(PLAY)) {
                let code = set.name.trim_start_matches(PLAY);
                if response == code || wanted.split([' ', ':']).any(|part| part == code) {
                    add(
                        StatementType::Collect,
                        set.words.clone(),
                        format!("line {}", n + 1),
                        line.chars().take(200).collect(),
                        None,
                        None,
                    );
                }
            }
        }
        return Ok((document, out));
    }
    let form: Declared = serde_saphyr::from_str(text)
        .map_err(|error| DeclarationError::Unknown(error.to_string()))?;
    if form.format != "privlens/declaration/1" {
        return Err(DeclarationError::Unknown(format!("format {}", form.format)));
    }
    for data in form.collects {
        add(
            StatementType::Collect,
            vec![data.clone()],
            "collects".to_owned(),
            data,
            None,
            None,
        );
    }
    for row in form.shares {
        let quote = row.data.join(", ");
        add(
            StatementType::Share,
            row.data,
            "shares".to_owned(),
            quote,
            row.with,
            row.company,
        );
    }
    for data in form.denies {
        add(
            StatementType::Deny,
            vec![data.clone()],
            "denies".to_owned(),
            data,
            None,
            None,
        );
    }
    Ok((document, out))
}

/// The first line of the export names its columns.
fn is_play(text: &str) -> bool {
    let head = text.lines().next().unwrap_or_default().to_lowercase();
    head.contains("question id") && head.contains("response")
}

/// Cells of one line of CSV; quotes are doubled inside quotes.
fn cells(line: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                if let Some(cell) = out.last_mut() {
                    cell.push('"');
                }
            }
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(String::new()),
            c => {
                if let Some(cell) = out.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruleset::schema::WordSet;

    fn judging() -> Judging<'static> {
        Judging {
            sets: vec![WordSet {
                name: "play:PSL_PRECISE_LOCATION".to_owned(),
                words: vec!["location_precise".to_owned()],
            }],
            ..Judging::default()
        }
    }

    #[test]
    fn a_play_form_counts_only_what_is_true() {
        let text = "Question ID,Response ID,Response value\nPSL_DATA_TYPES_LOCATION,PSL_PRECISE_LOCATION,TRUE\n";
        let (document, statements) = read(&judging(), "f.csv", text, "", 0).unwrap();
        assert_eq!(document.role, DocumentRole::DataSafety);
        assert_eq!(statements.len(), 1);
        let text = text.replace("TRUE", "");
        assert!(
            read(&judging(), "f.csv", &text, "", 0)
                .unwrap()
                .1
                .is_empty()
        );
    }

    #[test]
    fn a_declaration_with_an_unknown_key_is_refused() {
        let good = "format: privlens/declaration/1\ncollects: [imei]\n";
        assert_eq!(read(&judging(), "d.yaml", good, "", 0).unwrap().1.len(), 1);
        let bad = "format: privlens/declaration/1\ncollect: [imei]\n";
        assert!(read(&judging(), "d.yaml", bad, "", 0).is_err());
    }
}
