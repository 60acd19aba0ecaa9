//! The compiled framework model, read in place; refuses to allocate on look-ups.

use std::borrow::Cow;

use super::rows::{ConstantRow, FrameworkRows, MemberRow, TypeRow};
use super::tables::{
    CONSTANT_WORDS, HEADER_WORDS, INEXACT, INEXACT_FIELD, MEMBER_WORDS, TYPE_WORDS,
};
use crate::RulesetError;

/// What a type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeKind {
    /// Class.
    Class,
    /// Interface or annotation.
    Interface,
    /// Enum.
    Enum,
    /// Not known.
    Unknown,
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberKind {
    /// Instance method (or a method whose static-ness is not known).
    Method,
    /// Static method.
    StaticMethod,
    /// Constructor.
    Constructor,
    /// Instance field.
    Field,
    /// Static field.
    StaticField,
}

/// A member as the model knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'a> {
    /// Name.
    pub name: &'a str,
    /// Exact prototype or field type, when known.
    pub ty: Option<&'a str>,
    /// Number of parameters when the prototype is not known.
    pub n_params: Option<u32>,
    /// Kind.
    pub kind: MemberKind,
    /// First API level; 0 when not known.
    pub since: u32,
}

/// The model: types by index in order of their descriptors.
#[derive(Debug, Clone)]
pub struct FrameworkModel {
    bytes: Cow<'static, [u8]>,
    n_strings: usize,
    n_types: usize,
    n_list: usize,
    n_members: usize,
    n_constants: usize,
    n_seen: usize,
    strings_at: usize,
}

