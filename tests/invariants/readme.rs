//! The run that the README shows, cut to the parts a reader needs; refuses to shorten lines.

use std::path::Path;
use std::process::{Command, Stdio};

const BEGIN: &str = "<!-- begin run: written by tests/invariants.rs with BLESS=1 -->\n";
const END: &str = "<!-- end run -->";
const CUT: &str = "[...]";
/// Lines of the matrix that are shown.
const MATRIX: usize = 14;

/// The README and what it should be.
pub(crate) fn both(root: &Path) -> (String, String) {
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let run = excerpt(&output(root));
    let wanted = format!("{before}{BEGIN}```text\n{run}```\n{END}{after}");
    (readme, wanted)
}

fn output(root: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_privlens"))
        .args(["scan", "--lang", "en"])
        .arg("samples/judged/flashlight_contacts/flashlight_contacts.apk")
        .args(["--policy", "samples/judged/flashlight_contacts/policy.md"])
        .args(["--category", "utilities"])
        .args(["--first-party-domain", "flashlight-contacts.example"])
        .current_dir(root)
        .env("COLUMNS", "100")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// Head, verdict table and the first two findings, then the places and the beginning of the matrix.
fn excerpt(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let find = |wanted: &str| {
        lines
            .iter()
            .position(|line| line.starts_with(wanted))
            .unwrap_or_else(|| panic!("no line begins with {wanted:?}"))
    };
    let third = find("  3. [");
    let places = find("Where personal information is read");
    let permissions = find("Permissions");
    let matrix = find("Items covered");
    let mut kept: Vec<&str> = lines.iter().take(third).copied().collect();
    kept.push(CUT);
    kept.extend(lines.iter().take(permissions).skip(places));
    kept.push(CUT);
    kept.extend(lines.iter().skip(matrix).take(MATRIX));
    kept.push(CUT);
    kept.iter()
        .flat_map(|line| [line.trim_end(), "\n"])
        .collect()
}
