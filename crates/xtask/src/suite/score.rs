//! `cargo xtask score DIR`: compares the flows that privlens reports for a folder of apps with an expectation file.
//! Never writes an expectation.
//!
//! `DIR/expected.tsv` has the columns app (path below DIR), source, sink, expected (`yes` or `no`) and, where wanted,
//! a category; without one the folder of the app is its category. A first line with the names of the columns and lines
//! that begin with `#` are passed over. Source and sink are `*`, a word of the report (kind of
//! information, kind of sink), a class and method (`Lpkg/Class;->name` with or without the rest) or a signature in
//! the form `<pkg.Class: type name(types)>`. With several rows for an app, each row is a question of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::counts::{self, Counts};
use crate::files;
use crate::process::{Tool, say};

const FILE: &str = "expected.tsv";

/// One row of the expectation file.
struct Question {
    app: String,
    source: Pattern,
    sink: Pattern,
    expected: bool,
    category: String,
    line: String,
}

/// Something a source or sink is compared with.
#[derive(Debug, PartialEq, Eq)]
enum Pattern {
    /// `*`
    Anything,
    /// The beginning of a member's descriptor.
    Member(String),
    /// A word of the report.
    Word(String),
}

/// Runs `binary` over the apps that the expectation file names and prints the scores.
pub(crate) fn run(root: &Path, folder: &Path, binary: Option<&Path>) -> Result<()> {
    let text = files::read_text(&folder.join(FILE))?;
    let questions = questions(&text)?;
    let mut apps: Vec<&str> = questions.iter().map(|q| q.app.as_str()).collect();
    apps.sort_unstable();
    apps.dedup();
    let binary = match binary {
        Some(path) => path.to_owned(),
        None => find_binary(root)?,
    };
    let flows = flows(root, &binary, folder, &apps)?;
    let mut rows: BTreeMap<String, Counts> = BTreeMap::new();
    let mut notes = Vec::new();
    for question in &questions {
        let Some(flows) = flows.get(&question.app) else {
            notes.push(format!("no report: {}", question.line));
            rows.entry(question.category.clone())
                .or_default()
                .count(question.expected, false);
            continue;
        };
        let reported = flows.iter().any(|flow| {
            matches(flow, "source", &question.source) && matches(flow, "sink", &question.sink)
        });
        if reported != question.expected {
            let word = if reported { "wrong" } else { "missed" };
            notes.push(format!("{word}: {}", question.line));
        }
        rows.entry(question.category.clone())
            .or_default()
            .count(question.expected, reported);
    }
    for note in &notes {
        say(note);
    }
    say(&counts::table("category", &rows));
    Ok(())
}

fn questions(text: &str) -> Result<Vec<Question>> {
    let mut found = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if number == 0 && cells.get(3) == Some(&"expected") {
            continue;
        }
        let (app, source, sink, expected, category) = match cells.as_slice() {
            [app, source, sink, expected] => (app, source, sink, expected, None),
            [app, source, sink, expected, category] => {
                (app, source, sink, expected, Some(*category))
            }
            _ => bail!(
                "{FILE} line {}: {} columns instead of 4 or 5",
                number + 1,
                cells.len()
            ),
        };
        let expected = match *expected {
            "yes" => true,
            "no" => false,
            other => bail!("{FILE} line {}: expected is {other}", number + 1),
        };
        let folder = Path::new(app)
            .parent()
            .map(|path| path.to_string_lossy().into_owned())
            .unwrap_or_default();
        found.push(Question {
            app: (*app).to_owned(),
            source: pattern(source),
            sink: pattern(sink),
            expected,
            category: category.map_or(folder, str::to_owned),
            line: line.replace('\t', " "),
        });
    }
    if found.is_empty() {
        bail!("{FILE} asks nothing");
    }
    Ok(found)
}

fn pattern(text: &str) -> Pattern {
    if text == "*" {
        return Pattern::Anything;
    }
    if let Some(inner) = text
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
        && let Some((class, member)) = inner.split_once(": ")
    {
        let name = member
            .split('(')
            .next()
            .and_then(|head| head.rsplit(' ').next())
            .unwrap_or(member);
        return Pattern::Member(format!("L{};->{name}(", class.replace('.', "/")));
    }
    if text.contains(";->") {
        return Pattern::Member(text.to_owned());
    }
    Pattern::Word(text.to_owned())
}

