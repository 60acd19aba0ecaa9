//! Runs the program under test on an app and reads what it reports; judges nothing.

use std::process::{Command, Stdio};

use serde_json::Value;

use super::corpus::App;

/// A place in the code.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) method: String,
    pub(super) offset: u32,
    pub(super) line: Option<u32>,
}

/// One frame of a chain.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) place: Place,
    pub(super) edge: String,
    pub(super) entry: Option<String>,
}

/// One reported access.
#[derive(Debug, Clone)]
pub(super) struct Access {
    pub(super) id: String,
    pub(super) api: String,
    pub(super) level: String,
    pub(super) via: String,
    pub(super) site: Place,
    pub(super) dex: String,
    pub(super) apk: String,
    pub(super) chain: Vec<Frame>,
}

/// The accesses of an app.
pub(super) fn accesses(app: &App) -> Vec<Access> {
    let output = Command::new(env!("CARGO_BIN_EXE_privlens"))
        .arg("scan")
        .arg(&app.path)
        .args(["--format", "json"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!(
            "{}: {error}: {}",
            app.name,
            String::from_utf8_lossy(&output.stderr)
        )
    });
    list(&document, "accesses").iter().map(access).collect()
}

fn access(row: &Value) -> Access {
    let site = row.get("site").expect("a site");
    Access {
        id: text(row, "id"),
        api: text(row, "api"),
        level: text(row, "level"),
        via: text(row, "via"),
        site: place(site),
        dex: text(site, "dex"),
        apk: text(site, "file"),
        chain: list(row, "chain")
            .iter()
            .map(|frame| Frame {
                place: place(frame),
                edge: text(frame, "edge"),
                entry: frame
                    .get("entry")
                    .and_then(Value::as_str)
                    .map(str::to_owned),
            })
            .collect(),
    }
}

fn place(row: &Value) -> Place {
    let number = |key: &str| {
        row.get(key)
            .and_then(Value::as_u64)
            .map(|n| u32::try_from(n).unwrap())
    };
    Place {
        method: text(row, "method"),
        offset: number("offset").expect("an offset"),
        line: number("line"),
    }
}

fn text(row: &Value, key: &str) -> String {
    row.get(key)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no text {key} in {row}"))
        .to_owned()
}

fn list<'v>(row: &'v Value, key: &str) -> &'v [Value] {
    row.get(key)
        .and_then(Value::as_array)
        .unwrap_or_else(|| panic!("no list {key}"))
}
