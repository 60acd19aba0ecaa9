//! Reads what Android's `aapt dump` prints of a manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::callbacks;
use super::corpus::{App, run};

/// The program.
pub(super) const PROGRAM: &str = "/usr/bin/aapt";

/// One element of the manifest with its string attributes, in document order.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub(super) depth: usize,
    pub(super) tag: String,
    /// Text attributes by name; references and numbers as printed.
    pub(super) attributes: BTreeMap<String, String>,
}

/// The lines of `aapt dump badging`, empty when it cannot read the app.
pub(super) fn badging(app: &App) -> Vec<String> {
    let arguments = [Path::new("dump"), Path::new("badging"), app.path.as_path()];
    let printed = run(Path::new(PROGRAM), &arguments);
    printed.stdout.lines().map(str::to_owned).collect()
}

/// The elements of the manifest, empty when it cannot be read.
pub(super) fn elements(app: &App) -> Vec<Element> {
    xml_tree(app, &["AndroidManifest.xml"])
}

/// Classes that compiled resource files name, by an element or any attribute, as components of the kind `layout`.
pub(super) fn layout_classes(app: &App, package: &str) -> Vec<Component> {
    let printed = run(Path::new(PROGRAM), &[Path::new("list"), app.path.as_path()]);
    // Names of resources may be shortened; files elsewhere are not compiled.
    let files: Vec<&str> = printed
        .stdout
        .lines()
        .filter(|name| name.starts_with('r') && name.ends_with(".xml"))
        .collect();
    if files.is_empty() {
        return Vec::new();
    }
    let mut names: BTreeSet<String> = BTreeSet::new();
    for element in xml_tree(app, &files) {
        names.insert(element.tag);
        names.extend(element.attributes.into_values());
    }
    names
        .into_iter()
        .filter(|name| name.contains('.'))
        .map(|name| Component {
            kind: "layout".to_owned(),
            tag: "layout".to_owned(),
            class: format!("L{};", absolute(package, &name).replace('.', "/")),
            name,
            actions: Vec::new(),
        })
        .collect()
}

fn xml_tree(app: &App, files: &[&str]) -> Vec<Element> {
    let mut arguments = vec![Path::new("dump"), Path::new("xmltree"), app.path.as_path()];
    arguments.extend(files.iter().map(Path::new));
    let printed = run(Path::new(PROGRAM), &arguments);
    let mut out: Vec<Element> = Vec::new();
    for line in printed.stdout.lines() {
        let body = line.trim_start();
        let depth = line.len() - body.len();
        if let Some(rest) = body.strip_prefix("E: ") {
            out.push(Element {
                depth,
                tag: rest.split(' ').next().unwrap_or_default().to_owned(),
                attributes: BTreeMap::new(),
            });
        } else if let Some(rest) = body.strip_prefix("A: ")
            && let Some((name, value)) = rest.split_once('=')
            && let Some(element) = out.last_mut()
        {
            let name = name.split('(').next().unwrap_or_default();
            let name = name.strip_prefix("android:").unwrap_or(name);
            let value = value
                .strip_prefix('"')
                .and_then(|text| text.rsplit_once("\" (Raw: "))
                .map_or(value, |(text, _)| text);
            element
                .attributes
                .entry(name.to_owned())
                .or_insert_with(|| value.to_owned());
        }
    }
    out
}

/// A component or another class that the framework makes, as `aapt` shows it.
#[derive(Debug, Clone)]
pub(super) struct Component {
    /// Word of the entry points: `activity`, `application` and so on.
    pub(super) kind: String,
    /// Element name.
    pub(super) tag: String,
    /// Class in Java form, as declared.
    pub(super) name: String,
    /// Descriptor of the class that runs.
    pub(super) class: String,
    /// Actions of its intent filters.
    pub(super) actions: Vec<String>,
}

/// The package that a manifest states.
pub(super) fn package(elements: &[Element]) -> &str {
    elements
        .first()
        .and_then(|root| root.attributes.get("package"))
        .map_or("", String::as_str)
}

/// The components of a manifest, and the classes that attributes of `application` name.
pub(super) fn components(elements: &[Element]) -> Vec<Component> {
    let package = package(elements);
    let mut out = Vec::new();
    for (n, element) in elements.iter().enumerate() {
        out.extend(meta_data(element));
        // Kind, attribute with the name, attribute with the class that runs.
        let named: &[(&str, &str, &str)] = match element.tag.as_str() {
            "activity" => &[("activity", "name", "name")],
            "activity-alias" => &[("activity", "name", "targetActivity")],
            "service" => &[("service", "name", "name")],
            "receiver" => &[("receiver", "name", "name")],
            "provider" => &[("provider", "name", "name")],
            "instrumentation" => &[("instrumentation", "name", "name")],
            "application" => &[
                ("application", "name", "name"),
                (
                    "app_component_factory",
                    "appComponentFactory",
                    "appComponentFactory",
                ),
                ("backup_agent", "backupAgent", "backupAgent"),
                ("instrumentation", "zygotePreloadName", "zygotePreloadName"),
            ],
            _ => &[],
        };
        for (kind, name, class) in named {
            let attribute = |name: &str| element.attributes.get(name);
            let Some((name, class)) = attribute(name).zip(attribute(class)) else {
                continue;
            };
            let actions = elements
                .iter()
                .skip(n + 1)
                .take_while(|inner| inner.depth > element.depth && element.tag != "application")
                .filter(|inner| inner.tag == "action")
                .filter_map(|inner| inner.attributes.get("name").cloned());
            out.push(Component {
                kind: (*kind).to_owned(),
                tag: element.tag.clone(),
                name: absolute(package, name),
                class: format!("L{};", absolute(package, class).replace('.', "/")),
                actions: actions.collect(),
            });
        }
    }
    out
}

/// The class that a piece of meta-data names, by the rows that say which do.
fn meta_data(element: &Element) -> Option<Component> {
    let key = element
        .attributes
        .get("name")
        .filter(|_| element.tag == "meta-data")?;
    let value = element.attributes.get("value").map_or("", String::as_str);
    callbacks::meta_data().iter().find_map(|row| {
        let name = match (&row.value, &row.prefix) {
            (Some(wanted), _) => (wanted == value).then_some(key.as_str())?,
            (None, Some(prefix)) => key.strip_prefix(prefix.as_str())?,
            (None, None) => return None,
        };
        Some(Component {
            kind: row.word.clone(),
            tag: element.tag.clone(),
            name: name.to_owned(),
            class: format!("L{};", name.replace('.', "/")),
            actions: Vec::new(),
        })
    })
}

/// A class name as the installer completes it.
fn absolute(package: &str, name: &str) -> String {
    if name.starts_with('.') {
        format!("{package}{name}")
    } else if name.contains('.') {
        name.to_owned()
    } else {
        format!("{package}.{name}")
    }
}

/// The text between the quotes after `key` in a line of `badging`.
pub(super) fn quoted(line: &str, key: &str) -> Option<String> {
    let (_, rest) = line.split_once(&format!("{key}'"))?;
    // A value may hold a quotation mark; what follows it is the next ` key='` or the line's end.
    let end = rest.match_indices('\'').map(|(at, _)| at).find(|at| {
        let after = rest.get(at + 1..).unwrap_or_default();
        after.trim().is_empty() || after.starts_with(' ') && after.contains("='")
    })?;
    rest.get(..end).map(str::to_owned)
}
