//! Which libraries stand in which app; refuses chance: the plan follows from the table alone.

use std::collections::BTreeMap;

use super::build::App;
use super::libraries::LabLibrary;

/// Libraries of one app.
const PER_APP: usize = 3;
/// Apps without any library that has a profile.
const EMPTY: usize = 4;
/// Apps at least; more when the versions need more.
const APPS: usize = 44;

/// The apps of a set of libraries: every version of every family stands in at least one app.
pub(super) fn apps<'l>(libraries: &'l [LabLibrary], prefix: &str) -> Vec<App<'l>> {
    let mut families: BTreeMap<&str, Vec<&LabLibrary>> = BTreeMap::new();
    let mut hosts = Vec::new();
    for library in libraries.iter().filter(|library| !library.is_fresh) {
        if library.role == "host" {
            hosts.push(library);
        } else {
            families.entry(&library.family).or_default().push(library);
        }
    }
    let n_rounds = families.values().map(Vec::len).max().unwrap_or(0);
    // One list in which versions of a family stand far apart.
    let mut order: Vec<&LabLibrary> = Vec::new();
    for round in 0..n_rounds {
        order.extend(
            families
                .values()
                .filter_map(|versions| versions.get(round).copied()),
        );
    }
    let n_apps = order.len().div_ceil(PER_APP).max(APPS.min(order.len()));
    let mut out: Vec<App<'_>> = (0..n_apps)
        .map(|n| App {
            name: format!("{prefix}app{n:02}"),
            libraries: Vec::new(),
            hosts: hosts
                .iter()
                .cycle()
                .skip(n)
                .take(1.min(hosts.len()))
                .copied()
                .collect(),
        })
        .collect();
    for (n, library) in order.iter().enumerate() {
        // Neighbours in the list are relatives by name, so they go to different apps.
        if let Some(app) = out.get_mut(n % n_apps) {
            app.libraries.push(library);
        }
    }
    for n in 0..EMPTY.min(hosts.len()) {
        out.push(App {
            name: format!("{prefix}none{n:02}"),
            libraries: Vec::new(),
            hosts: hosts
                .iter()
                .cycle()
                .skip(n * 3)
                .take(3.min(hosts.len()))
                .copied()
                .collect(),
        });
    }
    out
}

/// Steps with which the known libraries beside the fresh ones are taken.
const STEP: usize = 5;

/// The apps of the fresh libraries: two of them, a known one and a host in each.
pub(super) fn fresh_apps(libraries: &[LabLibrary]) -> Vec<App<'_>> {
    let of = |wanted: &dyn Fn(&LabLibrary) -> bool| -> Vec<&LabLibrary> {
        libraries.iter().filter(|library| wanted(library)).collect()
    };
    let fresh = of(&|library| library.is_fresh);
    let known = of(&|library| !library.is_fresh && library.role != "host");
    let hosts = of(&|library| library.role == "host");
    // Versions of one family are neighbours in the table, so both halves of it go to different apps.
    let n_apps = fresh.len().div_ceil(2);
    let (first, second) = fresh.split_at(n_apps.min(fresh.len()));
    first
        .iter()
        .enumerate()
        .map(|(n, library)| App {
            name: format!("fresh{n:02}"),
            libraries: [
                Some(library),
                second.get(n),
                known.iter().cycle().nth(n * STEP),
            ]
            .into_iter()
            .flatten()
            .copied()
            .collect(),
            hosts: hosts.iter().cycle().skip(n).take(1).copied().collect(),
        })
        .collect()
}

/// More apps of the families on which thresholds are set: each version of a family that has several, beside another such
/// version, a single library and a host, all taken with steps of their own so that other neighbours meet than in [`apps`].
pub(super) fn set_apps<'l>(
    libraries: &'l [LabLibrary],
    is_set: &dyn Fn(&str) -> bool,
) -> Vec<App<'l>> {
    let own = || {
        libraries.iter().filter(|library| {
            library.role != "host" && !library.is_fresh && is_set(&library.family)
        })
    };
    let n_versions = |family: &str| own().filter(|library| library.family == family).count();
    let (several, single): (Vec<&LabLibrary>, Vec<&LabLibrary>) =
        own().partition(|library| n_versions(&library.family) > 1);
    let hosts: Vec<&LabLibrary> = libraries
        .iter()
        .filter(|library| library.role == "host")
        .collect();
    let at = |list: &[&'l LabLibrary], n: usize| list.get(n % list.len().max(1)).copied();
    several
        .iter()
        .enumerate()
        .map(|(n, library)| {
            let mut chosen = vec![*library];
            let beside = (n + several.len() / 2..)
                .take(several.len())
                .filter_map(|n| at(&several, n))
                .find(|other| other.family != library.family);
            chosen.extend(beside);
            chosen.extend(
                [at(&single, n * 2), at(&single, n * 2 + 1)]
                    .into_iter()
                    .flatten(),
            );
            App {
                name: format!("set{n:02}"),
                libraries: chosen,
                hosts: [at(&hosts, n + 5), at(&hosts, n + 9)]
                    .into_iter()
                    .flatten()
                    .collect(),
            }
        })
        .collect()
}
