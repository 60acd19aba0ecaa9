//! DEX tables and instructions against `dexdump`, androguard and the crate `dex`.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::known::Differences;
use super::listing::{Listing, only_in};
use super::{corpus, dexdump, ours, record};

/// What was compared, for the record.
#[derive(Default)]
struct Sum {
    dex: usize,
    classes: usize,
    methods: usize,
    instructions: usize,
}

impl Sum {
    fn add(&mut self, listing: &Listing) {
        let of = |name: &str| {
            usize::try_from(listing.counts.get(name).copied().unwrap_or_default()).unwrap()
        };
        self.dex += 1;
        self.classes += of("classes");
        self.methods += of("declared methods");
        self.instructions += of("instructions");
    }

    fn counts(&self, apps: usize) -> Vec<(&'static str, usize)> {
        vec![
            ("apps", apps),
            ("DEX files", self.dex),
            ("classes", self.classes),
            ("declared methods", self.methods),
            ("instructions", self.instructions),
        ]
    }
}

#[test]
fn dex_tables_agree_with_dexdump() {
    let Some(apps) = corpus::apps("dexdump", &[Path::new(dexdump::PROGRAM)]) else {
        return;
    };
    let mut differences = Differences::new("dexdump");
    let mut sum = Sum::default();
    for app in &apps {
        differences.looked_at(&app.name);
        let folder = corpus::scratch("dexdump", app);
        for (n, dex) in ours::dex_files(app).iter().enumerate() {
            let own = ours::listing(&dex.bytes);
            let theirs = dexdump::dump(&dex.write(&folder, n), &|_| false);
            if theirs.is_refused {
                differences.add(&app.name, &dex.name, "read", "refused");
            }
            compare(
                &mut differences,
                &app.name,
                &dex.name,
                &own,
                &theirs.listing,
            );
            sum.add(&own);
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
    record::settle("dexdump", sum.counts(apps.len()), &differences);
}

#[test]
fn dex_tables_agree_with_androguard() {
    let python = androguard();
    let script = corpus::root().join("tests/oracles/androguard_facts.py");
    let Some(apps) = corpus::apps("androguard", &[&python]) else {
        return;
    };
    let mut differences = Differences::new("androguard");
    let mut sum = Sum::default();
    for app in &apps {
        differences.looked_at(&app.name);
        let printed = corpus::run(&python, &[&script, &app.path]);
        assert!(printed.is_ok, "{}: {}", app.name, printed.stderr);
        let theirs: Value = serde_json::from_str(&printed.stdout).unwrap();
        let theirs = theirs.as_array().unwrap();
        let outer: Vec<ours::Dex> = ours::dex_files(app)
            .into_iter()
            .filter(|dex| dex.is_outer)
            .collect();
        let mut own_names: Vec<String> = outer.iter().map(|dex| dex.name.clone()).collect();
        let mut names: Vec<String> = theirs.iter().map(|row| text(row, "name")).collect();
        own_names.sort();
        names.sort();
        if own_names != names {
            let (own, names) = only_in(&own_names, &names);
            differences.add(&app.name, "DEX files", &own, &names);
        }
        for dex in &outer {
            let Some(row) = theirs.iter().find(|row| text(row, "name") == dex.name) else {
                continue;
            };
            let own = ours::listing(&dex.bytes);
            differences.compare(
                &app.name,
                &format!("{}: bytes", dex.name),
                &sha256(&dex.bytes),
                &text(row, "sha256"),
            );
            compare(&mut differences, &app.name, &dex.name, &own, &listing(row));
            sum.add(&own);
        }
    }
    record::settle("androguard", sum.counts(apps.len()), &differences);
}

#[test]
fn dex_tables_agree_with_the_crate_dex() {
    let Some(apps) = corpus::apps("dex", &[]) else {
        return;
    };
    let mut differences = Differences::new("dex");
    let mut sum = Sum::default();
    for app in &apps {
        differences.looked_at(&app.name);
        for dex in ours::dex_files(app) {
            let own = ours::listing(&dex.bytes);
            match crate_listing(dex.bytes) {
                Ok(theirs) => compare(&mut differences, &app.name, &dex.name, &own, &theirs),
                Err(error) => differences.add(&app.name, &dex.name, "read", &error),
            }
            sum.add(&own);
        }
    }
    record::settle("dex", sum.counts(apps.len()), &differences);
}

fn compare(differences: &mut Differences, app: &str, dex: &str, own: &Listing, theirs: &Listing) {
    for (item, own, theirs) in own.differences(theirs) {
        differences.add(app, &format!("{dex}: {item}"), &own, &theirs);
    }
}

/// The Python that `cargo xtask test` installs androguard for.
fn androguard() -> PathBuf {
    corpus::root().join("target/tools/androguard/bin/python")
}

fn listing(row: &Value) -> Listing {
    let mut out = Listing::default();
    for name in [
        "strings",
        "types",
        "protos",
        "fields",
        "methods",
        "classes",
        "declared methods",
        "methods with code",
        "code units",
        "instructions",
    ] {
        if let Some(n) = row.get(name).and_then(Value::as_u64) {
            out.add(name, n);
        }
    }
    let classes = row.get("class list").and_then(Value::as_array).unwrap();
    out.classes = classes
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect();
    out.classes.sort();
    out
}

fn text(row: &Value, key: &str) -> String {
    row.get(key).and_then(Value::as_str).unwrap().to_owned()
}

fn crate_listing(bytes: Vec<u8>) -> Result<Listing, String> {
    let dex = dex::DexReader::from_vec(bytes).map_err(|error| error.to_string())?;
    let count = |n: usize| u64::try_from(n).unwrap();
    let mut out = Listing::default();
    out.add("strings", count(dex.strings().count()));
    out.add("types", count(dex.types().count()));
    out.add("protos", count(dex.proto_ids().count()));
    out.add("fields", count(dex.field_ids().count()));
    out.add("methods", count(dex.method_ids().count()));
    for name in ["declared methods", "methods with code", "code units"] {
        out.add(name, 0);
    }
    // A class that it cannot read is missing from the list.
    for class in dex.classes().flatten() {
        out.classes
            .push(class.jtype().type_descriptor().to_string());
        for method in class.methods() {
            out.add("declared methods", 1);
            if let Some(code) = method.code() {
                out.add("methods with code", 1);
                out.add("code units", count(code.insns().len()));
            }
        }
    }
    out.classes.sort();
    Ok(out)
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    use std::fmt::Write as _;
    sha2::Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
