//! The cost of judging: all rules over a thousand facts. Prints, and asserts only a bound that a slow machine meets.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads files, takes the time and stops on what it does not expect"
)]

use std::path::Path;

use app_facts::{Access, AppFacts, Level, Owner, Phase, Scope, Site, Via};
use rule_eval::{EvalOptions, Judge};
use ruleset::source;

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

#[test]
fn all_rules_over_a_thousand_facts() {
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
    let mut best = std::time::Duration::MAX;
    let first = judge.judge(&facts);
    for _ in 0..20 {
        let start = std::time::Instant::now();
        let judgement = judge.judge(&facts);
        best = best.min(start.elapsed());
        assert_eq!(judgement, first);
    }
    eprintln!("{} rules over 1000 facts: {best:?}", judge.rules().count());
    assert!(best < std::time::Duration::from_millis(250));
}
