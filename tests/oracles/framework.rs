//! The types and members of Android as `rulesets/framework` states them: data that the oracle shares with the program,
//! because no app holds it. Nothing of an app is read here.

use std::collections::BTreeMap;
use std::sync::OnceLock;

const TYPES: &str = include_str!("../../rulesets/framework/types.tsv");
const MEMBERS: &str = include_str!("../../rulesets/framework/members.tsv");

/// Types with what is above them, and methods by class and name.
#[derive(Debug)]
pub(super) struct Framework {
    above: BTreeMap<&'static str, Vec<&'static str>>,
    /// Prototypes, or `/N` where only the number of parameters is known.
    methods: BTreeMap<(&'static str, &'static str), Vec<&'static str>>,
}

/// The tables, read once.
pub(super) fn framework() -> &'static Framework {
    static TABLES: OnceLock<Framework> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut out = Framework {
            above: BTreeMap::new(),
            methods: BTreeMap::new(),
        };
        for line in rows(TYPES) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [name, _, superclass, interfaces, ..] = cells[..] else {
                panic!("types.tsv: {line}");
            };
            let above = [superclass].into_iter().chain(interfaces.split(' '));
            out.above
                .insert(name, above.filter(|name| *name != "-").collect());
        }
        for line in rows(MEMBERS) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [class, kind, name, ty, ..] = cells[..] else {
                panic!("members.tsv: {line}");
            };
            if ["m", "s", "c"].contains(&kind) {
                out.methods.entry((class, name)).or_default().push(ty);
            }
        }
        out
    })
}

fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl Framework {
    pub(super) fn knows(&self, class: &str) -> bool {
        self.above.contains_key(class)
    }

    /// The superclass and the interfaces.
    pub(super) fn above(&self, class: &str) -> &[&'static str] {
        self.above.get(class).map_or(&[], Vec::as_slice)
    }

    /// Whether the type, not one above it, declares the method with this prototype.
    pub(super) fn declares(&self, class: &str, name: &str, proto: &str) -> bool {
        self.protos(class, name)
            .into_iter()
            .any(|known| known == proto || known == format!("/{}", parameters(proto).len()))
    }

    /// The same by the number of parameters alone: type parameters of an interface show as the app's own types.
    pub(super) fn declares_like(&self, class: &str, name: &str, proto: &str) -> bool {
        let n = parameters(proto).len();
        self.protos(class, name)
            .into_iter()
            .any(|known| known == format!("/{n}") || parameters(known).len() == n)
    }

    fn protos(&self, class: &str, name: &str) -> Vec<&'static str> {
        // The keys live as long as the program; a look-up by borrowed names needs them shortened.
        let methods: &BTreeMap<(&str, &str), Vec<&'static str>> = &self.methods;
        methods.get(&(class, name)).cloned().unwrap_or_default()
    }
}

/// Descriptors of the parameters of a prototype.
pub(super) fn parameters(proto: &str) -> Vec<&str> {
    let mut rest = proto
        .strip_prefix('(')
        .and_then(|text| text.split(')').next())
        .unwrap_or_default();
    let mut out = Vec::new();
    while !rest.is_empty() {
        let depth = rest.bytes().take_while(|byte| *byte == b'[').count();
        let len = if rest.as_bytes().get(depth) == Some(&b'L') {
            rest.find(';').map_or(rest.len(), |at| at + 1)
        } else {
            (depth + 1).min(rest.len())
        };
        let (one, after) = rest.split_at(len);
        out.push(one);
        rest = after;
    }
    out
}
