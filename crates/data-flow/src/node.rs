//! The objects and unknowns of one summary; each is interned once, so that numbers do not depend on the order of visits.

use program_model::TypeId;
use rustc_hash::FxHashMap;

use crate::limits::{MAX_CLONES, MAX_DEPTH, MAX_NODES};
use crate::value::NodeId;

/// One step into an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sel {
    /// A field of a class of the app.
    Field(u32),
    /// A field of another class, or a part that only the tables know, by name.
    Name(u32),
    /// Content under a constant key or position.
    Key(u32),
    /// Content under a key that a caller knows.
    Sym(NodeId),
    /// Content under any key.
    Any,
    /// Keys of a map.
    Keys,
    /// Number of elements, while it is known.
    Size,
    /// Objects from outside whose content, as it was at entry, is content of this one where no cell says otherwise.
    Rest,
    /// What went into the object as a whole.
    Whole,
}

impl Sel {
    /// True for content of a container.
    pub(crate) fn is_content(self) -> bool {
        matches!(self, Self::Key(_) | Self::Sym(_) | Self::Any)
    }
}

/// Which address a channel cell has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Addr {
    /// The channel has one cell for all.
    One,
    /// A constant.
    Const(u32),
    /// Objects of this type.
    Type(TypeId),
    /// A constant that a caller knows.
    Sym(NodeId),
    /// An intent whose target a caller knows.
    Intent(NodeId),
    /// An object whose type a caller knows.
    Of(NodeId),
    /// Not known.
    Unknown,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// What the argument register held when the method was called.
    Param(u16),
    /// What the cell held when the method was called.
    Load(NodeId, Sel),
    /// The holder of all static fields.
    Statics,
    /// A cell of the whole program that tables name.
    Cell(u32),
    /// A channel between calls: name and address.
    Channel(u32, Addr),
    /// Made by the instruction at this offset; the number tells several of one instruction apart.
    Made(u32, u32),
    /// Made in a callee: offset of the call, number of the summary, node there.
    Inner(u32, u32, NodeId),
    /// All that was made further down in callees of the call at this offset, by exact type where that is known.
    Merged(u32, Option<TypeId>),
    /// A component of the app that the framework makes.
    Component(TypeId),
    /// The one object of its type that a static field gets when it is first asked for: type and field.
    Only(TypeId, u32),
    /// What the user typed into a view that a caller knows, and where it is read.
    Typed(NodeId, u32),
}

/// An object or unknown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// Exact type, when known.
    pub(crate) ty: Option<TypeId>,
    /// Stands for one object at a time.
    pub(crate) single: bool,
    /// Existed before the method was called.
    pub(crate) outside: bool,
    /// Loads below the first unknown, or calls through which it came.
    pub(crate) depth: u8,
    /// Row of the opener that made it a way out.
    pub(crate) way: Option<u32>,
}

/// The nodes of one summary.
#[derive(Debug, Clone)]
pub(crate) struct Nodes {
    list: Vec<Node>,
    ids: FxHashMap<Kind, NodeId>,
    /// Nodes were left out at the limit.
    pub(crate) full: bool,
    /// The limit.
    pub(crate) room: usize,
    /// At the top: a method is run whose place among those that write static fields is told.
    orders_statics: bool,
}

impl Default for Nodes {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            ids: FxHashMap::default(),
            full: false,
            room: MAX_NODES,
            orders_statics: false,
        }
    }
}

impl Nodes {
    /// Nodes as they were written down. Nothing can be added to them.
    pub(crate) fn read(list: Vec<Node>, full: bool) -> Self {
        Self {
            room: list.len(),
            list,
            ids: FxHashMap::default(),
            full,
            orders_statics: false,
        }
    }

    pub(crate) fn get(&self, id: NodeId) -> Option<&Node> {
        self.list.get(id.index())
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        (0u32..).map(NodeId).zip(&self.list)
    }

    /// The nodes made after the first `n`.
    pub(crate) fn since(&self, n: usize) -> impl Iterator<Item = (NodeId, &Node)> {
        let first = u32::try_from(n).unwrap_or(u32::MAX);
        (first..).map(NodeId).zip(self.list.iter().skip(n))
    }

    /// What a call refuses its arguments with, which only the calling method may see.
    pub(crate) fn is_refusal(&self, id: NodeId) -> bool {
        self.get(id)
            .is_some_and(|node| matches!(node.kind, Kind::Made(_, crate::library::REFUSED)))
    }

    pub(crate) fn is_outside(&self, id: NodeId) -> bool {
        self.get(id).is_some_and(|node| node.outside)
    }

    pub(crate) fn is_single(&self, id: NodeId) -> bool {
        self.get(id).is_some_and(|node| node.single)
    }

    /// A channel of which no address says which of its kind it is.
    pub(crate) fn is_one_for_all(&self, id: NodeId) -> bool {
        self.get(id)
            .is_some_and(|node| matches!(node.kind, Kind::Channel(_, Addr::One | Addr::Unknown)))
    }

    pub(crate) fn ty(&self, id: NodeId) -> Option<TypeId> {
        self.get(id).and_then(|node| node.ty)
    }

