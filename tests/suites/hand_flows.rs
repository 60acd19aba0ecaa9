//! Flows of public test apps that were read by hand: those found true are reported, those found false are not. An app
//! whose file is not there, or is another one, is left out.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// Characters of a digest in the list.
const SHOWN: usize = 16;

/// True flows that are not reported at present, by digest and kind, each with the reason.
const KNOWN_MISSES: [(&str, &str, &str); 0] = [];

/// False flows that are reported at present, by digest, kind and place of the sink, each with the reason.
const KNOWN_WRONG: [(&str, &str, &str, &str); 5] = [
    (
        "f888b95773d505c1",
        "hardware_profile",
        "Lcom/tencent/smtt/sdk/c;->a(Landroid/content/Context;Lcom/tencent/smtt/sdk/c$b;Lcom/tencent/smtt/sdk/c$a;)V+95",
        "stores whose name and key are not known are one",
    ),
    (
        "4e43734e8b5b2e89",
        "crash_logs",
        "Landroidx/test/internal/runner/listener/LogRunListener;->testFailure(Lorg/junit/runner/notification/Failure;)V+38",
        "all listeners count where one is read from an atomic reference",
    ),
    (
        "ed96af302a803ed8",
        "crash_logs",
        "Landroidx/test/internal/runner/listener/LogRunListener;->testFailure(Lorg/junit/runner/notification/Failure;)V+39",
        "all listeners count where one is read from an atomic reference",
    ),
    (
        "f888b95773d505c1",
        "crash_logs",
        "Landroidx/test/runner/MonitoringInstrumentation;->onException(Ljava/lang/Object;Ljava/lang/Throwable;)Z+14",
        "that a method answers so only for nothing is not known",
    ),
    (
        "80b0ae68a1189baa",
        "address",
        "Lsouch/smsbypass/MessageListFilter;->onSendMessage(Landroid/view/View;)V+19",
        "the field holds a number or name of a sender, not a postal address",
    ),
];

/// Fails when a report says otherwise than the list.
pub fn check(root: &Path) {
    let text = std::fs::read_to_string(root.join("tests/truth/hand-read-flows.tsv")).unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.len() >= 10, "only {} rows", rows.len());
    for row in &rows {
        assert_eq!(row.len(), 10, "{row:?}");
        assert_eq!(row[0].len(), SHOWN, "{row:?}");
        assert!(["true", "false"].contains(&row[8]), "{row:?}");
    }
    let apps = apps(&root.join("target/corpus"));
    for (digest, rows) in by_app(&rows) {
        let Some(path) = apps.get(digest) else {
            continue;
        };
        let output = Command::new(env!("CARGO_BIN_EXE_privlens"))
            .args(["scan", "--format", "json", "--progress", "none"])
            .arg(path)
            .output()
            .unwrap();
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        for row in rows {
            let place = |end: &Value| {
                format!(
                    "{}+{}",
                    end["site"]["method"].as_str().unwrap_or(""),
                    end["site"]["offset"]
                )
            };
            let reported = report["flows"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|flow| {
                    flow["data"]
                        .as_array()
                        .is_some_and(|data| data.iter().any(|id| id == row[2]))
                        && place(&flow["source"]) == row[4]
                        && flow["sink"]["kind"] == row[5]
                        && place(&flow["sink"]) == row[7]
                });
            let missed = KNOWN_MISSES
                .iter()
                .find(|(digest, data, _)| *digest == row[0] && *data == row[2]);
            let wrong = KNOWN_WRONG.iter().find(|(digest, data, place, _)| {
                *digest == row[0] && *data == row[2] && *place == row[7] && row[8] == "false"
            });
            let expected = (row[8] == "true" && missed.is_none()) || wrong.is_some();
            assert_eq!(
                reported, expected,
                "{row:?}, known miss: {missed:?}, known wrong: {wrong:?}"
            );
        }
    }
}

fn by_app<'r, 't>(rows: &'r [Vec<&'t str>]) -> BTreeMap<&'t str, Vec<&'r Vec<&'t str>>> {
    let mut out: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for row in rows {
        out.entry(row[0]).or_default().push(row);
    }
    out
}

/// Files of a folder by the beginning of their digest.
fn apps(folder: &Path) -> BTreeMap<String, std::path::PathBuf> {
    let mut out = BTreeMap::new();
    let Ok(list) = std::fs::read_dir(folder) else {
        return out;
    };
    for entry in list {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "apk") {
            let mut digest = String::new();
            for byte in Sha256::digest(std::fs::read(&path).unwrap()) {
                write!(digest, "{byte:02x}").unwrap();
            }
            digest.truncate(SHOWN);
            out.insert(digest, path);
        }
    }
    out
}
