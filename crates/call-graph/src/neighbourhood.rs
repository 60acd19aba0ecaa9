//! Who holds a class whose name tells nothing, by the code around it; refuses to guess where the evidence is mixed.
//!
//! Four kinds of evidence count, each of which renaming leaves alone:
//! - Code that names a class of the app is the app's, since third parties cannot know it; the type of a field or a
//!   parameter is such a name.
//! - Code that names a class of a third party, and that this third party names in turn, is part of it.
//! - A class that only classes of the app extend, and that no third party names, is the app's base class.
//! - A class that is only made, never called by its own type, and made by one holder alone, is a callback of that
//!   holder.
//!
//! What classes standing together tell is in [`crate::kin`]; a text with the app's own package is a name of the app.
//! Owners found this way are evidence for further classes, for a bounded number of rounds.

use program_model::{ClassId, EventKind, IdVec, Program, ProtoId, TypeId};
use rustc_hash::FxHashMap;

use crate::kin::{self, Names};
use crate::owners::OwnerId;

/// Rounds of passing owners on; chains of unnamed classes longer than this stay unknown.
const MAX_ROUNDS: usize = 8;

/// Superclasses followed.
const MAX_DEPTH: usize = 64;

/// A class, another class that it uses, and how.
pub(crate) type Edge = (ClassId, ClassId, Use);

/// How one class uses another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    /// Makes an object of it.
    Makes,
    /// Names it otherwise: calls, fields, supertypes, class constants.
    Names,
    /// Extends it; named so beside [`Use::Names`].
    Extends,
    /// Names it as the type of a field or parameter of its own: the holder knows it, and the held is not called.
    Mentions,
}

/// What is known of an unnamed class while its owner is looked for.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    names_app: bool,
    /// A third party that it names, unless there are several.
    names: One,
    /// A third party that names it, unless there are several.
    named_by: One,
    /// Who makes it, unless there are several.
    made_by: One,
    /// Who extends it, unless there are several.
    extended_by: One,
    called: bool,
}

/// At most one owner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum One {
    #[default]
    None,
    Some(OwnerId),
    Several,
}

impl One {
    fn add(&mut self, owner: OwnerId) {
        *self = match *self {
            Self::None => Self::Some(owner),
            Self::Some(known) if known == owner => *self,
            _ => Self::Several,
        };
    }
}

/// Gives classes of unknown owner the owner that their neighbourhood proves. `package` is the app's id, which only the
/// app can know.
pub(crate) fn spread(program: &Program<'_>, owners: &mut IdVec<ClassId, OwnerId>, package: &str) {
    let unknown = OwnerId::default();
    if !program.classes().any(|(id, _)| owners[id] == unknown) {
        return;
    }
    let uses = uses(program, owners);
    let ids: Vec<ClassId> = program.classes().map(|(id, _)| id).collect();
    let callback: Vec<bool> = program
        .classes()
        .map(|(id, class)| owners[id] == unknown && hands_itself_out(program, class.ty))
        .collect();
    for id in &ids {
        if owners[*id] == unknown && says(program, *id, package) {
            owners[*id] = OwnerId::APP;
        }
    }
    let names = Names::new(program);
    for _ in 0..MAX_ROUNDS {
        rounds(program, owners, &uses, &callback);
        if !kin::together(&names, owners, &ids) && !kin::alone(&names, owners, &ids, &uses) {
            return;
        }
    }
}

/// True when a method of the class holds a text with the package in it.
fn says(program: &Program<'_>, id: ClassId, package: &str) -> bool {
    // The id of an app has two words or more; one word is too common.
    if !package.contains('.') {
        return false;
    }
    program.class(id).methods().any(|def| {
        let dex = program.dex_of(def);
        program.events(def).iter().any(|event| {
            event.kind == EventKind::ConstString
                && program
                    .string_at(dex, event.index)
                    .is_some_and(|text| contains(text, package.as_bytes()))
        })
    })
}

/// True when the text holds the name, not as part of a longer one. What lies below a name of two words need not be the
/// app's: such names are short enough to be a vendor's.
fn contains(text: &[u8], name: &[u8]) -> bool {
    let goes_on = name.split(|byte| *byte == b'.').count() > 2;
    let is_word = |byte: Option<&u8>| {
        byte.is_some_and(|byte| {
            byte.is_ascii_alphanumeric()
                || *byte == b'_'
                || *byte >= 0x80
                || (*byte == b'.' && !goes_on)
        })
    };
    text.windows(name.len()).enumerate().any(|(at, part)| {
        part == name
            && !is_word(at.checked_sub(1).and_then(|before| text.get(before)))
            && !is_word(text.get(at.saturating_add(name.len())))
    })
}

