//! Checks catalogues: ids, references, ranges, descriptors. Refuses entries that nothing proves to exist.

use std::collections::{BTreeMap, BTreeSet};

use crate::explain::trigger;
use crate::framework::rows::FrameworkRows;
use crate::schema::{Catalogues, Group, Need, Point};
use crate::source::Source;
use crate::{
    Problem, Text, check_entry_points, check_policy, check_sdks, flow_check, parse_levels,
};

/// Every fault found, sorted.
pub fn check(source: &Source) -> Vec<Problem> {
    let all = &source.catalogues;
    let mut out = Vec::new();
    unique(
        "taxonomy",
        all.kinds.iter().map(|kind| kind.id.as_str()),
        &mut out,
    );
    unique(
        "apis",
        all.groups.iter().map(|group| group.id.as_str()),
        &mut out,
    );
    unique("sdks", all.sdks.iter().map(|sdk| sdk.id.as_str()), &mut out);
    unique(
        "permissions",
        all.permissions
            .iter()
            .map(|permission| permission.name.as_str()),
        &mut out,
    );
    let members = MemberIndex::new(&source.framework);
    let kinds: BTreeSet<&str> = all.kinds.iter().map(|kind| kind.id.as_str()).collect();
    let permissions: BTreeSet<&str> = all
        .permissions
        .iter()
        .map(|permission| permission.name.as_str())
        .collect();
    for group in &all.groups {
        check_group(group, &kinds, &permissions, &members, &mut out);
    }
    check_sdks::check(all, &kinds, &mut out);
    check_policy::check(all, &kinds, &mut out);
    flow_check::check(source, &mut out);
    crate::judging::check(all, &mut out);
    crate::sites::check(all, &kinds, &permissions, &mut out);
    for need in &all.api_needs {
        for range in &need.ranges {
            if parse_levels(&range.levels).is_none() {
                out.push(problem(
                    "permissions/api-needs.tsv",
                    &need.api,
                    "range of levels does not parse",
                ));
            }
        }
    }
    check_entry_points::check(all, &|api| members.method_fault(api), &mut out);
    out.sort();
    out.dedup();
    out
}

fn check_group(
    group: &Group<'_>,
    kinds: &BTreeSet<&str>,
    permissions: &BTreeSet<&str>,
    members: &MemberIndex<'_>,
    out: &mut Vec<Problem>,
) {
    if group.data.is_empty() {
        out.push(problem("apis", &group.id, "no kind of information"));
    }
    for id in group
        .data
        .iter()
        .filter(|id| !kinds.contains(id.as_str()) && !id.starts_with(crate::schema::BEHAVIOUR))
    {
        out.push(problem(
            "apis",
            &group.id,
            &format!("unknown kind of information {id}"),
        ));
    }
    if group.points.is_empty() {
        out.push(problem("apis", &group.id, "no points"));
    }
    for need in &group.needs {
        check_need(&group.id, need, permissions, out);
    }
    for blocked in &group.blocked {
        for range in [Some(&blocked.api), blocked.target.as_ref()]
            .into_iter()
            .flatten()
        {
            if parse_levels(range).is_none() {
                out.push(problem(
                    "apis",
                    &group.id,
                    &format!("range {range} does not parse"),
                ));
            }
        }
    }
    let mut seen: BTreeMap<(&str, &str), Vec<&Point<'_>>> = BTreeMap::new();
    for point in &group.points {
        if n_triggers(point) != 1 {
            out.push(problem(
                "apis",
                &group.id,
                "a point needs exactly one trigger",
            ));
            continue;
        }
        let (word, text) = trigger(point);
        let same = seen.entry((word, text)).or_default();
        if same.contains(&point) {
            out.push(problem(
                "apis",
                &group.id,
                &format!("{word} {text} is given twice"),
            ));
        }
        same.push(point);
        let fault = match word {
            "method" | "override" => members.method_fault(text),
            "field" => members.field_fault(text),
            _ => None,
        };
        if let Some(fault) = fault {
            out.push(problem("apis", &group.id, &format!("{text}: {fault}")));
        }
    }
}

fn check_need(id: &str, need: &Need<'_>, permissions: &BTreeSet<&str>, out: &mut Vec<Problem>) {
    for range in [Some(&need.api), need.target.as_ref()]
        .into_iter()
        .flatten()
    {
        if parse_levels(range).is_none() {
            out.push(problem(
                "apis",
                id,
                &format!("range {range} does not parse"),
            ));
        }
    }
    if need.any_of.is_empty() == need.all_of.is_empty() {
        out.push(problem("apis", id, "a need has either any_of or all_of"));
    }
    for name in need
        .any_of
        .iter()
        .chain(&need.all_of)
        .filter(|name| !permissions.contains(name.as_str()))
    {
        out.push(problem("apis", id, &format!("unknown permission {name}")));
    }
}

