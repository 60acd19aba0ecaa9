//! Texts and imports of native libraries against the catalogues; refuses to open a library.

use std::collections::BTreeMap;

use app_facts::{Access, ChainFrame, Level, Owner, Phase, Scope, Site, Via};
use program_model::{DefId, NameId, Program, ProtoId, TypeId};
use ruleset::schema::ConsumerKind;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Outside;
use crate::access::texts;
use crate::analysis::Shared;
use crate::index::{Beginning, Index, PointId, beginning};
use crate::owners::owner_fact;

/// Longest text that is looked up as a whole.
const MAX_NAME: usize = 512;
/// Longest constant kept of a text.
const MAX_CONSTANT: usize = 200;
/// Reads kept of one library.
const MAX_READS: usize = 2_000;
/// Methods of the app that one library may call.
const MAX_CALLED: usize = 5_000;
/// Words of one text that are looked at.
const MAX_WORDS: usize = 64;
/// Kinds of constants that native code holds.
const KINDS: [ConsumerKind; 4] = [
    ConsumerKind::Uri,
    ConsumerKind::File,
    ConsumerKind::Property,
    ConsumerKind::Exec,
];

/// The catalogue's texts arranged for native libraries; made once per app.
#[derive(Debug)]
pub struct LibraryMatcher<'x, 'a> {
    index: &'x Index<'x>,
    program: &'x Program<'a>,
    /// Names that count only together with others of the same library.
    wanted: FxHashSet<&'x [u8]>,
    /// Beginnings of constants, by kind.
    beginnings: FxHashMap<Beginning, Vec<ConsumerKind>>,
    /// By the first two bytes: some constant begins so.
    pairs: Vec<bool>,
    /// Classes whose members take settings keys, in the form of the Java Native Interface.
    setting_classes: Vec<&'x str>,
}

/// What one library's texts gave; filled by [`LibraryMatcher::text`].
#[derive(Debug, Default)]
pub struct LibraryTexts<'x> {
    names: FxHashMap<&'x [u8], u64>,
    constants: BTreeMap<(PointId, String), (ConsumerKind, u64)>,
    types: Vec<TypeId>,
    type_seen: FxHashSet<TypeId>,
    member_names: FxHashSet<NameId>,
    protos: FxHashSet<ProtoId>,
}

/// One thing that a library may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryRead {
    pub(crate) model: Model,
    /// Report form of what is read.
    pub api: String,
    /// Byte offset of the text in the library; 0 for an import.
    pub offset: u64,
    /// The library also imports what reads such a thing.
    pub has_reader: bool,
    /// Native methods of the app from which the code that uses the text can be reached, sorted; empty when not shown.
    pub users: Vec<DefId>,
}

/// What makes it a read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Model {
    Point(PointId),
    Call(u32),
}

/// One library with what it shows.
#[derive(Debug, Clone, Default)]
pub struct LibraryInput {
    /// Entry name.
    pub entry: String,
    /// File name.
    pub name: String,
    /// APK that holds it.
    pub file: String,
    /// What it may read.
    pub reads: Vec<LibraryRead>,
    /// Native methods of the app that it implements, sorted.
    pub bound: Vec<DefId>,
    /// Permissions that functions it imports need, without reading information by themselves.
    pub permissions: Vec<String>,
}

/// By byte: what parts the words of a text.
const PARTS: [bool; 256] = {
    let mut parts = [false; 256];
    let list = b" \t\r\n\"'`=|;,(<>&";
    let mut n = 0;
    while n < list.len() {
        parts[list[n] as usize] = true;
        n += 1;
    }
    parts
};

impl<'x, 'a> LibraryMatcher<'x, 'a> {
    /// Arranges the catalogues.
    pub fn new(program: &'x Program<'a>, index: &'x Index<'x>) -> Self {
        let mut wanted: FxHashSet<&[u8]> = FxHashSet::default();
        for (member, _) in index.methods.iter().chain(&index.fields) {
            wanted.insert(member.class.as_bytes());
            wanted.insert(inner(member.class).as_bytes());
            wanted.insert(member.name.as_bytes());
            wanted.insert(member.ty.as_bytes());
        }
        let mut setting_classes: Vec<&str> = index
            .consumers
            .iter()
            .filter(|rule| rule.kind == ConsumerKind::Setting && !rule.reflection)
            .map(|rule| inner(rule.member.class))
            .collect();
        setting_classes.sort_unstable();
        setting_classes.dedup();
        wanted.extend(setting_classes.iter().map(|class| class.as_bytes()));
        for (text, _) in index
            .constants
            .get(&ConsumerKind::Setting)
            .into_iter()
            .flatten()
        {
            wanted.insert(text.as_bytes());
        }
        let mut beginnings: FxHashMap<Beginning, Vec<ConsumerKind>> = FxHashMap::default();
        for kind in KINDS {
            for (text, _) in index.constants.get(&kind).into_iter().flatten() {
                let kinds = beginnings.entry(beginning(text)).or_default();
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
        for start in ["getprop ", "/system/bin/getprop "] {
            let kinds = beginnings.entry(beginning(start)).or_default();
            if !kinds.contains(&ConsumerKind::Exec) {
                kinds.push(ConsumerKind::Exec);
            }
        }
        let mut pairs = vec![false; 1 << 16];
        #[expect(
            clippy::iter_over_hash_type,
            reason = "setting marks does not depend on the order"
        )]
        for start in beginnings.keys() {
            let first = usize::from(start[0]) << 8;
            let seconds = if start[1] == 0 {
                0..=255
            } else {
                usize::from(start[1])..=usize::from(start[1])
            };
            for second in seconds {
                if let Some(place) = pairs.get_mut(first | second) {
                    *place = true;
                }
            }
        }
        Self {
            index,
            program,
            wanted,
            beginnings,
            pairs,
            setting_classes,
        }
    }

