//! What all parts of the engine share about one app: program, call graph, tables, numbers of texts and constants.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use byte_reader::mutf8::decode_printable;
use call_graph::{Binding, CallEdge, CallGraph, ValueLink};
use dex_parse::opcode::op;
use program_model::{DefId, EventKind, FieldId, IdVec, MethodId, NameId, TypeId, Value};
use ruleset::schema::dataflow::DataFlow;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::cache::{Event as Noted, Question, View, Wanted, Watch, Watched};
use crate::callbacks::Declared;
use crate::limits::{MAX_CONSTANT_INSNS, MAX_RETURNED, METHOD_UNITS};
use crate::spec::{Described, Spec};
use crate::summary::{Ask, Which};

/// Methods that callbacks run, by type of the object and number of arguments, where that counts.
type Callbacks = FxHashMap<(TypeId, Option<usize>), Vec<(Which, Rc<[DefId]>)>>;

/// A constant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Constant {
    Int(i64),
    Text(Rc<str>),
    Type(TypeId),
    /// A member of a class looked up by name.
    Member(TypeId, Rc<str>),
    /// The object in this static field: a constant of an enumeration.
    Static(FieldId),
    /// Some text that begins with this one. Only parts of objects hold it.
    Begins(Rc<str>),
}

/// Part of a view that is the list which it was cut from.
pub(crate) const ORIGIN: &str = "origin";

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

    /// The number that a value has.
    pub(crate) fn find(&self, value: &T) -> Option<u32> {
        self.ids.get(value).copied()
    }
}

/// Names and numbers of parameters of a type's methods.
/// Where a static field is written: method and offset.
type Places = smallvec::SmallVec<[(DefId, u32); 1]>;

/// Places at which a static field is written that are noted; one more says that there are more.
const MAX_WRITES: usize = 8;

/// Places where text fields are read: method, offset, interface.
pub(crate) type TypedPlaces = Interner<(DefId, u32, Rc<str>)>;

type Members = Rc<FxHashSet<(NameId, Declared)>>;

/// A method to be summarised: the generic one, or one for receivers and arguments of known types.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) def: DefId,
    /// Arguments, or fields inside them, with the exact type of the object there.
    pub(crate) types: Vec<(Ask, TypeId)>,
    /// The same with the constant there.
    pub(crate) consts: Vec<(Ask, u32)>,
    /// What the framework delivers is among the arguments: the method itself takes nothing from channels.
    pub(crate) delivered: bool,
}

impl Key {
    /// The one summary for all arguments.
    pub(crate) fn generic(def: DefId) -> Self {
        Self {
            def,
            types: Vec::new(),
            consts: Vec::new(),
            delivered: false,
        }
    }

    /// Made for all arguments alike.
    pub(crate) fn is_generic(&self) -> bool {
        self.types.is_empty() && self.consts.is_empty() && !self.delivered
    }
}

