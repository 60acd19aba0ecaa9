//! A summary without numbers of the app it was made for: what it names goes into a list of names, and the rest is
//! bytes that know the places of that list only. Refuses what has no name.

use std::rc::Rc;

use program_model::{DefId, FieldId, TypeId};
use rustc_hash::FxHashMap;

use super::bytes::{Reader, Writer};
use crate::cells::Cells;
use crate::limits::{TOP_CELLS, TOP_NODES};
use crate::node::{Addr, Kind, Node, Nodes, Sel};
use crate::summary::{
    Ask, Deferred, Done, Hit, Inner, Maybe, Prov, Summary, What, Which, written_by_step,
};
use crate::value::{Atom, DOUBTS, Elem, NodeId, Set, TRANSFORMS};

/// Something of the app that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Ent {
    Type(TypeId),
    Def(DefId),
    Field(FieldId),
    /// A constant, by number.
    Constant(u32),
    /// A name of the tables, by number.
    Label(u32),
    /// A transform, by number.
    Transform(u32),
    /// The key of a summary, by number.
    Key(u32),
    /// A source, by number.
    Source(u32),
    /// A way out, by number.
    Way(u32),
}

/// Bounds of the engine as summaries name them.
const CUTS: [&str; 5] = [
    "work of one method",
    "objects of one method",
    "heap cells of one method",
    "finished flows of one method",
    "sinks of one method",
];

/// What callbacks are cut by, apart so that the order of [`CUTS`] stays.
const CALLBACKS: &str = "callbacks of one method";

const WHATS: [What; 8] = [
    What::Call,
    What::Callback,
    What::Library,
    What::FieldWrite,
    What::ElementWrite,
    What::Compute,
    What::Throw,
    What::Channel,
];

/// Most steps of one summary.
const MAX_PROVS: usize = 1 << 20;
/// Most names of one summary.
pub(crate) const MAX_ENTS: usize = 1 << 16;

/// A summary being written: names met so far by place, and bytes.
#[derive(Default)]
pub(crate) struct Encoder {
    pub(crate) ents: Vec<Ent>,
    places: FxHashMap<Ent, u32>,
    pub(crate) out: Writer,
    /// Something has no name.
    failed: bool,
}