    /// Looks at one text of a library; `is_ended` when a zero byte ends it, as it ends the strings of C.
    pub fn text(&self, out: &mut LibraryTexts<'x>, offset: u64, text: &[u8], is_ended: bool) {
        // Machine code is full of short runs that look like text; hardly one of them ends so.
        if is_ended && text.len() <= MAX_NAME {
            self.name(out, offset, text);
        }
        let mut n_words = 0;
        let mut at_start = true;
        for (at, byte) in text.iter().enumerate() {
            if at_start {
                if let Some(rest) = text.get(at..) {
                    self.constant(out, offset.saturating_add(at as u64), rest, at == 0);
                }
                n_words += 1;
                if n_words > MAX_WORDS {
                    break;
                }
            }
            at_start = PARTS.get(usize::from(*byte)).copied().unwrap_or(false);
        }
    }

    fn name(&self, out: &mut LibraryTexts<'x>, offset: u64, text: &[u8]) {
        if let Some(known) = self.wanted.get(text) {
            out.names.entry(known).or_insert(offset);
        }
        if text.first() == Some(&b'(') {
            out.protos.extend(self.program.find_proto(text));
            return;
        }
        if text.contains(&b'/') {
            let ty = if text.first() == Some(&b'L') && text.last() == Some(&b';') {
                self.program.find_type(text)
            } else {
                let mut descriptor = Vec::with_capacity(text.len() + 2);
                descriptor.push(b'L');
                descriptor.extend_from_slice(text);
                descriptor.push(b';');
                self.program.find_type(&descriptor)
            };
            if let Some(ty) = ty
                && self.program.class_of(ty).is_some()
                && out.type_seen.insert(ty)
            {
                out.types.push(ty);
            }
            return;
        }
        out.member_names.extend(self.program.find_name(text));
    }

