//! What is found in the lab's apps against what R8 left of each library; refuses to count a library of which almost
//! nothing is left as present or absent.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use program_model::{NoFramework, Program};
use sdk_fingerprint::{Background, Identified, NamedCode, Profile, ProfileImage};

use super::agreement::{self, Agreement};
use super::build::{self, App, KINDS};
use super::evidence::Packages;
use super::libraries::LabLibrary;
use super::profiles;
use crate::process::say;
use crate::{files, zips};

/// Surviving methods with code from which on a library counts as present.
pub(super) const PRESENT: u32 = 30;

/// Counts of one build kind.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub(super) found: u32,
    pub(super) missed: u32,
    pub(super) false_ones: u32,
    /// Part of the same catalogue entry, or code that a library of the app holds a copy of.
    pub(super) related: u32,
    pub(super) small: u32,
    pub(super) small_found: u32,
    pub(super) version_right: u32,
    pub(super) version_wrong: u32,
    pub(super) version_open: u32,
    /// Two versions in one app.
    pub(super) mixed: u32,
    /// The only version with a profile: told, and left open.
    pub(super) alone_told: u32,
    pub(super) alone_open: u32,
    /// What remains does not tell the version from another: told, and left open.
    pub(super) alike_told: u32,
    pub(super) alike_open: u32,
    pub(super) classes_right: u32,
    pub(super) classes_wrong: u32,
    pub(super) classes_missed: u32,
    pub(super) notes: Vec<String>,
}

/// Tallies: all profiles and with the built versions withheld; by kind, for both halves of the families.
#[derive(Debug, Default)]
pub(super) struct Board {
    /// By (withheld, kind, group).
    pub(super) tallies: BTreeMap<(bool, usize, usize), Tally>,
    /// The same from all evidence, by (withheld, kind, group of the entry); without versions.
    pub(super) evidence: BTreeMap<(bool, usize, usize), Tally>,
    /// Class-file profile against DEX profile.
    pub(super) agreement: Vec<Agreement>,
    /// What each verdict on a version rests on, one line each.
    pub(super) verdicts: Vec<String>,
    pub(super) n_profiles: usize,
}

/// Names of the groups of families, by number.
pub(super) const GROUPS: [&str; 3] = ["set", "scored", "fresh"];

/// Families with profiles, apart from and with the fresh ones; both sorted.
#[derive(Debug)]
pub(super) struct Families<'f> {
    known: Vec<&'f str>,
    all: Vec<&'f str>,
}

/// Which group a family belongs to: thresholds are set on group 0 and scored on group 1; 2 are the fresh ones, which were
/// added when all thresholds stood.
pub(super) fn half(family: &str, families: &Families<'_>) -> usize {
    let at = families.known.iter().position(|known| *known == family);
    at.map_or(2, |at| at % 2)
}

/// True for families on which thresholds are set.
pub(super) fn is_set(libraries: &[LabLibrary]) -> impl Fn(&str) -> bool {
    let known: BTreeSet<String> = libraries
        .iter()
        .filter(|library| library.role != "host" && !library.is_fresh)
        .map(|library| library.family.clone())
        .collect();
    let known: Vec<String> = known.into_iter().collect();
    move |family| {
        known
            .iter()
            .position(|one| one == family)
            .is_some_and(|at| at % 2 == 0)
    }
}