impl Encoder {
    /// Place of a name in the list.
    pub(crate) fn place(&mut self, ent: Ent) -> u32 {
        let next = u32::try_from(self.ents.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(ent).or_insert(next);
        if place == next {
            self.ents.push(ent);
        }
        place
    }

    fn ent(&mut self, ent: Ent) {
        let place = self.place(ent);
        self.out.small(place);
    }

    fn node(&mut self, node: NodeId) {
        self.out.small(node.0);
    }

    fn ty(&mut self, ty: Option<TypeId>) {
        self.out.flag(ty.is_some());
        if let Some(ty) = ty {
            self.ent(Ent::Type(ty));
        }
    }

    fn field(&mut self, number: u32) {
        self.ent(Ent::Field(FieldId::from_index(number as usize)));
    }

    pub(crate) fn sel(&mut self, sel: Sel) {
        match sel {
            Sel::Field(number) => {
                self.out.byte(0);
                self.field(number);
            }
            Sel::Name(label) => {
                self.out.byte(1);
                self.ent(Ent::Label(label));
            }
            Sel::Key(id) => {
                self.out.byte(2);
                self.ent(Ent::Constant(id));
            }
            Sel::Sym(node) => {
                self.out.byte(3);
                self.node(node);
            }
            Sel::Any => self.out.byte(4),
            Sel::Keys => self.out.byte(5),
            Sel::Size => self.out.byte(6),
            Sel::Rest => self.out.byte(7),
            Sel::Whole => self.out.byte(8),
        }
    }

    fn addr(&mut self, addr: Addr) {
        match addr {
            Addr::One => self.out.byte(0),
            Addr::Const(id) => {
                self.out.byte(1);
                self.ent(Ent::Constant(id));
            }
            Addr::Type(ty) => {
                self.out.byte(2);
                self.ent(Ent::Type(ty));
            }
            Addr::Sym(node) => {
                self.out.byte(3);
                self.node(node);
            }
            Addr::Intent(node) => {
                self.out.byte(4);
                self.node(node);
            }
            Addr::Of(node) => {
                self.out.byte(5);
                self.node(node);
            }
            Addr::Unknown => self.out.byte(6),
        }
    }

    fn kind(&mut self, kind: Kind) {
        match kind {
            Kind::Param(slot) => {
                self.out.byte(0);
                self.out.small(u32::from(slot));
            }
            Kind::Load(node, sel) => {
                self.out.byte(1);
                self.node(node);
                self.sel(sel);
            }
            Kind::Statics => self.out.byte(2),
            Kind::Cell(label) => {
                self.out.byte(3);
                self.ent(Ent::Label(label));
            }
            Kind::Channel(label, addr) => {
                self.out.byte(4);
                self.ent(Ent::Label(label));
                self.addr(addr);
            }
            Kind::Made(offset, n) => {
                self.out.byte(5);
                self.out.small(offset);
                self.out.small(n);
            }
            Kind::Merged(offset, ty) => {
                self.out.byte(if ty.is_some() { 10 } else { 6 });
                self.out.small(offset);
                if let Some(ty) = ty {
                    self.ent(Ent::Type(ty));
                }
            }
            Kind::Inner(offset, key, node) => {
                self.out.byte(7);
                self.out.small(offset);
                self.ent(Ent::Key(key));
                self.node(node);
            }
            Kind::Component(ty) => {
                self.out.byte(8);
                self.ent(Ent::Type(ty));
            }
            Kind::Only(ty, number) => {
                self.out.byte(9);
                self.ent(Ent::Type(ty));
                self.field(number);
            }
            // Fields of layouts are of one app.
            Kind::Typed(..) => self.failed = true,
        }
    }

    fn way(&mut self, way: Option<u32>) {
        self.out.flag(way.is_some());
        if let Some(way) = way {
            self.ent(Ent::Way(way));
        }
    }

    fn marks(&mut self, marks: u64) {
        self.out.number((marks & DOUBTS) >> 48);
        let bits = marks & TRANSFORMS;
        self.out.small(bits.count_ones());
        for bit in (0..48).filter(|bit| bits & (1 << bit) != 0) {
            // The last bit stands for all that have none of their own.
            self.failed |= bit == 47;
            self.ent(Ent::Transform(bit));
        }
    }

    fn set(&mut self, set: &Set) {
        self.out.count(set.len());
        for elem in set.iter() {
            let (tag, node) = match elem.atom {
                Atom::Const(id) => {
                    self.out.byte(tag_of(0, &elem));
                    self.ent(Ent::Constant(id));
                    (None, None)
                }
                Atom::Top => {
                    self.out.byte(tag_of(1, &elem));
                    (None, None)
                }
                Atom::Ref(node) => (Some(2), Some(node)),
                Atom::Data(node) => (Some(3), Some(node)),
                Atom::Deep(node) => (Some(4), Some(node)),
                Atom::Source(id) => {
                    self.out.byte(tag_of(5, &elem));
                    self.ent(Ent::Source(id));
                    (None, None)
                }
                Atom::Way(node) => (Some(6), Some(node)),
            };
            if let (Some(tag), Some(node)) = (tag, node) {
                self.out.byte(tag_of(tag, &elem));
                self.node(node);
            }
            if elem.marks != 0 {
                self.marks(elem.marks);
            }
            if elem.prov != 0 {
                self.out.small(elem.prov);
            }
        }
    }

    pub(crate) fn ask(&mut self, ask: &Ask) {
        self.out.small(u32::from(ask.slot));
        self.out.flag(ask.constant);
        self.out.count(ask.path.len());
        for sel in &ask.path {
            self.sel(*sel);
        }
    }

    fn what(&mut self, what: What) {
        let at = WHATS.iter().position(|known| *known == what);
        self.failed |= at.is_none();
        self.out.count(at.unwrap_or(0));
    }

    fn hit(&mut self, hit: &Hit) {
        self.ent(Ent::Def(hit.def));
        self.out.small(hit.offset);
        self.out.small(hit.row);
        self.set(&hit.values);
        self.set(&hit.ways);
        self.set(&hit.host);
        self.set(&hit.needs);
        let flags = [hit.needs_way, hit.to_object, hit.to_intent, hit.by_host];
        for flag in flags {
            self.out.flag(flag);
        }
        self.out.flag(hit.needs_def.is_some());
        if let Some(def) = hit.needs_def {
            self.ent(Ent::Def(def));
        }
        self.out.flag(hit.inner.is_some());
        if let Some(inner) = hit.inner {
            self.out.small(inner.offset);
            self.ent(Ent::Key(inner.key));
            self.out.small(inner.hit);
        }
    }

    fn done(&mut self, done: &Done) {
        self.ent(Ent::Source(done.source));
        self.marks(done.marks);
        self.out.small(done.prov);
        self.ent(Ent::Def(done.def));
        self.out.small(done.offset);
        self.out.small(done.row);
        self.way(done.way);
        self.out.count(done.host.len());
        for id in &done.host {
            self.ent(Ent::Constant(*id));
        }
        self.out.flag(done.open_host);
    }

    fn deferred(&mut self, deferred: &Deferred) {
        self.out.small(deferred.offset);
        self.set(&deferred.receiver);
        match &deferred.which {
            Which::Named(name, n) => {
                self.out.byte(0);
                self.out.text(name.as_bytes());
                self.out.count(*n);
            }
            Which::Only => self.out.byte(1),
            Which::Method(def) => {
                self.out.byte(2);
                self.ent(Ent::Def(*def));
            }
            Which::Overrides(ty) => {
                self.out.byte(3);
                self.ty(*ty);
            }
        }
        self.out.count(deferred.args.len());
        for arg in &deferred.args {
            self.set(arg);
        }
        self.out.flag(deferred.later);
    }

    fn prov(&mut self, prov: Prov) {
        match prov {
            Prov::None => self.out.byte(0),
            Prov::Read { offset } => {
                self.out.byte(1);
                self.out.small(offset);
            }
            Prov::Step {
                before,
                offset,
                what,
            } => {
                self.out.byte(2);
                self.out.small(before);
                self.out.small(offset);
                self.what(what);
            }
            Prov::Through {
                before,
                offset,
                key,
                inner,
                what,
            } => {
                self.out.byte(3);
                self.out.small(before);
                self.out.small(offset);
                self.ent(Ent::Key(key));
                self.out.small(inner);
                self.what(what);
            }
        }
    }

    /// Writes a summary. False when something of it has no name.
    pub(crate) fn summary(&mut self, summary: &Summary) -> bool {
        self.out.count(summary.nodes.len());
        self.out.flag(summary.nodes.full);
        for (id, node) in summary.nodes.iter() {
            self.kind(node.kind);
            let live = summary.live.get(id.index()).copied().unwrap_or(false);
            self.ty(node.ty);
            self.out
                .byte(u8::from(node.single) | u8::from(node.outside) << 1 | u8::from(live) << 2);
            self.out.byte(node.depth);
            self.way(node.way);
        }
        self.out.count(summary.cells.len());
        for ((node, sel), set) in summary.cells.iter() {
            self.node(node);
            self.sel(sel);
            self.set(set);
        }
        self.set(&summary.ret);
        self.set(&summary.thrown);
        self.out.count(summary.hits.len());
        for hit in &summary.hits {
            self.hit(hit);
        }
        self.out.count(summary.done.len());
        for done in &summary.done {
            self.done(done);
        }
        self.out.count(summary.deferred.len());
        for deferred in &summary.deferred {
            self.deferred(deferred);
        }
        self.out.count(summary.asks.len());
        for ask in &summary.asks {
            self.ask(ask);
        }
        // Numbers of summaries have another order in another app.
        self.out.count(summary.used.len());
        for key in &summary.used {
            self.ent(Ent::Key(*key));
        }
        self.out.count(summary.maybe.len());
        for maybe in &summary.maybe {
            self.ent(Ent::Key(maybe.key));
            self.set(&maybe.needs);
            self.out.flag(maybe.needs_def.is_some());
            if let Some(def) = maybe.needs_def {
                self.ent(Ent::Def(def));
            }
        }
        self.out.count(summary.provs.len());
        for prov in &summary.provs {
            self.prov(*prov);
        }
        self.out.flag(summary.never_returns);
        let cut = summary.cut.map(|cut| {
            if cut == CALLBACKS {
                return Some(CUTS.len());
            }
            CUTS.iter().position(|known| *known == cut)
        });
        match cut {
            None => self.out.count(0),
            Some(Some(at)) => self.out.count(at + 1),
            Some(None) => self.failed = true,
        }
        !self.failed && self.ents.len() <= MAX_ENTS
    }
}

/// First byte of an element: what it is, and whether marks and a step follow.
fn tag_of(tag: u8, elem: &Elem) -> u8 {
    tag | if elem.marks == 0 { 0 } else { 0x40 } | if elem.prov == 0 { 0 } else { 0x80 }
}

/// A summary being read, with what its names are in this app.
pub(crate) struct Decoder<'b> {
    bytes: Reader<'b>,
    ents: &'b [Ent],
    n_nodes: usize,
}

