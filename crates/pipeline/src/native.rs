//! Reads native libraries against the program and the catalogues, each library once for all ABIs; refuses to lose one
//! silently.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use apk_unpack::{Container, Entry, Part};
use app_facts::{Gap, NativeLib, UnboundNative};
use call_graph::{CallGraph, Index, LibraryInput, LibraryMatcher, LibraryTexts};
use embedded_code::{Encoding, Form};
use native_scan::{Library, code, jni};
use program_model::{DefId, Program};
use rayon::prelude::*;

use crate::embedded::Item;
use crate::marks::gap;

/// ABIs in the order in which one is chosen: the widest spread first, of which most can be seen.
const ABIS: [&str; 7] = [
    "arm64-v8a",
    "armeabi-v7a",
    "armeabi",
    "x86_64",
    "x86",
    "riscv64",
    "mips",
];
/// Libraries read.
const MAX_LIBS: usize = 2_000;
/// Pairs of native methods and libraries compared for registered methods.
const MAX_PAIRS: usize = 20_000_000;
/// Texts of one library whose use in the code is looked for.
const MAX_TRACED: usize = 64;
/// Bytes before a text that are gone back to find its start.
const MAX_BACK: usize = 4_096;
/// Methods without an implementation that are named.
const MAX_NAMED: usize = 200;

/// What the libraries gave.
#[derive(Default)]
pub(crate) struct Natives {
    pub(crate) facts: Vec<NativeLib>,
    pub(crate) inputs: Vec<LibraryInput>,
    /// Methods of the app that native code names completely, sorted.
    pub(crate) called: Vec<DefId>,
    /// Native methods without a known implementation, sorted.
    pub(crate) unbound: Vec<DefId>,
    pub(crate) gaps: Vec<Gap>,
}

struct Chosen<'c> {
    part: &'c Part<'c>,
    entry: &'c Entry,
    encoding: Encoding,
    name: String,
    abi: String,
    abis: Vec<String>,
}

struct Scanned<'x> {
    fact: NativeLib,
    input: LibraryInput,
    called: Vec<DefId>,
    texts: LibraryTexts<'x>,
    /// Symbols of the Java Native Interface with their addresses.
    exports: Vec<(String, u64)>,
    gaps: Vec<Gap>,
}

/// Reads every library once.
pub(crate) fn scan<'c>(
    container: &'c Container<'c>,
    items: &[Item<'c>],
    program: &Program<'_>,
    index: &Index<'_>,
    file_name: &str,
) -> Natives {
    let mut out = Natives::default();
    let mut chosen = choose(container, items);
    if chosen.len() > MAX_LIBS {
        out.gaps.push(gap(
            "native-scan",
            format!("{} native libraries", chosen.len() - MAX_LIBS),
            file_name,
            "more libraries than are read",
            "what they read is not known",
        ));
        chosen.truncate(MAX_LIBS);
    }
    let natives: Vec<DefId> = program
        .defs()
        .filter(|(_, row)| row.is_native())
        .map(|(def, _)| def)
        .collect();
    if chosen.is_empty() {
        out.unbound = natives;
        return out;
    }
    let matcher = LibraryMatcher::new(program, index);
    let mut scanned: Vec<Scanned<'_>> = chosen
        .par_iter()
        .map(|lib| read(lib, &matcher, program, file_name, &natives))
        .collect();
    bind(&mut scanned, program, &matcher, &natives, &mut out);
    for one in scanned {
        out.called.extend(one.called);
        out.gaps.extend(one.gaps);
        out.facts.push(one.fact);
        out.inputs.push(one.input);
    }
    out.called.sort_unstable();
    out.called.dedup();
    out.facts.sort();
    out
}

/// A library on the way to being chosen: rank and name of its ABI, where it lies, how it is encoded.
type Found<'c> = (usize, String, &'c Part<'c>, &'c Entry, Encoding);

