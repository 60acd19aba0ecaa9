//! Values and objects of the bounded interpreter; refuses to hold more than a fixed number of cells.

use std::rc::Rc;

use super::MAX_TEXT;

/// A value of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Val {
    Unknown,
    /// A number, a truth value, a character, or the null reference.
    Int(i64),
    /// A text in UTF-16 units.
    Text(Rc<[u16]>),
    /// An object of the heap.
    Ref(usize),
}

impl Val {
    pub(super) fn text(units: Vec<u16>) -> Self {
        if units.len() > MAX_TEXT {
            Self::Unknown
        } else {
            Self::Text(units.into())
        }
    }
}

/// An object.
#[derive(Debug)]
pub(super) enum Obj {
    /// Made, but not constructed, or changed by something unknown.
    Opaque,
    Text(Rc<[u16]>),
    Builder(Vec<u16>),
    /// Elements, with the first letter of their type.
    Array(u8, Vec<Val>),
    List(Vec<Val>),
    Map(Vec<(Val, Val)>),
    /// A decoder of Base64.
    Codec,
}

impl Obj {
    pub(super) fn bytes(bytes: &[u8]) -> Self {
        Self::Array(
            b'B',
            bytes
                .iter()
                .map(|byte| Val::Int(i64::from(byte.cast_signed())))
                .collect(),
        )
    }
}

/// The objects of one run.
#[derive(Debug)]
pub(super) struct Heap {
    objects: Vec<Obj>,
    cells: usize,
}

/// Cells and copied units of one run.
const MAX_CELLS: usize = 65_536;

impl Heap {
    pub(super) fn new() -> Self {
        Self {
            objects: Vec::new(),
            cells: MAX_CELLS,
        }
    }

    /// Charges work or room; `None` when it is used up.
    pub(super) fn spend(&mut self, cells: usize) -> Option<()> {
        self.cells = self.cells.checked_sub(cells)?;
        Some(())
    }

    pub(super) fn add(&mut self, object: Obj) -> Option<Val> {
        let size = match &object {
            Obj::Array(_, items) | Obj::List(items) => items.len(),
            _ => 1,
        };
        self.spend(size + 1)?;
        self.objects.push(object);
        Some(Val::Ref(self.objects.len() - 1))
    }

    pub(super) fn get(&self, at: usize) -> Option<&Obj> {
        self.objects.get(at)
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Obj> {
        self.objects.get_mut(at)
    }

    pub(super) fn set(&mut self, at: usize, object: Obj) -> Option<()> {
        *self.objects.get_mut(at)? = object;
        Some(())
    }

    pub(super) fn builder(&mut self, at: usize) -> Option<&mut Vec<u16>> {
        match self.objects.get_mut(at)? {
            Obj::Builder(text) => {
                self.cells = self.cells.checked_sub(1 + text.len() / 16)?;
                Some(text)
            }
            _ => None,
        }
    }

    /// The characters of a text or of a builder.
    pub(super) fn text(&self, value: &Val) -> Option<Rc<[u16]>> {
        match value {
            Val::Text(text) => Some(text.clone()),
            Val::Ref(at) => match self.get(*at)? {
                Obj::Text(text) => Some(text.clone()),
                Obj::Builder(text) => Some(text.as_slice().into()),
                _ => None,
            },
            Val::Int(_) | Val::Unknown => None,
        }
    }

    /// Something unknown may change the object from here on.
    pub(super) fn lose(&mut self, value: &Val) {
        let Val::Ref(at) = value else { return };
        let mut open = vec![*at];
        while let Some(at) = open.pop() {
            let Some(object) = self.objects.get_mut(at) else {
                continue;
            };
            if matches!(object, Obj::Text(_) | Obj::Codec | Obj::Opaque) {
                continue;
            }
            match std::mem::replace(object, Obj::Opaque) {
                Obj::Array(_, items) | Obj::List(items) => {
                    open.extend(items.iter().filter_map(|item| match item {
                        Val::Ref(at) => Some(*at),
                        _ => None,
                    }));
                }
                Obj::Map(rows) => open.extend(rows.iter().filter_map(|(_, item)| match item {
                    Val::Ref(at) => Some(*at),
                    _ => None,
                })),
                _ => {}
            }
        }
    }
}

pub(super) fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

pub(super) fn decode_utf8(bytes: &[u8]) -> Option<Vec<u16>> {
    std::str::from_utf8(bytes).ok().map(units)
}

/// UTF-16 units of modified UTF-8, lone surrogates kept: encoded texts are full of them.
pub(super) fn modified_utf8(bytes: &[u8]) -> Option<Rc<[u16]>> {
    let mut out = Vec::with_capacity(bytes.len().min(MAX_TEXT));
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        if out.len() >= MAX_TEXT {
            return None;
        }
        let tail = |n: usize| after.get(n).map(|byte| u16::from(byte & 0x3f));
        let (unit, more) = match first {
            0x00..=0x7f => (u16::from(*first), 0),
            0xc0..=0xdf => ((u16::from(first & 0x1f) << 6) | tail(0)?, 1),
            0xe0..=0xef => (
                (u16::from(first & 0x0f) << 12) | (tail(0)? << 6) | tail(1)?,
                2,
            ),
            _ => return None,
        };
        out.push(unit);
        rest = after.get(more..)?;
    }
    Some(out.into())
}