fn matches(flow: &Value, end: &str, pattern: &Pattern) -> bool {
    let place = flow.get(end);
    match pattern {
        Pattern::Anything => true,
        Pattern::Member(start) => place
            .and_then(|place| place.get("api"))
            .and_then(Value::as_str)
            .is_some_and(|api| api.starts_with(start.as_str())),
        Pattern::Word(word) => {
            let kind = place
                .and_then(|place| place.get("kind"))
                .and_then(Value::as_str);
            let data = flow.get("data").and_then(Value::as_array);
            if end == "sink" {
                kind == Some(word.as_str())
            } else {
                data.is_some_and(|data| data.iter().any(|id| id.as_str() == Some(word)))
            }
        }
    }
}

/// The flows of each app, by the app's path below `folder`; an app without a report has no entry.
fn flows(
    root: &Path,
    binary: &Path,
    folder: &Path,
    apps: &[&str],
) -> Result<BTreeMap<String, Vec<Value>>> {
    let mut by_digest = BTreeMap::new();
    let mut list = String::new();
    for app in apps {
        let path = folder.join(app);
        if path.is_file() {
            by_digest.insert(files::sha256(&files::read(&path)?), (*app).to_owned());
            list.push_str(&path.to_string_lossy());
            list.push('\n');
        }
    }
    let scratch = root.join("target/tmp/score");
    files::fresh_dir(&scratch)?;
    let list_path = scratch.join("apps.txt");
    let out = scratch.join("reports.jsonl");
    files::write(&list_path, list.as_bytes())?;
    // The exit code says whether something was found, not whether the run went well: the reports do.
    let outcome = Tool::new(binary)
        .args(["scan", "--format", "jsonl", "--progress", "none", "--list"])
        .arg(&list_path)
        .arg("--output")
        .arg(&out)
        .output();
    if !out.is_file() {
        outcome?;
    }
    let mut found = BTreeMap::new();
    for line in files::read_text(&out)?.lines() {
        let report: Value = serde_json::from_str(line).context("a report is not JSON")?;
        let digest = report
            .pointer("/app/files/0/sha256")
            .and_then(Value::as_str);
        let Some(app) = digest.and_then(|digest| by_digest.get(digest)) else {
            continue;
        };
        let flows = report.get("flows").and_then(Value::as_array);
        found.insert(app.clone(), flows.cloned().unwrap_or_default());
    }
    Ok(found)
}

fn find_binary(root: &Path) -> Result<PathBuf> {
    for profile in ["release", "checked"] {
        let path = root.join("target").join(profile).join("privlens");
        if path.is_file() {
            return Ok(path);
        }
    }
    bail!("no privlens in target/release or target/checked: build it or give --binary")
}

#[cfg(test)]
mod tests {
    use super::{Pattern, matches, pattern, questions};

    #[test]
    fn every_form_of_a_member_is_understood() {
        let member = Pattern::Member("La/B;->c(".to_owned());
        assert_eq!(pattern("<a.B: java.lang.String c(int)>"), member);
        assert_eq!(
            pattern("La/B;->c(I)V"),
            Pattern::Member("La/B;->c(I)V".to_owned())
        );
        assert_eq!(pattern("imei"), Pattern::Word("imei".to_owned()));
        assert_eq!(pattern("*"), Pattern::Anything);
    }

    #[test]
    fn a_flow_matches_by_api_kind_and_data() {
        let flow = serde_json::json!({
            "data": ["imei"],
            "source": {"api": "La/B;->c()V"},
            "sink": {"api": "La/D;->log(I)V", "kind": "log"},
        });
        assert!(matches(&flow, "source", &pattern("imei")));
        assert!(matches(&flow, "source", &pattern("<a.B: void c()>")));
        assert!(!matches(&flow, "source", &pattern("<a.B: void cc()>")));
        assert!(matches(&flow, "sink", &pattern("log")));
        assert!(!matches(&flow, "sink", &pattern("imei")));
    }

    #[test]
    fn the_folder_is_the_category_unless_one_is_given() {
        let rows =
            questions("# app\nAlias/一.apk\timei\tlog\tyes\nb.apk\t*\tsms\tno\t别名\n").unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].category, "Alias");
        assert_eq!(rows[1].category, "别名");
        assert!(!rows[1].expected);
    }

    #[test]
    fn names_of_columns_are_passed_over() {
        let rows = questions(
            "\u{feff}app\tsource\tsink\texpected\tcategory\r\n𠮷/b.apk\t*\tsms\tyes\t𠮷\r\n",
        )
        .unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].category, "𠮷");
        assert!(questions("a.apk\t*\t*\tno\napp\tsource\tsink\texpected\n").is_err());
    }

    #[test]
    fn a_bad_answer_is_an_error_with_its_line() {
        let error = questions("a.apk\t*\t*\tmaybe\n").map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), "expected.tsv line 1: expected is maybe");
    }
}