/// One entry for each library name, of the first ABI that has it.
fn choose<'c>(container: &'c Container<'c>, items: &[Item<'c>]) -> Vec<Chosen<'c>> {
    let rank = |abi: &str| {
        ABIS.iter()
            .position(|known| *known == abi)
            .unwrap_or(ABIS.len())
    };
    let mut by_name: BTreeMap<String, Vec<Found<'c>>> = BTreeMap::new();
    let mut in_lib: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, part) in container.parts().iter().enumerate() {
        for group in part.native_libs() {
            for entry in group.libs {
                in_lib.insert((at, entry.index));
                let name = file_name_of(&entry.name).to_owned();
                by_name.entry(name).or_default().push((
                    rank(group.abi),
                    group.abi.to_owned(),
                    part,
                    entry,
                    Encoding::Plain,
                ));
            }
        }
    }
    // Libraries that stand elsewhere, such as those of packers among the assets.
    for item in items {
        let Some(sniffed) = item.sniffed.filter(|found| found.form == Form::Elf) else {
            continue;
        };
        if !in_lib.contains(&(item.part_no, item.entry.index)) {
            by_name.entry(item.entry.name.clone()).or_default().push((
                ABIS.len(),
                String::new(),
                item.part,
                item.entry,
                sniffed.encoding,
            ));
        }
    }
    by_name
        .into_iter()
        .filter_map(|(name, mut list)| {
            list.sort_by(|a, b| (a.0, &a.1, &a.3.name).cmp(&(b.0, &b.1, &b.3.name)));
            let mut abis: Vec<String> = list.iter().map(|found| found.1.clone()).collect();
            abis.retain(|abi| !abi.is_empty());
            abis.sort();
            abis.dedup();
            let (_, abi, part, entry, encoding) = list.into_iter().next()?;
            Some(Chosen {
                part,
                entry,
                encoding,
                name: file_name_of(&name).to_owned(),
                abi,
                abis,
            })
        })
        .collect()
}

fn file_name_of(entry: &str) -> &str {
    entry.rsplit('/').next().unwrap_or(entry)
}

fn read<'x>(
    lib: &Chosen<'_>,
    matcher: &LibraryMatcher<'x, '_>,
    program: &Program<'_>,
    file_name: &str,
    natives: &[DefId],
) -> Scanned<'x> {
    let place = lib.part.location(lib.entry);
    let file = if lib.part.name().is_empty() {
        file_name.to_owned()
    } else {
        lib.part.name().to_owned()
    };
    let mut out = Scanned {
        fact: NativeLib {
            name: lib.name.clone(),
            entry: lib.entry.name.clone(),
            file: file.clone(),
            abi: lib.abi.clone(),
            abis: lib.abis.clone(),
            size: lib.entry.declared_size,
            ..NativeLib::default()
        },
        input: LibraryInput {
            entry: lib.entry.name.clone(),
            name: lib.name.clone(),
            file,
            ..LibraryInput::default()
        },
        called: Vec::new(),
        texts: LibraryTexts::default(),
        exports: Vec::new(),
        gaps: Vec::new(),
    };
    let bytes = match lib.part.read(lib.entry) {
        Ok(read) => match lib.encoding {
            Encoding::Plain => read.bytes,
            encoding => embedded_code::decode(&read.bytes, encoding)
                .into_owned()
                .into(),
        },
        Err(error) => {
            out.gaps.push(gap(
                "apk-unpack",
                "a native library",
                &place,
                error,
                "what it reads is not known",
            ));
            return out;
        }
    };
    out.fact.size = bytes.len() as u64;
    native_scan::strings::each(&bytes, |offset, text| {
        let is_ended = bytes.get(offset + text.len()) == Some(&0);
        matcher.text(&mut out.texts, offset as u64, text, is_ended);
    });
    let library = match native_scan::parse(&bytes) {
        Ok(library) => library,
        Err(error) => {
            out.gaps.push(gap(
                "native-scan",
                "a native library",
                &place,
                error,
                "its texts were looked at, its imports and native methods were not",
            ));
            let (reads, _) = matcher.finish(&out.texts, &rustc_hash::FxHashSet::default());
            out.input.reads = reads;
            return out;
        }
    };
    for problem in &library.problems {
        out.gaps.push(gap(
            "native-scan",
            problem.what,
            &place,
            &problem.why,
            "its texts were looked at, its imports and native methods may be missing",
        ));
    }
    let text_of = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    out.fact.readable = library.problems.is_empty();
    if out.fact.abi.is_empty() {
        library.arch.word().clone_into(&mut out.fact.abi);
    }
    out.fact.soname = library.soname.map(text_of);
    out.fact.needed = library.needed.iter().map(|name| text_of(name)).collect();
    out.fact.imports = count(library.imports().count());
    out.fact.exports = count(library.exports().count());
    let imports = library.imports().collect();
    let (reads, called) = matcher.finish(&out.texts, &imports);
    out.input.reads = reads;
    out.called = called;
    out.input.permissions = matcher.permissions(&imports);
    out.exports = library
        .exports()
        .filter(|symbol| symbol.name.starts_with(b"Java_"))
        .map(|symbol| (text_of(symbol.name), symbol.address))
        .collect();
    trace(&bytes, &library, program, natives, &mut out);
    out
}

