//! Profiles made of class files against those made of the DEX file that D8 makes of them; refuses a library that agrees
//! less than it should and is not listed with the reason.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, bail};

use super::libraries::LabLibrary;
use super::{build, profiles, score};
use crate::{files, table, zips};

/// Part of the methods, in a thousand, whose fingerprints must be equal.
const LEAST: u32 = 950;
/// Libraries that agree less, with the reason.
const KNOWN: &str = "tests/sdk_lab/agreement.tsv";

/// One library: methods compared, those that agree, and names of some that do not.
#[derive(Debug)]
pub(super) struct Agreement {
    pub(super) library: String,
    pub(super) methods: u32,
    pub(super) same: u32,
    pub(super) differing: Vec<String>,
}

impl Agreement {
    fn is_low(&self) -> bool {
        self.same * 1000 < self.methods * LEAST
    }
}

/// For each library: methods whose fingerprint from class files is the one from the DEX file that D8 makes.
pub(super) fn measure(root: &Path, libraries: &[LabLibrary]) -> Result<Vec<Agreement>> {
    let mut out = Vec::new();
    for library in libraries.iter().filter(|library| library.role != "host") {
        let members = zips::read_all(&build::library_dex(root, library))?;
        let parsed = score::parse(&members);
        let dex = sdk_fingerprint::of_program(&score::program(&parsed));
        let by_name: BTreeMap<&[u8], &sdk_fingerprint::NamedClass> = dex
            .iter()
            .map(|class| (class.descriptor.as_slice(), class))
            .collect();
        let mut row = Agreement {
            library: format!("{} {}", library.family, library.version),
            methods: 0,
            same: 0,
            differing: Vec::new(),
        };
        for class in profiles::classes(library)? {
            let Some(other) = by_name.get(class.descriptor.as_slice()) else {
                continue;
            };
            let prints: BTreeMap<&[u8], &sdk_fingerprint::MethodPrint> = other
                .methods
                .iter()
                .map(|(label, print)| (label.as_slice(), print))
                .collect();
            for (label, print) in &class.methods {
                if print.exact == 0 && print.atoms.is_empty() {
                    continue;
                }
                let Some(other) = prints.get(label.as_slice()) else {
                    continue;
                };
                row.methods += 1;
                if *other == print {
                    row.same += 1;
                } else {
                    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                    row.differing
                        .push(format!("{}->{}", text(&class.descriptor), text(label)));
                }
            }
        }
        out.push(row);
    }
    out.sort_by(|a, b| a.library.cmp(&b.library));
    Ok(out)
}

/// Fails when a library that agrees too little is not listed, or a listed one agrees well.
pub(super) fn check(root: &Path, rows: &[Agreement]) -> Result<()> {
    let text = files::read_text(&root.join(KNOWN))?;
    let known: BTreeMap<String, String> = table::rows::<2>(KNOWN, &text)?
        .into_iter()
        .map(|[library, reason]| (library, reason))
        .collect();
    let mut wrong = Vec::new();
    for row in rows {
        match (row.is_low(), known.contains_key(&row.library)) {
            (true, false) => wrong.push(format!(
                "{}: {} of {} methods agree; differing: {}",
                row.library,
                row.same,
                row.methods,
                row.differing.join(", ")
            )),
            (false, true) => wrong.push(format!("{}: agrees and is listed", row.library)),
            _ => {}
        }
    }
    if !wrong.is_empty() {
        bail!("{KNOWN} is not what was measured:\n{}", wrong.join("\n"));
    }
    Ok(())
}
