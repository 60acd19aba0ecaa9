//! The run that the README shows, cut to the parts a reader needs; refuses to shorten lines.

use std::path::Path;
use std::process::{Command, Stdio};

const BEGIN: &str = "<!-- begin run: written by tests/invariants.rs with BLESS=1 -->\n";
const END: &str = "<!-- end run -->";
const CUT: &str = "[...]";

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
        .args(["scan", "samples/weather/weather.apk", "--lang", "en"])
        .current_dir(root)
        .env("COLUMNS", "100")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// Head and summary, the kind IMEI, and from the permissions to the end.
fn excerpt(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let find = |wanted: &str| {
        lines
            .iter()
            .position(|line| line.starts_with(wanted))
            .unwrap_or_else(|| panic!("no line begins with {wanted:?}"))
    };
    let places = find("Where personal information is read");
    let legend = places + 2;
    let imei = find("    IMEI  imei");
    let next = lines
        .iter()
        .skip(imei + 1)
        .position(|line| line.starts_with("    ") && !line.starts_with("     "))
        .unwrap()
        + imei
        + 1;
    let permissions = find("Permissions");
    let mut kept: Vec<&str> = lines.iter().take(legend).copied().collect();
    kept.push(CUT);
    kept.extend(lines.iter().take(next).skip(imei));
    kept.push(CUT);
    kept.extend(lines.iter().skip(permissions));
    kept.iter()
        .flat_map(|line| [line.trim_end(), "\n"])
        .collect()
}
