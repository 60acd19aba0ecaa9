//! Packers: who wrapped the code, and how much of it can be seen; refuses to judge, since hardening is lawful.
//!
//! A catalogued name tells who; the structure of the app tells whether code is missing. Either alone can be wrong: a
//! vendor's library may come with an SDK, and an unknown packer has no name. So names without any structural sign
//! lower nothing, except for a stub application class, which is there for nothing else.

use program_model::Program;
use ruleset::schema::Packer;

/// One entry of the app's archives.
#[derive(Debug, Clone, Default)]
pub struct PackedEntry {
    /// Name in the archive.
    pub name: String,
    /// Inflated bytes.
    pub size: u64,
    /// Bytes in the archive.
    pub packed_size: u64,
    /// True when it is stored and its first bytes look random and begin with no known magic number.
    pub is_random: bool,
}

/// What the packer search looks at besides code.
#[derive(Debug, Clone, Default)]
pub struct PackerInput {
    /// Application classes and component factories of the manifest, in Java form.
    pub applications: Vec<String>,
    /// Classes of other declared components, in Java form.
    pub components: Vec<String>,
    /// Entries of every archive of the app.
    pub entries: Vec<PackedEntry>,
    /// Bytes of all DEX files.
    pub dex_bytes: u64,
    /// DEX files dumped from memory were added.
    pub has_added_dex: bool,
}

/// How much of the code is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Seen {
    /// Nothing speaks for missing code.
    #[default]
    All,
    /// Some bodies are missing.
    Part,
    /// Only the stub of a packer is there.
    Stub,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackerVerdict {
    /// Catalogue id; `unidentified` when only the structure speaks for one; none without any.
    pub packer: Option<String>,
    /// How much of the code is there.
    pub seen: Seen,
    /// Why, one fragment each, sorted.
    pub signs: Vec<String>,
    /// Java packages of the stub.
    pub stub_packages: Vec<String>,
}

/// Id of a packer that no catalogue entry names.
pub const UNIDENTIFIED: &str = "unidentified";

/// A DEX file below this size can be a stub: those of catalogued packers stay below.
const SMALL_DEX: u64 = 300 << 10;
/// A payload holds at least this many bytes.
const MIN_PAYLOAD: u64 = 64 << 10;
/// Deflate gains less than this part, in percent, on encrypted or compressed data.
const MIN_GAIN: u64 = 4;
/// Methods whose bodies are looked at for extraction.
const MIN_METHODS: usize = 60;
/// Part of methods, in percent, whose code is only zeros, from which on code was taken out.
const ZERO_SHARE: usize = 10;
/// Part of methods, in percent, without any code though neither abstract nor native.
const MISSING_SHARE: usize = 5;
/// Part of methods, in percent, that are native.
const NATIVE_SHARE: usize = 20;
/// Native methods that override platform methods in declared components: no honest app writes those.
const NATIVE_COMPONENTS: usize = 2;
/// Code units of one method that are looked at.
const MAX_UNITS: usize = 4096;