impl<'b> Decoder<'b> {
    pub(crate) fn new(bytes: Reader<'b>, ents: &'b [Ent]) -> Self {
        Self {
            bytes,
            ents,
            n_nodes: 0,
        }
    }

    fn ent(&mut self) -> Option<Ent> {
        self.ents.get(self.bytes.small()? as usize).copied()
    }

    fn node(&mut self) -> Option<NodeId> {
        let id = self.bytes.small()?;
        ((id as usize) < self.n_nodes).then_some(NodeId(id))
    }

    pub(crate) fn type_id(&mut self) -> Option<TypeId> {
        match self.ent()? {
            Ent::Type(ty) => Some(ty),
            _ => None,
        }
    }

    /// What a flag says is there or not.
    #[expect(
        clippy::option_option,
        reason = "nothing was read, or it was read that there is nothing"
    )]
    fn maybe<T>(&mut self, one: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.bytes.flag()? {
            one(self).map(Some)
        } else {
            Some(None)
        }
    }

    fn field(&mut self) -> Option<u32> {
        match self.ent()? {
            Ent::Field(field) => u32::try_from(field.index()).ok(),
            _ => None,
        }
    }

    fn def(&mut self) -> Option<DefId> {
        match self.ent()? {
            Ent::Def(def) => Some(def),
            _ => None,
        }
    }

    pub(crate) fn constant(&mut self) -> Option<u32> {
        match self.ent()? {
            Ent::Constant(id) => Some(id),
            _ => None,
        }
    }

    fn label(&mut self) -> Option<u32> {
        match self.ent()? {
            Ent::Label(id) => Some(id),
            _ => None,
        }
    }

    fn key(&mut self) -> Option<u32> {
        match self.ent()? {
            Ent::Key(id) => Some(id),
            _ => None,
        }
    }

    fn source(&mut self) -> Option<u32> {
        match self.ent()? {
            Ent::Source(id) => Some(id),
            _ => None,
        }
    }

    fn sel(&mut self) -> Option<Sel> {
        Some(match self.bytes.byte()? {
            0 => Sel::Field(self.field()?),
            1 => Sel::Name(self.label()?),
            2 => Sel::Key(self.constant()?),
            3 => Sel::Sym(self.node()?),
            4 => Sel::Any,
            5 => Sel::Keys,
            6 => Sel::Size,
            7 => Sel::Rest,
            8 => Sel::Whole,
            _ => return None,
        })
    }

    fn addr(&mut self) -> Option<Addr> {
        Some(match self.bytes.byte()? {
            0 => Addr::One,
            1 => Addr::Const(self.constant()?),
            2 => Addr::Type(self.type_id()?),
            3 => Addr::Sym(self.node()?),
            4 => Addr::Intent(self.node()?),
            5 => Addr::Of(self.node()?),
            6 => Addr::Unknown,
            _ => return None,
        })
    }

    fn kind(&mut self) -> Option<Kind> {
        Some(match self.bytes.byte()? {
            0 => Kind::Param(self.bytes.short()?),
            1 => Kind::Load(self.node()?, self.sel()?),
            2 => Kind::Statics,
            3 => Kind::Cell(self.label()?),
            4 => Kind::Channel(self.label()?, self.addr()?),
            5 => Kind::Made(self.bytes.small()?, self.bytes.small()?),
            6 => Kind::Merged(self.bytes.small()?, None),
            7 => Kind::Inner(
                self.bytes.small()?,
                self.key()?,
                // A node of the callee.
                NodeId(self.bytes.small()?),
            ),
            8 => Kind::Component(self.type_id()?),
            9 => Kind::Only(self.type_id()?, self.field()?),
            10 => Kind::Merged(self.bytes.small()?, Some(self.type_id()?)),
            _ => return None,
        })
    }

    fn way(&mut self) -> Option<u32> {
        match self.ent()? {
            Ent::Way(id) => Some(id),
            _ => None,
        }
    }

    fn marks(&mut self) -> Option<u64> {
        let doubts = self.bytes.number()?;
        if doubts >= 1 << 16 {
            return None;
        }
        let mut marks = doubts << 48;
        for _ in 0..self.bytes.small()?.min(48) {
            match self.ent()? {
                Ent::Transform(bit) if bit < 47 => marks |= 1 << bit,
                _ => return None,
            }
        }
        Some(marks)
    }

    fn set(&mut self) -> Option<Set> {
        let n = self.bytes.count()?;
        let mut list: Vec<Elem> = Vec::with_capacity(n);
        for _ in 0..n {
            let tag = self.bytes.byte()?;
            let atom = match tag & 0x3f {
                0 => Atom::Const(self.constant()?),
                1 => Atom::Top,
                2 => Atom::Ref(self.node()?),
                3 => Atom::Data(self.node()?),
                4 => Atom::Deep(self.node()?),
                5 => Atom::Source(self.source()?),
                6 => Atom::Way(self.node()?),
                _ => return None,
            };
            let marks = if tag & 0x40 == 0 { 0 } else { self.marks()? };
            let prov = if tag & 0x80 == 0 {
                0
            } else {
                self.bytes.small()?
            };
            list.push(Elem { atom, marks, prov });
        }
        Set::sorted(list)
    }

    pub(crate) fn ask(&mut self) -> Option<Ask> {
        let slot = self.bytes.short()?;
        let constant = self.bytes.flag()?;
        let n = self.bytes.count()?;
        let path = (0..n).map(|_| self.sel()).collect::<Option<Vec<_>>>()?;
        Some(Ask {
            slot,
            path,
            constant,
        })
    }

    fn what(&mut self) -> Option<What> {
        WHATS
            .get(usize::try_from(self.bytes.number()?).ok()?)
            .copied()
    }

    fn hit(&mut self) -> Option<Hit> {
        let def = self.def()?;
        let (offset, row) = (self.bytes.small()?, self.bytes.small()?);
        let (values, ways) = (self.set()?, self.set()?);
        let (host, needs) = (self.set()?, self.set()?);
        let needs_way = self.bytes.flag()?;
        let to_object = self.bytes.flag()?;
        let to_intent = self.bytes.flag()?;
        let by_host = self.bytes.flag()?;
        let needs_def = self.maybe(Self::def)?;
        let inner = self.maybe(|read| {
            Some(Inner {
                offset: read.bytes.small()?,
                key: read.key()?,
                hit: read.bytes.small()?,
            })
        })?;
        Some(Hit {
            def,
            offset,
            row,
            values,
            ways,
            needs_way,
            host,
            to_object,
            to_intent,
            by_host,
            needs,
            needs_def,
            inner,
        })
    }

    fn maybe_run(&mut self) -> Option<Maybe> {
        Some(Maybe {
            key: self.key()?,
            needs: self.set()?,
            needs_def: self.maybe(Self::def)?,
        })
    }

    fn done(&mut self) -> Option<Done> {
        Some(Done {
            source: self.source()?,
            marks: self.marks()?,
            prov: self.bytes.small()?,
            def: self.def()?,
            offset: self.bytes.small()?,
            row: self.bytes.small()?,
            way: self.maybe(Self::way)?,
            host: {
                let n = self.bytes.count()?;
                (0..n)
                    .map(|_| self.constant())
                    .collect::<Option<Vec<_>>>()?
            },
            open_host: self.bytes.flag()?,
        })
    }

    fn deferred(&mut self) -> Option<Deferred> {
        let offset = self.bytes.small()?;
        let receiver = self.set()?;
        let which = match self.bytes.byte()? {
            0 => {
                let name: Rc<str> = std::str::from_utf8(self.bytes.text()?).ok()?.into();
                Which::Named(name, usize::try_from(self.bytes.number()?).ok()?)
            }
            1 => Which::Only,
            2 => Which::Method(self.def()?),
            3 => Which::Overrides(self.maybe(Self::type_id)?),
            _ => return None,
        };
        let n = self.bytes.count()?;
        let args = (0..n).map(|_| self.set()).collect::<Option<Vec<_>>>()?;
        Some(Deferred {
            offset,
            receiver,
            which,
            args,
            later: self.bytes.flag()?,
        })
    }

    fn prov(&mut self) -> Option<Prov> {
        Some(match self.bytes.byte()? {
            0 => Prov::None,
            1 => Prov::Read {
                offset: self.bytes.small()?,
            },
            2 => Prov::Step {
                before: self.bytes.small()?,
                offset: self.bytes.small()?,
                what: self.what()?,
            },
            3 => Prov::Through {
                before: self.bytes.small()?,
                offset: self.bytes.small()?,
                key: self.key()?,
                inner: self.bytes.small()?,
                what: self.what()?,
            },
            _ => return None,
        })
    }

    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let n = self.bytes.count()?;
        let mut out = Vec::with_capacity(n.min(MAX_PROVS));
        for _ in 0..n {
            out.push(one(self)?);
        }
        Some(out)
    }

    /// Reads a summary. `None` when the bytes are none, or when its parts have another order in this app.
    pub(crate) fn summary(&mut self) -> Option<Summary> {
        let n = self.bytes.count()?;
        if n > TOP_NODES {
            return None;
        }
        let full = self.bytes.flag()?;
        let mut nodes = Vec::with_capacity(n);
        let mut live = Vec::with_capacity(n);
        for at in 0..n {
            // What a node is named by stands before it.
            self.n_nodes = at;
            let kind = self.kind()?;
            let ty = self.maybe(Self::type_id)?;
            let flags = self.bytes.byte()?;
            nodes.push(Node {
                kind,
                ty,
                single: flags & 1 != 0,
                outside: flags & 2 != 0,
                depth: self.bytes.byte()?,
                way: self.maybe(Self::way)?,
            });
            live.push(flags & 4 != 0);
        }
        self.n_nodes = n;
        let nodes = Nodes::read(nodes, full);
        let n_cells = self.bytes.count()?;
        if n_cells > TOP_CELLS {
            return None;
        }
        let mut cells = Cells::new();
        let mut before = None;
        for _ in 0..n_cells {
            let place = (self.node()?, self.sel()?);
            if before.is_some_and(|before| before >= place) {
                return None;
            }
            before = Some(place);
            cells.insert(place, self.set()?);
        }
        let (ret, thrown) = (self.set()?, self.set()?);
        let hits = self.list(Self::hit)?;
        let done = self.list(Self::done)?;
        let deferred = self.list(Self::deferred)?;
        let asks = self.list(Self::ask)?;
        if !asks.is_sorted() {
            return None;
        }
        let mut used = self.list(Self::key)?;
        used.sort_unstable();
        let mut maybe = self.list(Self::maybe_run)?;
        maybe.sort_by_key(|maybe| maybe.key);
        let provs = self.list(Self::prov)?;
        let never_returns = self.bytes.flag()?;
        let cut = match self.bytes.number()?.checked_sub(1) {
            None => None,
            Some(at) if at == CUTS.len() as u64 => Some(CALLBACKS),
            Some(at) => Some(*CUTS.get(usize::try_from(at).ok()?)?),
        };
        if !self.bytes.is_empty() || !is_ordered(&provs) {
            return None;
        }
        Some(Summary {
            written: written_by_step(&nodes, &cells),
            nodes,
            cells,
            ret,
            thrown,
            hits,
            done,
            deferred,
            asks,
            used,
            maybe,
            provs,
            live,
            never_returns,
            cut,
        })
    }
}

/// Each step stands behind the one before it, so that going back along a way ends.
fn is_ordered(provs: &[Prov]) -> bool {
    (0u32..).zip(provs).all(|(at, prov)| match prov {
        Prov::Step { before, .. } | Prov::Through { before, .. } => *before < at,
        Prov::None | Prov::Read { .. } => true,
    })
}