/// Shared state.
pub(crate) struct Ctx<'x, 'a> {
    pub(crate) program: View<'x, 'a>,
    pub(crate) graph: Watched<&'x CallGraph>,
    pub(crate) tables: &'x DataFlow<'static>,
    pub(crate) sources: crate::source::Sources,
    pub(crate) intents: crate::intent::Intents,
    constants: RefCell<Interner<Constant>>,
    names: RefCell<Interner<Rc<str>>>,
    /// The part of a view that is the list which it was cut from: what is in it is not in the view.
    pub(crate) origin: u32,
    transforms: RefCell<Interner<Rc<str>>>,
    keys: RefCell<Interner<Key>>,
    /// Openers as method, offset and row, by number.
    ways: RefCell<Interner<(DefId, u32, u32)>>,
    /// Places where text fields are read, by number.
    pub(crate) typed: Watched<RefCell<TypedPlaces>>,
    /// Some text field that holds information may be read.
    pub(crate) reads_fields: Watched<Cell<bool>>,
    /// Text fields of the layouts.
    pub(crate) inputs: Watched<crate::inputs::Inputs>,
    /// The table of text fields, taken apart.
    pub(crate) input_marks: Vec<crate::inputs::Marks<'x>>,
    /// Methods, with their numbers of parameters, by which objects answer for others that are made to order.
    pub(crate) proxies: Watched<Vec<(String, usize)>>,
    /// Names of the methods that make objects to order.
    pub(crate) makers: Vec<String>,
    /// Units of work of one method from now on.
    pub(crate) bound: Cell<u64>,
    /// Methods that callbacks run, by type and number of arguments, as far as they were looked up.
    pub(crate) callbacks: RefCell<Callbacks>,
    /// The share of the work for summaries of known arguments is used up.
    pub(crate) no_more_contexts: Cell<bool>,
    contexts: RefCell<FxHashMap<DefId, u32>>,
    described: Described,
    specs: RefCell<IdVec<MethodId, Option<Rc<Spec<'x>>>>>,
    /// Methods of the framework that are called through looked-up members.
    pub(crate) outside: crate::outside::Outside<'x>,
    edges: RefCell<IdVec<DefId, Option<Rc<Vec<CallEdge>>>>>,
    /// Classes of the app that are taken as the framework is.
    toolkits: crate::toolkits::Toolkits,
    fields: RefCell<FxHashMap<FieldId, u32>>,
    /// Values of static fields that never change.
    statics: RefCell<FxHashMap<FieldId, Option<Constant>>>,
    /// What final fields hold for good.
    pub(crate) held: RefCell<FxHashMap<FieldId, Option<crate::fields::Held>>>,
    /// Fields of which it was asked whether all that is written into them is 0.
    pub(crate) zeros: RefCell<FxHashMap<FieldId, bool>>,
    /// Arrays of numbers that only a class initialiser fills.
    pub(crate) filled: RefCell<FxHashMap<FieldId, Option<crate::fields::Filled>>>,
    /// Arrays of constant texts in static fields.
    pub(crate) texts: RefCell<FxHashMap<FieldId, Option<crate::texts::Texts>>>,
    /// Values of fields over the whole program, once one is asked for, and what they are found with.
    pub(crate) values: RefCell<Option<call_graph::Constants<'x, 'a>>>,
    pub(crate) index: Option<&'x call_graph::Index<'x>>,
    /// The app's resources.
    pub(crate) resources: Watched<Option<&'x dyn crate::resources::Resources>>,
    /// Ways out that static fields of the framework hold.
    opened: RefCell<FxHashMap<FieldId, usize>>,
    /// Fields that are left out when an object is written out, by number.
    pub(crate) transient: RefCell<FxHashMap<u32, bool>>,
    /// Static fields that are constants of enumerations.
    pub(crate) enums: RefCell<FxHashMap<FieldId, bool>>,
    /// Static fields that some code of the app writes, with the first places.
    written: std::cell::OnceCell<FxHashMap<FieldId, Places>>,
    /// Static fields that get their one object when they are first asked for.
    pub(crate) only: RefCell<FxHashMap<FieldId, Option<crate::fields::Only>>>,
    /// The one number that a method returns, for those that return one.
    returned: RefCell<FxHashMap<DefId, Option<i64>>>,
    members: RefCell<FxHashMap<TypeId, Members>>,
    /// Annotations of methods that the tables name.
    pub(crate) annotated: Watched<FxHashMap<MethodId, Vec<TypeId>>>,
    /// Channels that nothing is put into: each is an object that all it is delivered to share.
    pub(crate) shared: FxHashSet<u32>,
    /// Channels in which each object lies under one of its own parts, with the name of the part.
    pub(crate) keyed_by_own: FxHashMap<u32, u32>,
    /// Channels whose content has names.
    pub(crate) keyed: FxHashSet<u32>,
    /// Channels of which is told who asked for what, by number of the request.
    pub(crate) asked: FxHashSet<u32>,
    /// Members looked up by name.
    pub(crate) reflection: crate::reflection::Reflection,
    /// Methods that are summarised; calls of others are closed boxes.
    pub(crate) wanted: Wanted,
    /// Methods that may give back something of note; nothing is known without it.
    pub(crate) gives: Option<FxHashSet<DefId>>,
    /// Methods on the shortest ways from information to a way out.
    pub(crate) nearest: IdVec<DefId, bool>,
    /// Types of which reached code makes objects.
    made: std::cell::OnceCell<FxHashSet<TypeId>>,
    /// Writes of fields that hold objects of the app.
    pub(crate) puts: std::cell::OnceCell<crate::unset::Puts>,
    /// Whether a field holds nothing whenever it is read.
    pub(crate) unset: RefCell<FxHashMap<FieldId, bool>>,
    /// Fields that hold one of few constants of an enumeration.
    pub(crate) few: RefCell<FxHashMap<FieldId, Option<crate::few::Few>>>,
    /// Methods of objects of which some were to be called back and then were not.
    pub(crate) cancelled: RefCell<FxHashSet<DefId>>,
    /// Arguments for which short methods never return.
    refused: RefCell<FxHashMap<DefId, crate::refused::Refused>>,
}

