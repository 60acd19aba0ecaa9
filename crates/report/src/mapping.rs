//! A ProGuard/R8 `mapping.txt`, and renamed names back to original ones; refuses to guess: a name
//! that the file does not hold stays as it is.
//!
//! Format: <https://r8.googlesource.com/r8/+/refs/heads/main/doc/retrace.md>. Bad lines are counted and
//! skipped.

use std::collections::BTreeMap;

use crate::names::{Member, parse_member};

/// Longest line that is read, in bytes; longer ones are counted as ignored.
const MAX_LINE: usize = 64 * 1024;
/// Most lines that are read: an order of magnitude above the largest mappings of shipped apps.
const MAX_LINES: usize = 50_000_000;

/// Original names by renamed ones.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    classes: BTreeMap<String, ClassMapping>,
    ignored: usize,
}

#[derive(Debug, Clone, Default)]
struct ClassMapping {
    original: String,
    methods: BTreeMap<String, Vec<MethodMapping>>,
    fields: BTreeMap<String, String>,
}

#[derive(Debug, Clone)]
struct MethodMapping {
    /// Class that held the method, when inlining or merging moved it.
    class: Option<String>,
    name: String,
    /// Parameter types as the mapping writes them, without spaces.
    params: String,
    /// Lines of the renamed method that this entry speaks for.
    lines: Option<(u32, u32)>,
    /// Line of the original file for the first of `lines`, and whether it advances with them.
    original_line: Option<(u32, bool)>,
}

/// One original frame of a renamed method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalFrame {
    /// Original Java class.
    pub class: String,
    /// Original method name.
    pub method: String,
    /// Original line when the mapping gives one.
    pub line: Option<u32>,
}

impl OriginalFrame {
    /// `a.b.C.m`.
    pub fn stack_form(&self) -> String {
        format!("{}.{}", self.class, self.method)
    }
}