impl FrameworkModel {
    /// Opens an encoded model; checks that every table lies inside the bytes.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, RulesetError> {
        let head = |n: usize| word_of(&bytes, n).map(|word| word as usize);
        let image = |what, offset| RulesetError::Image { what, offset };
        let all = || -> Option<[usize; 7]> {
            Some([
                head(0)?,
                head(1)?,
                head(2)?,
                head(3)?,
                head(4)?,
                head(5)?,
                head(6)?,
            ])
        };
        let Some(
            [
                n_strings,
                n_types,
                n_list,
                n_members,
                n_constants,
                n_seen,
                n_bytes,
            ],
        ) = all()
        else {
            return Err(image("framework header is cut off", 0));
        };
        let words = [
            n_strings,
            n_types * TYPE_WORDS,
            n_list,
            n_members * MEMBER_WORDS,
            n_constants * CONSTANT_WORDS,
            n_seen,
        ]
        .iter()
        .try_fold(HEADER_WORDS, |sum, n| sum.checked_add(*n))
        .and_then(|words| words.checked_mul(4));
        let Some(strings_at) = words.filter(|at| {
            at.checked_add(n_bytes)
                .is_some_and(|end| end <= bytes.len())
        }) else {
            return Err(image("framework tables are cut off", bytes.len()));
        };
        Ok(Self {
            bytes,
            n_strings,
            n_types,
            n_list,
            n_members,
            n_constants,
            n_seen,
            strings_at,
        })
    }

    fn word(&self, at: usize) -> u32 {
        word_of(&self.bytes, at).unwrap_or(0)
    }

    fn string(&self, id: u32) -> &str {
        std::str::from_utf8(self.text(id)).unwrap_or("")
    }

    /// The bytes of a string: comparing needs no check of their encoding.
    fn text(&self, id: u32) -> &[u8] {
        let id = id as usize;
        if id >= self.n_strings {
            return b"";
        }
        let start = if id == 0 {
            0
        } else {
            self.word(HEADER_WORDS + id - 1) as usize
        };
        let end = self.word(HEADER_WORDS + id) as usize;
        self.bytes
            .get(self.strings_at + start..self.strings_at + end)
            .unwrap_or_default()
    }

    fn type_word(&self, index: u32, n: usize) -> u32 {
        self.word(HEADER_WORDS + self.n_strings + index as usize * TYPE_WORDS + n)
    }

    /// Number of types.
    pub fn n_types(&self) -> u32 {
        u32::try_from(self.n_types).unwrap_or(u32::MAX)
    }

    /// Number of members.
    pub fn n_members(&self) -> usize {
        self.n_members
    }

    /// Index of a type by its descriptor.
    pub fn find_type(&self, descriptor: &[u8]) -> Option<u32> {
        let (mut low, mut high) = (0u32, self.n_types());
        while low < high {
            let mid = low + (high - low) / 2;
            match self.text(self.type_word(mid, 0)).cmp(descriptor) {
                std::cmp::Ordering::Less => low = mid + 1,
                std::cmp::Ordering::Greater => high = mid,
                std::cmp::Ordering::Equal => return Some(mid),
            }
        }
        None
    }

    /// Bytes of the descriptor of a type.
    pub fn descriptor_bytes(&self, index: u32) -> &[u8] {
        self.text(self.type_word(index, 0))
    }

    /// Descriptor of a type.
    pub fn descriptor(&self, index: u32) -> &str {
        self.string(self.type_word(index, 0))
    }

    /// Kind of a type.
    pub fn type_kind(&self, index: u32) -> TypeKind {
        match char::from_u32(self.type_word(index, 1)) {
            Some('c') => TypeKind::Class,
            Some('i' | 'a') => TypeKind::Interface,
            Some('e') => TypeKind::Enum,
            _ => TypeKind::Unknown,
        }
    }

    /// Superclass of a type.
    pub fn superclass(&self, index: u32) -> Option<u32> {
        self.type_word(index, 2).checked_sub(1)
    }

    /// Interfaces of a type.
    pub fn interfaces(&self, index: u32) -> impl Iterator<Item = u32> + '_ {
        let (start, n) = (
            self.type_word(index, 3) as usize,
            self.type_word(index, 4) as usize,
        );
        let base = HEADER_WORDS + self.n_strings + self.n_types * TYPE_WORDS;
        let n = n.min(self.n_list.saturating_sub(start));
        (0..n).map(move |k| self.word(base + start + k))
    }

    /// First API level of a type; 0 when not known.
    pub fn type_since(&self, index: u32) -> u32 {
        self.type_word(index, 5)
    }

    fn member_at(&self, at: usize) -> Member<'_> {
        let base = HEADER_WORDS
            + self.n_strings
            + self.n_types * TYPE_WORDS
            + self.n_list
            + at * MEMBER_WORDS;
        let (ty, kind) = (self.word(base + 1), self.word(base + 2));
        Member {
            name: self.string(self.word(base)),
            ty: (ty < INEXACT).then(|| self.string(ty)),
            n_params: (INEXACT..INEXACT_FIELD).contains(&ty).then_some(ty & 0xff),
            kind: match char::from_u32(kind & 0xff) {
                Some('s') => MemberKind::StaticMethod,
                Some('c') => MemberKind::Constructor,
                Some('f') => MemberKind::Field,
                Some('g') => MemberKind::StaticField,
                _ => MemberKind::Method,
            },
            since: kind >> 8,
        }
    }

    /// Members of a type, sorted by name, then type.
    pub fn members(&self, index: u32) -> impl Iterator<Item = Member<'_>> {
        let (start, n) = (
            self.type_word(index, 6) as usize,
            self.type_word(index, 7) as usize,
        );
        (start..start + n.min(self.n_members.saturating_sub(start))).map(|at| self.member_at(at))
    }

    /// Members of a type with this name.
    pub fn members_named<'a>(&'a self, index: u32, name: &str) -> impl Iterator<Item = Member<'a>> {
        let (start, n) = (
            self.type_word(index, 6) as usize,
            self.type_word(index, 7) as usize,
        );
        let end = start + n.min(self.n_members.saturating_sub(start));
        let first = |after: bool| {
            let (mut low, mut high) = (start, end);
            while low < high {
                let mid = low + (high - low) / 2;
                let here = self.member_at(mid).name;
                if here < name || (after && here == name) {
                    low = mid + 1;
                } else {
                    high = mid;
                }
            }
            low
        };
        (first(false)..first(true)).map(|at| self.member_at(at))
    }

    /// Constants: class, field name, field type, value.
    pub fn constants(&self) -> impl Iterator<Item = (&str, &str, &str, &str)> {
        let base = HEADER_WORDS
            + self.n_strings
            + self.n_types * TYPE_WORDS
            + self.n_list
            + self.n_members * MEMBER_WORDS;
        (0..self.n_constants).map(move |n| {
            let at = base + n * CONSTANT_WORDS;
            let text = |k: usize| self.string(self.word(at + k));
            (text(0), text(1), text(2), text(3))
        })
    }

    /// Value of one constant, with its type.
    pub fn constant(&self, class: &str, name: &str) -> Option<(&str, &str)> {
        let base = HEADER_WORDS
            + self.n_strings
            + self.n_types * TYPE_WORDS
            + self.n_list
            + self.n_members * MEMBER_WORDS;
        let (mut low, mut high) = (0, self.n_constants);
        while low < high {
            let mid = low + (high - low) / 2;
            let at = base + mid * CONSTANT_WORDS;
            match (self.string(self.word(at)), self.string(self.word(at + 1))).cmp(&(class, name)) {
                std::cmp::Ordering::Less => low = mid + 1,
                std::cmp::Ordering::Greater => high = mid,
                std::cmp::Ordering::Equal => {
                    return Some((
                        self.string(self.word(at + 2)),
                        self.string(self.word(at + 3)),
                    ));
                }
            }
        }
        None
    }

    /// True when this non-framework API (class, method or field) was seen in a real binary.
    pub fn was_seen(&self, api: &str) -> bool {
        let base = HEADER_WORDS
            + self.n_strings
            + self.n_types * TYPE_WORDS
            + self.n_list
            + self.n_members * MEMBER_WORDS
            + self.n_constants * CONSTANT_WORDS;
        let (mut low, mut high) = (0, self.n_seen);
        while low < high {
            let mid = low + (high - low) / 2;
            match self.string(self.word(base + mid)).cmp(api) {
                std::cmp::Ordering::Less => low = mid + 1,
                std::cmp::Ordering::Greater => high = mid,
                std::cmp::Ordering::Equal => return true,
            }
        }
        false
    }

    /// The rows again, for laying other rows over them.
    pub fn to_rows(&self) -> FrameworkRows {
        let mut rows = FrameworkRows::default();
        for index in 0..self.n_types() {
            let class = self.descriptor(index).to_owned();
            for member in self.members(index) {
                rows.members.push(MemberRow {
                    class: class.clone(),
                    kind: match member.kind {
                        MemberKind::Method => 'm',
                        MemberKind::StaticMethod => 's',
                        MemberKind::Constructor => 'c',
                        MemberKind::Field => 'f',
                        MemberKind::StaticField => 'g',
                    },
                    name: member.name.to_owned(),
                    ty: match (member.ty, member.n_params) {
                        (Some(ty), _) => ty.to_owned(),
                        (None, Some(n)) => format!("/{n}"),
                        (None, None) => "?".to_owned(),
                    },
                    since: member.since,
                });
            }
            rows.types.push(TypeRow {
                descriptor: class,
                kind: char::from_u32(self.type_word(index, 1)).unwrap_or('?'),
                superclass: self
                    .superclass(index)
                    .map(|n| self.descriptor(n).to_owned()),
                interfaces: self
                    .interfaces(index)
                    .map(|n| self.descriptor(n).to_owned())
                    .collect(),
                since: self.type_since(index),
            });
        }
        for (class, name, ty, value) in self.constants() {
            let own = str::to_owned;
            rows.constants.push(ConstantRow {
                class: own(class),
                name: own(name),
                ty: own(ty),
                value: own(value),
            });
        }
        let base = HEADER_WORDS
            + self.n_strings
            + self.n_types * TYPE_WORDS
            + self.n_list
            + self.n_members * MEMBER_WORDS
            + self.n_constants * CONSTANT_WORDS;
        rows.seen = (0..self.n_seen)
            .map(|n| self.string(self.word(base + n)).to_owned())
            .collect();
        rows
    }
}

