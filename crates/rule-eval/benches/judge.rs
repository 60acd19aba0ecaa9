//! Prints what judging costs: all rules over a thousand facts. Refuses to assert anything about time.
//!
//! `cargo bench -p rule-eval --bench judge`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark reads files and clocks, prints, and may stop on a broken set-up"
)]

use std::path::Path;

use app_facts::{Access, AppFacts, Level, Owner, Phase, Scope, Site, Via};
use rule_eval::{EvalOptions, Judge};
use ruleset::source;

/// Runs; the least counts, since noise only adds.
const RUNS: usize = 20;

fn read_folder(folder: &Path, root: &Path, out: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(&path, root, out);
        } else {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            out.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

fn facts(n: usize) -> AppFacts {
    let kinds = [
        "imei",
        "android_id",
        "location_precise",
        "installed_apps",
        "os_version",
    ];
    let accesses = (0..n)
        .map(|i| Access {
            data: kinds.iter().cycle().nth(i).copied().unwrap_or_default().to_owned(),
            api: "La/B;->get()V".to_owned(),
            site: Site {
                method: format!("La/C{i};->f()V"),
                offset: 1,
                line: None,
                dex: "classes.dex".to_owned(),
                file: "base.apk".to_owned(),
            },
            owner: Owner::app(),
            initiator: Owner::app(),
            level: Level::Reachable,
            phase: Some(Phase::UserAction),
            via: Via::Direct,
            scope: Scope::Full,
            ..serde_json::from_value(serde_json::json!({
                "data": "", "api": "", "site": {"method": "", "offset": 0, "line": null, "dex": "", "file": ""},
                "owner": {"kind": "app", "sdk": null}, "initiator": {"kind": "app", "sdk": null},
                "level": "reachable", "phase": null, "via": "direct", "obtainable": null, "scope": "full",
                "background_weight": false, "chain": [], "cuts": [], "model": "", "key": ""
            }))
            .unwrap()
        })
        .collect();
    AppFacts {
        accesses,
        ..AppFacts::default()
    }
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulesets");
    let mut files = Vec::new();
    for folder in [
        "rules",
        "clauses",
        "categories",
        "texts",
        "behaviours",
        "taxonomy",
        "sdks",
    ] {
        read_folder(&root.join(folder), &root, &mut files);
    }
    files.push((
        "release.yaml".to_owned(),
        std::fs::read(root.join("release.yaml")).unwrap(),
    ));
    let catalogues = source::read(&files).unwrap().catalogues;
    let judge = Judge::with(&catalogues, &EvalOptions::default());
    let facts = facts(1_000);
    let first = judge.judge(&facts);
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let start = cpu_time::ProcessTime::now();
        let judgement = judge.judge(&facts);
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
        assert_eq!(judgement, first);
    }
    println!(
        "{} rules over 1000 facts: {best:.2} ms of CPU time",
        judge.rules().count()
    );
}