    fn constant(&self, out: &mut LibraryTexts<'x>, offset: u64, rest: &[u8], is_whole: bool) {
        let pair = match rest {
            [first, second, ..] => usize::from(*first) << 8 | usize::from(*second),
            _ => return,
        };
        if !self.pairs.get(pair).copied().unwrap_or(false) {
            return;
        }
        let mut start = Beginning::default();
        for (place, byte) in start.iter_mut().zip(rest) {
            *place = *byte;
        }
        let mut kinds: Vec<ConsumerKind> = Vec::new();
        for known in [start, [start[0], start[1], 0], [start[0], 0, 0]] {
            kinds.extend(self.beginnings.get(&known).into_iter().flatten());
        }
        if kinds.is_empty() || out.constants.len() >= MAX_READS {
            return;
        }
        let end = rest
            .iter()
            .position(|byte| b"\"'`\r\n".contains(byte))
            .unwrap_or(rest.len())
            .min(MAX_CONSTANT);
        let Some(text) = rest.get(..end).map(String::from_utf8_lossy) else {
            return;
        };
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            // Only a command may go on behind a blank.
            let word = match kind {
                ConsumerKind::Exec => text.as_ref(),
                _ => text.split(' ').next().unwrap_or_default(),
            };
            if self.is_common(word) {
                continue;
            }
            for point in texts::points(self.index, kind, word) {
                // Short commands are ordinary words: they count as the whole text, longer ones at its start.
                if let Some(command) = self.index.point(point).exec.as_deref()
                    && !(is_whole && (command == word || command.contains(' ')))
                {
                    continue;
                }
                out.constants
                    .entry((point, texts::api_text(kind, word)))
                    .or_insert((kind, offset));
            }
        }
    }

    fn is_common(&self, text: &str) -> bool {
        self.index.catalogues.native.common.iter().any(|common| {
            // An entry that ends in a slash stands for everything below.
            common.as_str() == text.trim_end_matches('/')
                || (common.ends_with('/') && text.starts_with(common.as_str()))
        })
    }

    /// What a library's texts and imports show, sorted; and the app's methods that it names with class, name and
    /// signature, sorted.
    pub fn finish(
        &self,
        found: &LibraryTexts<'x>,
        imports: &FxHashSet<&[u8]>,
    ) -> (Vec<LibraryRead>, Vec<DefId>) {
        let native = &self.index.catalogues.native;
        let imports_any = |names: &[ruleset::Text<'_>]| {
            names.iter().any(|name| imports.contains(name.as_bytes()))
        };
        let reads_kind = |kind: ConsumerKind| {
            native
                .readers
                .iter()
                .any(|reader| reader.kind == kind && imports_any(&reader.imports))
        };
        let mut reads: Vec<LibraryRead> = Vec::new();
        for ((point, api), (kind, offset)) in &found.constants {
            // Without a way to run it a command is a word.
            if *kind == ConsumerKind::Exec && !reads_kind(*kind) {
                continue;
            }
            reads.push(LibraryRead {
                model: Model::Point(*point),
                api: api.clone(),
                offset: *offset,
                has_reader: reads_kind(*kind),
                users: Vec::new(),
            });
        }
        let holds = |text: &str| found.names.get(text.as_bytes()).copied();
        for (member, point) in self.index.methods.iter().chain(&self.index.fields) {
            let class = holds(inner(member.class)).or_else(|| holds(member.class));
            let (Some(_), Some(offset), Some(_)) = (class, holds(member.name), holds(member.ty))
            else {
                continue;
            };
            let row = self.index.point(*point);
            // What the arguments would have to be is not seen here.
            if row.when.is_empty() && row.within.is_none() {
                let api = row.method.as_deref().or(row.field.as_deref());
                reads.push(LibraryRead {
                    model: Model::Point(*point),
                    api: api.unwrap_or_default().to_owned(),
                    offset,
                    has_reader: false,
                    users: Vec::new(),
                });
            }
        }
        if self
            .setting_classes
            .iter()
            .any(|class| holds(class).is_some())
        {
            for (text, point) in self
                .index
                .constants
                .get(&ConsumerKind::Setting)
                .into_iter()
                .flatten()
            {
                if let Some(offset) = holds(text) {
                    reads.push(LibraryRead {
                        model: Model::Point(*point),
                        api: texts::api_text(ConsumerKind::Setting, text),
                        offset,
                        has_reader: false,
                        users: Vec::new(),
                    });
                }
            }
        }
        for (n, call) in (0u32..).zip(&native.calls) {
            if !call.data.is_empty() && imports_any(&call.imports) {
                let symbol = call
                    .imports
                    .iter()
                    .find(|name| imports.contains(name.as_bytes()))
                    .map(ToString::to_string)
                    .unwrap_or_default();
                reads.push(LibraryRead {
                    model: Model::Call(n),
                    api: format!("native:{symbol}"),
                    offset: 0,
                    has_reader: true,
                    users: Vec::new(),
                });
            }
        }
        reads.sort_by(|a, b| (a.model, &a.api).cmp(&(b.model, &b.api)));
        reads.dedup_by(|a, b| a.model == b.model && a.api == b.api);
        reads.truncate(MAX_READS);
        (reads, self.called(found))
    }

    /// Permissions that imported functions need which read no information by themselves, sorted.
    pub fn permissions(&self, imports: &FxHashSet<&[u8]>) -> Vec<String> {
        let mut out: Vec<String> = self
            .index
            .catalogues
            .native
            .calls
            .iter()
            .filter(|call| {
                call.data.is_empty()
                    && call
                        .imports
                        .iter()
                        .any(|name| imports.contains(name.as_bytes()))
            })
            .flat_map(|call| call.permissions.iter().map(ToString::to_string))
            .collect();
        out.sort();
        out.dedup();
        out
    }

    /// Methods of the app that the library names completely.
    fn called(&self, found: &LibraryTexts<'x>) -> Vec<DefId> {
        let program = self.program;
        let mut out = Vec::new();
        for ty in &found.types {
            let Some(class) = program.class_of(*ty) else {
                continue;
            };
            for def in program.class(class).methods() {
                let row = program.def(def);
                let (name, proto) = program.selector(program.method(row.method).selector);
                if !row.is_native()
                    && row.has_code()
                    && found.member_names.contains(&name)
                    && found.protos.contains(&proto)
                {
                    out.push(def);
                    if out.len() >= MAX_CALLED {
                        return out;
                    }
                }
            }
        }
        out.sort_unstable();
        out
    }

    /// True when the texts hold name and signature of a native method and its class: what a table of native methods
    /// that is registered while running needs.
    pub fn registers(&self, found: &LibraryTexts<'x>, def: DefId) -> bool {
        let program = self.program;
        let row = program.def(def);
        let (name, proto) = program.selector(program.method(row.method).selector);
        found.type_seen.contains(&program.class(row.class).ty)
            && found.member_names.contains(&name)
            && found.protos.contains(&proto)
    }
}