pub(super) fn score(
    root: &Path,
    libraries: &[LabLibrary],
    apps: &[App<'_>],
    failed: &[String],
) -> Result<Board> {
    let mut all = Vec::new();
    for library in libraries.iter().filter(|library| library.role != "host") {
        all.push(profiles::profile(root, library)?);
    }
    let background_path = root.join("rulesets/sdk-profiles/background.plback");
    let background = if background_path.is_file() {
        Background::decode(&files::read(&background_path)?)?
    } else {
        Background::default()
    };
    let image = compile(&all, &background)?;
    let of = |wanted: &dyn Fn(&LabLibrary) -> bool| -> Vec<&str> {
        let own = libraries.iter().filter(|library| wanted(library));
        let set: BTreeSet<&str> = own.map(|library| library.family.as_str()).collect();
        set.into_iter().collect()
    };
    let families = Families {
        known: of(&|library| library.role != "host" && !library.is_fresh),
        all: of(&|library| library.role != "host"),
    };
    let knowledge = crate::r#gen::knowledge(root)?;
    let packages = Packages::new(&knowledge.catalogues().sdks);
    let mut board = Board {
        n_profiles: image.n_profiles(),
        ..Board::default()
    };
    for app in apps {
        let withheld: Vec<Profile> = all
            .iter()
            .filter(|profile| {
                !app.libraries.iter().any(|library| {
                    library.family == profile.id && library.version == profile.version
                })
            })
            .cloned()
            .collect();
        let without = compile(&withheld, &background)?;
        for (kind_number, kind) in KINDS.iter().enumerate() {
            if failed.contains(&format!("{} {kind}", app.name)) {
                continue;
            }
            let built = build::built(root, app, kind)?;
            let members = zips::read_all(&built.dex)?;
            let files = parse(&members);
            let program = program(&files);
            let left = survivors(&program, app, &built.owner);
            let remains = remains(&program, app, &built.owner);
            let names = packages.names(&program, &built.owner, app.libraries.len());
            for (is_withheld, image) in [(false, &image), (true, &without)] {
                let found = sdk_fingerprint::identify(&program, image);
                tally(
                    &mut board,
                    (is_withheld, kind_number),
                    app,
                    &left,
                    &remains,
                    &found,
                    &families,
                    image,
                    &all,
                );
                let entries = members.iter().map(|member| member.name.clone()).collect();
                // As a scan does it: what a name gives to another entry is not matched.
                let named = NamedCode::new(&knowledge.catalogues().sdks, image);
                let beside = sdk_fingerprint::identify_beside(&program, image, &named);
                let reported = packages.reported(&program, &beside, entries);
                entries_tally(
                    &mut board,
                    (is_withheld, kind_number),
                    app,
                    &left,
                    (&reported, &names),
                    &families,
                    &all,
                    image,
                );
                if !is_withheld {
                    classes(
                        &mut board,
                        kind_number,
                        &program,
                        app,
                        &built.owner,
                        &found,
                        &left,
                    );
                }
            }
        }
        say(&format!("sdk-lab: scored {}", app.name));
    }
    board.agreement = agreement::measure(root, libraries)?;
    Ok(board)
}

fn compile(profiles: &[Profile], background: &Background) -> Result<ProfileImage> {
    let bytes = sdk_fingerprint::compile(profiles, background)?;
    Ok(ProfileImage::open(Cow::Owned(bytes))?)
}

/// DEX files of a build, parsed.
pub(super) fn parse(members: &[zips::Member]) -> Vec<(String, dex_parse::DexContainer<'_>)> {
    members
        .iter()
        .filter(|member| member.name.ends_with(".dex"))
        .filter_map(|member| Some((member.name.clone(), dex_parse::parse(&member.bytes).ok()?)))
        .collect()
}

pub(super) fn program<'d>(files: &[(String, dex_parse::DexContainer<'d>)]) -> Program<'d> {
    let inputs = files
        .iter()
        .flat_map(|(name, container)| {
            container
                .files()
                .iter()
                .map(|file| program_model::DexInput {
                    file: file.clone(),
                    name: name.clone(),
                    apk: String::new(),
                })
        })
        .collect();
    Program::build(inputs, &NoFramework)
}

/// The name of a class in Java form.
pub(super) fn java_name(program: &Program<'_>, class: &program_model::Class) -> String {
    let name = program.type_name(class.ty);
    name.trim_start_matches('L')
        .trim_end_matches(';')
        .replace('/', ".")
}

/// Methods with code that are left of each library of the app.
fn survivors(program: &Program<'_>, app: &App<'_>, owner: &BTreeMap<String, usize>) -> Vec<u32> {
    let mut left = vec![0; app.libraries.len()];
    for (_, class) in program.classes() {
        let name = java_name(program, class);
        if let Some(library) = owner.get(&name)
            && let Some(count) = left.get_mut(*library)
        {
            let n = class
                .methods()
                .filter(|def| program.def(*def).has_code())
                .count();
            *count += u32::try_from(n).unwrap_or(0);
        }
    }
    left
}

