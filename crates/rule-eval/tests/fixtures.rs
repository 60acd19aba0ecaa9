//! Every rule of the project against its own hits and near misses; `MUTATE=1` breaks each condition in turn too.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

use std::path::Path;

use rule_eval::fixture;
use ruleset::schema::Catalogues;
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

fn catalogues() -> (Catalogues<'static>, Vec<(String, Vec<u8>)>) {
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
    files.sort();
    (source::read(&files).unwrap().catalogues, files)
}

#[test]
fn every_rule_hits_and_misses() {
    let (catalogues, files) = catalogues();
    let (cases, errors) = fixture::read(&files, &catalogues);
    for error in &errors {
        eprintln!("error: {error}");
    }
    let mutate = std::env::var("MUTATE").is_ok();
    let run = fixture::run(&cases, &catalogues, mutate);
    for failure in &run.failures {
        eprintln!("failure: {failure}");
    }
    for survivor in &run.survivors {
        eprintln!("survivor: {survivor}");
    }
    eprintln!(
        "{} rules, {} cases, {} mutants, {} survivors, untested {:?}",
        run.rules,
        run.cases,
        run.mutants,
        run.survivors.len(),
        run.untested
    );
    assert!(errors.is_empty() && run.failures.is_empty() && run.untested.is_empty());
}
