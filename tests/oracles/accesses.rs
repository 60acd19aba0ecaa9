//! Every reported access and every chain is confirmed by `dexdump` and `aapt`; there are no known differences.

use std::collections::BTreeSet;
use std::path::Path;

use super::aapt::Component;
use super::corpus::App;
use super::hierarchy::Program;
use super::report::Access;
use super::{aapt, chains, corpus, dexdump, evidence, ours, record, report};

#[test]
fn every_access_is_confirmed() {
    let Some(apps) = apps("accesses") else { return };
    let mut problems = Vec::new();
    let (mut n_accesses, mut n_chains, mut n_frames) = (0, 0, 0);
    for app in &apps {
        let accesses = report::accesses(app);
        let facts = Facts::new("accesses", app, &accesses);
        for access in &accesses {
            n_accesses += 1;
            n_chains += usize::from(!access.chain.is_empty());
            n_frames += access.chain.len();
            for error in facts.check(access) {
                problems.push(format!(
                    "{} {} {} at {} +{} ({}): {error}",
                    app.name,
                    access.id,
                    access.api,
                    access.site.method,
                    access.site.offset,
                    access.dex
                ));
            }
        }
    }
    assert!(
        n_accesses > 100 && n_chains > 10,
        "hardly anything to confirm"
    );
    let counts = [
        ("apps", apps.len()),
        ("accesses", n_accesses),
        ("chains", n_chains),
        ("frames", n_frames),
    ];
    record::finish("accesses", &counts, &problems);
}

/// The test of the test: each true access, made wrong in one way, must be refused.
#[test]
fn a_wrong_access_is_refused() {
    let Some(apps) = apps("wrong-accesses") else {
        return;
    };
    let app = apps
        .iter()
        .find(|app| app.name == "ApiDemos-debug.apk")
        .expect("the app is in the CI slice");
    let accesses = report::accesses(app);
    let facts = Facts::new("wrong-accesses", app, &accesses);
    let mut n = 0;
    for access in &accesses {
        for (what, wrong) in wrong(access) {
            n += 1;
            assert!(
                !facts.check(&wrong).is_empty(),
                "{} {} at {:?}: {what} was not noticed",
                access.id,
                access.api,
                access.site
            );
        }
    }
    assert!(n > accesses.len() * 3, "only {n} wrong accesses");
}

/// Copies of an access, each with one fault.
fn wrong(access: &Access) -> Vec<(&'static str, Access)> {
    let mut out = Vec::new();
    let mut with = |what, change: &dyn Fn(&mut Access)| {
        let mut copy = access.clone();
        change(&mut copy);
        out.push((what, copy));
    };
    with("a wrong offset", &|copy| {
        copy.site.offset += 1;
        if let Some(last) = copy.chain.last_mut() {
            last.place.offset += 1;
        }
    });
    with("a wrong line", &|copy| {
        copy.site.line = copy.site.line.map_or(Some(1), |line| Some(line + 1));
    });
    with("a wrong DEX file", &|copy| copy.dex.push('x'));
    with("a wrong method", &|copy| {
        copy.site.method = copy.site.method.replace("->", "->x");
    });
    if access.api.contains(";->") {
        with("a wrong member", &|copy| {
            copy.api = copy.api.replace(";->", ";->x");
        });
        with("a wrong prototype or type", &|copy| copy.api.push('x'));
    }
    if let Some((kind @ ("settings" | "property" | "exec" | "service"), text)) =
        access.api.split_once(':')
    {
        with("a wrong text", &|copy| {
            copy.api = format!("{kind}:x{text}");
        });
    }
    if access.chain.is_empty() {
        with("a claim to be reachable", &|copy| {
            "reachable".clone_into(&mut copy.level);
        });
    } else {
        with("a wrong entry", &|copy| {
            if let Some(first) = copy.chain.first_mut() {
                first.entry = Some("receiver.onReceive".to_owned());
            }
        });
        with("a lost end", &|copy| drop(copy.chain.pop()));
    }
    if access.chain.len() > 1 {
        with("a lost beginning", &|copy| drop(copy.chain.remove(0)));
        with("a wrong place in the first frame", &|copy| {
            if let Some(first) = copy.chain.first_mut() {
                first.place.offset += 1;
            }
        });
    }
    if access.chain.len() > 2 {
        with("a lost middle", &|copy| drop(copy.chain.remove(1)));
    }
    out
}

fn apps(test: &str) -> Option<Vec<App>> {
    corpus::apps(test, &[dexdump::PROGRAM, aapt::PROGRAM].map(Path::new))
}

/// What the other programs say of one app.
struct Facts {
    program: Program,
    components: Vec<Component>,
}

impl Facts {
    fn new(test: &str, app: &App, accesses: &[Access]) -> Self {
        let mut program = Program::default();
        if accesses.is_empty() {
            return Self {
                program,
                components: Vec::new(),
            };
        }
        let wanted: BTreeSet<&str> = accesses
            .iter()
            .flat_map(|access| {
                access
                    .chain
                    .iter()
                    .map(|frame| &frame.place)
                    .chain([&access.site])
            })
            .map(|place| place.method.as_str())
            .collect();
        let folder = corpus::scratch(test, app);
        for (n, dex) in ours::dex_files(app).iter().enumerate() {
            let dump = dexdump::dump(&dex.write(&folder, n), &|name| wanted.contains(name));
            program.add(&dex.apk, &dex.name, dump);
        }
        std::fs::remove_dir_all(&folder).unwrap();
        let elements = aapt::elements(app);
        let mut components = aapt::components(&elements);
        components.extend(aapt::layout_classes(app, aapt::package(&elements)));
        Self {
            program,
            components,
        }
    }

    /// Why the access does not hold; nothing if it does.
    fn check(&self, access: &Access) -> Vec<String> {
        [
            evidence::check(access, &self.program, &self.components),
            chains::check(access, &self.program, &self.components),
        ]
        .into_iter()
        .filter_map(Result::err)
        .collect()
    }
}
