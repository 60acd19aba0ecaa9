//! Every reported access and every chain is confirmed by `dexdump` and `aapt`; there are no known differences.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::aapt::Component;
use super::corpus::App;
use super::hierarchy::Program;
use super::report::{Access, Frame};
use super::{aapt, callbacks, chains, corpus, dexdump, evidence, ours, record, report};

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
    let mut n = 0;
    let mut edges: BTreeSet<String> = BTreeSet::new();
    for app in &apps {
        let accesses = report::accesses(app);
        let facts = Facts::new("wrong-accesses", app, &accesses);
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for access in &accesses {
            // One app in full; of the others a few of each edge and of each way to read.
            let kinds = kinds(access);
            let is_new = kinds.iter().any(|kind| {
                let count = taken.entry(kind.clone()).or_default();
                *count += 1;
                *count <= 8
            });
            // What is not confirmed proves nothing when it is refused; the other test names it.
            if !(is_new || app.name == "ApiDemos-debug.apk") || !facts.check(access).is_empty() {
                continue;
            }
            edges.extend(kinds);
            for (what, wrong) in wrong(access).into_iter().chain(wrong_edges(access, &facts)) {
                n += 1;
                assert!(
                    !facts.check(&wrong).is_empty(),
                    "{} {} {} at {:?}: {what} was not noticed\n{:#?}",
                    app.name,
                    access.id,
                    access.api,
                    access.site,
                    wrong.chain
                );
            }
        }
    }
    assert!(n > 2_000, "only {n} wrong accesses");
    for edge in ["async", "event", "lifecycle", "start", "user"] {
        assert!(edges.contains(edge), "no {edge} edge was made wrong");
    }
}

/// The edges of the chain and the way to read.
fn kinds(access: &Access) -> BTreeSet<String> {
    access
        .chain
        .iter()
        .map(|frame| frame.edge.clone())
        .chain([access.via.clone()])
        .collect()
}

/// Copies of an access, each with one edge that the framework makes gone wrong.
fn wrong_edges(access: &Access, facts: &Facts) -> Vec<(&'static str, Access)> {
    let mut out = Vec::new();
    for (n, pair) in access.chain.windows(2).enumerate() {
        let [frame, next] = pair else { continue };
        if next.edge != "start" && !callbacks::KINDS.contains(&next.edge.as_str()) {
            continue;
        }
        let mut with = |what, change: &dyn Fn(&mut Frame, &mut Frame)| {
            let mut copy = access.clone();
            if let Some([frame, next]) = copy.chain.get_mut(n..n + 2) {
                change(frame, next);
            }
            out.push((what, copy));
        };
        with("a wrong reason for a callback", &|_, next| {
            let other = if next.edge == "refuse" {
                "scheduled"
            } else {
                "refuse"
            };
            other.clone_into(&mut next.edge);
        });
        with("a call in place of a callback", &|_, next| {
            "virtual".clone_into(&mut next.edge);
        });
        with("a callback to the method that registers", &|frame, next| {
            next.place.clone_from(&frame.place);
        });
        let code = facts.program.method(&frame.place.method);
        let Some(Some(code)) = code else { continue };
        // The method's end hands nothing over, and neither does a constant or a call without objects.
        for insn in &code.insns {
            let is_idle = insn.mnemonic.starts_with("return")
                || insn.mnemonic.starts_with("const")
                || insn.mnemonic.starts_with("invoke-static")
                    && insn
                        .member()
                        .is_some_and(|member| member.ty.starts_with("()"));
            if is_idle && insn.offset != frame.place.offset && insn.offset > 0 {
                let (offset, line) = (insn.offset, code.line(insn.offset));
                with("a wrong registration", &|frame, _| {
                    frame.place.offset = offset;
                    frame.place.line = line;
                });
            }
        }
    }
    out
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
    // A place in a native library or a script is named by its file.
    if access.site.method.contains("->") {
        with("a wrong method", &|copy| {
            copy.site.method = copy.site.method.replace("->", "->x");
        });
    }
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
                let is_receiver = first.entry.as_deref() == Some("receiver.onReceive");
                let other = if is_receiver {
                    "provider.onCreate"
                } else {
                    "receiver.onReceive"
                };
                first.entry = Some(other.to_owned());
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
        // Rows that name an annotation need it; nothing else does.
        let has_bridges = accesses.iter().any(|access| {
            access
                .chain
                .iter()
                .any(|frame| ["bridge", "async", "lifecycle"].contains(&frame.edge.as_str()))
        });
        let folder = corpus::scratch(test, app);
        for (n, dex) in ours::dex_files(app).iter().enumerate() {
            let path = dex.write(&folder, n);
            let dump = dexdump::dump(&path, &|name| wanted.contains(name));
            program.add(&dex.apk, &dex.name, dump);
            if has_bridges {
                program.annotate(dexdump::annotations(&path));
            }
        }
        for access in accesses {
            if ["native", "script"].contains(&access.via.as_str())
                && let Some(bytes) = ours::entry(app, &access.apk, &access.dex)
            {
                program.add_file(&access.apk, &access.dex, bytes);
            }
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