impl Mapping {
    /// Reads a mapping file. Never fails: what is not understood is counted by [`Mapping::ignored`].
    pub fn parse(bytes: &[u8]) -> Self {
        let mut mapping = Self::default();
        let mut current: Option<String> = None;
        for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            if number >= MAX_LINES || line.len() > MAX_LINE {
                mapping.ignored = mapping.ignored.saturating_add(1);
                if number >= MAX_LINES {
                    break;
                }
                continue;
            }
            let line = String::from_utf8_lossy(line);
            let line = line.trim_start_matches('\u{feff}').trim_end();
            let body = line.trim_start();
            if body.is_empty() || body.starts_with('#') {
                continue;
            }
            let understood = if body.len() == line.len() {
                if let Some((original, renamed)) = parse_class_line(body) {
                    mapping.classes.entry(renamed.clone()).or_default().original = original;
                    current = Some(renamed);
                    true
                } else {
                    current = None;
                    false
                }
            } else {
                current
                    .as_ref()
                    .and_then(|renamed| mapping.classes.get_mut(renamed))
                    .is_some_and(|class| parse_member_line(body, class))
            };
            if !understood {
                mapping.ignored = mapping.ignored.saturating_add(1);
            }
        }
        mapping
    }

    /// Lines that were not understood.
    pub fn ignored(&self) -> usize {
        self.ignored
    }

    /// Number of classes.
    pub fn len(&self) -> usize {
        self.classes.len()
    }

    /// True when the file named no class.
    pub fn is_empty(&self) -> bool {
        self.classes.is_empty()
    }

    /// Original Java class of a renamed one.
    pub fn class(&self, renamed: &str) -> Option<&str> {
        self.classes
            .get(renamed)
            .map(|class| class.original.as_str())
    }

    /// Original class, or the renamed one when the file does not hold it.
    pub fn class_or_same<'a>(&'a self, renamed: &'a str) -> &'a str {
        self.class(renamed).unwrap_or(renamed)
    }

    /// Original frames of a stack frame, innermost first; more than one when methods were inlined.
    /// Empty when the file holds neither class nor method.
    pub fn frames(&self, class: &str, method: &str, line: Option<u32>) -> Vec<OriginalFrame> {
        self.resolve(class, method, None, line)
    }

    /// Original frames of a Dalvik method, innermost first. The last one is the method itself.
    pub fn method(&self, descriptor: &str, line: Option<u32>) -> Vec<OriginalFrame> {
        let Some(member) = parse_member(descriptor) else {
            return Vec::new();
        };
        let params = self.original_params(&member);
        self.resolve(&member.class, &member.name, params.as_deref(), line)
    }

    /// The original Java form of a Dalvik method or field (`a.b.C.m`), when the file renames it.
    pub fn readable(&self, descriptor: &str, line: Option<u32>) -> Option<String> {
        let member = parse_member(descriptor)?;
        let mapped = if member.params.is_some() {
            self.method(descriptor, line).pop()?.stack_form()
        } else {
            let class = self.classes.get(&member.class)?;
            let field = class.fields.get(&member.name).unwrap_or(&member.name);
            format!("{}.{}", class.original, field)
        };
        (mapped != format!("{}.{}", member.class, member.name)).then_some(mapped)
    }

    fn resolve(
        &self,
        renamed_class: &str,
        renamed_method: &str,
        params: Option<&str>,
        line: Option<u32>,
    ) -> Vec<OriginalFrame> {
        let Some(class) = self.classes.get(renamed_class) else {
            return Vec::new();
        };
        let unmapped = || OriginalFrame {
            class: class.original.clone(),
            method: renamed_method.to_owned(),
            line: None,
        };
        let Some(methods) = class.methods.get(renamed_method) else {
            return vec![unmapped()];
        };
        let to_frame = |entry: &MethodMapping| OriginalFrame {
            class: entry
                .class
                .clone()
                .unwrap_or_else(|| class.original.clone()),
            method: entry.name.clone(),
            line: entry.original_at(line),
        };
        if let Some(line) = line {
            // Entries of one line range follow each other, innermost first.
            let frames: Vec<OriginalFrame> = methods
                .iter()
                .filter(|entry| {
                    entry
                        .lines
                        .is_some_and(|(from, to)| from <= line && line <= to)
                })
                .map(to_frame)
                .collect();
            if !frames.is_empty() {
                return frames;
            }
        }
        // Without a line, take the method itself: the last entry of a range, with these parameters.
        let own = |entry: &&MethodMapping| entry.class.is_none();
        let by_params = params.and_then(|params| {
            methods
                .iter()
                .filter(own)
                .find(|entry| entry.params == params)
        });
        by_params
            .or_else(|| methods.iter().find(own))
            .or_else(|| methods.last())
            .map_or_else(|| vec![unmapped()], |entry| vec![to_frame(entry)])
    }

    /// Parameters of a renamed method in the mapping's original types, joined by commas.
    fn original_params(&self, member: &Member) -> Option<String> {
        let params: Vec<String> = member
            .params
            .as_ref()?
            .iter()
            .map(|param| {
                let base = param.trim_end_matches("[]");
                let dimensions = param.strip_prefix(base).unwrap_or_default();
                format!("{}{dimensions}", self.class_or_same(base))
            })
            .collect();
        Some(params.join(","))
    }
}

impl MethodMapping {
    fn original_at(&self, line: Option<u32>) -> Option<u32> {
        let (start, advances) = self.original_line?;
        match (line, self.lines) {
            (Some(line), Some((from, _))) if advances => {
                start.checked_add(line.saturating_sub(from))
            }
            (_, Some(_)) | (None, None) => Some(start),
            (Some(_), None) => None,
        }
    }
}

/// `original.Class -> renamed.Class:`
fn parse_class_line(line: &str) -> Option<(String, String)> {
    let (original, renamed) = line.strip_suffix(':')?.split_once(" -> ")?;
    let (original, renamed) = (original.trim(), renamed.trim());
    let is_name = |name: &str| !name.is_empty() && !name.contains(char::is_whitespace);
    (is_name(original) && is_name(renamed)).then(|| (original.to_owned(), renamed.to_owned()))
}

