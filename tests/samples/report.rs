//! Runs the program on an app and reads the part of its JSON report that the truth speaks of; judges nothing.

use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

/// The fields of a report that are compared; the rest of the contract is tested in the `report` crate.
#[derive(Deserialize)]
pub(crate) struct Report {
    pub(crate) accesses: Vec<Access>,
    pub(crate) permissions: Vec<Permission>,
}

/// One access of a report.
#[derive(Deserialize)]
pub(crate) struct Access {
    pub(crate) data: String,
    pub(crate) api: String,
    pub(crate) site: Site,
    pub(crate) owner: Owner,
    pub(crate) level: String,
    pub(crate) scope: String,
    pub(crate) chain: Vec<Step>,
}

/// Where an access is.
#[derive(Deserialize)]
pub(crate) struct Site {
    pub(crate) method: String,
    pub(crate) offset: u32,
    pub(crate) dex: String,
    /// `package.Class.method` of the source, where the app was renamed and a mapping was given.
    pub(crate) mapped: Option<String>,
}

/// Who holds the code.
#[derive(Deserialize)]
pub(crate) struct Owner {
    pub(crate) kind: String,
    pub(crate) sdk: Option<String>,
}

/// One step of a call chain.
#[derive(Deserialize)]
pub(crate) struct Step {
    pub(crate) method: String,
}

/// One permission of a report.
#[derive(Deserialize)]
pub(crate) struct Permission {
    pub(crate) name: String,
    pub(crate) status: String,
}

impl Site {
    /// Whether the site is in `method`; a renamed site is compared by class and name, all that a mapping gives.
    pub(crate) fn is_in(&self, method: &str) -> bool {
        match &self.mapped {
            Some(mapped) => *mapped == readable(method),
            None => self.method == method,
        }
    }
}

/// `package.Class.method` of a descriptor `Lpackage/Class;->method(…)…`.
fn readable(method: &str) -> String {
    let (class, rest) = method.split_once(";->").unwrap();
    let (name, _) = rest.split_once('(').unwrap();
    let class = class.trim_start_matches('L').replace('/', ".");
    format!("{class}.{name}")
}

impl Access {
    /// The owner in the words of the truth files: `app`, `sdk:ID`, or the kind alone.
    pub(crate) fn owner_text(&self) -> String {
        match &self.owner.sdk {
            Some(sdk) => format!("{}:{sdk}", self.owner.kind),
            None => self.owner.kind.clone(),
        }
    }
}

/// The report of `privlens scan` on `app`; stops the test when the program fails.
pub(crate) fn of(app: &Path, mapping: Option<&Path>) -> Report {
    let mut command = Command::new(env!("CARGO_BIN_EXE_privlens"));
    command
        .args(["scan", "--quiet", "--format", "json"])
        .arg(app)
        .stdin(Stdio::null());
    if let Some(mapping) = mapping {
        command.arg("--mapping").arg(mapping);
    }
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}: {}\n{}",
        app.display(),
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}