impl<'x, 'a> Ctx<'x, 'a> {
    pub(crate) fn new(
        program: View<'x, 'a>,
        graph: &'x CallGraph,
        tables: &'x DataFlow<'static>,
        sources: crate::source::Sources,
        intents: crate::intent::Intents,
        watch: &Rc<Watch>,
    ) -> Self {
        let mut names = Interner::default();
        let origin = names.id(&ORIGIN.into());
        Self {
            program,
            graph: Watched::new(graph, None, watch),
            tables,
            sources,
            intents,
            constants: RefCell::default(),
            names: RefCell::new(names),
            origin,
            transforms: RefCell::default(),
            keys: RefCell::default(),
            ways: RefCell::default(),
            proxies: Watched::new(Vec::new(), Some(Question::Proxies), watch),
            makers: Vec::new(),
            typed: Watched::new(RefCell::default(), None, watch),
            reads_fields: Watched::new(Cell::new(false), Some(Question::ReadsFields), watch),
            inputs: Watched::new(crate::inputs::Inputs::default(), None, watch),
            input_marks: tables
                .inputs
                .iter()
                .map(crate::inputs::Marks::new)
                .collect(),
            bound: Cell::new(METHOD_UNITS),
            callbacks: RefCell::default(),
            no_more_contexts: Cell::new(false),
            contexts: RefCell::default(),
            described: Described::new(program.all(), tables),
            specs: RefCell::new(IdVec::filled(None, program.all().n_methods())),
            outside: crate::outside::Outside::default(),
            edges: RefCell::new(IdVec::filled(None, program.n_defs())),
            toolkits: crate::toolkits::Toolkits::new(program.all(), tables),
            fields: RefCell::default(),
            statics: RefCell::default(),
            opened: RefCell::default(),
            transient: RefCell::default(),
            held: RefCell::default(),
            zeros: RefCell::default(),
            filled: RefCell::default(),
            texts: RefCell::default(),
            values: RefCell::default(),
            index: None,
            resources: Watched::new(None, None, watch),
            enums: RefCell::default(),
            written: std::cell::OnceCell::new(),
            only: RefCell::default(),
            returned: RefCell::default(),
            members: RefCell::default(),
            annotated: Watched::new(FxHashMap::default(), None, watch),
            shared: FxHashSet::default(),
            keyed_by_own: FxHashMap::default(),
            keyed: FxHashSet::default(),
            asked: FxHashSet::default(),
            reflection: crate::reflection::Reflection::default(),
            wanted: Wanted::new(program.n_defs(), watch),
            gives: None,
            nearest: IdVec::filled(false, program.n_defs()),
            made: std::cell::OnceCell::new(),
            puts: std::cell::OnceCell::new(),
            unset: RefCell::default(),
            few: RefCell::default(),
            cancelled: RefCell::default(),
            refused: RefCell::default(),
        }
    }

