//! Source rows of the framework model, read from TSV; refuses rows that are unsorted, repeated or malformed.

use crate::Problem;

/// A row of `types.tsv`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeRow {
    /// Dalvik descriptor.
    pub descriptor: String,
    /// `c`, `i`, `e`, `a` or `?`.
    pub kind: char,
    /// Super descriptor.
    pub superclass: Option<String>,
    /// Interface descriptors.
    pub interfaces: Vec<String>,
    /// First API level; 0 when not known.
    pub since: u32,
}

/// A row of `members.tsv`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MemberRow {
    /// Class descriptor.
    pub class: String,
    /// `m`, `s`, `c`, `f` or `g`.
    pub kind: char,
    /// Name.
    pub name: String,
    /// Prototype or field type; `/N` when only the number of parameters is known, `?` for a field.
    pub ty: String,
    /// First API level; 0 when not known.
    pub since: u32,
}

/// A row of `constants.tsv`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConstantRow {
    /// Class descriptor.
    pub class: String,
    /// Field name.
    pub name: String,
    /// Field type.
    pub ty: String,
    /// Value as text.
    pub value: String,
}

/// All source rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrameworkRows {
    /// Types sorted by descriptor.
    pub types: Vec<TypeRow>,
    /// Members sorted by class, name, type.
    pub members: Vec<MemberRow>,
    /// Constants sorted by class, name.
    pub constants: Vec<ConstantRow>,
    /// Non-framework APIs seen in real binaries, sorted.
    pub seen: Vec<String>,
}

impl FrameworkRows {
    /// Reads `types.tsv`.
    pub fn read_types(&mut self, file: &str, text: &str, problems: &mut Vec<Problem>) {
        for (line, cells) in rows(text) {
            let [descriptor, kind, superclass, interfaces, since, ..] = cells.as_slice() else {
                problems.push(malformed(file, line, "expected 6 columns"));
                continue;
            };
            if !is_class_descriptor(descriptor) {
                problems.push(malformed(file, line, "not a class descriptor"));
                continue;
            }
            self.types.push(TypeRow {
                descriptor: (*descriptor).to_owned(),
                kind: kind.chars().next().unwrap_or('?'),
                superclass: some_text(superclass),
                interfaces: some_text(interfaces)
                    .map(|list| {
                        list.split(' ')
                            .filter(|item| !item.is_empty())
                            .map(str::to_owned)
                            .collect()
                    })
                    .unwrap_or_default(),
                since: since.parse().unwrap_or(0),
            });
        }
    }

    /// Reads `members.tsv`.
    pub fn read_members(&mut self, file: &str, text: &str, problems: &mut Vec<Problem>) {
        for (line, cells) in rows(text) {
            let [class, kind, name, ty, since, ..] = cells.as_slice() else {
                problems.push(malformed(file, line, "expected 6 columns"));
                continue;
            };
            self.members.push(MemberRow {
                class: (*class).to_owned(),
                kind: kind.chars().next().unwrap_or('?'),
                name: (*name).to_owned(),
                ty: (*ty).to_owned(),
                since: since.parse().unwrap_or(0),
            });
        }
    }

    /// Reads `constants.tsv`.
    pub fn read_constants(&mut self, file: &str, text: &str, problems: &mut Vec<Problem>) {
        for (line, cells) in rows(text) {
            let [class, name, ty, value, ..] = cells.as_slice() else {
                problems.push(malformed(file, line, "expected 4 columns"));
                continue;
            };
            self.constants.push(ConstantRow {
                class: (*class).to_owned(),
                name: (*name).to_owned(),
                ty: (*ty).to_owned(),
                value: (*value).to_owned(),
            });
        }
    }

    /// Reads `seen-references.tsv`.
    pub fn read_seen(&mut self, text: &str) {
        for (_, cells) in rows(text) {
            if let Some(api) = cells.first() {
                self.seen.push((*api).to_owned());
            }
        }
    }

    /// Sorts every table and reports rows that repeat.
    pub fn finish(&mut self, problems: &mut Vec<Problem>) {
        self.types.sort();
        self.members
            .sort_by(|a, b| (&a.class, &a.name, &a.ty).cmp(&(&b.class, &b.name, &b.ty)));
        self.constants.sort();
        self.seen.sort();
        self.seen.dedup();
        for pair in self.types.windows(2) {
            if let [a, b] = pair
                && a.descriptor == b.descriptor
            {
                problems.push(Problem {
                    file: "framework/types.tsv".to_owned(),
                    place: a.descriptor.clone(),
                    what: "type is given twice".to_owned(),
                });
            }
        }
        for pair in self.members.windows(2) {
            if let [a, b] = pair
                && (&a.class, &a.name, &a.ty) == (&b.class, &b.name, &b.ty)
            {
                problems.push(Problem {
                    file: "framework/members.tsv".to_owned(),
                    place: format!("{}->{}{}", a.class, a.name, a.ty),
                    what: "member is given twice".to_owned(),
                });
            }
        }
    }
}

/// True for `Lpkg/Cls;`.
pub(crate) fn is_class_descriptor(text: &str) -> bool {
    text.len() > 2
        && text.starts_with('L')
        && text.ends_with(';')
        && !text.contains(['.', '(', ' ', '['])
}

fn some_text(cell: &str) -> Option<String> {
    (!cell.is_empty() && cell != "-").then(|| cell.to_owned())
}

fn malformed(file: &str, line: usize, what: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        place: format!("line {line}"),
        what: what.to_owned(),
    }
}

/// Cells of each row with its line number; comment lines begin with `#`, a header line with `descriptor`, `class`
/// or `api`.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .filter(|(_, line)| {
            !["descriptor\t", "class\t", "api\t"]
                .iter()
                .any(|head| line.starts_with(head))
        })
        .map(|(n, line)| (n + 1, line.split('\t').collect()))
}
