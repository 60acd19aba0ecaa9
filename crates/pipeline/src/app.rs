//! One app from bytes to facts.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use apk_unpack::{Container, ContainerKind, Part, PartRole};
use app_facts::{AppFacts, AppFile, Coverage, FACTS_FORMAT, Gap, Signer, Visibility};
use call_graph::Index;
use md5::Digest as _;
use program_model::Program;
use rayon::prelude::*;

use crate::marks::{gap, tampering};
use crate::outside::Seen;
use crate::{
    AnalyzeError, Options, Stage, added_dex, code, embedded, flows, frameworks, layouts, manifest,
    native, resource_input, third_parties,
};
use crate::{surroundings, texts};

#[expect(
    clippy::too_many_arguments,
    reason = "what an analyser holds, each once"
)]
pub(crate) fn analyze(
    name: &str,
    bytes: Cow<'_, [u8]>,
    index: &Index<'_>,
    profiles: &crate::third_parties::Fingerprints,
    policy: &crate::policy::Stage<'_>,
    catalogues: &str,
    topics: Option<&texts::Topics<'_>>,
    options: &Options,
) -> Result<AppFacts, AnalyzeError> {
    options.at(Stage::Unpack);
    let container = apk_unpack::open(&bytes, &options.limits)?;
    let ((files, signing), (manifests, mut read)) = rayon::join(
        || {
            rayon::join(
                || files(name, &bytes, &container),
                || signing(name, &container),
            )
        },
        || {
            (
                manifest::read(&container, name, &options.locale),
                code::read(&container, name),
            )
        },
    );
    let mut gaps = manifests.gaps;
    let mut marks = manifests.tampering;
    let (signers, signing_gaps, signing_marks) = signing;
    gaps.extend(signing_gaps);
    marks.extend(signing_marks);
    marks.extend(tampering(container.tampering()));
    for problem in container.problems() {
        gaps.push(gap(
            "apk-unpack",
            problem.kind.id().replace('_', " "),
            problem.entry.as_deref().unwrap_or(name),
            format!("{} (at byte {})", problem.detail, problem.offset),
            "what lies there was not analysed",
        ));
    }
    gaps.extend(read.gaps);
    marks.extend(read.tampering);
    let cut = cut_off(&marks, &mut gaps);
    options.at(Stage::Embedded);
    let items = embedded::items(&container);
    let hidden = embedded::hidden(&container, &items, name);
    gaps.extend(hidden.gaps);
    read.lost += hidden.lost;
    read.dex.extend(hidden.dex);
    let (added, repairs, unread) = added_dex::read(&options.added_dex);
    let n_added = added.len();
    read.lost += u32::try_from(unread.len()).unwrap_or(u32::MAX);
    gaps.extend(unread);
    marks.extend(repairs);
    read.dex.extend(added);

    options.at(Stage::Program);
    let parsed = code::parse(&read.dex);
    gaps.extend(parsed.gaps.iter().cloned());
    marks.extend(parsed.tampering.iter().cloned());
    let view = index.framework_view();
    let program = Program::build(parsed.inputs(), &view);
    for lost in program.gaps() {
        gaps.push(gap(
            "program-model",
            lost.what.clone(),
            &lost.place,
            &lost.why,
            "calls and accesses there are missing",
        ));
    }
    if !manifests.found {
        gaps.push(gap(
            "manifest-parse",
            "the manifest",
            name,
            "there is none that can be read",
            "no entry point is known, so no access can be shown to be reachable; permissions are not known",
        ));
    }
    let mut input = manifests.input;
    options.at(Stage::Resources);
    let table_bytes = texts::table_bytes(&container);
    let tables = table_bytes.parse();
    let layouts = layouts::read(&container, name, &tables, &options.locale, &mut gaps);
    let mut components = manifests.components;
    surroundings::finish(
        &mut components,
        index.catalogues(),
        &manifests.identity.package,
    );
    let dialog_words: Vec<String> = index
        .catalogues()
        .consent
        .dialog_words
        .iter()
        .map(|word| word.as_str().to_lowercase())
        .collect();
    resource_input::fill(
        &mut input,
        &container,
        &tables,
        &layouts,
        &dialog_words,
        &mut gaps,
    );
    input.layout_handlers = layouts.handlers;
    input.started_elsewhere.extend(layouts.opened);
    input.layout_classes = layouts.classes;
    let missing = missing_components(&program, &input, &mut gaps);
    let lost = read.lost + parsed.lost + cut + unopened_parts(&container, &mut gaps);
    input.fully_visible = lost == 0 && missing == 0 && manifests.found && program.gaps().is_empty();
    options.at(Stage::Outside);
    let (seen, outside) = Seen::new(
        native::scan(&container, &items, &program, index, name),
        frameworks::find(&items, &program, index.frameworks(), name),
        hidden.facts,
        &read.dex,
        &mut gaps,
    );
    input.outside = outside;
    options.at(Stage::ThirdParties);
    let parties = third_parties::look(
        &program,
        index,
        profiles,
        &mut input,
        &items,
        &read.dex,
        manifests.meta_data,
        n_added > 0,
    );
    let mut identity = manifests.identity;
    identity.files = files;
    identity.signers = signers;
    marks.sort();
    marks.dedup();
    identity.tampering = marks;
    let disclosure = policy.read(&container, &identity);
    // What follows works on the code alone; the archive is as large as all that the call graph needs.
    drop(items);
    drop(container);
    drop(bytes);
    input.query.clone_from(&options.query);
    options.at(Stage::CallGraph);
    let graph = call_graph::CallGraph::build(&program, index, &input);
    options.at(Stage::Accesses);
    let analysis = call_graph::analyze_graph(&program, index, &input, &graph);
    gaps.extend(analysis.gaps);
    let resources = texts::find(
        topics,
        &tables,
        &layouts.pages,
        &program,
        &analysis.mentions,
        name,
        &mut gaps,
    );

    let mut coverage = coverage(&program);
    coverage.methods_reachable = analysis.methods_reachable;
    options.at(Stage::Flows);
    let (flows, hosts) = if options.flows {
        flows::run(
            &program,
            index,
            &graph,
            &input,
            &analysis.accesses,
            &layouts.fields,
            &crate::fixed::Tables(&tables),
            options
                .summaries
                .as_deref()
                .map(|store| data_flow::SummaryCache { store, catalogues }),
            &mut coverage,
            &mut gaps,
        )
    } else {
        flows::left_out(name, &mut coverage, &mut gaps)
    };
    options.at(Stage::Finish);
    coverage.call_edges = analysis.call_edges;
    coverage.unresolved_reflection = analysis.unresolved_reflection;
    coverage.native_libs = seen.n_libs();
    coverage.added_dex = u32::try_from(n_added).unwrap_or(u32::MAX);
    let is_opaque = seen.is_opaque();
    let embedded = seen.facts(
        &program,
        &graph,
        analysis.loads,
        analysis.unresolved_by_owner,
        name,
        &mut gaps,
    );
    let (sdks, packed) = parties.finish(
        &program,
        index,
        &input,
        &graph,
        analysis.sdks,
        name,
        &mut gaps,
    );
    if coverage.unresolved_reflection > 0 {
        gaps.push(gap(
            "call-graph",
            format!(
                "{} reachable look-ups by reflection",
                coverage.unresolved_reflection
            ),
            name,
            "the name looked up is not constant",
            "what is called by reflection there is missing",
        ));
    }
    gaps.sort();
    gaps.dedup();
    coverage.visibility = if lost > 0 || missing > 0 || is_opaque || !program.gaps().is_empty() {
        Visibility::Partial
    } else {
        Visibility::Full
    };
    coverage.complete =
        coverage.visibility == Visibility::Full && manifests.found && coverage.dex_files > 0;
    if coverage.dex_files == 0 {
        gaps.push(gap(
            "pipeline",
            "code",
            name,
            "no DEX file could be read",
            "nothing is known of what the code does",
        ));
        coverage.visibility = Visibility::Partial;
    }
    packed.lower(&mut coverage);
    Ok(AppFacts {
        format: FACTS_FORMAT.to_owned(),
        app: identity,
        permissions: analysis.permissions,
        accesses: analysis.accesses,
        sdks,
        flows,
        hosts,
        timeline: analysis.timeline,
        calls: analysis.calls,
        permission_requests: analysis.permission_requests,
        embedded,
        disclosure,
        manifest: manifests.switches,
        components,
        resources,
        behaviours: analysis.behaviours,
        coverage,
        gaps,
        ..AppFacts::default()
    })
}

