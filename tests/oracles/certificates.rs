//! Signing certificates against `apksigner`, which also does the mathematics that privlens leaves out. It prints those
//! of the newest scheme only, so that older ones are not compared.

use std::path::Path;

use super::known::Differences;
use super::{corpus, ours, record};

const PROGRAM: &str = "/usr/bin/apksigner";

/// What it says of an archive without any signature.
const UNSIGNED: [&str; 2] = [
    "ERROR: No JAR signatures",
    "ERROR: Missing META-INF/MANIFEST.MF",
];

#[test]
fn certificates_agree_with_apksigner() {
    let Some(apps) = corpus::apps("apksigner", &[Path::new(PROGRAM)]) else {
        return;
    };
    let mut differences = Differences::new("apksigner");
    let mut n = 0;
    for app in &apps {
        differences.looked_at(&app.name);
        let own = ours::certificates(app);
        n += own.len();
        let own = if own.is_empty() {
            "none".to_owned()
        } else {
            own.join(" ")
        };
        let printed = corpus::run(
            Path::new(PROGRAM),
            &[
                Path::new("verify"),
                Path::new("--print-certs"),
                app.path.as_path(),
            ],
        );
        let mut theirs: Vec<&str> = printed
            .stdout
            .lines()
            .filter(|line| line.starts_with("Signer"))
            .filter_map(|line| line.split_once("certificate SHA-256 digest: "))
            .map(|(_, digest)| digest)
            .collect();
        theirs.sort_unstable();
        theirs.dedup();
        let theirs = if theirs.is_empty() {
            let why = printed
                .stderr
                .lines()
                .chain(printed.stdout.lines())
                .find(|line| line.starts_with("ERROR"))
                .unwrap_or("DOES NOT VERIFY");
            if UNSIGNED.contains(&why) {
                "none".to_owned()
            } else {
                why.to_owned()
            }
        } else {
            theirs.join(" ")
        };
        differences.compare(&app.name, "certificates", &own, &theirs);
    }
    let counts = vec![("apps", apps.len()), ("certificates", n)];
    record::settle("apksigner", counts, &differences);
}