#[expect(
    clippy::too_many_arguments,
    reason = "one place that joins truth and answer"
)]
fn tally(
    board: &mut Board,
    (is_withheld, kind): (bool, usize),
    app: &App<'_>,
    left: &[u32],
    remains: &[BTreeSet<u32>],
    found: &Identified,
    families: &Families<'_>,
    image: &ProfileImage,
    all: &[Profile],
) {
    let has_other = |family: &str| image.families().any(|(id, ..)| id == family);
    let mut expected = BTreeSet::new();
    for (number, (library, n)) in app.libraries.iter().zip(left).enumerate() {
        let tally = board
            .tallies
            .entry((is_withheld, kind, half(&library.family, families)))
            .or_default();
        let hit = found
            .libraries
            .iter()
            .find(|found| found.id == library.family);
        expected.insert(library.family.as_str());
        if *n == 0 || !has_other(&library.family) {
            let others = app.libraries.iter().zip(left);
            let is_there = others
                .filter(|(other, _)| other.family == library.family)
                .any(|(_, n)| *n > 0);
            if *n == 0 && hit.is_some() && !is_there {
                tally.false_ones += 1;
                tally.notes.push(format!(
                    "{}: {} reported, nothing left",
                    app.name, library.family
                ));
            }
            continue;
        }
        if *n < PRESENT {
            tally.small += 1;
            tally.small_found += u32::from(hit.is_some());
            continue;
        }
        let Some(hit) = hit else {
            tally.missed += 1;
            tally.notes.push(format!(
                "{}: {} {} missed, {n} methods left",
                app.name, library.family, library.version
            ));
            continue;
        };
        tally.found += 1;
        let question = question(app, number, remains, all);
        let compared = &hit.compared;
        board.verdicts.push(format!(
            "{is_withheld}\t{}\t{}\t{}\t{}\t{question:?}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:?}\n",
            KINDS.get(kind).copied().unwrap_or_default(),
            app.name,
            library.family,
            library.version,
            hit.version.exact.as_deref().unwrap_or_default(),
            hit.version.range.as_deref().unwrap_or_default(),
            compared.facts,
            compared.methods,
            compared.exact,
            compared.reshaped,
            compared.new_facts,
            compared.own_new,
            compared.lacking
        ));
        versions(tally, is_withheld, app, number, hit, remains, all);
    }
    for hit in &found.libraries {
        if !expected.contains(hit.id.as_str()) {
            let entry = |id: &str| id.split('/').next().unwrap_or_default().to_owned();
            let same_entry = expected
                .iter()
                .any(|family| entry(family) == entry(&hit.id));
            let copied = app
                .libraries
                .iter()
                .any(|library| copies(library, &hit.id, all));
            if same_entry || copied {
                let tally = board
                    .tallies
                    .entry((is_withheld, kind, half(&hit.id, families)))
                    .or_default();
                tally.related += 1;
                continue;
            }
            let tally = board
                .tallies
                .entry((is_withheld, kind, half(&hit.id, families)))
                .or_default();
            tally.false_ones += 1;
            tally.notes.push(format!(
                "{}: {} is not there (weight {}, signatures {}, classes {}, explained {} %)",
                app.name,
                hit.id,
                hit.weight,
                hit.signatures,
                hit.classes.len(),
                hit.explained
            ));
        }
    }
}

