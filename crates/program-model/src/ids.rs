//! Ids of one program and vectors indexed by them; ids are never serialised.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The id as an index.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of an index; indexes beyond `u32` cannot occur, since tables are bounded by file sizes.
            pub fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }

        impl From<$name> for usize {
            fn from(id: $name) -> usize {
                id.index()
            }
        }
    )*};
}

id! {
    /// A type: class, array or primitive, defined by the app, by the framework model, or only named.
    TypeId;
    /// A member name.
    NameId;
    /// A prototype.
    ProtoId;
    /// A member name with a prototype: what a virtual call looks up.
    SelectorId;
    /// A method as named at a call site or defined by a class.
    MethodId;
    /// A field as named at an access.
    FieldId;
    /// A method that the app defines.
    DefId;
    /// A class that the app defines.
    ClassId;
    /// One DEX file.
    DexId;
}

/// A vector indexed by an id of the program that filled it.
#[derive(Debug, Clone)]
pub struct IdVec<I, T> {
    items: Vec<T>,
    of: PhantomData<fn(I)>,
}

impl<I, T> Default for IdVec<I, T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            of: PhantomData,
        }
    }
}

impl<I: Into<usize>, T> IdVec<I, T> {
    /// A vector from its items in id order.
    pub fn from_vec(items: Vec<T>) -> Self {
        Self {
            items,
            of: PhantomData,
        }
    }

    /// A vector of `n` copies.
    pub fn filled(value: T, n: usize) -> Self
    where
        T: Clone,
    {
        Self::from_vec(vec![value; n])
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True when empty.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Appends an item.
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// The item, when the id is in range.
    pub fn get(&self, id: I) -> Option<&T> {
        self.items.get(id.into())
    }

    /// Items in id order.
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// Items in id order.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<I: Into<usize>, T> Index<I> for IdVec<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.items[id.into()]
    }
}

impl<I: Into<usize>, T> IndexMut<I> for IdVec<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.into()]
    }
}
