//! What the tables say about one method, found along its class's supertypes; decides nothing about a call.

use std::cell::RefCell;
use std::rc::Rc;

use program_model::{MethodId, Program, TypeId};
use ruleset::schema::dataflow::{
    ChannelEnd, ClassRows, ClassTable, DataFlow, Effect, FlowSource, Opener, Row, Sink,
    parse_effects,
};
use rustc_hash::FxHashMap;

/// A declared parameter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Param {
    /// Operand of the call, the receiver not counted.
    pub(crate) slot: u16,
    /// An object or array.
    pub(crate) is_object: bool,
    /// Its type, when the program names it.
    pub(crate) ty: Option<TypeId>,
}

/// A method's tables.
#[derive(Debug, Default)]
pub(crate) struct Spec<'x> {
    /// How values pass; `None` when no row says.
    pub(crate) effects: Option<Vec<Effect<'x>>>,
    /// The class whose row that is.
    pub(crate) effects_of: Option<TypeId>,
    pub(crate) sinks: Vec<Sink<'x>>,
    /// The class whose row of sinks that is.
    pub(crate) answer_of: Option<TypeId>,
    pub(crate) openers: Vec<Opener<'x>>,
    pub(crate) sources: Vec<FlowSource<'x>>,
    pub(crate) channels: Vec<ChannelEnd<'x>>,
    pub(crate) params: Vec<Param>,
    /// First letter of the return type.
    pub(crate) returns: u8,
    /// Returns an object of its own class.
    pub(crate) returns_own: bool,
    pub(crate) is_constructor: bool,
    /// The returned type, when nothing in the program is derived from it.
    pub(crate) returns_exact: Option<TypeId>,
}

/// Where the rows of a class stand in each table.
type Places = [Option<u32>; N_TABLES];

const N_TABLES: usize = 5;
const SUMMARIES: usize = 0;
const SINKS: usize = 1;
const OPENERS: usize = 2;
const SOURCES: usize = 3;
const CHANNELS: usize = 4;

fn all_tables<'x>(tables: &'x DataFlow<'static>) -> [&'x ClassTable<'static>; N_TABLES] {
    [
        &tables.summaries,
        &tables.sinks,
        &tables.openers,
        &tables.sources,
        &tables.channels,
    ]
}

/// Which types have rows in any table, and the types with rows above each class that was asked for.
#[derive(Debug, Default)]
pub(crate) struct Described {
    /// By type the numbers of its rows, one for each table.
    types: FxHashMap<TypeId, Places>,
    chains: RefCell<FxHashMap<TypeId, Rc<[TypeId]>>>,
}

impl Described {
    pub(crate) fn new(program: &Program<'_>, tables: &DataFlow<'static>) -> Self {
        let mut types: FxHashMap<TypeId, Places> = FxHashMap::default();
        for (table, place) in all_tables(tables).into_iter().zip(0usize..) {
            for (row, number) in table.classes.iter().zip(0u32..) {
                if let Some(ty) = program.find_type(row.class.as_str().as_bytes())
                    && let Some(slot) = types.entry(ty).or_default().get_mut(place)
                {
                    *slot = Some(number);
                }
            }
        }
        Self {
            types,
            chains: RefCell::default(),
        }
    }

    /// Of a type and its supertypes, nearest first, those with rows.
    pub(crate) fn chain(&self, program: &Program<'_>, ty: TypeId) -> Rc<[TypeId]> {
        if let Some(known) = self.chains.borrow().get(&ty) {
            return Rc::clone(known);
        }
        let mut list = supertypes(program, ty);
        list.retain(|ty| self.types.contains_key(ty));
        let list: Rc<[TypeId]> = list.into();
        self.chains.borrow_mut().insert(ty, Rc::clone(&list));
        list
    }

    /// The rows of a type in one table.
    fn rows<'x>(
        &self,
        table: &'x ClassTable<'static>,
        place: usize,
        ty: TypeId,
    ) -> Option<&'x ClassRows<'static>> {
        let number = (*self.types.get(&ty)?.get(place)?)?;
        table.classes.get(number as usize)
    }
}

impl<'x> Spec<'x> {
    pub(crate) fn new(
        program: &Program<'_>,
        tables: &'x DataFlow<'static>,
        described: &Described,
        id: MethodId,
    ) -> Self {
        let method = program.method(id);
        let (name, proto) = program.selector(method.selector);
        let (name, proto) = (program.name(name), program.proto(proto));
        Self::of(program, tables, described, method.class, (name, proto))
    }

    /// What the tables say about a method that no call of the program names.
    pub(crate) fn named(
        program: &Program<'_>,
        tables: &'x DataFlow<'static>,
        described: &Described,
        class: TypeId,
        name: &str,
        proto: &str,
    ) -> Self {
        let (name, proto) = (name.as_bytes(), proto.as_bytes());
        Self::of(program, tables, described, class, (name, proto))
    }