    /// What making summaries asks is noted here.
    pub(crate) fn watch(&self) -> &'x Watch {
        self.program.watch()
    }

    pub(crate) fn constant(&self, value: &Constant) -> u32 {
        let id = self.constants.borrow_mut().id(value);
        self.watch().note(|| Noted::Constant(id));
        id
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
        let id = self.names.borrow_mut().id(&name.into());
        self.watch().note(|| Noted::Label(id));
        id
    }

    /// Number of the way out that a row opens at an instruction.
    pub(crate) fn way(&self, way: (DefId, u32, u32)) -> u32 {
        let id = self.ways.borrow_mut().id(&way);
        self.watch().note(|| Noted::Way(id));
        id
    }

    /// The way out with a number.
    pub(crate) fn way_at(&self, id: u32) -> Option<(DefId, u32, u32)> {
        self.ways.borrow().get(id).copied()
    }

    /// The name with a number.
    pub(crate) fn name_at(&self, id: u32) -> Option<Rc<str>> {
        self.names.borrow().get(id).cloned()
    }

    /// The transform with a number.
    pub(crate) fn transform_at(&self, id: u32) -> Option<Rc<str>> {
        self.transforms.borrow().get(id).cloned()
    }

    /// The key of what is put into a store, or asked of it, under a name that is not known. It is the same only within
    /// one class and those nested in it, which may build the same name twice; across classes nothing says that two
    /// unknown names are one.
    pub(crate) fn unnamed(&self, def: DefId) -> crate::node::Sel {
        let program = self.program;
        let class = program.descriptor(program.holder(def));
        let end = class.iter().position(|byte| *byte == b'$');
        let outer = class.get(..end.unwrap_or(class.len())).unwrap_or(class);
        // No name of a store begins with this character.
        let name = format!("\u{0}{}", decode_printable(outer).text);
        crate::node::Sel::Key(self.text(&name))
    }

    pub(crate) fn key_id(&self, key: &Key) -> u32 {
        let id = self.keys.borrow_mut().id(key);
        self.watch().note(|| Noted::Key(id));
        id
    }

    pub(crate) fn key_at(&self, id: u32) -> Option<Key> {
        self.keys.borrow().get(id).cloned()
    }

    pub(crate) fn find_constant(&self, value: &Constant) -> Option<u32> {
        self.constants.borrow().find(value)
    }

    pub(crate) fn find_label(&self, name: &str) -> Option<u32> {
        self.names.borrow().find(&name.into())
    }

    pub(crate) fn find_transform(&self, name: &str) -> Option<u32> {
        self.transforms.borrow().find(&name.into())
    }

    pub(crate) fn find_key(&self, key: &Key) -> Option<u32> {
        self.keys.borrow().find(key)
    }

    pub(crate) fn find_way(&self, way: &(DefId, u32, u32)) -> Option<u32> {
        self.ways.borrow().find(way)
    }

    /// The method of a summary, and whether the summary is for any arguments.
    pub(crate) fn method_at(&self, id: u32) -> Option<(DefId, bool)> {
        let keys = self.keys.borrow();
        keys.get(id).map(|key| (key.def, key.is_generic()))
    }

    /// The summary for a method called with arguments of known types, unless it has too many of them already.
    pub(crate) fn special(
        &self,
        def: DefId,
        types: Vec<(Ask, TypeId)>,
        consts: Vec<(Ask, u32)>,
        delivered: bool,
    ) -> Key {
        let key = Key {
            def,
            types,
            consts,
            delivered,
        };
        if !self.watch().is_on() || key.is_generic() {
            return self.allowed(key);
        }
        let wanted = Rc::new(key.clone());
        let given = self.allowed(key);
        let is_special = !given.is_generic();
        self.watch().note(|| Noted::Special(wanted, is_special));
        given
    }

    /// The summary for these arguments may be made; takes no room for it.
    pub(crate) fn may_be_special(&self, key: &Key) -> bool {
        if key.is_generic() || self.keys.borrow().ids.contains_key(key) {
            return true;
        }
        let n = self.contexts.borrow().get(&key.def).copied();
        !self.no_more_contexts.get() && n.unwrap_or(0) < crate::limits::MAX_CONTEXTS
    }

    fn allowed(&self, key: Key) -> Key {
        let def = key.def;
        if key.is_generic() || self.keys.borrow().ids.contains_key(&key) {
            return key;
        }
        if self.no_more_contexts.get() {
            return Key::generic(def);
        }
        let mut contexts = self.contexts.borrow_mut();
        let n = contexts.entry(def).or_insert(0);
        if *n >= crate::limits::MAX_CONTEXTS {
            return Key::generic(def);
        }
        *n += 1;
        key
    }

    /// The step for a field as an instruction names it.
    pub(crate) fn field_sel(&self, field: FieldId) -> crate::node::Sel {
        let row = self.program.field(field);
        if self.program.class_of(row.class).is_some() {
            self.watch().ask(|| Question::Declared(field));
            let _quiet = self.watch().quiet();
            let id = *self.fields.borrow_mut().entry(field).or_insert_with(|| {
                // A class may have a field of the name that its superclass has: the two are not one.
                let declared = self.program.declared_field(field);
                u32::try_from(declared.index()).unwrap_or(u32::MAX)
            });
            return crate::node::Sel::Field(id);
        }
        let name = decode_printable(self.program.name(row.name)).text;
        crate::node::Sel::Name(self.name(&name))
    }

    /// What the tables say about a method named at a call.
    pub(crate) fn spec(&self, method: MethodId) -> Rc<Spec<'x>> {
        self.watch().ask(|| Question::Spec(method));
        let _quiet = self.watch().quiet();
        if let Some(spec) = &self.specs.borrow()[method] {
            return Rc::clone(spec);
        }
        let mut spec = Spec::new(self.program.all(), self.tables, &self.described, method);
        for annotation in self.annotated.get(&method).into_iter().flatten() {
            spec.annotate(self.program.all(), self.tables, *annotation);
        }
        let spec = Rc::new(spec);
        self.specs.borrow_mut()[method] = Some(Rc::clone(&spec));
        spec
    }

    /// Methods of the framework that a name at a class stands for.
    pub(crate) fn outside_named(
        &self,
        class: TypeId,
        name: &str,
        n_args: Option<i64>,
    ) -> Rc<[u32]> {
        let _quiet = self.watch().quiet();
        let wanted = (class, name.into(), n_args);
        let program = self.program.all();
        self.outside
            .named(program, self.tables, &self.described, wanted)
    }

    /// Names and numbers of parameters of the instance methods that a framework type declares.
    pub(crate) fn framework_members(&self, ty: TypeId) -> Rc<FxHashSet<(NameId, Declared)>> {
        self.watch().ask(|| Question::Shape(ty));
        let _quiet = self.watch().quiet();
        if let Some(known) = self.members.borrow().get(&ty) {
            return Rc::clone(known);
        }
        let mut set = FxHashSet::default();
        if let Some(number) = self.program.framework_type(ty) {
            self.program
                .framework()
                .methods(number, &mut |name, proto, params| {
                    let Some(name) = self.program.find_name(name.as_bytes()) else {
                        return;
                    };
                    let declared = match proto {
                        // A prototype that the program does not mention is overridden by nothing in it.
                        Some(proto) => match self.program.find_proto(proto.as_bytes()) {
                            Some(proto) => Declared::Exactly(proto),
                            None => return,
                        },
                        None => Declared::Params(params),
                    };
                    set.insert((name, declared));
                });
        }
        let set = Rc::new(set);
        self.members.borrow_mut().insert(ty, Rc::clone(&set));
        set
    }

    /// Resolved edges of a method in code order.
    pub(crate) fn edges(&self, def: DefId) -> Rc<Vec<CallEdge>> {
        self.watch().ask(|| Question::Edges(def));
        let _quiet = self.watch().quiet();
        if let Some(edges) = &self.edges.borrow()[def] {
            return Rc::clone(edges);
        }
        let program = self.program.all();
        let mut edges = self.graph.edges(program, def);
        edges.retain(|edge| !self.toolkits.has_method(program, edge.callee));
        let edges = Rc::new(edges);
        self.edges.borrow_mut()[def] = Some(Rc::clone(&edges));
        edges
    }

    /// Values that pass along a callback edge of a method.
    pub(crate) fn links(&self, def: DefId, binding: Binding) -> &[ValueLink] {
        self.watch().ask(|| Question::Edges(def));
        let _quiet = self.watch().quiet();
        self.graph.links(binding)
    }

    /// Notes that a callback was called off.
    pub(crate) fn cancel(&self, def: DefId) {
        self.watch().note(|| Noted::Cancelled(def));
        self.cancelled.borrow_mut().insert(def);
    }

    /// Types with rows of tables at or above the class of a method, nearest first.
    pub(crate) fn described(&self, class: TypeId) -> Rc<[TypeId]> {
        self.described.chain(self.program.all(), class)
    }

    /// Ways out that a static field of the framework holds.
    pub(crate) fn field_openers(&self, field: FieldId) -> usize {
        if let Some(known) = self.opened.borrow().get(&field) {
            return *known;
        }
        let found = self.count_openers(field);
        self.opened.borrow_mut().insert(field, found);
        found
    }

    fn count_openers(&self, field: FieldId) -> usize {
        let program = self.program;
        let row = program.field(field);
        let (Ok(class), Ok(name)) = (
            std::str::from_utf8(program.descriptor(row.class)),
            std::str::from_utf8(program.name(row.name)),
        ) else {
            return 0;
        };
        self.tables.openers.method(class, name, "").len()
    }

    /// Bit of a transform.
    pub(crate) fn transform(&self, text: &str) -> crate::value::Marks {
        let id = self.transforms.borrow_mut().id(&text.into());
        self.watch().note(|| Noted::Transform(id));
        1 << id.min(47)
    }

    /// Some reached code writes the static field.
    pub(crate) fn is_written(&self, field: FieldId) -> bool {
        self.watch().ask(|| Question::Written(field));
        let _quiet = self.watch().quiet();
        self.static_writes()
            .contains_key(&self.program.declared_field(field))
    }

    /// Some reached code makes an object of the type or of one below it.
    pub(crate) fn is_made(&self, ty: TypeId) -> bool {
        self.watch().ask(|| Question::Made(ty));
        let _quiet = self.watch().quiet();
        let program = self.program;
        let made = self.made.get_or_init(|| {
            let mut out = FxHashSet::default();
            for (def, _) in program.defs() {
                if !self.runs(def) {
                    continue;
                }
                let dex = program.dex_of(def);
                for event in program.events(def) {
                    if event.kind == EventKind::NewInstance {
                        out.extend(program.type_at(dex, event.index));
                    }
                }
            }
            out
        });
        made.contains(&ty)
            || program
                .subtypes(ty)
                .iter()
                .any(|below| made.contains(below))
    }

    /// The only instruction that writes a static field.
    pub(crate) fn only_write(&self, field: FieldId) -> Option<(DefId, u32)> {
        match self.writes(field)? {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The instructions that write a static field, when they are few.
    pub(crate) fn writes(&self, field: FieldId) -> Option<&[(DefId, u32)]> {
        self.watch().ask(|| Question::Writes(field));
        let _quiet = self.watch().quiet();
        let list = self.static_writes().get(&field)?;
        (list.len() <= MAX_WRITES).then_some(list.as_slice())
    }

    fn static_writes(&self) -> &FxHashMap<FieldId, Places> {
        let program = self.program;
        self.written.get_or_init(|| {
            let mut out: FxHashMap<FieldId, Places> = FxHashMap::default();
            // A setter that nothing calls sets nothing.
            for (def, _) in program.defs().filter(|(def, _)| self.graph.runs(*def)) {
                let dex = program.dex_of(def);
                for event in program.events(def) {
                    if event.kind == EventKind::StaticPut
                        && let Some(field) = program.field_at(dex, event.index)
                    {
                        let list = out.entry(program.declared_field(field)).or_default();
                        if list.len() <= MAX_WRITES {
                            list.push((def, event.offset));
                        }
                    }
                }
            }
            out
        })
    }

    /// Value of a static field that never changes, found once. Answers give no numbers: when one is first asked for is
    /// not the same in each app.
    pub(crate) fn static_value(
        &self,
        field: FieldId,
        find: impl FnOnce() -> Option<Constant>,
    ) -> Option<Constant> {
        self.watch().ask(|| Question::Static(field));
        let _quiet = self.watch().quiet();
        if let Some(known) = self.statics.borrow().get(&field) {
            return known.clone();
        }
        let found = find();
        self.statics.borrow_mut().insert(field, found.clone());
        found
    }

    /// The number that a method returns whatever it is given.
    pub(crate) fn returned_number(&self, def: DefId) -> Option<i64> {
        self.watch().ask(|| Question::Returned(def));
        let _quiet = self.watch().quiet();
        if let Some(known) = self.returned.borrow().get(&def) {
            return *known;
        }
        let found = self.only_number(def, MAX_RETURNED);
        self.returned.borrow_mut().insert(def, found);
        found
    }

    /// No instruction of a short method returns: it throws whatever it is given.
    pub(crate) fn has_no_return(&self, def: DefId) -> bool {
        self.watch().ask(|| Question::NoReturn(def));
        let _quiet = self.watch().quiet();
        let program = self.program;
        program
            .code(def)
            .is_some_and(|code| code.insns.len() / 2 <= MAX_CONSTANT_INSNS)
            && program
                .body(def)
                .is_some_and(|body| !body.insns().iter().any(program_model::Insn::is_return))
    }

    /// Arguments for which a short method always throws: register, and whether it is nothing (0 or null) or something.
    pub(crate) fn refuses(&self, def: DefId) -> crate::refused::Refused {
        self.watch().ask(|| Question::NoReturn(def));
        let _quiet = self.watch().quiet();
        if let Some(known) = self.refused.borrow().get(&def) {
            return Rc::clone(known);
        }
        let found: crate::refused::Refused = crate::refused::refused(self.program, def).into();
        self.refused.borrow_mut().insert(def, Rc::clone(&found));
        found
    }

    /// What every return gives: a literal, or what another such method gives, a few of them one inside the other.
    fn only_number(&self, def: DefId, depth: u8) -> Option<i64> {
        let code = self.program.code(def)?;
        if code.insns.len() / 2 > MAX_CONSTANT_INSNS {
            return None;
        }
        let body = self.program.body(def)?;
        let mut found = None;
        for (at, insn) in body.insns().iter().enumerate() {
            if !matches!(insn.opcode, op::RETURN | op::RETURN_WIDE) {
                continue;
            }
            let Value::Insn(from) = body.value(body.operands(at).get(0)?) else {
                return None;
            };
            let place = *from as usize;
            let from = body.insns().get(place)?;
            let value = if from.is_move_result() {
                let call = body.insns().get(place.checked_sub(1)?)?;
                let is_known = matches!(call.opcode, 0x70 | 0x71 | 0x76 | 0x77);
                let dex = self.program.dex_of(def);
                let method = call.index.filter(|_| is_known && depth > 0)?;
                let callee = self.program.def_of(self.program.method_at(dex, method)?)?;
                self.only_number(callee, depth - 1)?
            } else {
                from.literal
                    .filter(|_| (0x12..=0x19).contains(&from.opcode))?
            };
            if found.is_some_and(|known| known != value) {
                return None;
            }
            found = Some(value);
        }
        found
    }

    pub(crate) fn is_app_type(&self, ty: TypeId) -> bool {
        self.program.class_of(ty).is_some()
    }

    /// A class of the app whose code is gone through.
    pub(crate) fn is_app_code(&self, ty: TypeId) -> bool {
        let class = self.program.class_of(ty);
        class.is_some_and(|class| !self.toolkits.has_class(class))
    }

    /// A method of a toolkit: tables and the default rule say what it does.
    pub(crate) fn is_of_toolkit(&self, def: DefId) -> bool {
        // The name of its class says so: no answer of the app is asked for.
        let _quiet = self.watch().quiet();
        self.toolkits.has_method(self.program.all(), def)
    }

    /// Some code may run the method, and its code is gone through.
    pub(crate) fn runs(&self, def: DefId) -> bool {
        self.graph.runs(def) && !self.is_of_toolkit(def)
    }
}
