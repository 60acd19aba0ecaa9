//! Methods of the framework that are called through a looked-up member: what the tables say of them holds there as
//! well. Does not look members up.

use std::cell::RefCell;
use std::rc::Rc;

use program_model::{Program, TypeId};
use ruleset::schema::dataflow::DataFlow;
use rustc_hash::FxHashMap;

use crate::apply::Outcome;
use crate::call::Site;
use crate::context::{Constant, Ctx};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::Effecting;
use crate::limits::MAX_OUTSIDE;
use crate::node::Sel;
use crate::spec::{Described, Spec};
use crate::value::{Atom, Elem, REFLECTED, Set};

/// Set in the number of a row that is one of a method called through a looked-up member.
pub(crate) const NAMED_ROW: u32 = 1 << 29;
/// Bits of such a number that tell the row of the method; above them stands the number of the method.
const ROW_BITS: u32 = 8;
/// Overloads that one name stands for at most.
const MAX_OVERLOADS: usize = 8;

/// A method of the framework, and what the tables say of it.
pub(crate) struct Named<'x> {
    pub(crate) spec: Rc<Spec<'x>>,
    /// Class, name and prototype.
    pub(crate) api: String,
    is_static: bool,
}

/// A name at a class, with the number of arguments where that is known.
type Wanted = (TypeId, Box<str>, Option<i64>);

/// Methods of the framework that some look-up names, numbered in the order in which they are met.
#[derive(Default)]
pub(crate) struct Outside<'x> {
    list: RefCell<Vec<Rc<Named<'x>>>>,
    known: RefCell<FxHashMap<Wanted, Rc<[u32]>>>,
}

/// The row of a method called through a looked-up member; `None` for every other row.
pub(crate) fn row_of(row: u32) -> Option<(u32, u32)> {
    (row & NAMED_ROW != 0).then(|| {
        let rest = row & (NAMED_ROW - 1);
        (rest >> ROW_BITS, rest & ((1 << ROW_BITS) - 1))
    })
}

impl<'x> Outside<'x> {
    /// Methods of that name which the class or one above it declares.
    pub(crate) fn named(
        &self,
        program: &Program<'_>,
        tables: &'x DataFlow<'static>,
        described: &Described,
        wanted: Wanted,
    ) -> Rc<[u32]> {
        if let Some(known) = self.known.borrow().get(&wanted) {
            return Rc::clone(known);
        }
        let (class, name, n_args) = &wanted;
        let mut found: Vec<(TypeId, String, bool)> = Vec::new();
        for ty in std::iter::once(class).chain(program.ancestors(*class)) {
            let Some(number) = program.framework_type(*ty) else {
                continue;
            };
            let mut one = |is_static: bool, method: &str, proto: Option<&str>, n: u32| {
                if method == &**name
                    && n_args.is_none_or(|n_args| n_args == i64::from(n))
                    && found.len() < MAX_OVERLOADS
                    && let Some(proto) = proto
                {
                    found.push((*ty, proto.to_owned(), is_static));
                }
            };
            let framework = program.framework();
            framework.methods(number, &mut |name, proto, n| one(false, name, proto, n));
            framework.static_methods(number, &mut |name, proto, n| one(true, name, proto, n));
            if !found.is_empty() {
                break;
            }
        }
        let mut list = self.list.borrow_mut();
        let mut ids = Vec::new();
        for (ty, proto, is_static) in found {
            if list.len() >= MAX_OUTSIDE {
                break;
            }
            let mut api = String::from_utf8_lossy(program.descriptor(ty)).into_owned();
            api.push_str("->");
            api.push_str(name);
            api.push_str(&proto);
            let spec = Spec::named(program, tables, described, ty, name, &proto);
            ids.push(u32::try_from(list.len()).unwrap_or(u32::MAX));
            list.push(Rc::new(Named {
                spec: Rc::new(spec),
                api,
                is_static,
            }));
        }
        let ids: Rc<[u32]> = ids.into();
        self.known.borrow_mut().insert(wanted, Rc::clone(&ids));
        ids
    }

    /// A method by its number.
    pub(crate) fn get(&self, id: u32) -> Option<Rc<Named<'x>>> {
        self.list.borrow().get(id as usize).cloned()
    }
}

impl Ctx<'_, '_> {
    /// Calling what the name at the class stands for may be a way out.
    pub(crate) fn leads_outside(&self, class: TypeId, name: &str) -> bool {
        let ids = self.outside_named(class, name, None);
        ids.iter().any(|id| {
            self.outside.get(*id).is_some_and(|named| {
                !named.spec.sinks.is_empty() || !named.spec.channels.is_empty()
            })
        })
    }
}

impl Frame<'_, '_, '_> {
    /// Calls the methods of the framework that a name at a class stands for, with the arguments that an array holds.
    /// `None` when there is no such method.
    pub(crate) fn call_outside(
        &mut self,
        heap: &mut Heap,
        site: &Site<'_>,
        (class, name): (TypeId, &str),
        object: &Set,
        array: &Set,
    ) -> Option<Outcome> {
        let n_args = self.length_of(heap, array);
        let ids = self.ctx.outside_named(class, name, n_args);
        if ids.is_empty() {
            return None;
        }
        let mut out = Outcome::default();
        for id in ids.iter() {
            let Some(named) = self.ctx.outside.get(*id) else {
                continue;
            };
            let first = usize::from(!named.is_static);
            let params = &named.spec.params;
            let n = params
                .last()
                .map_or(first, |last| first + usize::from(last.slot) + 2);
            let mut slots = vec![Set::one(Atom::Top); n];
            if let (1, Some(slot)) = (first, slots.first_mut()) {
                slot.clone_from(object);
            }
            for (k, param) in (0i64..).zip(params) {
                let sel = Sel::Key(self.ctx.constant(&Constant::Int(k)));
                let value = self.load(heap, array, sel);
                if let Some(slot) = slots.get_mut(first + usize::from(param.slot)) {
                    *slot = value.marked(REFLECTED);
                }
            }
            let inner = Site {
                def: site.def,
                offset: site.offset,
                opcode: if named.is_static { 0x71 } else { 0x6e },
                method: site.method,
                args: &slots,
                edges: &[],
                length: None,
                is_idle: site.is_idle,
                row_base: NAMED_ROW | (*id << ROW_BITS),
            };
            self.sinks(heap, &inner, &named.spec);
            let mut one = if named.spec.effects.is_some() {
                self.described(heap, &inner, &named.spec)
            } else {
                self.undescribed(heap, &inner, &named.spec)
            };
            let mut call = Effecting::new(&inner, &named.spec);
            call.ret = std::mem::take(&mut one.ret);
            self.channels(heap, &mut call);
            self.open_ways(heap, &mut call);
            one.ret = call.ret;
            out.ret.join(&one.ret.marked(REFLECTED));
            if !one.thrown.is_empty()
                && let Some(node) = self.nodes.made(site.offset, 8194, None, !self.loops)
            {
                heap.add(
                    &mut self.nodes,
                    node,
                    crate::reflection::cause(self.ctx),
                    &one.thrown,
                );
                out.thrown.add(Elem::plain(Atom::Ref(node)));
            }
        }
        Some(out)
    }
}
