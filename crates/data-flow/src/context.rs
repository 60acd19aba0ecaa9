//! What all parts of the engine share about one app: program, call graph, tables, numbers of texts and constants.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use byte_reader::mutf8::decode_printable;
use call_graph::{CallEdge, CallGraph};
use program_model::{DefId, FieldId, IdVec, MethodId, NameId, Program, TypeId};
use ruleset::schema::dataflow::DataFlow;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::limits::METHOD_UNITS;
use crate::spec::Spec;

/// A constant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Constant {
    Int(i64),
    Text(Rc<str>),
    Type(TypeId),
}

/// Numbers of values of one kind, in the order met.
#[derive(Debug)]
pub(crate) struct Interner<T> {
    ids: FxHashMap<T, u32>,
    list: Vec<T>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            ids: FxHashMap::default(),
            list: Vec::new(),
        }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Interner<T> {
    pub(crate) fn id(&mut self, value: &T) -> u32 {
        if let Some(id) = self.ids.get(value) {
            return *id;
        }
        let id = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(value.clone());
        self.ids.insert(value.clone(), id);
        id
    }

    pub(crate) fn get(&self, id: u32) -> Option<&T> {
        self.list.get(id as usize)
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }
}

/// Names and numbers of parameters of a type's methods.
type Members = Rc<FxHashSet<(NameId, u32)>>;

/// A method to be summarised: the generic one, or one for receivers and arguments of known types.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) def: DefId,
    /// Argument registers with the exact type of the object in them.
    pub(crate) types: Vec<(u16, TypeId)>,
}

/// Shared state.
pub(crate) struct Ctx<'x, 'a> {
    pub(crate) program: &'x Program<'a>,
    pub(crate) graph: &'x CallGraph,
    pub(crate) tables: &'x DataFlow<'static>,
    pub(crate) sources: crate::source::Sources,
    pub(crate) intents: crate::intent::Intents,
    pub(crate) constants: RefCell<Interner<Constant>>,
    pub(crate) names: RefCell<Interner<Rc<str>>>,
    pub(crate) transforms: RefCell<Interner<Rc<str>>>,
    pub(crate) keys: RefCell<Interner<Key>>,
    /// Openers as method, offset and row, by number.
    pub(crate) ways: RefCell<Interner<(DefId, u32, u32)>>,
    /// Units of work of one method from now on.
    pub(crate) bound: Cell<u64>,
    contexts: RefCell<FxHashMap<DefId, u32>>,
    specs: RefCell<FxHashMap<MethodId, Rc<Spec<'x>>>>,
    edges: RefCell<FxHashMap<DefId, Rc<Vec<CallEdge>>>>,
    fields: RefCell<FxHashMap<(NameId, TypeId), u32>>,
    members: RefCell<FxHashMap<TypeId, Members>>,
    /// Methods that are summarised; calls of others are closed boxes.
    pub(crate) wanted: IdVec<DefId, bool>,
}

impl<'x, 'a> Ctx<'x, 'a> {
    pub(crate) fn new(
        program: &'x Program<'a>,
        graph: &'x CallGraph,
        tables: &'x DataFlow<'static>,
        sources: crate::source::Sources,
        intents: crate::intent::Intents,
    ) -> Self {
        Self {
            program,
            graph,
            tables,
            sources,
            intents,
            constants: RefCell::default(),
            names: RefCell::default(),
            transforms: RefCell::default(),
            keys: RefCell::default(),
            ways: RefCell::default(),
            bound: Cell::new(METHOD_UNITS),
            contexts: RefCell::default(),
            specs: RefCell::default(),
            edges: RefCell::default(),
            fields: RefCell::default(),
            members: RefCell::default(),
            wanted: IdVec::filled(false, program.n_defs()),
        }
    }

    pub(crate) fn constant(&self, value: &Constant) -> u32 {
        self.constants.borrow_mut().id(value)
    }

