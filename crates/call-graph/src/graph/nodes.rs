//! Where objects of which types may stand: fields, parameters, results, and the assignments between them. A set that
//! grows beyond a bound becomes "any type", so that the work stays linear.

use program_model::{DefId, FieldId, Program, TypeId};
use rustc_hash::FxHashMap;

/// Types told apart in one place; more become "any".
pub(crate) const MAX_TYPES: usize = 48;

/// A place that holds objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Param(DefId, u16),
    Field(FieldId),
    Return(DefId),
    /// Result of the call at an offset.
    Result(DefId, u32),
    /// Operand of a site.
    Operand(u32, u16),
    /// Argument of all calls that share a dispatch.
    SharedArg(u32, u16),
    SharedResult(u32),
}

/// Who wants to know what stands in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sub {
    Node(u32),
    Site(u32),
}

/// What a place was found to hold.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Held {
    Type(TypeId),
    Any,
    /// Objects of the framework that no class of the app can be: they answer no call with code of the app.
    Outside,
}

#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what stands in a place, and what of it was told, each by itself"
)]
struct Node {
    types: Vec<TypeId>,
    any: bool,
    outside: bool,
    /// Only subtypes of this stand here.
    filter: Option<TypeId>,
    subs: Vec<Sub>,
    sent: usize,
    sent_any: bool,
    sent_outside: bool,
    queued: bool,
}

/// All places of a program.
#[derive(Debug, Default)]
pub(crate) struct Nodes {
    ids: FxHashMap<Key, u32>,
    rows: Vec<Node>,
    queue: Vec<u32>,
}

impl Nodes {
    /// The node of a place.
    pub(crate) fn id(&mut self, key: Key, filter: Option<TypeId>) -> u32 {
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.rows.push(Node {
                filter,
                ..Node::default()
            });
        }
        id
    }

    /// The type that all objects of a place have.
    pub(crate) fn filter(&self, id: u32) -> Option<TypeId> {
        self.rows.get(id as usize).and_then(|node| node.filter)
    }

    pub(crate) fn add(&mut self, program: &Program<'_>, id: u32, held: Held) {
        let node = &mut self.rows[id as usize];
        match held {
            Held::Any => {
                if node.any {
                    return;
                }
                node.any = true;
            }
            Held::Outside => {
                if node.outside {
                    return;
                }
                node.outside = true;
            }
            Held::Type(ty) => {
                if node.any || node.types.contains(&ty) {
                    return;
                }
                if node
                    .filter
                    .is_some_and(|filter| !program.is_subtype(ty, filter))
                {
                    return;
                }
                if node.types.len() >= MAX_TYPES {
                    node.any = true;
                } else {
                    node.types.push(ty);
                }
            }
        }
        if !node.queued {
            node.queued = true;
            self.queue.push(id);
        }
    }

    /// Everything that flows into one place flows into another or concerns a site; what stands there already is given.
    pub(crate) fn subscribe(&mut self, id: u32, sub: Sub) -> Vec<Held> {
        let node = &mut self.rows[id as usize];
        if node.subs.contains(&sub) && node.subs.len() < 64 {
            return Vec::new();
        }
        node.subs.push(sub);
        // What is queued will be sent to all.
        let mut out: Vec<Held> = node
            .types
            .iter()
            .take(node.sent)
            .map(|ty| Held::Type(*ty))
            .collect();
        if node.sent_any {
            out.push(Held::Any);
        }
        if node.sent_outside {
            out.push(Held::Outside);
        }
        out
    }

    /// The next place with news: its news, and who wants them.
    pub(crate) fn next(&mut self) -> Option<(Vec<Held>, Vec<Sub>)> {
        let id = self.queue.pop()?;
        let node = &mut self.rows[id as usize];
        node.queued = false;
        let mut news: Vec<Held> = node
            .types
            .iter()
            .skip(node.sent)
            .map(|ty| Held::Type(*ty))
            .collect();
        node.sent = node.types.len();
        if node.any && !node.sent_any {
            node.sent_any = true;
            news.push(Held::Any);
        }
        if node.outside && !node.sent_outside {
            node.sent_outside = true;
            news.push(Held::Outside);
        }
        Some((news, node.subs.clone()))
    }
}