/// Counts catalogue entries reported from all evidence.
#[expect(
    clippy::too_many_arguments,
    reason = "one place that joins truth and answer"
)]
fn entries_tally(
    board: &mut Board,
    (is_withheld, kind): (bool, usize),
    app: &App<'_>,
    left: &[u32],
    (reported, names): (&BTreeMap<String, bool>, &[Option<String>]),
    families: &Families<'_>,
    all: &[Profile],
    image: &ProfileImage,
) {
    let entry = |family: &str| sdk_fingerprint::catalogue_id(family).to_owned();
    let half_of = |id: &str| {
        let mut list = families.known.iter().chain(&families.all);
        let family = list.find(|family| entry(family) == id);
        family.map_or(1, |family| half(family, families))
    };
    let mut expected: BTreeMap<String, u32> = BTreeMap::new();
    for (library, n) in app.libraries.iter().zip(left) {
        // Without any profile and name nothing can be known.
        let is_known = image
            .families()
            .any(|(id, ..)| entry(id) == entry(&library.family));
        if !is_known && !reported.contains_key(&entry(&library.family)) {
            continue;
        }
        let most = expected.entry(entry(&library.family)).or_insert(0);
        *most = (*most).max(*n);
    }
    // A library whose classes stand under the name of another entry is reported as that.
    let is_reported = |id: &String| {
        let of_id = app.libraries.iter().zip(names);
        reported.contains_key(id)
            || of_id
                .filter(|(library, _)| entry(&library.family) == *id)
                .any(|(_, name)| {
                    name.as_ref()
                        .is_some_and(|name| reported.contains_key(name))
                })
    };
    for (id, n) in &expected {
        let tally = board
            .evidence
            .entry((is_withheld, kind, half_of(id)))
            .or_default();
        match (is_reported(id), *n) {
            (true, PRESENT..) => tally.found += 1,
            (false, PRESENT..) => {
                tally.missed += 1;
                tally
                    .notes
                    .push(format!("{}: {id} missed, {n} methods left", app.name));
            }
            (is_found, 1..) => {
                tally.small += 1;
                tally.small_found += u32::from(is_found);
            }
            (true, 0) => tally.false_ones += 1,
            (false, 0) => {}
        }
    }
    // A package under its own name is there; only what rests on code alone can be false.
    for (id, _) in reported
        .iter()
        .filter(|(id, is_named)| !**is_named && !expected.contains_key(*id))
    {
        let is_copied = families.all.iter().any(|family| {
            entry(family) == *id
                && app
                    .libraries
                    .iter()
                    .any(|library| copies(library, family, all))
        });
        let tally = board
            .evidence
            .entry((is_withheld, kind, half_of(id)))
            .or_default();
        if is_copied {
            tally.related += 1;
        } else {
            tally.false_ones += 1;
            tally.notes.push(format!("{}: {id} is not there", app.name));
        }
    }
}

/// Hashed facts of code that remains and that another version lacks, from which on the two can be told apart.
pub(super) const TELLING: usize = 3;

/// How well the remaining code can tell the version of a library of an app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    /// Another version is in the same app: what is there is a mixture.
    Mixed,
    /// No other version has a profile.
    Alone,
    /// Some other version has all that remains, but for less than [`TELLING`] facts.
    Alike,
    /// Every other version lacks [`TELLING`] facts or more of what remains.
    Apart,
}

/// By the truth alone: which of the versions with a profile the remaining code tells from the built one.
fn question(app: &App<'_>, number: usize, remains: &[BTreeSet<u32>], all: &[Profile]) -> Question {
    let Some(library) = app.libraries.get(number) else {
        return Question::Mixed;
    };
    let same = app
        .libraries
        .iter()
        .filter(|other| other.family == library.family);
    if same.count() > 1 {
        return Question::Mixed;
    }
    let versions = || all.iter().filter(|profile| profile.id == library.family);
    let Some(own) = versions().find(|profile| profile.version == library.version) else {
        return Question::Alone;
    };
    let (own, left) = (facts(own), remains.get(number).cloned().unwrap_or_default());
    let rest: BTreeSet<u32> = left.intersection(&own).copied().collect();
    let lacks = versions()
        .filter(|profile| profile.version != library.version)
        .map(|other| rest.difference(&facts(other)).count())
        .min();
    match lacks {
        None => Question::Alone,
        Some(n) if n < TELLING => Question::Alike,
        Some(_) => Question::Apart,
    }
}

/// Every hashed fact of a profile.
fn facts(profile: &Profile) -> BTreeSet<u32> {
    let methods = profile.classes.iter().flat_map(|class| &class.methods);
    let mut out = BTreeSet::new();
    for method in methods {
        out.extend(method.atoms.iter().copied());
        out.extend([method.exact, method.set]);
    }
    out.remove(&0);
    out
}

/// Every hashed fact of what is left of each library of the app.
fn remains(
    program: &Program<'_>,
    app: &App<'_>,
    owner: &BTreeMap<String, usize>,
) -> Vec<BTreeSet<u32>> {
    let mut out = vec![BTreeSet::new(); app.libraries.len()];
    for class in sdk_fingerprint::of_program(program) {
        let name = String::from_utf8_lossy(&class.descriptor)
            .trim_start_matches('L')
            .trim_end_matches(';')
            .replace('/', ".");
        let Some(place) = owner.get(&name).and_then(|n| out.get_mut(*n)) else {
            continue;
        };
        for (_, method) in &class.methods {
            place.extend(method.atoms.iter().copied());
            place.extend([method.exact, method.set]);
        }
    }
    out
}