/// Looks for a packer.
pub fn find_packer(
    program: &Program<'_>,
    input: &PackerInput,
    packers: &[Packer<'_>],
) -> PackerVerdict {
    let mut out = PackerVerdict::default();
    let named = name(input, packers);
    let shape = Shape::of(program, input);
    let mut part = Vec::new();
    if shape.methods >= MIN_METHODS {
        if shape.zero * 100 >= shape.methods * ZERO_SHARE {
            part.push(format!(
                "{} of {} methods hold only zeros",
                shape.zero, shape.methods
            ));
        }
        if shape.missing * 100 >= shape.methods * MISSING_SHARE {
            part.push(format!(
                "{} of {} methods have no body",
                shape.missing, shape.methods
            ));
        }
        if shape.native * 100 >= shape.methods * NATIVE_SHARE {
            part.push(format!(
                "{} of {} methods are native",
                shape.native, shape.methods
            ));
        }
    }
    if shape.native_overrides >= NATIVE_COMPONENTS {
        part.push(format!(
            "{} methods that the system calls on declared components are native",
            shape.native_overrides
        ));
    }
    let n_components = input.applications.len() + input.components.len();
    let most_missing = shape.absent > 0 && shape.absent * 2 >= n_components;
    let mut stub = Vec::new();
    if shape.absent > 0 {
        stub.push(format!(
            "{} of {n_components} declared components have no code",
            shape.absent
        ));
    }
    let payload = payload(input);
    if let Some(payload) = payload {
        stub.push(format!(
            "{} bytes of code beside {} bytes that look encrypted in {}",
            input.dex_bytes, payload.size, payload.name
        ));
    }
    let has_dex = program.n_defs() > 0;
    // The stub class alone proves it; a library's name needs missing code beside it.
    let Named {
        id,
        by_class,
        signs,
    } = named.unwrap_or_default();
    let is_stub = has_dex
        && !input.has_added_dex
        && (most_missing && (payload.is_some() || id.is_some() || input.dex_bytes < SMALL_DEX)
            || by_class && (shape.absent > 0 || input.dex_bytes < SMALL_DEX));
    if is_stub {
        out.seen = Seen::Stub;
    } else if !part.is_empty()
        || (by_class && !input.has_added_dex)
        || (id.is_some() && shape.absent > 0)
    {
        out.seen = Seen::Part;
    }
    if out.seen == Seen::All && !by_class {
        return out;
    }
    out.signs = signs;
    out.signs.extend(part);
    if out.seen == Seen::Stub || id.is_some() {
        out.signs.extend(stub);
    }
    out.signs.sort();
    out.packer = match id {
        Some(id) => {
            if let Some(packer) = packers.iter().find(|packer| packer.id.as_str() == id) {
                out.stub_packages = packer.packages.iter().map(ToString::to_string).collect();
            }
            Some(id)
        }
        None => Some(UNIDENTIFIED.to_owned()),
    };
    out
}

/// A packer by its names.
#[derive(Debug, Default)]
struct Named {
    id: Option<String>,
    by_class: bool,
    signs: Vec<String>,
}

/// The packer whose names fit best.
fn name(input: &PackerInput, packers: &[Packer<'_>]) -> Option<Named> {
    let mut best: Option<(usize, Named)> = None;
    for packer in packers {
        let mut signs = Vec::new();
        let mut score = 0;
        let by_class = input.applications.iter().find(|class| {
            packer
                .applications
                .iter()
                .any(|known| known.as_str() == **class)
        });
        if let Some(class) = by_class {
            score += 10;
            signs.push(format!("application class {class}"));
        }
        for entry in &input.entries {
            let file = entry.name.rsplit('/').next().unwrap_or_default();
            let in_folder = |path: &str| path.ends_with('/') && entry.name.starts_with(path);
            if packer
                .assets
                .iter()
                .any(|path| path.as_str() == entry.name || in_folder(path.as_str()))
                || packer
                    .native_libs
                    .iter()
                    .any(|pattern| fits(pattern.as_str(), file))
            {
                score += 2;
                signs.push(format!("file {}", entry.name));
            } else if packer
                .weak_libs
                .iter()
                .any(|pattern| fits(pattern.as_str(), file))
            {
                score += 1;
                signs.push(format!("file {}", entry.name));
            }
        }
        signs.sort();
        signs.dedup();
        signs.truncate(8);
        if score >= 2 && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((
                score,
                Named {
                    id: Some(packer.id.to_string()),
                    by_class: by_class.is_some(),
                    signs,
                },
            ));
        }
    }
    best.map(|(_, found)| found)
}

/// `*` stands for any characters.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

/// The largest entry that looks encrypted, beside a small DEX file.
fn payload(input: &PackerInput) -> Option<&PackedEntry> {
    if input.dex_bytes == 0 || input.dex_bytes >= SMALL_DEX {
        return None;
    }
    input
        .entries
        .iter()
        .filter(|entry| {
            let inside = !entry.name.ends_with(".dex") && !entry.name.starts_with("META-INF/");
            let dense = entry.packed_size < entry.size
                && entry.packed_size * 100 >= entry.size * (100 - MIN_GAIN);
            inside
                && entry.size >= MIN_PAYLOAD
                && entry.size >= input.dex_bytes * 2
                && (entry.is_random || dense)
        })
        .max_by_key(|entry| (entry.size, std::cmp::Reverse(&entry.name)))
}

/// Counts that tell missing code.
#[derive(Debug, Default)]
struct Shape {
    methods: usize,
    zero: usize,
    missing: usize,
    native: usize,
    native_overrides: usize,
    absent: usize,
}

impl Shape {
    fn of(program: &Program<'_>, input: &PackerInput) -> Self {
        let mut out = Self::default();
        for (id, def) in program.defs() {
            if def.is_abstract() {
                continue;
            }
            out.methods += 1;
            if def.is_native() {
                out.native += 1;
            } else if !def.has_code() {
                out.missing += 1;
            } else if program.events(id).is_empty() && is_zero(program, id) {
                out.zero += 1;
            }
        }
        for class in input.applications.iter().chain(&input.components) {
            let descriptor = format!("L{};", class.replace('.', "/"));
            let ty = program.find_type_named(&descriptor);
            let defined = ty.and_then(|ty| program.class_of(ty));
            if let Some(class) = defined {
                out.native_overrides += native_overrides(program, class);
            } else {
                let by_platform = ty.is_some_and(|ty| program.framework_type(ty).is_some())
                    || program
                        .framework()
                        .find_type(descriptor.as_bytes())
                        .is_some();
                out.absent += usize::from(!by_platform);
            }
        }
        out
    }
}

/// Native methods of a class that override a method of the platform.
fn native_overrides(program: &Program<'_>, class: program_model::ClassId) -> usize {
    let class = program.class(class);
    let mut names: Vec<&[u8]> = Vec::new();
    for def in class.methods() {
        let def = program.def(def);
        if def.is_native() && !def.is_static() && !def.is_private() {
            let (name, _) = program.selector(program.method(def.method).selector);
            names.push(program.name(name));
        }
    }
    if names.is_empty() {
        return 0;
    }
    let mut n = 0;
    for above in program.ancestors(class.ty) {
        if let Some(number) = program.framework_type(*above) {
            program.framework().methods(number, &mut |name, _, _| {
                n += usize::from(names.contains(&name.as_bytes()));
            });
        }
    }
    n.min(names.len())
}

/// True when every unit of a method's code but the last is zero: what an extraction packer leaves behind.
fn is_zero(program: &Program<'_>, def: program_model::DefId) -> bool {
    let Some(code) = program.code(def) else {
        return false;
    };
    let mut n = 0usize;
    for insn in code.raw_instructions().take(MAX_UNITS) {
        match insn {
            Ok(insn) if insn.opcode() == 0 && !insn.is_payload() => n += 1,
            // A final return keeps the verifier content.
            Ok(insn) if insn.info().flags.is_return() => {}
            _ => return false,
        }
    }
    n >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_whole_names() {
        assert!(fits("libshella-*.so", "libshella-4.1.0.15.so"));
        assert!(!fits("libshella-*.so", "libshella.so"));
        assert!(fits("libjiagu.so", "libjiagu.so") && !fits("libjiagu.so", "xlibjiagu.so"));
        assert!(!fits("ab*ba", "aba"));
    }

    fn entry(name: &str, size: u64, packed: u64) -> PackedEntry {
        PackedEntry {
            name: name.to_owned(),
            size,
            packed_size: packed,
            is_random: false,
        }
    }

    #[test]
    fn a_payload_is_large_dense_and_beside_little_code() {
        let mut input = PackerInput {
            dex_bytes: 20_000,
            entries: vec![
                entry("assets/密文.dat", 900_000, 890_000),
                entry("res/a.txt", 900_000, 90_000),
                entry("META-INF/X", 9_000_000, 8_990_000),
            ],
            ..PackerInput::default()
        };
        assert_eq!(
            payload(&input).map(|entry| entry.name.as_str()),
            Some("assets/密文.dat")
        );
        input.dex_bytes = 5_000_000;
        assert!(payload(&input).is_none());
    }
}
