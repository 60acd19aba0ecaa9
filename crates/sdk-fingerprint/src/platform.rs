//! Which names no shrinker changes: types of the boot class path, and calls that a compiler may replace. Refuses to
//! name any of them in code: the lists are data.

use std::sync::OnceLock;

use crate::atom::{self, Atom};

const PREFIXES: &str = include_str!("../../../rulesets/sdk-profiles/platform.txt");
const UNSTABLE: &str = include_str!("../../../rulesets/sdk-profiles/unstable-calls.txt");

/// The two lists, arranged.
#[derive(Debug, Default)]
pub(crate) struct Platform {
    /// By the first letter of the name, the longest first.
    prefixes: Vec<Vec<(&'static [u8], bool)>>,
    root: &'static [u8],
    /// Beginnings of texts that compilers write.
    texts: Vec<&'static [u8]>,
    unstable_classes: Vec<&'static [u8]>,
    unstable: Vec<Atom>,
}

impl Platform {
    /// The lists that are part of the program.
    pub(crate) fn get() -> &'static Self {
        static LISTS: OnceLock<Platform> = OnceLock::new();
        LISTS.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut out = Self {
            prefixes: vec![Vec::new(); 256],
            ..Self::default()
        };
        let mut add = |prefix: &'static str, yes: bool| {
            let prefix = prefix.trim().as_bytes();
            let list = prefix
                .get(1)
                .and_then(|first| out.prefixes.get_mut(usize::from(*first)));
            if let Some(list) = list {
                list.push((prefix, yes));
            }
        };
        let mut root: &'static [u8] = &[];
        let mut texts: Vec<&'static [u8]> = Vec::new();
        for line in PREFIXES.lines() {
            match line.split_once(' ') {
                Some(("+", prefix)) => add(prefix, true),
                Some(("-", prefix)) => add(prefix, false),
                Some(("=", name)) => root = name.trim().as_bytes(),
                Some(("~", text)) => texts.push(text.trim().as_bytes()),
                _ => {}
            }
        }
        out.root = root;
        out.texts = texts;
        for list in &mut out.prefixes {
            list.sort_unstable_by_key(|(prefix, _)| (std::cmp::Reverse(prefix.len()), *prefix));
        }
        for line in UNSTABLE.lines().filter(|line| line.starts_with('L')) {
            if let Some((_, rest)) = line.split_once("->")
                && let Some((name, ty)) = rest.split_once(':')
            {
                out.unstable
                    .push(atom::field(name.as_bytes(), ty.trim().as_bytes()));
                continue;
            }
            match line.split_once("->").and_then(|(class, rest)| {
                let (name, _) = rest.split_once('(')?;
                Some((class, name, rest.get(name.len()..)?))
            }) {
                Some((class, name, proto)) => {
                    let (class, name, proto) =
                        (class.as_bytes(), name.as_bytes(), proto.as_bytes());
                    out.unstable.push(atom::call(Some(class), name, proto));
                    out.unstable.push(atom::call(None, name, proto));
                }
                None => out.unstable_classes.push(line.trim().as_bytes()),
            }
        }
        out.unstable.sort_unstable();
        out.unstable_classes.sort_unstable();
        out
    }

    /// True for a primitive and for a class of the boot class path, through arrays.
    pub(crate) fn is_platform(&self, descriptor: &[u8]) -> bool {
        let mut element = descriptor;
        while let [b'[', rest @ ..] = element {
            element = rest;
        }
        let [b'L', first, ..] = element else {
            return element.first() != Some(&b'L');
        };
        // Most names of an app begin with a letter that no platform name begins with.
        self.prefixes
            .get(usize::from(*first))
            .and_then(|list| list.iter().find(|(prefix, _)| element.starts_with(prefix)))
            .is_some_and(|(_, yes)| *yes)
    }

    /// True for the class over all classes.
    pub(crate) fn is_root(&self, descriptor: &[u8]) -> bool {
        descriptor == self.root
    }

    /// True for a text that compilers write into the code that they make.
    pub(crate) fn is_of_compilers(&self, text: &[u8]) -> bool {
        self.texts.iter().any(|known| text.starts_with(known))
    }

    /// True when calls of members of this class may be replaced.
    pub(crate) fn is_unstable_class(&self, descriptor: &[u8]) -> bool {
        self.unstable_classes.binary_search(&descriptor).is_ok()
    }

    /// True when this call may be replaced.
    pub(crate) fn is_unstable(&self, atom: Atom) -> bool {
        self.unstable.binary_search(&atom).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_counts() {
        let p = Platform::get();
        assert!(p.is_platform(b"Landroid/app/Activity;"));
        assert!(p.is_platform(b"[[I"));
        assert!(!p.is_platform(b"Landroid/support/v4/app/Fragment;"));
        assert!(!p.is_platform(b"[Lcom/example/A;"));
        assert!(!p.is_platform("L中文/𠮷;".as_bytes()));
        assert!(p.is_of_compilers(b"No enum constant a.b.C."));
        assert!(!p.is_of_compilers("无 No enum constant 𠮷".as_bytes()) && !p.is_of_compilers(b""));
    }

    #[test]
    fn replaced_calls_are_known_in_both_forms() {
        let p = Platform::get();
        let proto = b"(Ljava/lang/Object;)Ljava/lang/String;";
        assert!(p.is_unstable(atom::call(Some(b"Ljava/lang/String;"), b"valueOf", proto)));
        assert!(!p.is_unstable(atom::call(Some(b"Ljava/lang/String;"), b"valueOf2", proto)));
        assert!(p.is_unstable_class(b"Ljava/lang/StringBuilder;"));
        assert!(!p.is_unstable_class(b"Ljava/lang/String;"));
    }
}