/// Entries of a set that are named like an APK and are none.
fn unopened_parts(container: &Container<'_>, gaps: &mut Vec<Gap>) -> u32 {
    let Some(outer) = container
        .outer()
        .filter(|_| container.kind() == ContainerKind::SplitSet)
    else {
        return 0;
    };
    let mut n = 0;
    for entry in outer.entries() {
        let is_open = container
            .parts()
            .iter()
            .any(|part| part.name() == entry.name);
        if entry.name.ends_with(".apk") && !is_open {
            n += 1;
            gaps.push(gap(
                "apk-unpack",
                "a split",
                &entry.name,
                "it is not an archive that can be read",
                "the code and resources in it were not analysed",
            ));
        }
    }
    n
}

/// Marks which say that something of the archive is gone; each is a gap.
fn cut_off(marks: &[app_facts::TamperingMark], gaps: &mut Vec<Gap>) -> u32 {
    let mut n = 0;
    for mark in marks {
        let what = match mark.kind.as_str() {
            "missing_end_record" => "the list of the archive's entries",
            "broken_stream" => "the rest of an entry",
            "entry_count_too_large" | "broken_central_record" => "some entries of the archive",
            _ => continue,
        };
        n += 1;
        gaps.push(gap(
            "apk-unpack",
            what,
            &mark.place,
            &mark.detail,
            "entries or code behind it may be missing",
        ));
    }
    n
}