/// Counts the answer to the question which version of a library an app holds.
fn versions(
    tally: &mut Tally,
    is_withheld: bool,
    app: &App<'_>,
    number: usize,
    hit: &sdk_fingerprint::LibraryMatch,
    remains: &[BTreeSet<u32>],
    all: &[Profile],
) {
    let Some(library) = app.libraries.get(number) else {
        return;
    };
    let question = question(app, number, remains, all);
    let wrong = |version: &str| {
        format!(
            "{}: {} is {}, said {version}",
            app.name, library.family, library.version
        )
    };
    if is_withheld {
        // Whatever is said exactly is wrong.
        if let Some(version) = &hit.version.exact {
            tally.version_wrong += 1;
            tally.notes.push(wrong(version));
        }
        return;
    }
    let is_right = hit.version.exact.as_deref() == Some(library.version.as_str());
    match (question, &hit.version.exact) {
        (Question::Mixed, _) => tally.mixed += 1,
        (_, Some(version)) if !is_right => {
            tally.version_wrong += 1;
            tally
                .notes
                .push(format!("{} ({})", wrong(version), grounds(&hit.compared)));
        }
        (Question::Alone, Some(_)) => tally.alone_told += 1,
        (Question::Alone, None) => tally.alone_open += 1,
        (Question::Alike, Some(_)) => tally.alike_told += 1,
        (Question::Alike, None) => tally.alike_open += 1,
        (Question::Apart, Some(_)) => tally.version_right += 1,
        (Question::Apart, None) => {
            tally.version_open += 1;
            let range = hit.version.range.clone().unwrap_or_default();
            tally.notes.push(format!(
                "{}: {} is {}, range {range} ({})",
                app.name,
                library.family,
                library.version,
                grounds(&hit.compared)
            ));
        }
    }
}

/// What a verdict on a version rests on, for the list of misses.
fn grounds(compared: &sdk_fingerprint::Compared) -> String {
    let lacking: Vec<String> = compared
        .lacking
        .iter()
        .map(|(methods, facts)| methods.saturating_add(*facts).to_string())
        .collect();
    format!(
        "of {} facts and {} methods known, the known versions lack {}; {} new ones in its own code",
        compared.facts,
        compared.exact.saturating_add(compared.reshaped),
        lacking.join(", "),
        compared.own_new
    )
}

/// True when a library holds [`PRESENT`] or more methods that are, to the fingerprint, those of another family.
fn copies(library: &LabLibrary, family: &str, all: &[Profile]) -> bool {
    let rich = |wanted: &dyn Fn(&Profile) -> bool| -> BTreeSet<u32> {
        all.iter()
            .filter(|profile| wanted(profile))
            .flat_map(|profile| &profile.classes)
            .flat_map(|class| &class.methods)
            .filter(|method| {
                method.exact != 0 && method.atoms.len() + usize::from(method.n_shapes) >= 5
            })
            .map(|method| method.exact)
            .collect()
    };
    let own = rich(&|profile| profile.id == library.family && profile.version == library.version);
    let other = rich(&|profile| profile.id == family);
    own.intersection(&other).count() >= PRESENT as usize
}

/// Owners of classes: right, wrong, and missed, over classes of libraries that were found.
fn classes(
    board: &mut Board,
    kind: usize,
    program: &Program<'_>,
    app: &App<'_>,
    owner: &BTreeMap<String, usize>,
    found: &Identified,
    left: &[u32],
) {
    let tally = board.tallies.entry((false, kind, 1)).or_default();
    for (id, class) in program.classes() {
        let name = java_name(program, class);
        let said = found
            .owner
            .get(id.index())
            .copied()
            .flatten()
            .and_then(|n| found.libraries.get(n as usize))
            .map(|library| library.id.as_str());
        let truth = owner
            .get(&name)
            .filter(|n| left.get(**n).is_some_and(|left| *left >= PRESENT))
            .and_then(|n| app.libraries.get(*n))
            .map(|library| library.family.as_str());
        let has_code = class.methods().any(|def| program.def(def).has_code());
        match (truth, said) {
            (Some(truth), Some(said)) if truth == said => tally.classes_right += 1,
            (_, Some(_)) => tally.classes_wrong += 1,
            (Some(_), None) if has_code => tally.classes_missed += 1,
            _ => {}
        }
    }
}
