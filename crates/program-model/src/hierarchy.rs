//! The class hierarchy of app and framework together; refuses to follow cycles.

use crate::ids::{IdVec, TypeId};

/// More supertypes than this are not followed: real hierarchies stay below 100, and a chain of a hostile file would
/// cost the square of its length.
pub(crate) const MAX_ANCESTORS: usize = 512;

/// Lists of types by type, packed.
#[derive(Debug, Default)]
struct Lists {
    ends: Vec<u32>,
    items: Vec<TypeId>,
}

impl Lists {
    fn get(&self, ty: TypeId) -> &[TypeId] {
        let index = ty.index();
        let start = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.items.get(start as usize..end as usize).unwrap_or(&[])
    }

    fn close(&mut self) {
        self.ends
            .push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }
}

/// Supertypes and subtypes of every type.
#[derive(Debug, Default)]
pub(crate) struct Hierarchy {
    supers: IdVec<TypeId, Option<TypeId>>,
    interfaces: Lists,
    ancestors: Lists,
    subtypes: Lists,
    /// Types whose ancestors were cut at [`MAX_ANCESTORS`].
    pub(crate) cut: Vec<TypeId>,
}

impl Hierarchy {
    /// Builds from each type's superclass and interfaces, by type id.
    pub(crate) fn new(supers: Vec<Option<TypeId>>, direct: &[Vec<TypeId>]) -> Self {
        let n = supers.len();
        let mut out = Self {
            supers: IdVec::from_vec(supers),
            ..Self::default()
        };
        for list in direct {
            out.interfaces.items.extend_from_slice(list);
            out.interfaces.close();
        }
        let mut counts = vec![0u32; n + 1];
        for ty in (0..n).map(TypeId::from_index) {
            for above in out.direct_supers(ty) {
                if let Some(count) = counts.get_mut(above.index()) {
                    *count += 1;
                }
            }
        }
        let mut at = Vec::with_capacity(n);
        let mut sum = 0u32;
        for count in counts.iter().take(n) {
            at.push(sum);
            sum += count;
            out.subtypes.ends.push(sum);
        }
        out.subtypes.items = vec![TypeId(0); sum as usize];
        for ty in (0..n).map(TypeId::from_index) {
            let supers: Vec<TypeId> = out.direct_supers(ty).collect();
            for above in supers {
                if let Some(place) = at.get_mut(above.index())
                    && let Some(item) = out.subtypes.items.get_mut(*place as usize)
                {
                    *item = ty;
                    *place += 1;
                }
            }
        }
        let mut seen: Vec<u32> = vec![0; n];
        for ty in (0..n).map(TypeId::from_index) {
            let stamp = ty.0 + 1;
            if let Some(mark) = seen.get_mut(ty.index()) {
                *mark = stamp;
            }
            let first = out.ancestors.items.len();
            let mut next = first;
            let mut here = Some(ty);
            while let Some(current) = here {
                for above in out.supers[current]
                    .into_iter()
                    .chain(out.interfaces.get(current).iter().copied())
                {
                    if let Some(mark) = seen.get_mut(above.index())
                        && *mark != stamp
                        && out.ancestors.items.len() - first < MAX_ANCESTORS
                    {
                        *mark = stamp;
                        out.ancestors.items.push(above);
                    }
                }
                here = out.ancestors.items.get(next).copied();
                next += 1;
            }
            if out.ancestors.items.len() - first == MAX_ANCESTORS {
                out.cut.push(ty);
            }
            out.ancestors.close();
        }
        out
    }

    fn direct_supers(&self, ty: TypeId) -> impl Iterator<Item = TypeId> {
        self.supers[ty]
            .into_iter()
            .chain(self.interfaces.get(ty).iter().copied())
    }

    pub(crate) fn superclass(&self, ty: TypeId) -> Option<TypeId> {
        self.supers.get(ty).copied().flatten()
    }

    pub(crate) fn interfaces(&self, ty: TypeId) -> &[TypeId] {
        self.interfaces.get(ty)
    }

    pub(crate) fn ancestors(&self, ty: TypeId) -> &[TypeId] {
        self.ancestors.get(ty)
    }

    pub(crate) fn subtypes(&self, ty: TypeId) -> &[TypeId] {
        self.subtypes.get(ty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn survives_cycles_and_keeps_order() {
        let t = TypeId;
        // 1 and 2 extend each other; 3 extends 1 and implements 4.
        let supers = vec![None, Some(t(2)), Some(t(1)), Some(t(1)), None];
        let direct = vec![vec![], vec![], vec![], vec![t(4)], vec![]];
        let all = Hierarchy::new(supers, &direct);
        assert_eq!(all.ancestors(t(3)), [t(1), t(4), t(2)]);
        assert_eq!(all.ancestors(t(1)), [t(2)]);
        assert_eq!(all.subtypes(t(1)), [t(2), t(3)]);
        assert_eq!(all.subtypes(t(4)), [t(3)]);
        assert!(all.ancestors(t(0)).is_empty());
    }

    #[test]
    fn a_long_chain_is_cut_and_said() {
        let n = 2000u32;
        let supers = (0..n).map(|i| i.checked_sub(1).map(TypeId)).collect();
        let all = Hierarchy::new(supers, &vec![Vec::new(); n as usize]);
        assert_eq!(all.ancestors(TypeId(1999)).len(), MAX_ANCESTORS);
        assert!(all.cut.contains(&TypeId(1999)));
        assert!(!all.cut.contains(&TypeId(100)));
    }
}