/// Bytes hashed at a time.
const HASH_PIECE: usize = 16 << 10;

fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn file(name: &str, bytes: &[u8], kind: &str) -> AppFile {
    let (mut sha256, mut sha1, mut md5) = (sha2::Sha256::new(), sha1::Sha1::new(), md5::Md5::new());
    // A piece stays in the processor's cache for all three.
    for piece in bytes.chunks(HASH_PIECE) {
        sha256.update(piece);
        sha1.update(piece);
        md5.update(piece);
    }
    let (sha256, sha1, md5) = (
        hex(&sha256.finalize()),
        hex(&sha1.finalize()),
        hex(&md5.finalize()),
    );
    AppFile {
        name: name.to_owned(),
        sha256,
        sha1,
        md5,
        size: bytes.len() as u64,
        kind: kind.to_owned(),
    }
}

/// The file given, then every split and nested archive.
fn files(name: &str, bytes: &[u8], container: &Container<'_>) -> Vec<AppFile> {
    let kind = match container.kind() {
        ContainerKind::Apk => "apk",
        ContainerKind::Dex => "dex",
        ContainerKind::Archive => "archive",
        _ => "container",
    };
    let mut out = vec![file(name, bytes, kind)];
    let inner: Vec<&Part<'_>> = container
        .parts()
        .iter()
        .filter(|part| !part.name().is_empty() && part.role() != PartRole::Module)
        .collect();
    let hashed: Vec<AppFile> = inner
        .par_iter()
        .map(|part| {
            let kind = match part.role() {
                PartRole::Split => "split",
                PartRole::Nested => "nested",
                _ => "apk",
            };
            file(part.name(), part.archive().bytes(), kind)
        })
        .collect();
    out.extend(hashed);
    out
}

/// Signers of every part, and what was odd or unreadable about them.
fn signing(
    name: &str,
    container: &Container<'_>,
) -> (Vec<Signer>, Vec<Gap>, Vec<app_facts::TamperingMark>) {
    let mut signers = Vec::new();
    let mut gaps = Vec::new();
    let mut marks = Vec::new();
    for part in container.parts() {
        if part.role() == PartRole::Bare {
            continue;
        }
        let place = if part.name().is_empty() {
            name
        } else {
            part.name()
        };
        let signing = part.signing();
        marks.extend(tampering(&signing.tampering));
        for problem in &signing.problems {
            gaps.push(gap(
                "apk-unpack",
                "a signature",
                place,
                format!("{} (at byte {})", problem.detail, problem.offset),
                "the signer is not fully known",
            ));
        }
        for signer in signing.signers {
            let certificate = signer.certificate;
            let key = certificate.public_key;
            signers.push(Signer {
                file: place.to_owned(),
                scheme: signer.scheme.id().to_owned(),
                subject: certificate.subject,
                cert_sha256: certificate.sha256,
                cert_sha1: certificate.sha1,
                cert_md5: certificate.md5,
                public_key: format!("{} {} sha256:{}", key.algorithm, key.bits, key.sha256),
                not_before: certificate.not_before,
                not_after: certificate.not_after,
            });
        }
    }
    signers.sort();
    signers.dedup();
    (signers, gaps, marks)
}

/// Declared components whose class neither the app's code nor the framework holds: their code comes from elsewhere.
fn missing_components(
    program: &Program<'_>,
    input: &call_graph::AppInput,
    gaps: &mut Vec<Gap>,
) -> usize {
    let missing: BTreeSet<&str> = input
        .components
        .iter()
        .filter(|component| {
            program.find_type_named(&component.class).is_none_or(|ty| {
                program.class_of(ty).is_none() && program.framework_type(ty).is_none()
            }) && program
                .framework()
                .find_type(component.class.as_bytes())
                .is_none()
        })
        .map(|component| component.class.as_str())
        .collect();
    if let Some(first) = missing.first() {
        gaps.push(gap(
            "pipeline",
            format!(
                "the code of {} of {} declared components",
                missing.len(),
                input.components.len()
            ),
            first,
            "their classes are in none of the DEX files that were read",
            "what these components do is not known",
        ));
    }
    missing.len()
}

fn coverage(program: &Program<'_>) -> Coverage {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Coverage {
        dex_files: count(program.dex_files().count()),
        classes: count(program.classes().count()),
        methods: count(program.n_defs()),
        methods_with_code: count(program.defs().filter(|(_, def)| def.has_code()).count()),
        methods_without_body: count(
            program
                .defs()
                .filter(|(_, def)| !def.has_code() && !def.is_abstract() && !def.is_native())
                .count(),
        ),
        instructions: program.n_instructions(),
        ..Coverage::default()
    }
}