    /// The object of an argument register, when something named it.
    pub(crate) fn known_param(&self, slot: u16) -> Option<NodeId> {
        self.ids.get(&Kind::Param(slot)).copied()
    }

    /// The node of a kind; `None` at the limit.
    pub(crate) fn intern(&mut self, node: Node) -> Option<NodeId> {
        if let Some(id) = self.ids.get(&node.kind) {
            if !node.single
                && let Some(known) = self.list.get_mut(id.index())
            {
                known.single = false;
            }
            return Some(*id);
        }
        if self.list.len() >= self.room {
            self.full = true;
            return None;
        }
        let id = NodeId(u32::try_from(self.list.len()).ok()?);
        self.list.push(node);
        self.ids.insert(node.kind, id);
        Some(id)
    }

    /// An unknown that existed before the method was called.
    pub(crate) fn outside(&mut self, kind: Kind) -> Option<NodeId> {
        let ty = match kind {
            Kind::Component(ty) | Kind::Only(ty, _) => Some(ty),
            _ => None,
        };
        self.intern(Node {
            kind,
            ty,
            single: true,
            outside: true,
            depth: 0,
            way: None,
        })
    }

    /// An object of the whole program, at the top.
    pub(crate) fn global(&mut self, kind: Kind) -> Option<NodeId> {
        let ty = match kind {
            Kind::Component(ty) | Kind::Only(ty, _) => Some(ty),
            _ => None,
        };
        self.intern(Node {
            kind,
            ty,
            single: matches!(kind, Kind::Component(_))
                || kind == Kind::Statics && self.orders_statics,
            outside: false,
            depth: 0,
            way: None,
        })
    }

    /// What a cell of an unknown held at entry; `None` beyond the depth that is told apart.
    pub(crate) fn load(&mut self, base: NodeId, sel: Sel) -> Option<NodeId> {
        let above = *self.get(base)?;
        // A chain of equal steps, as in a linked list, is told apart once.
        let repeats = matches!(above.kind, Kind::Load(_, known) if known == sel)
            && !sel.is_content()
            && above.depth > 2;
        // Parts that tables name, one behind a step of another kind, are no level of their own: an intent has its
        // extras as a bundle has its content.
        // The keys of a map have nothing below them.
        let is_part = sel == Sel::Keys
            || matches!(sel, Sel::Name(_)) && !matches!(above.kind, Kind::Load(_, Sel::Name(_)));
        // What is delivered to an object of a type is one thing as long as a call lasts, and stands where an argument
        // would.
        let is_delivered = sel == Sel::Any && matches!(above.kind, Kind::Channel(_, Addr::Type(_)))
            || matches!((sel, above.kind), (Sel::Sym(_), Kind::Channel(..)));
        let is_part = is_part || is_delivered;
        if above.depth >= MAX_DEPTH && !is_part || repeats {
            return None;
        }
        self.intern(Node {
            kind: Kind::Load(base, sel),
            ty: None,
            single: above.single
                && (is_delivered || !matches!(sel, Sel::Any | Sel::Sym(_) | Sel::Keys)),
            outside: true,
            depth: above.depth + u8::from(!is_part),
            way: None,
        })
    }

    /// An object made here.
    pub(crate) fn made(
        &mut self,
        insn: u32,
        n: u32,
        ty: Option<TypeId>,
        single: bool,
    ) -> Option<NodeId> {
        self.intern(Node {
            kind: Kind::Made(insn, n),
            ty,
            single,
            outside: false,
            depth: 0,
            way: None,
        })
    }

    /// An object that a callee made.
    pub(crate) fn inner(
        &mut self,
        insn: u32,
        key: u32,
        id: NodeId,
        from: &Node,
        single: bool,
    ) -> Option<NodeId> {
        let depth = from.depth.saturating_add(1);
        // Deeper ones of a type fall together per call, so that recursion makes no endless copies.
        let (kind, single) = if depth > MAX_CLONES {
            (Kind::Merged(insn, from.ty), false)
        } else {
            (Kind::Inner(insn, key, id), single && from.single)
        };
        self.intern(Node {
            kind,
            ty: from.ty,
            single,
            outside: false,
            depth: depth.min(MAX_CLONES),
            way: from.way,
        })
    }

    /// Notes the exact type of an unknown that callers know.
    pub(crate) fn set_type(&mut self, id: NodeId, ty: TypeId) {
        if let Some(node) = self.list.get_mut(id.index()) {
            node.ty = Some(ty);
        }
    }

    /// Says whether an object stands for one; gives what was said before.
    pub(crate) fn set_single(&mut self, id: NodeId, single: bool) -> bool {
        self.list
            .get_mut(id.index())
            .is_some_and(|node| std::mem::replace(&mut node.single, single))
    }

    /// Says whether what is written into static fields at the top replaces what was there.
    pub(crate) fn order_statics(&mut self, statics: NodeId, orders: bool) {
        self.orders_statics = orders;
        self.set_single(statics, orders);
    }

    pub(crate) fn set_way(&mut self, id: NodeId, row: u32) {
        if let Some(node) = self.list.get_mut(id.index()) {
            node.way = Some(row);
        }
    }
}
