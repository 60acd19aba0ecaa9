//! Manifests against `aapt`: identity, SDK levels, permissions, components and labels.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use manifest_parse::{Manifest, Text, UsesPermissionElement};

use super::aapt::{self, quoted};
use super::known::Differences;
use super::listing::only_in;
use super::{corpus, ours, record};

#[test]
fn manifests_agree_with_aapt() {
    let Some(apps) = corpus::apps("aapt", &[Path::new(aapt::PROGRAM)]) else {
        return;
    };
    let mut differences = Differences::new("aapt");
    let (mut n_permissions, mut n_components) = (0, 0);
    for app in &apps {
        differences.looked_at(&app.name);
        let badging = aapt::badging(app);
        let elements = aapt::elements(app);
        let Some(manifest) = ours::manifest(app) else {
            if !elements.is_empty() {
                differences.add(&app.name, "manifest", "none", "read");
            }
            continue;
        };
        if elements.is_empty() {
            differences.add(&app.name, "manifest", "read", "not read");
            continue;
        }
        for (item, own, theirs) in single(&manifest, &badging) {
            differences.compare(&app.name, item, &own, &theirs);
        }
        let own = permissions(&manifest);
        n_permissions += own.len();
        let theirs = their_permissions(&badging);
        if own != theirs {
            let (own, theirs) = only_in(&own, &theirs);
            differences.add(&app.name, "permissions", &own, &theirs);
        }
        let mut tags: BTreeMap<&str, [BTreeSet<String>; 2]> = BTreeMap::new();
        for component in &manifest.components {
            n_components += 1;
            tags.entry(component.kind.element_name()).or_default()[0]
                .insert(component.name.clone());
        }
        let components = aapt::components(&elements);
        for component in &components {
            if !["application", "instrumentation", "meta-data"].contains(&component.tag.as_str()) {
                tags.entry(&component.tag).or_default()[1].insert(component.name.clone());
            }
        }
        for (tag, sets) in tags {
            let [own, theirs] = sets.map(|set| set.into_iter().collect::<Vec<_>>());
            if own != theirs {
                let (own, theirs) = only_in(&own, &theirs);
                differences.add(&app.name, tag, &own, &theirs);
            }
        }
    }
    let counts = vec![
        ("apps", apps.len()),
        ("permissions", n_permissions),
        ("components", n_components),
    ];
    record::settle("aapt", counts, &differences);
}

/// Values that stand once: name, ours, theirs.
fn single(manifest: &Manifest, badging: &[String]) -> Vec<(&'static str, String, String)> {
    let package = badging
        .iter()
        .find(|line| line.starts_with("package: "))
        .map_or("", String::as_str);
    let of_line = |start: &str| {
        badging
            .iter()
            .find(|line| line.starts_with(start))
            .and_then(|line| quoted(line, start))
            .unwrap_or_default()
    };
    let number = |value: Option<u64>| value.map(|n| n.to_string()).unwrap_or_default();
    let label = manifest.application.label.as_ref();
    let default = label.and_then(|text| text.default.clone());
    let localized = label.map(Text::best).unwrap_or_default().to_owned();
    let mut out = vec![
        (
            "package",
            manifest.package.clone(),
            quoted(package, "package: name=").unwrap_or_default(),
        ),
        (
            "version code",
            number(manifest.version_code),
            quoted(package, " versionCode=").unwrap_or_default(),
        ),
        (
            "version name",
            manifest.version_name.clone().unwrap_or_default(),
            quoted(package, " versionName=").unwrap_or_default(),
        ),
        (
            "min sdk",
            number(manifest.min_sdk.map(u64::from)),
            of_line("sdkVersion:"),
        ),
        (
            "target sdk",
            number(manifest.target_sdk.map(u64::from)),
            of_line("targetSdkVersion:"),
        ),
        (
            "label",
            default.unwrap_or_default(),
            of_line("application-label:"),
        ),
    ];
    let chinese = of_line("application-label-zh-CN:");
    // Without Chinese resources aapt prints no such line.
    if !chinese.is_empty() {
        out.push(("label zh-CN", localized, chinese));
    }
    out
}

fn permissions(manifest: &Manifest) -> Vec<String> {
    let mut out: Vec<String> = manifest
        .permissions_used
        .iter()
        .map(|permission| {
            let tag = match permission.element {
                UsesPermissionElement::UsesPermission => "uses-permission",
                _ => "uses-permission-sdk-23",
            };
            row(
                tag,
                &permission.name,
                permission.max_sdk.map(|n| n.to_string()),
            )
        })
        .collect();
    out.sort();
    out
}

/// What `aapt` lists, without the permissions that it says it only derived from others.
fn their_permissions(badging: &[String]) -> Vec<String> {
    let implied: Vec<String> = badging
        .iter()
        .filter(|line| line.starts_with("uses-implied-permission: "))
        .filter_map(|line| quoted(line, ": name="))
        .collect();
    let mut out: Vec<String> = badging
        .iter()
        .filter_map(|line| {
            let (tag, _) = line.split_once(": name=")?;
            if !["uses-permission", "uses-permission-sdk-23"].contains(&tag) {
                return None;
            }
            let name = quoted(line, ": name=")?;
            if implied.contains(&name) {
                return None;
            }
            Some(row(tag, &name, quoted(line, " maxSdkVersion=")))
        })
        .collect();
    out.sort();
    out
}

fn row(tag: &str, name: &str, max_sdk: Option<String>) -> String {
    match max_sdk {
        Some(level) => format!("{tag}:{name}<={level}"),
        None => format!("{tag}:{name}"),
    }
}
