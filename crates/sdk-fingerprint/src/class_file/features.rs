//! Fingerprints from class files, equal to those of the DEX file made from them; refuses what a DEX compiler rewrites.

use std::collections::BTreeMap;

use super::code::{self, Op};
use super::reader::{ClassFile, Member};
use crate::atom;
use crate::features::{Facts, MethodPrint, NamedClass, Whole, blur};
use crate::hash;
use crate::platform::Platform;

const STATIC: u16 = 0x8;
const BRIDGE: u16 = 0x40;
const SYNTHETIC: u16 = 0x1000;

/// Supertypes looked at for one class; bounds cycles.
const MAX_ANCESTORS: usize = 512;

struct Unit<'c, 'a> {
    platform: &'static Platform,
    classes: BTreeMap<&'a [u8], &'c ClassFile<'a>>,
}

/// Fingerprints of the classes of one library, in the order given. Of classes with one name the first counts.
pub fn of_class_files(files: &[ClassFile<'_>]) -> Vec<NamedClass> {
    let mut classes = BTreeMap::new();
    for file in files {
        classes.entry(file.name).or_insert(file);
    }
    let unit = Unit {
        platform: Platform::get(),
        classes,
    };
    files
        .iter()
        .filter(|file| {
            unit.classes
                .get(file.name)
                .is_some_and(|first| std::ptr::eq(*first, *file))
        })
        .map(|file| unit.class(file))
        .collect()
}

fn descriptor(name: &[u8]) -> Vec<u8> {
    if name.first() == Some(&b'[') {
        return name.to_vec();
    }
    let mut out = Vec::with_capacity(name.len() + 2);
    out.push(b'L');
    out.extend_from_slice(name);
    out.push(b';');
    out
}

enum Whose<'a> {
    App,
    /// Internal name of the platform's class that is named, or that stands over the one named.
    Platform(&'a [u8]),
    Nobody,
}

impl<'c, 'a> Unit<'c, 'a> {
    fn is_defined(&self, descriptor: &[u8]) -> bool {
        descriptor
            .strip_prefix(b"L")
            .and_then(|rest| rest.strip_suffix(b";"))
            .is_some_and(|name| self.classes.contains_key(name))
    }

    fn is_platform(&self, name: &[u8]) -> bool {
        self.platform.is_platform(&descriptor(name)) && !self.classes.contains_key(name)
    }

    fn blur(&self, text: &[u8]) -> u32 {
        blur(text, self.platform, &|name| self.is_defined(name))
    }

    /// Proper supertypes, nearest first.
    fn ancestors(&self, file: &ClassFile<'a>) -> Vec<&'a [u8]> {
        let mut out: Vec<&'a [u8]> = Vec::new();
        let mut next = 0;
        let mut here = Some(file);
        loop {
            if let Some(file) = here {
                for above in file.superclass.iter().chain(&file.interfaces) {
                    if !out.contains(above) && out.len() < MAX_ANCESTORS {
                        out.push(above);
                    }
                }
            }
            let Some(name) = out.get(next) else {
                return out;
            };
            here = self.classes.get(name).copied();
            next += 1;
        }
    }

    fn above(&self, file: &ClassFile<'a>) -> u64 {
        let mut sum = 0u64;
        for name in self.ancestors(file) {
            let text = descriptor(name);
            if self.is_platform(name) && !self.platform.is_root(&text) {
                sum = sum.wrapping_add(hash::finish(hash::bytes(31, &text)));
            }
        }
        sum
    }

    fn class(&self, file: &'c ClassFile<'a>) -> NamedClass {
        let above = self.above(file);
        let mut facts = Facts::default();
        let mut methods = Vec::new();
        let mut words = Vec::new();
        for method in file.methods.iter().filter(|method| !method.code.is_empty()) {
            facts.clear();
            code::walk(
                method.code,
                &|index| Self::is_assertion_flag(file, index),
                &mut |op| self.op(file, op, &mut facts),
            );
            let own = self.blur(method.descriptor).max(1);
            let is_initialiser = method.name == b"<clinit>";
            if is_initialiser {
                for value in &file.initial_values {
                    if let Some(text) = file.constants.text(*value) {
                        facts.text(text);
                    }
                }
            }
            let mut whole = facts.finish(own, above, method.access_flags & STATIC != 0);
            let plain = method.access_flags & (SYNTHETIC | BRIDGE) == 0
                && file.access_flags & SYNTHETIC == 0
                && !is_initialiser;
            if !plain {
                whole = Whole::default();
            }
            words.extend_from_slice(&facts.words);
            let mut label = method.name.to_vec();
            label.extend_from_slice(method.descriptor);
            methods.push((
                label,
                MethodPrint {
                    exact: whole.exact,
                    set: whole.set,
                    n_shapes: whole.n_shapes,
                    atoms: facts.atoms.clone(),
                },
            ));
        }
        // An optimiser puts the values of constants where they are used, which the class alone does not show.
        facts.clear();
        for text in file
            .initial_values
            .iter()
            .filter_map(|value| file.constants.text(*value))
        {
            facts.text(text);
        }
        words.extend_from_slice(&facts.words);
        words.sort_unstable();
        words.dedup();
        NamedClass {
            descriptor: descriptor(file.name),
            methods,
            words,
        }
    }

    /// True for the field that says whether assertions are off: DEX compilers drop what it guards.
    fn is_assertion_flag(file: &ClassFile<'a>, index: u16) -> bool {
        // Older compilers set the field in a way that is not seen through.
        file.major >= 49
            && file
                .constants
                .member(index)
                .is_some_and(|(_, name, ty)| name == b"$assertionsDisabled" && ty == b"Z")
    }

    fn op(&self, file: &ClassFile<'a>, op: Op, facts: &mut Facts) {
        let constants = &file.constants;
        match op {
            Op::Load(index) => {
                if let Some(text) = constants.text(index) {
                    facts.text(text);
                } else if let Some(name) = constants.class(index)
                    && name.first() != Some(&b'[')
                    && self.is_platform(name)
                {
                    facts.atoms.push(atom::class(&descriptor(name)));
                }
            }
            Op::Get(index) | Op::Put(index) => {
                let Some((class, name, ty)) = constants.member(index) else {
                    return;
                };
                if self.is_platform(class) || self.is_inherited(class, name, ty) {
                    let class = descriptor(class);
                    let atom = atom::field(name, ty);
                    if !self.platform.is_unstable_class(&class) && !self.platform.is_unstable(atom)
                    {
                        facts.atoms.push(atom);
                    }
                } else if !self.is_synthetic(class) {
                    facts.field(self.blur(ty));
                }
            }
            Op::InvokeStatic(index) | Op::InvokeSpecial(index) | Op::InvokeVirtual(index) => {
                let Some((class, name, ty)) = constants.member(index) else {
                    return;
                };
                let text = descriptor(class);
                if self.platform.is_unstable_class(&text) {
                    return;
                }
                match self.whose(class, name, ty) {
                    Whose::Nobody => {}
                    Whose::App => facts.callee(self.blur(ty).max(1)),
                    Whose::Platform(declared) => {
                        let with = atom::call(Some(&descriptor(declared)), name, ty);
                        if self.platform.is_unstable(with) {
                            return;
                        }
                        // As in DEX files: a super call names no class, and neither does a call on an object.
                        let by_class = matches!(op, Op::InvokeStatic(_)) || name.starts_with(b"<");
                        facts.atoms.push(if by_class {
                            with
                        } else {
                            atom::call(None, name, ty)
                        });
                    }
                }
            }
            Op::InvokeDynamic(index) => Self::dynamic(file, index, facts),
        }
    }

    /// A string concatenation keeps its constant pieces; a lambda leaves nothing that survives.
    fn dynamic(file: &ClassFile<'a>, index: u16, facts: &mut Facts) {
        let Some(arguments) = file
            .constants
            .bootstrap(index)
            .and_then(|n| file.bootstraps.get(usize::from(n)))
        else {
            return;
        };
        for argument in arguments {
            let Some(recipe) = file.constants.text(*argument) else {
                continue;
            };
            // In a recipe 1 stands for a value and 2 for a constant that is an argument of its own.
            for piece in recipe.split(|byte| matches!(byte, 1 | 2)) {
                facts.text(piece);
            }
        }
    }

    /// True for a field that a class of the library has from a class of the platform.
    fn is_inherited(&self, class: &[u8], name: &[u8], ty: &[u8]) -> bool {
        let Some(file) = self.classes.get(class) else {
            return false;
        };
        let declares = |file: &ClassFile<'a>| file.fields.contains(&(name, ty));
        let above = self.ancestors(file);
        let is_own = declares(file)
            || above
                .iter()
                .filter_map(|name| self.classes.get(name))
                .any(|file| declares(file));
        !is_own
            && above
                .iter()
                .any(|name| self.is_platform(name) && !self.platform.is_root(&descriptor(name)))
    }

    fn is_synthetic(&self, name: &[u8]) -> bool {
        self.classes
            .get(name)
            .is_some_and(|file| file.access_flags & SYNTHETIC != 0)
    }

    fn declares<'f>(file: &'f ClassFile<'a>, name: &[u8], ty: &[u8]) -> Option<&'f Member<'a>> {
        file.methods
            .iter()
            .find(|method| method.name == name && method.descriptor == ty)
    }

    fn whose(&self, class: &'a [u8], name: &[u8], ty: &[u8]) -> Whose<'a> {
        if self.is_platform(class) {
            return Whose::Platform(class);
        }
        let Some(file) = self.classes.get(class) else {
            return if self.platform.is_unstable(atom::call(None, name, ty)) {
                Whose::Nobody
            } else {
                Whose::App
            };
        };
        if file.access_flags & SYNTHETIC != 0 {
            return Whose::Nobody;
        }
        if let Some(method) = Self::declares(file, name, ty) {
            return if method.access_flags & SYNTHETIC != 0 {
                Whose::Nobody
            } else {
                Whose::App
            };
        }
        if name.starts_with(b"<") {
            return Whose::App;
        }
        let mut external = None;
        for above in self.ancestors(file) {
            if self.is_platform(above) {
                if external.is_none() && !self.platform.is_root(&descriptor(above)) {
                    external = Some(above);
                }
            } else {
                match self.classes.get(above) {
                    None => return Whose::App,
                    Some(file) if Self::declares(file, name, ty).is_some() => return Whose::App,
                    Some(_) => {}
                }
            }
        }
        external.map_or(Whose::Nobody, Whose::Platform)
    }
}
