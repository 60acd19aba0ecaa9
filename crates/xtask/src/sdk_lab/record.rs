//! The dated record of a run; refuses numbers that the run did not produce.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, bail};

use super::Slice;
use super::build::{App, KINDS, rules};
use super::libraries::LabLibrary;
use super::score::{Board, GROUPS, PRESENT, TELLING, Tally};
use crate::files;
use crate::process::say;

fn share(part: u32, all: u32) -> f64 {
    if all == 0 {
        1.0
    } else {
        f64::from(part) / f64::from(all)
    }
}

impl Tally {
    pub(super) fn precision(&self) -> f64 {
        share(self.found, self.found + self.false_ones)
    }

    pub(super) fn recall(&self) -> f64 {
        share(self.found, self.found + self.missed)
    }

    pub(super) fn version_f1(&self) -> f64 {
        share(
            2 * self.version_right,
            2 * self.version_right + 2 * self.version_wrong + self.version_open,
        )
    }
}

/// Writes what each verdict on a version rests on, for choosing thresholds.
pub(super) fn write_verdicts(root: &Path, board: &Board) -> Result<()> {
    let head = "withheld\tbuild\tapp\tfamily\tversion\tquestion\texact\trange\tfacts\tmethods\texact methods\treshaped\tnew\town new\tlacking\n";
    let path = root.join("target/sdk-lab/versions.tsv");
    files::write(&path, [head, &board.verdicts.concat()].concat().as_bytes())?;
    say("sdk-lab: wrote target/sdk-lab/versions.tsv");
    Ok(())
}

