//! More models never lose a true flow: the suite of flows is run with catalogues that say more than the built-in ones.
//! Does not judge flows that only the further models give.

use std::fmt::Write as _;
use std::path::Path;

use crate::programs;
use crate::truth::Answer;

/// One row of the added tables in so many of the built-in ones.
const EVERY: usize = 7;

/// Catalogues with rows that say more: methods through which nothing flowed now hand on their receiver, further calls
/// are sinks, further calls are ways out.
fn write_models(root: &Path, folder: &Path) {
    let tables = folder.join("dataflow");
    std::fs::create_dir_all(tables.join("summaries")).unwrap();
    std::fs::create_dir_all(tables.join("sinks")).unwrap();
    let mut summaries = String::new();
    for file in ["java-util.tsv", "java-lang.tsv", "android.tsv", "json.tsv"] {
        let text =
            std::fs::read_to_string(root.join("rulesets/dataflow/summaries").join(file)).unwrap();
        let rows = text.lines().filter(|line| {
            line.ends_with("\tnone") && !line.contains("<init>") && !line.contains("equals")
        });
        for row in rows.step_by(EVERY) {
            writeln!(
                summaries,
                "{}this -> ret",
                row.strip_suffix("none").unwrap()
            )
            .unwrap();
        }
    }
    let mut lines: Vec<&str> = summaries.lines().collect();
    lines.sort_by(|a, b| a.split('\t').cmp(b.split('\t')));
    lines.dedup();
    assert!(lines.len() > 300, "only {} rows are added", lines.len());
    std::fs::write(tables.join("summaries/more.tsv"), lines.join("\n") + "\n").unwrap();
    std::fs::write(
        tables.join("sinks/more.tsv"),
        "Ljava/lang/String;\tlength\tother\tthis\t-\t-\t-\t-\n\
         Ljava/util/List;\tsize\tother\tthis\t-\t-\t-\t-\n",
    )
    .unwrap();
    std::fs::write(
        tables.join("openers.tsv"),
        "Ljava/io/ByteArrayOutputStream;\t<init>/0\tother\tthis\t-\t-\t-\n",
    )
    .unwrap();
}

/// Fails when a true flow that is found without the further models is not found with them.
pub fn check(root: &Path) {
    let folder = root.join("target/tmp/suite-flows-more-models/ruleset");
    let _ = std::fs::remove_dir_all(&folder);
    write_models(root, &folder);
    let before = programs::read_with(root, "flows", "before", &[]);
    let after = programs::read_with(
        root,
        "flows",
        "more-models",
        &["--ruleset", folder.to_str().unwrap()],
    );
    let mut lost = Vec::new();
    let mut n = 0;
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before.name, after.name);
        let has = |program: &programs::Program, row: &crate::truth::Flow| {
            program.report["flows"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|flow| row.speaks_of(flow))
        };
        for row in &before.truth.flows {
            if row.expected == Answer::Yes && has(before, row) {
                n += 1;
                if !has(after, row) {
                    lost.push(format!("{}: {} > {:?}", before.name, row.source, row.sink));
                }
            }
        }
    }
    assert!(n > 200, "only {n} true flows were compared");
    assert!(lost.is_empty(), "lost with more models: {lost:#?}");
}

/// Programs whose reports are compared byte for byte.
const SLICE: [&str; 4] = ["inter_component/", "reflection/", "kotlin_d8/", "stores/"];

/// Fails when the flows of a part of the suite are not the same bytes on every run, at any number of threads.
pub fn check_same(root: &Path) {
    let mut first: Option<Vec<String>> = None;
    for (run, jobs) in ["1", "2", "8"].into_iter().cycle().take(20).enumerate() {
        let programs = programs::read_part(root, "flows", "same", &["--jobs", jobs], &SLICE);
        let flows: Vec<String> = programs
            .iter()
            .map(|program| {
                format!(
                    "{} {} {}",
                    program.name, program.report["flows"], program.report["hosts"]
                )
            })
            .collect();
        assert!(flows.len() > 100, "only {} programs", flows.len());
        match &first {
            Some(first) => assert!(*first == flows, "run {run} with {jobs} jobs differs"),
            None => first = Some(flows),
        }
    }
}