/// Passes owners on along uses.
fn rounds(
    program: &Program<'_>,
    owners: &mut IdVec<ClassId, OwnerId>,
    uses: &[Edge],
    callback: &[bool],
) {
    let unknown = OwnerId::default();
    for _ in 0..MAX_ROUNDS {
        let mut seen = vec![Seen::default(); callback.len()];
        for &(from, to, kind) in uses {
            let (holder, held) = (owners[from], owners[to]);
            if holder == unknown
                && let Some(seen) = seen.get_mut(from.index())
            {
                if held == OwnerId::APP {
                    seen.names_app = true;
                } else if held != unknown {
                    seen.names.add(held);
                }
            }
            if held == unknown
                && let Some(seen) = seen.get_mut(to.index())
            {
                match kind {
                    Use::Makes => seen.made_by.add(holder),
                    Use::Extends => seen.extended_by.add(holder),
                    Use::Mentions => {}
                    Use::Names => {
                        seen.called = true;
                        if holder != unknown && holder != OwnerId::APP {
                            seen.named_by.add(holder);
                        }
                    }
                }
            }
        }
        let mut changed = false;
        for (id, _) in program.classes() {
            if owners[id] != unknown {
                continue;
            }
            let Some(seen) = seen.get(id.index()) else {
                continue;
            };
            let decided = match (seen.names, seen.named_by, seen.made_by) {
                _ if seen.names_app => Some(OwnerId::APP),
                (One::Some(names), One::Some(by), _) if names == by => Some(by),
                (_, One::None, _) if seen.extended_by == One::Some(OwnerId::APP) => {
                    Some(OwnerId::APP)
                }
                (_, _, One::Some(maker))
                    if maker != unknown
                        && !seen.called
                        && callback.get(id.index()).copied().unwrap_or(false) =>
                {
                    Some(maker)
                }
                _ => None,
            };
            if let Some(owner) = decided {
                owners[id] = owner;
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

/// True for a class that the framework can call: it has a supertype that the app does not define, beside the root of
/// all classes.
fn hands_itself_out(program: &Program<'_>, ty: TypeId) -> bool {
    let mut root = ty;
    for _ in 0..MAX_DEPTH {
        match program.superclass(root) {
            Some(above) => root = above,
            None => break,
        }
    }
    program
        .ancestors(ty)
        .iter()
        .any(|above| *above != root && program.class_of(*above).is_none())
}

/// Classes that a prototype names.
fn classes_of(program: &Program<'_>, proto: &[u8]) -> Vec<TypeId> {
    let mut out = Vec::new();
    let mut rest = proto;
    while let Some(at) = rest.iter().position(|byte| *byte == b'L') {
        let from = rest.get(at..).unwrap_or_default();
        let Some(end) = from.iter().position(|byte| *byte == b';') else {
            break;
        };
        let (name, after) = from.split_at(end + 1);
        out.extend(program.find_type(name));
        rest = after;
    }
    out
}

/// Every use between two classes of which one is unnamed, once.
fn uses(program: &Program<'_>, owners: &IdVec<ClassId, OwnerId>) -> Vec<Edge> {
    let unknown = OwnerId::default();
    let constructor = program.find_name(b"<init>");
    let mut out = Vec::new();
    let mut by_proto: FxHashMap<ProtoId, Vec<TypeId>> = FxHashMap::default();
    for (id, class) in program.classes() {
        let mut own: Vec<Edge> = Vec::new();
        let mut add = |ty: TypeId, kind: Use| {
            if let Some(to) = program.class_of(ty)
                && to != id
                && (owners[id] == unknown || owners[to] == unknown)
            {
                own.push((id, to, kind));
            }
        };
        if let Some(above) = program.superclass(class.ty) {
            add(above, Use::Names);
            add(above, Use::Extends);
        }
        for above in program.interfaces(class.ty) {
            add(*above, Use::Names);
        }
        for def in class.methods() {
            // What the app's classes mention of unnamed ones tells nothing.
            if owners[id] != OwnerId::APP {
                let (_, proto) = program.selector(program.method(program.def(def).method).selector);
                let list = by_proto
                    .entry(proto)
                    .or_insert_with(|| classes_of(program, program.proto(proto)));
                for ty in list.iter() {
                    add(*ty, Use::Mentions);
                }
            }
            let dex = program.dex_of(def);
            for event in program.events(def) {
                match event.kind {
                    EventKind::NewInstance => {
                        if let Some(ty) = program.type_at(dex, event.index) {
                            add(ty, Use::Makes);
                        }
                    }
                    EventKind::ConstClass => {
                        if let Some(ty) = program.type_at(dex, event.index) {
                            add(ty, Use::Names);
                        }
                    }
                    EventKind::StaticGet
                    | EventKind::StaticPut
                    | EventKind::InstanceGet
                    | EventKind::InstancePut => {
                        if let Some(field) = program.field_at(dex, event.index) {
                            let field = program.field(field);
                            // The one object of a class that captures nothing stands in a field of itself.
                            let single =
                                event.kind == EventKind::StaticGet && field.ty == field.class;
                            add(field.class, if single { Use::Makes } else { Use::Names });
                            if field.class == class.ty && field.ty != class.ty {
                                add(field.ty, Use::Mentions);
                            }
                        }
                    }
                    EventKind::ConstString | EventKind::InvokeCustom => {}
                    _ => {
                        if let Some(method) = program.method_at(dex, event.index) {
                            let method = program.method(method);
                            // The call of a constructor belongs to the making.
                            let made = Some(program.selector(method.selector).0) == constructor;
                            add(method.class, if made { Use::Makes } else { Use::Names });
                        }
                    }
                }
            }
        }
        own.sort_unstable();
        own.dedup();
        out.append(&mut own);
    }
    out
}