    pub(crate) fn constant_at(&self, id: u32) -> Option<Constant> {
        self.constants.borrow().get(id).cloned()
    }

    pub(crate) fn int_at(&self, id: u32) -> Option<i64> {
        match self.constants.borrow().get(id) {
            Some(Constant::Int(value)) => Some(*value),
            _ => None,
        }
    }

    pub(crate) fn text(&self, text: &str) -> u32 {
        self.constant(&Constant::Text(text.into()))
    }

    pub(crate) fn name(&self, name: &str) -> u32 {
        self.names.borrow_mut().id(&name.into())
    }

    pub(crate) fn key_id(&self, key: &Key) -> u32 {
        self.keys.borrow_mut().id(key)
    }

    pub(crate) fn key_at(&self, id: u32) -> Option<Key> {
        self.keys.borrow().get(id).cloned()
    }

    /// The summary for a method called with arguments of known types, unless it has too many of them already.
    pub(crate) fn special(&self, def: DefId, types: Vec<(u16, TypeId)>) -> Key {
        let key = Key { def, types };
        if key.types.is_empty() || self.keys.borrow().ids.contains_key(&key) {
            return key;
        }
        let mut contexts = self.contexts.borrow_mut();
        let n = contexts.entry(def).or_insert(0);
        if *n >= crate::limits::MAX_CONTEXTS {
            return Key {
                def,
                types: Vec::new(),
            };
        }
        *n += 1;
        key
    }

    /// The step for a field as an instruction names it.
    pub(crate) fn field_sel(&self, field: FieldId) -> crate::node::Sel {
        let row = self.program.field(field);
        if self.program.class_of(row.class).is_some() {
            let id = *self
                .fields
                .borrow_mut()
                .entry((row.name, row.ty))
                .or_insert_with(|| u32::try_from(field.index()).unwrap_or(u32::MAX));
            return crate::node::Sel::Field(id);
        }
        let name = decode_printable(self.program.name(row.name)).text;
        crate::node::Sel::Name(self.name(&name))
    }

    /// What the tables say about a method named at a call.
    pub(crate) fn spec(&self, method: MethodId) -> Rc<Spec<'x>> {
        if let Some(spec) = self.specs.borrow().get(&method) {
            return Rc::clone(spec);
        }
        let spec = Rc::new(Spec::new(self.program, self.tables, method));
        self.specs.borrow_mut().insert(method, Rc::clone(&spec));
        spec
    }

    /// Names and numbers of parameters of the instance methods that a framework type declares.
    pub(crate) fn framework_members(&self, ty: TypeId) -> Rc<FxHashSet<(NameId, u32)>> {
        if let Some(known) = self.members.borrow().get(&ty) {
            return Rc::clone(known);
        }
        let mut set = FxHashSet::default();
        if let Some(number) = self.program.framework_type(ty) {
            self.program
                .framework()
                .methods(number, &mut |name, _, params| {
                    if let Some(name) = self.program.find_name(name.as_bytes()) {
                        set.insert((name, params));
                    }
                });
        }
        let set = Rc::new(set);
        self.members.borrow_mut().insert(ty, Rc::clone(&set));
        set
    }

    /// Resolved edges of a method in code order.
    pub(crate) fn edges(&self, def: DefId) -> Rc<Vec<CallEdge>> {
        if let Some(edges) = self.edges.borrow().get(&def) {
            return Rc::clone(edges);
        }
        let edges = Rc::new(self.graph.edges(self.program, def));
        self.edges.borrow_mut().insert(def, Rc::clone(&edges));
        edges
    }

    /// Bit of a transform.
    pub(crate) fn transform(&self, text: &str) -> crate::value::Marks {
        let id = self.transforms.borrow_mut().id(&text.into());
        1 << id.min(47)
    }

    pub(crate) fn is_app_type(&self, ty: TypeId) -> bool {
        self.program.class_of(ty).is_some()
    }
}