/// `1:2:void a.b.C.m(int,java.lang.String):10:11 -> x`, all numbers optional, or `int field -> x`.
fn parse_member_line(line: &str, class: &mut ClassMapping) -> bool {
    let Some((original, renamed)) = line.split_once(" -> ") else {
        return false;
    };
    let renamed = renamed.trim();
    if renamed.is_empty() {
        return false;
    }
    let Some((head, tail)) = original.split_once('(') else {
        let Some((_, name)) = original.trim().rsplit_once(' ') else {
            return false;
        };
        class.fields.insert(renamed.to_owned(), name.to_owned());
        return true;
    };
    let Some((params, after)) = tail.split_once(')') else {
        return false;
    };
    let mut lines = None;
    let mut signature = head.trim();
    if signature.starts_with(|first: char| first.is_ascii_digit()) {
        let mut parts = signature.splitn(3, ':');
        let (Some(from), Some(to), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
            return false;
        };
        let (Ok(from), Ok(to)) = (from.parse(), to.parse()) else {
            return false;
        };
        lines = Some((from, to));
        signature = rest;
    }
    let Some((_, path)) = signature.rsplit_once(' ') else {
        return false;
    };
    let (owner, name) = match path.rsplit_once('.') {
        Some((owner, name)) => (Some(owner.to_owned()), name),
        None => (None, path),
    };
    if name.is_empty() {
        return false;
    }
    let mut original_lines = after.trim().trim_start_matches(':').split(':');
    let start = original_lines.next().and_then(|text| text.parse().ok());
    let advances = original_lines.next().is_some();
    class
        .methods
        .entry(renamed.to_owned())
        .or_default()
        .push(MethodMapping {
            class: owner.filter(|owner| *owner != class.original),
            name: name.to_owned(),
            params: params.replace(' ', ""),
            lines,
            original_line: start.map(|start| (start, advances)),
        });
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# compiler: R8
# {\"id\":\"com.android.tools.r8.mapping\",\"version\":\"2.2\"}
com.example.DeviceReader -> a.b:
    java.lang.String 缓存 -> c
    1:3:void <init>():10:12 -> <init>
    4:4:java.lang.String imei(android.content.Context):20:20 -> a
    5:5:java.lang.String com.example.Helper.inner(int):99:99 -> a
    5:5:java.lang.String imei(android.content.Context):21 -> a
    6:6:void 信息(com.example.Model[]):30:30 -> a
com.example.Model -> a.c:
garbage line without arrow
    int orphan -> z
";

    fn frame(class: &str, method: &str, line: Option<u32>) -> OriginalFrame {
        OriginalFrame {
            class: class.to_owned(),
            method: method.to_owned(),
            line,
        }
    }

    #[test]
    fn renamed_methods_by_line_and_by_parameters() {
        let mapping = Mapping::parse(TEXT.as_bytes());
        assert_eq!(mapping.len(), 2);
        assert_eq!(mapping.class("a.b"), Some("com.example.DeviceReader"));
        assert_eq!(mapping.class("a.d"), None);
        assert_eq!(
            mapping.frames("a.b", "a", Some(4)),
            [frame("com.example.DeviceReader", "imei", Some(20))]
        );
        assert_eq!(
            mapping.frames("a.b", "a", Some(5)),
            [
                frame("com.example.Helper", "inner", Some(99)),
                frame("com.example.DeviceReader", "imei", Some(21)),
            ]
        );
        assert_eq!(
            mapping.method("La/b;->a([La/c;)V", None),
            [frame("com.example.DeviceReader", "信息", Some(30))]
        );
        assert_eq!(
            mapping
                .readable("La/b;->c:Ljava/lang/String;", None)
                .as_deref(),
            Some("com.example.DeviceReader.缓存")
        );
        assert_eq!(
            mapping.frames("a.b", "zz", None),
            [frame("com.example.DeviceReader", "zz", None)]
        );
        assert!(mapping.frames("x.y", "a", None).is_empty());
    }

    #[test]
    fn lines_that_are_not_understood_are_counted() {
        let mapping = Mapping::parse(TEXT.as_bytes());
        assert_eq!(mapping.ignored(), 2);
        let mapping =
            Mapping::parse(b"a -> b:\n    1:x:void f() -> g\n    void f( -> g\n   -> \n\xff\xfe");
        assert_eq!(mapping.ignored(), 4);
        assert_eq!(mapping.len(), 1);
    }
}
