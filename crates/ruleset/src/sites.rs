//! Reads, checks and overlays the catalogues about code outside DEX files and about calls that mean more than a read.

use std::collections::BTreeSet;

use crate::Problem;
use crate::overlay::replace;
use crate::schema::{
    Catalogues, Framework, LoaderFile, Marker, NativeFile, RepeatFile, RequestFile, ScriptApi,
};
use crate::source::{check_format, problem, yaml};

/// Reads a file that belongs here; false when it does not.
pub(crate) fn read(
    path: &str,
    text: &str,
    all: &mut Catalogues<'static>,
    problems: &mut Vec<Problem>,
) -> bool {
    if path.ends_with(".md") {
        return false;
    }
    match path {
        "native/native.yaml" => {
            if let Some(file) = yaml::<NativeFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/native/1", problems);
                all.native = file;
            }
        }
        "sites/permission-requests.yaml" => {
            if let Some(file) = yaml::<RequestFile<'static>>(path, text, problems) {
                check_format(
                    path,
                    &file.format,
                    "privlens/permission-requests/1",
                    problems,
                );
                all.requests = file;
            }
        }
        "sites/repetition.yaml" => {
            if let Some(file) = yaml::<RepeatFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/repetition/1", problems);
                all.repeats = file;
            }
        }
        "sites/code-loading.yaml" => {
            if let Some(file) = yaml::<LoaderFile<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/code-loading/1", problems);
                all.loading = file;
            }
        }
        _ if path.starts_with("frameworks/") => {
            if let Some(file) = yaml::<Framework<'static>>(path, text, problems) {
                check_format(path, &file.format, "privlens/framework/1", problems);
                all.frameworks.push(file);
            }
        }
        _ => return false,
    }
    true
}

/// Sorts what has ids.
pub(crate) fn sort(all: &mut Catalogues<'_>) {
    all.frameworks.sort_by(|a, b| a.id.cmp(&b.id));
}

/// Lays a user's files over the base: frameworks by id, the others as a whole.
pub(crate) fn lay_over(below: &mut Catalogues<'static>, above: Above) {
    replace(&mut below.frameworks, above.frameworks, |row| {
        row.id.to_string()
    });
    if !above.native.format.is_empty() {
        below.native = above.native;
    }
    if !above.requests.format.is_empty() {
        below.requests = above.requests;
    }
    if !above.repeats.format.is_empty() {
        below.repeats = above.repeats;
    }
    if !above.loading.format.is_empty() {
        below.loading = above.loading;
    }
}

/// The parts of a user's catalogues that belong here.
pub(crate) struct Above {
    pub(crate) frameworks: Vec<Framework<'static>>,
    pub(crate) native: NativeFile<'static>,
    pub(crate) requests: RequestFile<'static>,
    pub(crate) repeats: RepeatFile<'static>,
    pub(crate) loading: LoaderFile<'static>,
}

/// Takes rows away by id.
pub(crate) fn take_away(all: &mut Catalogues<'_>, gone: &BTreeSet<&str>) {
    all.frameworks.retain(|row| !gone.contains(row.id.as_str()));
}

/// Faults in these catalogues.
pub(crate) fn check(
    all: &Catalogues<'_>,
    kinds: &BTreeSet<&str>,
    permissions: &BTreeSet<&str>,
    out: &mut Vec<Problem>,
) {
    let mut ids = BTreeSet::new();
    let known = |file: &str, id: &str, data: &[crate::Text<'_>], names: &[crate::Text<'_>]| {
        let mut faults = Vec::new();
        for kind in data.iter().filter(|kind| !kinds.contains(kind.as_str())) {
            faults.push(problem(
                file,
                id,
                &format!("unknown kind of information {kind}"),
            ));
        }
        for name in names
            .iter()
            .filter(|name| !permissions.contains(name.as_str()))
        {
            faults.push(problem(file, id, &format!("unknown permission {name}")));
        }
        faults
    };
    for row in &all.frameworks {
        if !ids.insert(row.id.as_str()) {
            out.push(problem("frameworks", &row.id, "given twice"));
        }
        if row.markers.is_empty() || row.sources.is_empty() {
            out.push(problem("frameworks", &row.id, "no marker or no source"));
        }
        let one = |marker: &Marker<'_>| marker.entry.is_some() != marker.class.is_some();
        if !row.markers.iter().all(one) {
            out.push(problem(
                "frameworks",
                &row.id,
                "a marker needs exactly one key",
            ));
        }
        let mut names = BTreeSet::new();
        for api in &row.apis {
            let one = |api: &ScriptApi<'_>| api.call.is_some() != api.text.is_some();
            if !one(api) || !names.insert(api.name()) {
                out.push(problem(
                    "frameworks",
                    &row.id,
                    &format!("{}: not one name, or twice", api.name()),
                ));
            }
            // A short text would stand everywhere.
            if api.text.as_ref().is_some_and(|text| text.len() < 6) {
                out.push(problem(
                    "frameworks",
                    &row.id,
                    &format!("{}: too short", api.name()),
                ));
            }
            out.extend(known("frameworks", &row.id, &api.data, &api.permissions));
        }
    }
    for call in &all.native.calls {
        out.extend(known("native", &call.id, &call.data, &call.permissions));
        if !ids.insert(call.id.as_str()) {
            out.push(problem("native", &call.id, "given twice"));
        }
    }
    let methods = all
        .requests
        .requests
        .iter()
        .map(|row| row.method.as_str())
        .chain(all.repeats.repeats.iter().map(|row| row.method.as_str()))
        .chain(all.loading.loaders.iter().map(|row| row.method.as_str()))
        .chain(all.loading.reflection.iter().map(|row| row.method.as_str()));
    for method in methods {
        let is_one = method
            .split_once(";->")
            .is_some_and(|(class, name)| class.starts_with('L') && !name.is_empty());
        if !is_one {
            out.push(problem("sites", method, "no method"));
        }
    }
}
