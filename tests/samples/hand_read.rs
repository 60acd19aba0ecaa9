//! Scores reports of real apps against the hand-read lists in tests/truth, by the rules of tests/truth/README.md.
//!
//! Of the "matching registration" that counts for a callback row, only a report in the overriding method is accepted.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::report::{self, Access, Report};
use crate::score::Score;

/// One row of `hand-read-accesses.tsv`.
struct Row {
    apk: String,
    sha256: String,
    data: String,
    dex: String,
    method: String,
    offset: u32,
    api: String,
    near_miss: bool,
    reason: String,
}

/// Kinds that the list counts as the same: the row's kind, then what a report may say instead.
const SAME_KIND: &[(&str, &str)] = &[
    ("location_coarse", "location_precise"),
    ("location_precise", "location_coarse"),
    ("sms_content", "sms_otp"),
    ("camera_image", "camera_video"),
];

/// Rows of these forms name a constant, and count as found anywhere in the method.
const CONSTANT_ROWS: &[&str] = &["content:", "settings:", "file:", "exec:", "getprop:"];

/// Scores every app of the lists that lies in `corpus`; `None` for the others.
pub(crate) fn scores(root: &Path, corpus: &Path) -> Vec<(String, Option<Score>)> {
    let rows = rows(&root.join("tests/truth/hand-read-accesses.tsv"));
    let verdicts = table(&root.join("tests/truth/hand-read-permissions.tsv"));
    let mut apps: BTreeMap<String, String> = BTreeMap::new();
    for row in &rows {
        let sha256 = apps
            .entry(row.apk.clone())
            .or_insert_with(|| row.sha256.clone());
        assert_eq!(*sha256, row.sha256, "{} has two hashes", row.apk);
    }
    for verdict in &verdicts {
        let [apk, ..] = verdict.as_slice() else {
            panic!("an empty row of permissions");
        };
        assert!(apps.contains_key(apk), "{apk} has no access row");
    }
    apps.into_iter()
        .map(|(apk, sha256)| {
            let path = corpus.join(&apk);
            let bytes = std::fs::read(&path).unwrap_or_default();
            if hex(&Sha256::digest(&bytes)) != sha256 {
                return (apk, None);
            }
            let report = report::of(&path, None);
            let mut score = Score {
                subject: apk.clone(),
                ..Score::default()
            };
            for row in rows.iter().filter(|row| row.apk == apk) {
                access(row, &report, &mut score);
            }
            for verdict in verdicts.iter().filter(|row| row.first() == Some(&apk)) {
                permission(verdict, &report, &mut score);
            }
            (apk, Some(score))
        })
        .collect()
}

fn access(row: &Row, report: &Report, score: &mut Score) {
    if row.reason.starts_with("contested:") {
        return;
    }
    let name = format!(
        "{} by {} at {}+{} of {}",
        row.data, row.api, row.method, row.offset, row.dex
    );
    if row.near_miss {
        score.forbidden += 1;
        let wrong = report.accesses.iter().find(|access| {
            access.site.method == row.method
                && access.site.dex == row.dex
                && access.site.offset == row.offset
                && access.data == row.data
                && access.scope == "full"
                // A callback's registration has its own place; a name alone claims no read.
                && access.level != "string"
        });
        if let Some(wrong) = wrong {
            score.wrong += 1;
            score
                .differences
                .push(format!("wrongly reported, {}: {name}", wrong.api));
        }
        return;
    }
    score.expected += 1;
    let found: Vec<&Access> = report
        .accesses
        .iter()
        .filter(|access| same_kind(&row.data, &access.data) && same_place(row, access))
        .collect();
    if found.is_empty() {
        score.differences.push(format!("missed: {name}"));
    } else if row.reason.starts_with("no caller found")
        && found.iter().all(|access| access.level == "reachable")
    {
        score
            .differences
            .push(format!("level reachable, no caller was found: {name}"));
    } else {
        score.found += 1;
    }
}

fn same_kind(row: &str, reported: &str) -> bool {
    row == reported || SAME_KIND.contains(&(row, reported))
}

fn same_place(row: &Row, access: &Access) -> bool {
    let site = &access.site;
    if site.method == row.method && site.dex == row.dex {
        return site.offset == row.offset
            || CONSTANT_ROWS.iter().any(|form| row.api.starts_with(form))
            || is_callback(row);
    }
    (row.api.starts_with("getprop:") || row.api.starts_with("exec:"))
        && is_named_caller(row, access)
}

/// Offset 0 of an override of the listed listener method.
fn is_callback(row: &Row) -> bool {
    let name = |descriptor: &str| descriptor.split_once("->").map(|(_, rest)| rest.to_owned());
    row.offset == 0 && row.api.starts_with('L') && name(&row.api) == name(&row.method)
}

/// Whether the reason names the method of `access`, as in `onCreate offset 61` or `A$7.run offset 21`.
fn is_named_caller(row: &Row, access: &Access) -> bool {
    let words: Vec<&str> = row.reason.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let [method, "offset"] = pair else {
            return false;
        };
        let Some((class, rest)) = access.site.method.split_once(";->") else {
            return false;
        };
        let same_class = row.method.starts_with(&format!("{class};->"));
        match method.rsplit_once('.') {
            Some((outer, method)) => {
                class.ends_with(outer) && rest.starts_with(&format!("{method}("))
            }
            None => same_class && rest.starts_with(&format!("{method}(")),
        }
    })
}

fn permission(row: &[String], report: &Report, score: &mut Score) {
    let [_, name, declared, status, _] = row else {
        panic!("a row of permissions has {} fields", row.len());
    };
    assert!(["yes", "no"].contains(&declared.as_str()), "{name}");
    if status == "unknown" {
        return;
    }
    score.permissions += 1;
    let found = report
        .permissions
        .iter()
        .find(|permission| permission.name == *name)
        .map_or("absent", |permission| permission.status.as_str());
    // A permission that is neither declared nor used has no place in a report.
    if found == status || (declared == "no" && found == "absent") {
        score.permissions_right += 1;
    } else {
        score
            .differences
            .push(format!("permission {found} instead of {status}: {name}"));
    }
}

fn rows(path: &Path) -> Vec<Row> {
    table(path)
        .into_iter()
        .map(|fields| {
            let [apk, sha256, data, dex, method, offset, api, verdict, reason] =
                <[String; 9]>::try_from(fields).unwrap();
            assert!(
                ["read", "near-miss"].contains(&verdict.as_str()),
                "{verdict}"
            );
            Row {
                apk,
                sha256,
                data,
                dex,
                method,
                offset: offset.parse().unwrap(),
                api,
                near_miss: verdict == "near-miss",
                reason,
            }
        })
        .collect()
}

fn table(path: &Path) -> Vec<Vec<String>> {
    std::fs::read_to_string(path)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