    fn of(
        program: &Program<'_>,
        tables: &'x DataFlow<'static>,
        described: &Described,
        class: TypeId,
        (name, proto): (&[u8], &[u8]),
    ) -> Self {
        let mut out = Self {
            is_constructor: name == b"<init>",
            ..Self::default()
        };
        out.read_proto(program, proto, program.descriptor(class));
        // A constructor is not inherited.
        let mut classes = described.chain(program, class);
        if out.is_constructor && classes.iter().any(|ty| *ty != class) {
            let own: Vec<TypeId> = classes.iter().copied().filter(|ty| *ty == class).collect();
            classes = own.into();
        }
        if classes.is_empty() {
            return out;
        }
        let (Ok(name), Ok(proto)) = (std::str::from_utf8(name), std::str::from_utf8(proto)) else {
            return out;
        };
        let find = |table: &'x ClassTable<'static>, place: usize| -> Vec<(TypeId, Row<'x>)> {
            let held = || {
                let rows = |ty: &TypeId| Some((*ty, described.rows(table, place, *ty)?));
                classes.iter().filter_map(rows)
            };
            for (ty, class) in held() {
                let rows = class.method(name, proto);
                if !rows.is_empty() {
                    return rows.into_iter().map(|row| (ty, row)).collect();
                }
            }
            for (ty, class) in held() {
                let rows: Vec<_> = class.any_method().map(|row| (ty, row)).collect();
                if !rows.is_empty() {
                    return rows;
                }
            }
            Vec::new()
        };
        for (ty, row) in find(&tables.summaries, SUMMARIES) {
            if let Ok(effects) = parse_effects(row.cells) {
                out.effects_of = Some(ty);
                out.effects.get_or_insert_default().extend(effects);
            }
        }
        let parsed = find(&tables.sinks, SINKS);
        out.answer_of = parsed.first().map(|(ty, _)| *ty);
        out.sinks = parsed
            .iter()
            .filter_map(|(_, row)| Sink::parse(row.cells).ok())
            .collect();
        let parsed = find(&tables.openers, OPENERS);
        out.openers = parsed
            .iter()
            .filter_map(|(_, row)| Opener::parse(row.cells).ok())
            .collect();
        let parsed = find(&tables.sources, SOURCES);
        out.sources = parsed
            .iter()
            .filter_map(|(_, row)| FlowSource::parse(row.cells).ok())
            .collect();
        let parsed = find(&tables.channels, CHANNELS);
        out.channels = parsed
            .iter()
            .filter_map(|(_, row)| ChannelEnd::parse(row.cells).ok())
            .collect();
        out
    }

    /// Adds what the tables say of all methods that carry an annotation.
    pub(crate) fn annotate(
        &mut self,
        program: &Program<'_>,
        tables: &'x DataFlow<'static>,
        annotation: TypeId,
    ) {
        let Ok(class) = std::str::from_utf8(program.descriptor(annotation)) else {
            return;
        };
        let class = format!("@{class}");
        self.sinks.extend(
            tables
                .sinks
                .any_method(&class)
                .filter_map(|row| Sink::parse(row.cells).ok()),
        );
        self.channels.extend(
            tables
                .channels
                .any_method(&class)
                .filter_map(|row| ChannelEnd::parse(row.cells).ok()),
        );
    }

    fn read_proto(&mut self, program: &Program<'_>, proto: &[u8], class: &[u8]) {
        self.params = params(program, proto);
        let ret = returned(proto);
        self.returns = ret.first().copied().unwrap_or(b'V');
        self.returns_own = ret == class;
        self.returns_exact = program.find_type(ret).filter(|ty| {
            ret.first() == Some(&b'L')
                && program.subtypes(*ty).is_empty()
                && program.superclass(*ty).is_some()
        });
    }
}

/// Text of the return type.
pub(crate) fn returned(proto: &[u8]) -> &[u8] {
    proto
        .iter()
        .position(|byte| *byte == b')')
        .and_then(|at| proto.get(at + 1..))
        .unwrap_or_default()
}

/// Declared parameters of a prototype; wide ones take two operands.
pub(crate) fn params(program: &Program<'_>, proto: &[u8]) -> Vec<Param> {
    let mut out = Vec::new();
    let mut slot = 0u16;
    let mut rest = proto.strip_prefix(b"(").unwrap_or_default();
    while let Some(first) = rest.first().filter(|byte| **byte != b')') {
        let dimensions = rest.iter().take_while(|byte| **byte == b'[').count();
        let Some(letter) = rest.get(dimensions) else {
            break;
        };
        let len = if *letter == b'L' {
            match rest.iter().position(|byte| *byte == b';') {
                Some(at) => at + 1,
                None => break,
            }
        } else {
            dimensions + 1
        };
        out.push(Param {
            slot,
            is_object: matches!(first, b'L' | b'['),
            ty: rest.get(..len).and_then(|text| program.find_type(text)),
        });
        slot = slot.saturating_add(if matches!(first, b'J' | b'D') { 2 } else { 1 });
        rest = rest.get(len..).unwrap_or_default();
    }
    out
}

/// The type itself, its superclasses from below, then its interfaces.
pub(crate) fn supertypes(program: &Program<'_>, ty: TypeId) -> Vec<TypeId> {
    let mut out = vec![ty];
    let mut here = program.superclass(ty);
    while let Some(above) = here {
        if out.contains(&above) || out.len() > 512 {
            break;
        }
        out.push(above);
        here = program.superclass(above);
    }
    let n = out.len();
    for above in program.ancestors(ty) {
        if !out.get(..n).is_some_and(|chain| chain.contains(above)) {
            out.push(*above);
        }
    }
    out
}