/// For texts that the library can read: the native methods of the app from which their use can be reached.
fn trace(
    bytes: &[u8],
    library: &Library<'_>,
    program: &Program<'_>,
    natives: &[DefId],
    out: &mut Scanned<'_>,
) {
    let by_symbol: HashMap<&str, u64> = out
        .exports
        .iter()
        .map(|(name, address)| (name.as_str(), *address))
        .collect();
    if by_symbol.is_empty() {
        return;
    }
    let mut wanted: HashMap<u64, usize> = HashMap::new();
    for (n, read) in out.input.reads.iter().enumerate() {
        if !read.has_reader || read.offset == 0 || wanted.len() >= MAX_TRACED {
            continue;
        }
        let at = usize::try_from(read.offset).unwrap_or(usize::MAX);
        // Code refers to the start of the whole text.
        let window = bytes
            .get(at.saturating_sub(MAX_BACK)..at)
            .unwrap_or_default();
        let back = window.iter().rev().take_while(|byte| **byte != 0).count();
        let start = (at - back.min(at)) as u64;
        if let Some(address) = library.address_of(start) {
            wanted.entry(address).or_insert(n);
        }
    }
    if wanted.is_empty() {
        return;
    }
    let Some(map) = code::references(bytes, library, &|address| wanted.contains_key(&address))
    else {
        return;
    };
    let mut by_address: HashMap<u64, Vec<DefId>> = HashMap::new();
    for def in natives {
        for symbol in symbols(program, *def) {
            if let Some(address) = by_symbol.get(symbol.as_str()) {
                by_address.entry(*address).or_default().push(*def);
            }
        }
    }
    let mut order: Vec<(u64, usize)> = wanted.into_iter().collect();
    order.sort_unstable();
    for (address, n) in order {
        let users: HashSet<u64> = map.users(address).into_iter().collect();
        let mut defs: Vec<DefId> = users
            .iter()
            .flat_map(|start| by_address.get(start).into_iter().flatten().copied())
            .collect();
        defs.sort_unstable();
        defs.dedup();
        let offset = out.input.reads.get(n).map(|read| read.offset);
        for read in &mut out.input.reads {
            if Some(read.offset) == offset {
                read.users.clone_from(&defs);
            }
        }
    }
}

/// The two symbols of a native method.
fn symbols(program: &Program<'_>, def: DefId) -> [String; 2] {
    let row = program.def(def);
    let (name, proto) = program.selector(program.method(row.method).selector);
    let class = program.class(row.class).ty;
    let text = |bytes: &[u8]| {
        byte_reader::mutf8::decode_printable(bytes)
            .text
            .into_owned()
    };
    let (short, long) = jni::symbols(
        &text(program.descriptor(class)),
        &text(program.name(name)),
        &text(program.proto(proto)),
    );
    [short, long]
}

/// Finds the library of each native method: by its symbol, else by the texts of a registration.
fn bind(
    scanned: &mut [Scanned<'_>],
    program: &Program<'_>,
    matcher: &LibraryMatcher<'_, '_>,
    natives: &[DefId],
    out: &mut Natives,
) {
    let mut by_symbol: HashMap<String, usize> = HashMap::new();
    for (n, one) in scanned.iter().enumerate() {
        for (name, _) in &one.exports {
            by_symbol.entry(name.clone()).or_insert(n);
        }
    }
    let mut pairs = 0;
    let mut is_cut = false;
    for def in natives {
        let named = symbols(program, *def)
            .iter()
            .find_map(|symbol| by_symbol.get(symbol).copied());
        let found = named.or_else(|| {
            pairs += scanned.len();
            if pairs > MAX_PAIRS {
                is_cut = true;
                return None;
            }
            scanned
                .iter()
                .position(|one| matcher.registers(&one.texts, *def))
        });
        match found.and_then(|n| scanned.get_mut(n)) {
            Some(one) => {
                one.input.bound.push(*def);
                one.fact.bound_methods += 1;
            }
            None => out.unbound.push(*def),
        }
    }
    if is_cut {
        out.gaps.push(gap(
            "native-scan",
            "registered native methods",
            "",
            "more native methods and libraries than are compared",
            "some native methods count as without implementation",
        ));
    }
}

/// Facts about native methods without a known implementation: the first ones by name, and how many in all.
pub(crate) fn unbound(
    program: &Program<'_>,
    graph: &CallGraph,
    list: &[DefId],
) -> (Vec<UnboundNative>, u32) {
    let mut out: Vec<UnboundNative> = list
        .iter()
        .take(MAX_NAMED * 50)
        .map(|def| UnboundNative {
            method: program.def_name(*def),
            reachable: graph.is_reached(*def),
        })
        .collect();
    out.sort_by(|a, b| (!a.reachable, &a.method).cmp(&(!b.reachable, &b.method)));
    out.truncate(MAX_NAMED);
    out.sort();
    (out, u32::try_from(list.len()).unwrap_or(u32::MAX))
}