/// `a/B` of `La/B;`.
fn inner(descriptor: &str) -> &str {
    descriptor
        .strip_prefix('L')
        .and_then(|rest| rest.strip_suffix(';'))
        .unwrap_or(descriptor)
}

/// Accesses of the libraries, with the permissions that their models need.
pub(super) fn accesses(
    shared: &Shared<'_, '_>,
    outside: &Outside,
    phase_of: &dyn Fn(DefId) -> Option<(Option<Phase>, Vec<ChainFrame>)>,
) -> Vec<(Access, Vec<String>)> {
    let index = shared.index;
    let mut out = Vec::new();
    for library in &outside.libraries {
        let owner = owner_of(shared, library);
        for read in &library.reads {
            let (data, model, permissions, weight) = match read.model {
                Model::Point(point) => {
                    let group = index.group(point);
                    let names: Vec<String> = group
                        .needs
                        .iter()
                        .flat_map(crate::index::permissions_of)
                        .map(str::to_owned)
                        .collect();
                    let weight = index.weight_background[point.group as usize];
                    (&group.data, group.id.to_string(), names, weight)
                }
                Model::Call(row) => {
                    let Some(call) = index.catalogues.native.calls.get(row as usize) else {
                        continue;
                    };
                    let names = call.permissions.iter().map(ToString::to_string).collect();
                    (&call.data, call.id.to_string(), names, false)
                }
            };
            let proof = read
                .users
                .iter()
                .filter(|_| read.has_reader)
                .filter(|def| shared.chains.reaches(**def))
                .find_map(|def| phase_of(*def));
            let mut cuts = Vec::new();
            let (level, phase, chain) = match proof {
                Some((phase, mut chain)) => {
                    let short = owner.short().to_owned();
                    chain.push(ChainFrame {
                        method: library.entry.clone(),
                        owner: short,
                        edge: "native".to_owned(),
                        entry: None,
                        offset: u32::try_from(read.offset).ok(),
                        line: None,
                    });
                    cuts.push("the use of the text was seen, not the call that reads".to_owned());
                    (Level::Reachable, phase, chain)
                }
                None if read.has_reader => (Level::Present, None, Vec::new()),
                None => (Level::String, None, Vec::new()),
            };
            let initiator = chain_initiator(&chain, &owner, index);
            for kind in data {
                out.push((
                    Access {
                        data: kind.to_string(),
                        api: read.api.clone(),
                        site: Site {
                            method: library.entry.clone(),
                            offset: u32::try_from(read.offset).unwrap_or(u32::MAX),
                            line: None,
                            dex: library.entry.clone(),
                            file: library.file.clone(),
                        },
                        owner: owner.clone(),
                        initiator: initiator.clone(),
                        level,
                        phase,
                        via: Via::Native,
                        obtainable: None,
                        scope: Scope::Full,
                        background_weight: weight,
                        chain: chain.clone(),
                        chain_shortest: Vec::new(),
                        repeat: None,
                        cuts: cuts.clone(),
                        model: model.clone(),
                        key: String::new(),
                    },
                    permissions.clone(),
                ));
            }
        }
    }
    out
}

/// The first holder on the chain that is not a plain library.
fn chain_initiator(chain: &[ChainFrame], owner: &Owner, index: &Index<'_>) -> Owner {
    for frame in chain {
        if frame.owner == "app" {
            return Owner::app();
        }
        if let Some(row) = index
            .catalogues
            .sdks
            .iter()
            .position(|sdk| sdk.id.as_str() == frame.owner)
        {
            let found = owner_fact(crate::owners::OwnerId::of_sdk(row), index);
            if found.kind != app_facts::OwnerKind::Library {
                return found;
            }
        }
    }
    owner.clone()
}

/// Who holds a library: the SDK that names it, else the holder of most native methods that it implements.
fn owner_of(shared: &Shared<'_, '_>, library: &LibraryInput) -> Owner {
    let sdks = &shared.index.catalogues.sdks;
    let named = sdks.iter().position(|sdk| {
        sdk.native_libs
            .iter()
            .any(|name| name.as_str() == library.name)
    });
    if let Some(row) = named {
        return owner_fact(crate::owners::OwnerId::of_sdk(row), shared.index);
    }
    let mut counts: BTreeMap<crate::owners::OwnerId, usize> = BTreeMap::new();
    for def in &library.bound {
        *counts.entry(shared.owner_of(*def)).or_insert(0) += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(owner, n)| (*n, std::cmp::Reverse(*owner)))
        .map(|(owner, _)| owner_fact(owner, shared.index))
        .unwrap_or_default()
}