fn word_of(bytes: &[u8], at: usize) -> Option<u32> {
    let start = at.checked_mul(4)?;
    bytes
        .get(start..start.checked_add(4)?)?
        .try_into()
        .ok()
        .map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::*;

    fn sample() -> FrameworkRows {
        let mut rows = FrameworkRows::default();
        let mut problems = Vec::new();
        rows.read_types(
            "t",
            "Ljava/lang/Object;\tc\t-\t-\t1\tj\nLb/I;\ti\tLjava/lang/Object;\t-\t1\tj\nLa/信息;\tc\tLjava/lang/Object;\tLb/I; Lno/Where;\t29\tj\n",
            &mut problems,
        );
        rows.read_members(
            "m",
            "La/信息;\tm\tget\t(I)V\t29\tj\nLa/信息;\tm\tget\t/2\t30\tn\nLa/信息;\tg\tX\t?\t\tn\n",
            &mut problems,
        );
        rows.read_constants(
            "c",
            "La/信息;\tX\tLjava/lang/String;\t值𠮷\n",
            &mut problems,
        );
        rows.read_seen("Lcom/x/Y;->a()V\tz\n");
        rows.finish(&mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        rows
    }

    #[test]
    fn encodes_and_reads_in_place() {
        let rows = sample();
        let model = FrameworkModel::open(Cow::Owned(encode(&rows).unwrap())).unwrap();
        let class = model.find_type("La/信息;".as_bytes()).unwrap();
        assert_eq!(
            model.superclass(class),
            model.find_type("Ljava/lang/Object;".as_bytes())
        );
        assert_eq!(
            model.interfaces(class).collect::<Vec<_>>(),
            [model.find_type("Lb/I;".as_bytes()).unwrap()]
        );
        assert_eq!(model.members_named(class, "get").count(), 2);
        assert_eq!(model.members_named(class, "gets").count(), 0);
        assert_eq!(
            model.constant("La/信息;", "X"),
            Some(("Ljava/lang/String;", "值𠮷"))
        );
        assert!(model.was_seen("Lcom/x/Y;->a()V"));
        assert!(!model.was_seen("Lcom/x/Y;->b()V"));
        assert_eq!(model.find_type("La/Missing;".as_bytes()), None);
        let mut again = model.to_rows();
        again.finish(&mut Vec::new());
        let mut expected = rows;
        expected
            .types
            .iter_mut()
            .for_each(|row| row.interfaces.retain(|name| name != "Lno/Where;"));
        assert_eq!(again, expected);
    }

    #[test]
    fn a_cut_image_is_an_error_not_a_panic() {
        let bytes = encode(&sample()).unwrap();
        for end in 0..bytes.len() - 4 {
            let _ = FrameworkModel::open(Cow::Owned(bytes[..end].to_vec()));
        }
    }
}