pub(super) fn write(
    root: &Path,
    libraries: &[LabLibrary],
    apps: &[App<'_>],
    failed: &[String],
    board: &Board,
    slice: Slice,
    date: Option<&str>,
) -> Result<()> {
    let families: BTreeSet<&str> = libraries
        .iter()
        .filter(|library| library.role != "host")
        .map(|library| library.family.as_str())
        .collect();
    let n_groups = if slice == Slice::Small {
        2
    } else {
        GROUPS.len()
    };
    let groups = || GROUPS.iter().enumerate().take(n_groups);
    let mut text = String::new();
    writeln!(text, "# SDK lab\n")?;
    writeln!(
        text,
        "{} apps, {} library families, {} profiles, {} builds failed.",
        apps.len(),
        families.len(),
        board.n_profiles,
        failed.len()
    )?;
    writeln!(
        text,
        "A library counts as present with {PRESENT} surviving methods with code; smaller remains are scored apart.\nRelated: another part of the same catalogue entry, or a family of which a library of the app holds a copy of {PRESENT} or more methods; neither right nor false."
    )?;
    writeln!(
        text,
        "Version F1 is over the versions that what remains of the code, by R8's mapping, tells apart: every other version with a profile lacks {TELLING} or more of its hashed facts.\nAlike: those that it does not tell apart, of them answered exactly; only one: families with one profile; mixed: two versions in one app.\nWith the built version withheld every exact answer is wrong."
    )?;
    writeln!(
        text,
        "Thresholds are set on one half of the families, `set`; `scored`, the other half, is the score.\n`fresh` are families that were added when all thresholds stood; the record of their first run is kept.\n"
    )?;
    for withheld in [false, true] {
        writeln!(
            text,
            "## {}\n",
            if withheld {
                "The built versions withheld, code alone"
            } else {
                "All profiles, code alone"
            }
        )?;
        writeln!(
            text,
            "| build | group | found | missed | false | related | precision | recall | small found | version right | wrong | open | version F1 | alike | only one | mixed |"
        )?;
        writeln!(
            text,
            "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
        )?;
        for (n, kind) in KINDS.iter().enumerate() {
            for (half, group) in groups() {
                let tally = board
                    .tallies
                    .get(&(withheld, n, half))
                    .cloned()
                    .unwrap_or_default();
                writeln!(
                    text,
                    "| {kind} | {} | {} | {} | {} | {} | {:.3} | {:.3} | {}/{} | {} | {} | {} | {:.3} | {}/{} | {}/{} | {} |",
                    group,
                    tally.found,
                    tally.missed,
                    tally.false_ones,
                    tally.related,
                    tally.precision(),
                    tally.recall(),
                    tally.small_found,
                    tally.small,
                    tally.version_right,
                    tally.version_wrong,
                    tally.version_open,
                    tally.version_f1(),
                    tally.alike_told,
                    tally.alike_told + tally.alike_open,
                    tally.alone_told,
                    tally.alone_told + tally.alone_open,
                    tally.mixed
                )?;
            }
        }
        writeln!(text)?;
    }
    for withheld in [false, true] {
        writeln!(
            text,
            "## {}, all evidence\n\nCatalogue entries, by package names and code together; a package that is there under its own name is never false.\n",
            if withheld {
                "The built versions withheld"
            } else {
                "All profiles"
            }
        )?;
        writeln!(
            text,
            "| build | group | found | missed | false | related | precision | recall | small found |\n|---|---|---:|---:|---:|---:|---:|---:|---:|"
        )?;
        for (n, kind) in KINDS.iter().enumerate() {
            for (half, group) in groups() {
                let tally = board.evidence.get(&(withheld, n, half)).cloned();
                let tally = tally.unwrap_or_default();
                writeln!(
                    text,
                    "| {kind} | {} | {} | {} | {} | {} | {:.3} | {:.3} | {}/{} |",
                    group,
                    tally.found,
                    tally.missed,
                    tally.false_ones,
                    tally.related,
                    tally.precision(),
                    tally.recall(),
                    tally.small_found,
                    tally.small,
                )?;
            }
        }
        writeln!(text)?;
    }
    writeln!(
        text,
        "## Owners of classes, all profiles\n\n| build | right | wrong | missed |\n|---|---:|---:|---:|"
    )?;
    for (n, kind) in KINDS.iter().enumerate() {
        if let Some(tally) = board.tallies.get(&(false, n, 1)) {
            writeln!(
                text,
                "| {kind} | {} | {} | {} |",
                tally.classes_right, tally.classes_wrong, tally.classes_missed
            )?;
        }
    }
    writeln!(text, "\n## Rules of the builds\n")?;
    for kind in KINDS {
        writeln!(
            text,
            "- {kind}: {}",
            if kind == "plain" {
                "D8".to_owned()
            } else {
                format!("R8 {}", rules(kind).join(" "))
            }
        )?;
    }
    writeln!(
        text,
        "\n## Class-file profile against DEX profile\n\n| library | methods | agreement |\n|---|---:|---:|"
    )?;
    for row in &board.agreement {
        writeln!(
            text,
            "| {} | {} | {:.3} |",
            row.library,
            row.methods,
            share(row.same, row.methods)
        )?;
    }
    writeln!(text, "\n## Misses\n")?;
    for ((withheld, kind, half), tally) in board.tallies.iter().chain(&board.evidence) {
        for note in &tally.notes {
            writeln!(
                text,
                "- {}{} {}: {note}",
                KINDS.get(*kind).copied().unwrap_or_default(),
                if *withheld { ", withheld," } else { "" },
                GROUPS.get(*half).copied().unwrap_or_default(),
            )?;
        }
    }
    for build in failed {
        writeln!(text, "- not built: {build}")?;
    }
    writeln!(
        text,
        "\n## Inputs\n\n| library | version | sha256 |\n|---|---|---|"
    )?;
    for library in libraries {
        writeln!(
            text,
            "| {} | {} | {} |",
            library.family, library.version, library.sha256
        )?;
    }
    let name = match (slice, date) {
        (Slice::Small, _) => "target/sdk-lab/ci.md".to_owned(),
        (Slice::Fresh, Some(date)) => format!("tests/sdk_lab/record/{date}-fresh.md"),
        (Slice::All, Some(date)) => format!("tests/sdk_lab/record/{date}.md"),
        (Slice::Tune, _) | (_, None) => "target/sdk-lab/latest.md".to_owned(),
    };
    files::write(&root.join(&name), text.as_bytes())?;
    say(&format!("sdk-lab: wrote {name}"));
    if slice == Slice::Small {
        compare(root, &text)?;
    }
    if !failed.is_empty() {
        bail!("{} builds failed", failed.len());
    }
    Ok(())
}

/// The committed record of the small slice.
const CI: &str = "tests/sdk_lab/ci.md";

/// Fails when the small slice does not give what is committed; with `BLESS=1` writes it.
fn compare(root: &Path, text: &str) -> Result<()> {
    let path = root.join(CI);
    if std::env::var_os("BLESS").is_some() {
        return files::write(&path, text.as_bytes());
    }
    let known = files::read_text(&path)?;
    let differing: Vec<String> = known
        .lines()
        .zip(text.lines())
        .filter(|(old, new)| old != new)
        .take(8)
        .map(|(old, new)| format!("- {old}\n+ {new}"))
        .collect();
    if known != text {
        bail!(
            "{CI} is not what the slice gives (BLESS=1 rewrites it):\n{}",
            differing.join("\n")
        );
    }
    Ok(())
}