fn n_triggers(point: &Point<'_>) -> usize {
    [
        &point.method,
        &point.field,
        &point.overrides,
        &point.uri,
        &point.setting,
        &point.property,
        &point.file,
        &point.exec,
        &point.action,
        &point.service,
        &point.string,
    ]
    .iter()
    .filter(|text| text.is_some())
    .count()
}

fn unique<'a>(file: &str, ids: impl Iterator<Item = &'a str>, out: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            out.push(problem(file, id, "id is given twice"));
        }
    }
}

pub(crate) fn problem(file: &str, place: &str, what: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        place: place.to_owned(),
        what: what.to_owned(),
    }
}

/// Members of the model by class, with the hierarchy, for existence checks.
struct MemberIndex<'a> {
    supers: BTreeMap<&'a str, Vec<&'a str>>,
    members: BTreeSet<(&'a str, &'a str, &'a str)>,
    seen: BTreeSet<&'a str>,
}

impl<'a> MemberIndex<'a> {
    fn new(rows: &'a FrameworkRows) -> Self {
        let supers = rows
            .types
            .iter()
            .map(|row| {
                let above = row
                    .superclass
                    .iter()
                    .chain(&row.interfaces)
                    .map(String::as_str)
                    .collect();
                (row.descriptor.as_str(), above)
            })
            .collect();
        let members = rows
            .members
            .iter()
            .map(|row| (row.class.as_str(), row.name.as_str(), row.ty.as_str()))
            .collect();
        Self {
            supers,
            members,
            seen: rows.seen.iter().map(String::as_str).collect(),
        }
    }

    fn method_fault(&self, api: &str) -> Option<&'static str> {
        let Some((class, name, proto)) = split_method(api) else {
            return Some("not a method descriptor");
        };
        let Some(n) = n_params(proto) else {
            return Some("prototype does not parse");
        };
        if self.seen.contains(api) {
            return None;
        }
        let inexact = format!("/{n}");
        self.exists(class, name, &[proto, &inexact]).err()
    }

    fn field_fault(&self, api: &str) -> Option<&'static str> {
        let Some((class, rest)) = api.split_once("->") else {
            return Some("not a field descriptor");
        };
        let Some((name, ty)) = rest.split_once(':') else {
            return Some("not a field descriptor");
        };
        if self.seen.contains(api) {
            return None;
        }
        self.exists(class, name, &[ty, "?"]).err()
    }

    /// Looks up the hierarchy, with a bound on the number of types visited.
    fn exists(&self, class: &str, name: &str, types: &[&str]) -> Result<(), &'static str> {
        let mut queue = vec![class];
        let mut visited = BTreeSet::new();
        if !self.supers.contains_key(class) {
            return Err(
                "class is not in the framework model, and the API was not seen in a real binary",
            );
        }
        while let Some(class) = queue.pop() {
            if !visited.insert(class) || visited.len() > 200 {
                continue;
            }
            if types
                .iter()
                .any(|ty| self.members.contains(&(class, name, ty)))
            {
                return Ok(());
            }
            queue.extend(self.supers.get(class).into_iter().flatten());
        }
        Err("no such member in the framework model")
    }
}

/// Splits `Lcls;->name(params)ret`.
pub fn split_method(api: &str) -> Option<(&str, &str, &str)> {
    let (class, rest) = api.split_once("->")?;
    let at = rest.find('(')?;
    let (name, proto) = rest.split_at_checked(at)?;
    (!name.is_empty() && class.ends_with(';')).then_some((class, name, proto))
}

/// Number of parameters of a prototype, `None` when it does not parse.
pub fn n_params(proto: &str) -> Option<usize> {
    let (params, ret) = proto.strip_prefix('(')?.split_once(')')?;
    if ret.is_empty() {
        return None;
    }
    let mut rest = params;
    let mut n = 0;
    while !rest.is_empty() {
        rest = rest.trim_start_matches('[');
        rest = match rest.chars().next()? {
            'L' => rest.split_once(';')?.1,
            'Z' | 'B' | 'S' | 'C' | 'I' | 'J' | 'F' | 'D' => rest.get(1..)?,
            _ => return None,
        };
        n += 1;
    }
    Some(n)
}

/// Every access point trigger of the catalogues with its group id, in order.
pub fn triggers<'c>(
    all: &'c Catalogues<'_>,
) -> impl Iterator<Item = (&'c Text<'c>, &'static str, &'c str)> {
    all.groups.iter().flat_map(|group| {
        group.points.iter().map(move |point| {
            let (word, text) = trigger(point);
            (&group.id, word, text)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_parameters() {
        assert_eq!(n_params("(ILjava/lang/String;[[JD)V"), Some(4));
        assert_eq!(n_params("()V"), Some(0));
        assert_eq!(n_params("(L)V"), None);
        assert_eq!(n_params("(I)"), None);
        assert_eq!(n_params("I)V"), None);
    }
}
