//! The flags of one app: stored values, fields and methods that may stand for the user's agreement, and who switches
//! them. Refuses to call a flag the agreement when start-up itself switches it.

use std::collections::BTreeSet;

use byte_reader::mutf8::decode_printable;
use dex_parse::{ClassDefIdx, EncodedValue};
use program_model::{Body, DefId, FieldId, IdVec, Insn, MethodId, Program, TypeId};
use ruleset::schema::{ConsentFile, ValueHolder};
use rustc_hash::{FxHashMap, FxHashSet};

use super::cells::Kinds;
use super::checks::Identity;
use super::conditions::{At, Frames, Truth};
use super::dialogs::Dialogs;
use super::guards::Guards;
use super::variants::{Mask, Variants};
use super::words::Words;
use super::{Stage, Walked};
use crate::analysis::AppInput;
use crate::constants::{Const, Evaluator};
use crate::events::Matches;
use crate::graph::{Binding, CallGraph, LinkEnd};
use crate::index::Index;
use crate::numbers::Numbers;

/// Number of a flag of one app.
pub(crate) type FlagId = u32;

/// Wrappers around a setter that are looked through.
const MAX_WRAPPERS: usize = 3;
/// Places that write flags, looked at in one app.
const MAX_WRITES: usize = 4_000;

/// What a flag is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum What {
    Key(String),
    /// That a key was ever written.
    There(String),
    Field(FieldId),
    Method(MethodId),
    /// An object that calls wait for.
    Opened(Identity),
    /// A truth value that callers give.
    Given(DefId, u16),
    /// What a holder holds that is made at a place: that it is true, or that it is not what it was at first.
    Held(Place, bool),
    /// A stored value whose key is not constant.
    Open(DefId, u32),
}

#[derive(Debug)]
struct Flag {
    what: What,
    /// Its name has a word of the agreement.
    named: bool,
    /// Its name has a word that speaks of something else.
    other: bool,
    /// Places that switch it, where known.
    writers: Vec<Place>,
    /// Those of them that surely do, of a flag that is kept in memory.
    sure: Vec<Place>,
    /// Flags of the value that it is given where no such place gives it.
    behind: Vec<FlagId>,
}

/// What switches a flag.
#[derive(Debug, Default)]
pub(super) struct Switches {
    pub(super) writers: Vec<Place>,
    /// Those of them that surely switch it on, when it is kept in memory.
    pub(super) sure: Vec<Place>,
    pub(super) behind: Vec<FlagId>,
}

/// An instruction: method and offset.
pub(super) type Place = (DefId, u32);

/// A place that writes a stored value, and what it writes.
type Write = (Place, Written);

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    On,
    Off,
    Other,
}

/// Writes by key.
type Writes = FxHashMap<String, Vec<Write>>;

/// The flags of one app.
pub(crate) struct Flags<'x, 'a> {
    pub(super) program: &'x Program<'a>,
    table: &'x ConsentFile<'static>,
    pub(super) evaluator: Evaluator<'x, 'a>,
    pub(super) getters: Matches<MethodId, u32>,
    pub(super) setters: Matches<MethodId, u32>,
    pub(super) transparent: MethodSet,
    pub(super) negates: MethodSet,
    pub(super) equals: MethodSet,
    /// Methods whose result is no value: it says that the value comes later.
    pub(super) never: MethodSet,
    /// Methods that give the number which a switch over texts asks for.
    pub(super) hashes: MethodSet,
    /// Methods of enumerations: the constant of a name, the name and the number of a constant.
    pub(super) enum_value_of: MethodSet,
    pub(super) enum_names: MethodSet,
    pub(super) enum_ordinals: MethodSet,
    pub(super) fresh: super::fresh::Memory,
    pub(super) graph: &'x CallGraph,
    /// What the launcher starts the first page with, and the methods that tell of it and test it.
    pub(super) launch: Option<&'x ruleset::schema::LaunchRequest<'static>>,
    pub(super) launch_gives: MethodSet,
    pub(super) launch_tests: MethodSet,
    /// Methods that may test a flag; made when first asked.
    pub(super) relevant: Option<IdVec<DefId, bool>>,
    pub(super) words: Words,
    numbers: Numbers,
    /// First pages.
    pub(super) launchers: Vec<TypeId>,
    pub(super) fields: FxHashMap<FieldId, Truth>,
    pub(super) summaries: FxHashMap<DefId, Truth>,
    rows: Vec<Flag>,
    ids: FxHashMap<What, FlagId>,
    /// Who writes which key, and which file; made when first asked.
    writes: [Option<Writes>; 2],
    /// Calls that wait, each by its row.
    pub(super) waits: Matches<MethodId, u32>,
    /// Calls that store a value. Found when the relevant methods are.
    pub(super) set_calls: Option<Vec<SetCall>>,
    pub(super) checks: super::checks::Memory,
    /// Calls of objects that hold one value.
    pub(super) kinds: Kinds,
    pub(super) cells: super::cells::Memory,
    /// By type: whether it is a state kept as one of several classes. Made when first asked.
    pub(super) states: Option<IdVec<TypeId, bool>>,
    /// Fields that begin with the value which lets the guarded code run, and the places that load the stored one later.
    pub(super) unready: FxHashMap<FieldId, Vec<DefId>>,
    pub(super) dialogs: Dialogs,
    /// Numbers of texts and layouts that hold words of such a dialog.
    pub(super) asking: &'x BTreeSet<u32>,
    pub(super) variants: &'x Variants<'x, 'a>,
    /// Who registers a method for a user's action, and for which variants.
    pub(super) registrars: FxHashMap<DefId, Vec<(Mask, DefId)>>,
}

/// A call that stores a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct SetCall {
    pub(super) def: DefId,
    pub(super) offset: u32,
    pub(super) method: MethodId,
    pub(super) is_static: bool,
}

/// A set of the program's methods.
pub(super) struct MethodSet(FxHashSet<MethodId>);

impl MethodSet {
    pub(super) fn contains(&self, method: MethodId) -> bool {
        self.0.contains(&method)
    }
}

impl<'x, 'a> Flags<'x, 'a> {
    pub(crate) fn new(
        program: &'x Program<'a>,
        index: &'x Index<'x>,
        evaluator: Evaluator<'x, 'a>,
        variants: &'x Variants<'x, 'a>,
        graph: &'x CallGraph,
        app: &'x AppInput,
    ) -> Self {
        let table = &index.catalogues.consent;
        let launch = table.launch.as_ref();
        let pages = app
            .components
            .iter()
            .filter(|one| one.is_launcher && one.enabled && one.kind == "activity");
        let rows = |list: &'x [ruleset::Text<'static>]| -> Table<'x> {
            list.iter().map(ruleset::Text::as_str).collect()
        };
        let [
            getters,
            setters,
            transparent,
            negates,
            equals,
            never,
            gives,
            tests,
            hashes,
            value_of,
            names,
            ordinals,
            waits,
            makes,
            makes_empty,
            sets,
            sets_last,
            holds,
            views,
        ] = match_tables(
            program,
            &[
                table
                    .getters
                    .iter()
                    .map(|row| row.method.as_str())
                    .collect(),
                table
                    .setters
                    .iter()
                    .map(|row| row.method.as_str())
                    .collect(),
                rows(&table.transparent),
                rows(&table.negates),
                rows(&table.equals),
                rows(&table.never),
                rows(launch.map_or(&[], |launch| launch.gives.as_slice())),
                rows(launch.map_or(&[], |launch| launch.tests.as_slice())),
                rows(&table.text_hash),
                rows(&table.enum_value_of),
                rows(&table.enum_name),
                rows(&table.enum_ordinal),
                table.waits.iter().map(|row| row.method.as_str()).collect(),
                of_kinds(table, |kind| &kind.makes),
                of_kinds(table, |kind| &kind.makes_empty),
                of_kinds(table, |kind| &kind.sets),
                of_kinds(table, |kind| &kind.sets_last),
                of_kinds(table, |kind| &kind.gets),
                of_kinds(table, |kind| &kind.views),
            ],
        );
        let kinds = Kinds {
            makes: by_kind(table, &makes, |kind| kind.makes.len()),
            makes_empty: by_kind(table, &makes_empty, |kind| kind.makes_empty.len()),
            sets: by_kind(table, &sets, |kind| kind.sets.len()),
            sets_last: by_kind(table, &sets_last, |kind| kind.sets_last.len()),
            gets: by_kind(table, &holds, |kind| kind.gets.len()),
            views: by_kind(table, &views, |kind| kind.views.len()),
        };
        let set = |matched: Matches<MethodId, u32>| MethodSet(matched.keys().collect());
        let dialogs = dialog_methods(program, table.shows.iter().map(ruleset::Text::as_str));
        Self {
            program,
            table,
            evaluator,
            getters,
            setters,
            transparent: set(transparent),
            negates: set(negates),
            equals: set(equals),
            never: set(never),
            hashes: set(hashes),
            enum_value_of: set(value_of),
            enum_names: set(names),
            enum_ordinals: set(ordinals),
            fresh: super::fresh::Memory::default(),
            graph,
            launch,
            launch_gives: set(gives),
            launch_tests: set(tests),
            relevant: None,
            words: Words::new(table),
            numbers: Numbers::default(),
            launchers: pages
                .filter_map(|page| program.find_type_named(&page.class))
                .collect(),
            fields: FxHashMap::default(),
            summaries: FxHashMap::default(),
            rows: Vec::new(),
            ids: FxHashMap::default(),
            writes: [None, None],
            waits,
            set_calls: None,
            checks: super::checks::Memory::default(),
            kinds,
            cells: super::cells::Memory::default(),
            states: None,
            unready: FxHashMap::default(),
            dialogs: Dialogs::default(),
            asking: &app.asking,
            variants,
            registrars: variants.registrars(graph, |method| dialogs[method]),
        }
    }

    fn id(&mut self, what: What, name: &str, switches: Switches) -> FlagId {
        if let Some(known) = self.ids.get(&what) {
            return *known;
        }
        let id = FlagId::try_from(self.rows.len()).unwrap_or(FlagId::MAX);
        let (named, other) = self.words.both(name);
        self.rows.push(Flag {
            what: what.clone(),
            named,
            other,
            writers: switches.writers,
            sure: switches.sure,
            behind: switches.behind,
        });
        self.ids.insert(what, id);
        id
    }

    pub(super) fn table(&self) -> &'x ConsentFile<'static> {
        self.table
    }

    pub(super) fn is_named(&self, name: &str) -> bool {
        let (named, other) = self.words.both(name);
        named && !other
    }

    /// A stored value that a getter of the table reads.
    pub(super) fn stored(&mut self, at: At<'_>, call: usize, row: u32) -> Truth {
        let table = self.table;
        let Some(row) = table.getters.get(row as usize) else {
            return Truth::unknown();
        };
        let keys = self.evaluator.argument_in(at.def, call, row.key, at.frames);
        let default = match row.default {
            Some(arg) => {
                let values = self
                    .evaluator
                    .argument_in(at.def, call, Some(arg), at.frames);
                match values.values.as_slice() {
                    [Const::Int(value)] => *value,
                    _ => row.value,
                }
            }
            None => row.value,
        };
        let mut texts: Vec<String> = keys.texts().map(str::to_owned).collect();
        if row.file {
            texts = texts.iter().filter_map(|path| file_key(path)).collect();
            texts.dedup();
            if !texts.iter().all(|key| self.is_own_mark(key)) || texts.is_empty() {
                return Truth::unknown();
            }
        }
        let flag = match texts.as_slice() {
            [key] if keys.complete || at.frames.is_empty() || row.file => {
                let what = if row.there {
                    What::There(key.clone())
                } else {
                    What::Key(key.clone())
                };
                self.id(what, key, Switches::default())
            }
            _ => {
                // The innermost caller whose name speaks of the agreement names the flag.
                let named = std::iter::once(at.def)
                    .chain(at.frames.iter().rev().map(|(def, _)| *def))
                    .find(|def| self.is_named(&self.simple_name(self.program.def(*def).method)));
                match named {
                    Some(def) => {
                        let method = self.program.def(def).method;
                        let name = self.simple_name(method);
                        self.id(What::Method(method), &name, Switches::default())
                    }
                    None if texts.is_empty() && at.frames.is_empty() => {
                        let truth = Truth {
                            open: true,
                            ..Truth::unknown()
                        };
                        return truth;
                    }
                    None => {
                        let offset = at.body.insns().get(call).map_or(0, |insn| insn.offset);
                        self.id(What::Open(at.def, offset), "", Switches::default())
                    }
                }
            }
        };
        let mut truth = Truth::flag(flag, default != 0);
        // With callers that give other keys each call is looked at by itself.
        truth.open = texts.len() != 1 && at.frames.is_empty();
        truth
    }

    /// Methods called back at a place whose results are the result of the call.
    pub(super) fn answers_with_result(&self, def: DefId, offset: u32) -> Vec<DefId> {
        let passes = |links: u32| {
            let links = self.graph.links(Binding::Links(links));
            links
                .iter()
                .any(|link| link.from == LinkEnd::Return && link.to == LinkEnd::Result)
        };
        let sites = self.graph.sites_at(def, offset).iter();
        let mut out: Vec<DefId> = sites
            .flat_map(|site| &site.pairs)
            .filter(|pair| passes(pair.links))
            .map(|pair| pair.callee)
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// A flag of which nothing is known but the place that tests it.
    pub(super) fn open_flag(&mut self, def: DefId, offset: u32) -> FlagId {
        self.id(What::Open(def, offset), "", Switches::default())
    }

    fn simple_name(&self, method: MethodId) -> String {
        let (name, _) = self.program.selector(self.program.method(method).selector);
        decode_printable(self.program.name(name)).text.into_owned()
    }

    /// A method whose inside tells nothing, but whose name does.
    pub(super) fn named_method(&mut self, method: MethodId) -> Truth {
        let (_, proto) = self.program.selector(self.program.method(method).selector);
        let name = self.simple_name(method);
        if !self.program.proto(proto).ends_with(b")Z") || !self.is_named(&name) {
            return Truth::unknown();
        }
        let default = self.is_negative(&name);
        let flag = self.id(What::Method(method), &name, Switches::default());
        Truth::flag(flag, default)
    }

    pub(super) fn is_negative(&self, name: &str) -> bool {
        // `needPrivacy`, `is_not_agreed`: a word of its own, not a part of one.
        let mut words = String::new();
        for c in name.chars() {
            if c.is_uppercase() {
                words.push('_');
            }
            words.extend(c.to_lowercase());
        }
        words.split(|c: char| !c.is_alphanumeric()).any(|word| {
            self.table
                .negative_words
                .iter()
                .any(|one| one.as_str() == word)
        })
    }

    /// An object that calls wait for, when everything that opens it stands near a dialog that asks.
    pub(super) fn opened_flag(&mut self, object: Identity, openers: &[Place]) -> Option<FlagId> {
        let near = !openers.is_empty() && openers.iter().all(|place| self.asked_near(*place));
        let switches = Switches {
            writers: openers.to_vec(),
            sure: openers.to_vec(),
            behind: Vec::new(),
        };
        near.then(|| self.id(What::Opened(object), "", switches))
    }

    /// A truth value that callers give: some a stored one, the others, which are the switches, true.
    pub(super) fn given_flag(&mut self, def: DefId, slot: u16, switches: Switches) -> FlagId {
        self.id(What::Given(def, slot), "", switches)
    }

    /// What a holder holds that is made at a place.
    pub(super) fn held_flag(
        &mut self,
        made: Place,
        is_true: bool,
        name: &str,
        switches: Switches,
    ) -> FlagId {
        self.id(What::Held(made, is_true), name, switches)
    }

    pub(super) fn name_of_field(&self, field: FieldId) -> String {
        let name = self.program.field(field).name;
        decode_printable(self.program.name(name)).text.into_owned()
    }

    /// True for a file that the app itself makes, whose name or whose maker tells of the agreement.
    fn is_own_mark(&mut self, key: &str) -> bool {
        let writers = self.writers_of(key, true);
        !writers.is_empty()
            && (self.is_named(key) || writers.iter().any(|(place, _)| self.asked_near(*place)))
    }

    /// A field that is a flag of its own: named so, or switched near a dialog that asks.
    pub(super) fn own_flag(&mut self, field: FieldId, switches: &[Place], sure: &[Place]) -> Truth {
        let program = self.program;
        let row = program.field(field);
        let ty = program.descriptor(row.ty);
        if !is_truth_value(ty) {
            return Truth::unknown();
        }
        let name = decode_printable(program.name(row.name)).text.into_owned();
        let by_dialog =
            !switches.is_empty() && switches.iter().all(|place| self.asked_near(*place));
        if !self.is_named(&name) && !by_dialog {
            return Truth::unknown();
        }
        if self.starts_on(field, switches) {
            return Truth::unknown();
        }
        let default = self.is_negative(&name) && !by_dialog;
        let switches = Switches {
            writers: switches.to_vec(),
            sure: sure.to_vec(),
            behind: Vec::new(),
        };
        let flag = self.id(What::Field(field), &name, switches);
        Truth::flag(flag, default)
    }

    /// A field that holds a state in memory: named so, or changed near a dialog that asks.
    pub(super) fn state_flag(&mut self, field: FieldId, switches: &[Place]) -> Option<FlagId> {
        let name = decode_printable(self.program.name(self.program.field(field).name))
            .text
            .into_owned();
        let by_dialog = switches.iter().all(|place| self.asked_near(*place));
        let switches = Switches {
            writers: switches.to_vec(),
            ..Switches::default()
        };
        (self.is_named(&name) || by_dialog).then(|| self.id(What::Field(field), &name, switches))
    }

    /// True when the field is on as soon as its class or object is made.
    fn starts_on(&self, field: FieldId, switches: &[Place]) -> bool {
        let program = self.program;
        let by_maker = switches.iter().any(|(def, _)| {
            let name = self.simple_name(program.def(*def).method);
            matches!(name.as_str(), "<clinit>" | "<init>")
        });
        if by_maker {
            return true;
        }
        let Some(class) = program.class_of(program.field(field).class) else {
            return false;
        };
        let class = program.class(class);
        let file = &program.dex(class.dex).file;
        let Ok(def) = file.class_def(ClassDefIdx(class.class_def)) else {
            return false;
        };
        let Ok(Some(data)) = file.class_data(&def) else {
            return false;
        };
        data.static_fields()
            .zip(file.static_values(&def))
            .any(|(declared, value)| {
                matches!(value, Ok(EncodedValue::Boolean(true)))
                    && declared.is_ok_and(|declared| {
                        program.dex_field(class.dex, declared.field) == Some(field)
                    })
            })
    }

    /// The number that a static field of the app begins with, as those of resources do.
    pub(super) fn number_of(&mut self, field: FieldId) -> Option<i64> {
        self.numbers.of(self.program, field).map(i64::from)
    }

    /// True when one of the flags is the user's agreement: nothing that start-up does switches it, and its name or the
    /// place that switches it says so.
    pub(crate) fn is_consent(&mut self, flags: &[FlagId], walked: &Walked) -> bool {
        flags.iter().any(|flag| self.one_is_consent(*flag, walked))
    }

    fn one_is_consent(&mut self, flag: FlagId, walked: &Walked) -> bool {
        let Some(row) = self.rows.get(flag as usize) else {
            return false;
        };
        let (named, other) = (row.named, row.other);
        let behind = row.behind.clone();
        let is_held = matches!(row.what, What::Held(..));
        let writers = match &row.what {
            What::Key(key) => {
                let key = key.clone();
                let negative = self.is_negative(&key);
                let mut writers = self.writers_of(&key, false);
                // Switching a flag off is no agreement; one that starts switched on is read by its default.
                writers.retain(|(_, written)| negative || *written != Written::Off);
                writers
            }
            What::There(key) => {
                let key = key.clone();
                let mut writers = self.writers_of(&key, key.starts_with(FILE));
                for (_, written) in &mut writers {
                    *written = Written::On;
                }
                writers
            }
            _ => {
                let places = row.writers.iter();
                places.map(|place| (*place, Written::On)).collect()
            }
        };
        // The state that a refusal leaves behind is not the one that the agreement does.
        let by_startup = writers.iter().any(|((def, offset), written)| {
            walked.stage_of_place(*def, *offset) == Some(Stage::BeforeConsent)
                && (*written == Written::On || !walked.is_refusal(*def, *offset))
        });
        if by_startup {
            return false;
        }
        // What is put into a holder counts with each place that puts it there.
        if is_held && (other || !named) && !writers.is_empty() {
            return writers.iter().all(|(place, _)| self.asked_near(*place));
        }
        let asked = writers.iter().any(|(place, _)| self.asked_near(*place));
        (named && !other)
            || (asked && (named || !other))
            || behind
                .iter()
                .any(|earlier| *earlier < flag && self.one_is_consent(*earlier, walked))
    }

    /// True when start-up itself surely switches each of the flags, which are kept in memory: what they guard runs in
    /// the same start.
    pub(crate) fn opened_by_startup(&self, flags: &[FlagId], walked: &Walked) -> bool {
        !flags.is_empty()
            && flags.iter().all(|flag| {
                self.rows.get(*flag as usize).is_some_and(|row| {
                    // What code hands over itself is there whoever made it run.
                    let handed = matches!(row.what, What::Given(..) | What::Held(..));
                    row.sure.iter().any(|(def, offset)| {
                        walked.stage_of_place(*def, *offset) == Some(Stage::BeforeConsent)
                            && (handed || !walked.is_refusal(*def, *offset))
                    })
                })
            })
    }

    /// Places that write a stored value, or make a file.
    fn writers_of(&mut self, key: &str, file: bool) -> Vec<Write> {
        let n = usize::from(file);
        if self.writes[n].is_none() {
            let all = self.find_writes(file);
            self.writes[n] = Some(all);
        }
        self.writes[n]
            .as_ref()
            .and_then(|all| all.get(key))
            .cloned()
            .unwrap_or_default()
    }

    fn find_writes(&mut self, file: bool) -> Writes {
        let program = self.program;
        let mut out = Writes::default();
        let mut work: Vec<Setting> = Vec::new();
        if self.set_calls.is_none() {
            self.relevant = Some(self.find_relevant());
        }
        for call in self.set_calls.iter().flatten() {
            let SetCall {
                def,
                offset,
                method,
                is_static,
            } = *call;
            for row in self.setters.get(method) {
                let Some(setter) = self.table.setters.get(*row as usize) else {
                    continue;
                };
                if setter.file == file
                    && let Some(slot) = match setter.key {
                        Some(arg) => crate::graph::operand_of(program, method, arg, is_static),
                        None => Some(0),
                    }
                    && let Some(body) = program.body(def)
                    && let Some(insn) = body.insn_at(offset)
                    && let Some(key) = body.operands(insn).get(usize::from(slot))
                {
                    work.push(Setting {
                        place: (def, offset),
                        call: (def, insn),
                        row: *row,
                        key,
                        frames: Vec::new(),
                    });
                }
            }
        }
        let mut n = 0;
        while let Some(setting) = work.pop() {
            n += 1;
            if n > MAX_WRITES {
                break;
            }
            let (def, _) = setting.place;
            let Some(body) = program.body(def) else {
                continue;
            };
            if let Some(slot) = parameter_of(body, setting.key)
                && setting.frames.len() < MAX_WRAPPERS
            {
                for (caller, offset) in self.evaluator.call_sites(def) {
                    let above = program.body(caller).and_then(|body| {
                        let insn = body.insn_at(offset)?;
                        Some((insn, body.operands(insn).get(usize::from(slot))?))
                    });
                    let Some((insn, key)) = above else { continue };
                    let mut frames = vec![(caller, insn)];
                    frames.extend(&setting.frames);
                    work.push(Setting {
                        place: (caller, offset),
                        key,
                        frames,
                        ..setting
                    });
                }
                continue;
            }
            let Some(row) = self.table.setters.get(setting.row as usize) else {
                continue;
            };
            let (def, insn) = setting.call;
            let keys = self
                .evaluator
                .argument_in(def, insn, row.key, &setting.frames);
            let written = match row.value {
                None => Written::On,
                Some(arg) => {
                    let value = self
                        .evaluator
                        .argument_in(def, insn, Some(arg), &setting.frames);
                    match value.values.as_slice() {
                        [Const::Int(0)] if value.complete => Written::Off,
                        [Const::Int(1)] if value.complete => Written::On,
                        _ => Written::Other,
                    }
                }
            };
            for text in keys.texts() {
                let key = if file {
                    file_key(text)
                } else {
                    Some(text.to_owned())
                };
                let Some(key) = key else { continue };
                let list = out.entry(key).or_default();
                if !list.iter().any(|(place, _)| *place == setting.place) {
                    list.push((setting.place, written));
                }
            }
        }
        out
    }

    /// What flags keep closed in a body.
    pub(super) fn block_flags(
        &mut self,
        def: DefId,
        body: &Body,
        frames: Frames<'_>,
        depth: u32,
        steps: &mut u32,
    ) -> Guards {
        let n = body.blocks().len();
        let mut guards = Guards {
            blocks: vec![Vec::new(); n],
            ..Guards::default()
        };
        if n > super::gates::MAX_BLOCKS || (frames.is_empty() && !self.may_test(def)) {
            return guards;
        }
        for id in 0..n {
            let Some(block) = body.blocks().get(id) else {
                continue;
            };
            for call in block.first..block.end {
                let is_call = body.insns().get(call).is_some_and(Insn::is_invoke);
                if !is_call || guards.closed.len() >= super::gates::MAX_EDGES {
                    continue;
                }
                let at = At {
                    def,
                    body,
                    guards: &guards,
                    frames,
                    depth,
                };
                if let Some(flags) = self.passed_only(at, call, steps) {
                    guards.close_behind(body, id, call, &flags);
                }
            }
            let Some(last) = block.end.checked_sub(1).filter(|_| block.succs.len() > 1) else {
                continue;
            };
            let at = At {
                def,
                body,
                guards: &guards,
                frames,
                depth,
            };
            let closed: Vec<(u32, Vec<FlagId>)> = if block.succs.len() == 2 {
                let Some((taken, next)) = self.branch(at, last, steps) else {
                    continue;
                };
                let fall = u32::try_from(body.block_of(block.end)).unwrap_or(u32::MAX);
                let flags = |to: u32| if to == fall { &next } else { &taken };
                let ways = block.succs.iter().map(|to| (*to, flags(*to).clone()));
                ways.filter(|(_, flags)| !flags.is_empty()).collect()
            } else {
                let Some((open, flags)) = self.fresh_switch(at, last) else {
                    continue;
                };
                let ways = block.succs.iter().filter(|to| **to != open);
                ways.map(|to| (*to, flags.clone())).collect()
            };
            for (to, flags) in closed {
                if guards.closed.len() >= super::gates::MAX_EDGES {
                    return guards;
                }
                guards.close(body, id, to, &flags);
            }
        }
        guards.close_together(body);
        guards
    }
}

/// The boxed type of truth values.
pub(super) const BOXED: &[u8] = b"Ljava/lang/Boolean;";

/// The type that every object has.
pub(super) const ROOT: &[u8] = b"Ljava/lang/Object;";

/// True for the plain and the boxed type of truth values.
pub(super) fn is_truth_value(descriptor: &[u8]) -> bool {
    descriptor == b"Z" || descriptor == BOXED
}

/// A call that writes a stored value, seen from a place that makes it happen.
struct Setting {
    place: Place,
    /// The call itself.
    call: (DefId, usize),
    row: u32,
    /// The key, in the body of the place, or the object that it is read from.
    key: program_model::ValueId,
    /// The calls that lead from the place to the call.
    frames: Vec<(DefId, usize)>,
}

/// How the keys of files begin.
const FILE: &str = "file ";

/// The key of a path: its last part.
fn file_key(path: &str) -> Option<String> {
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    (!last.is_empty()).then(|| format!("{FILE}{last}"))
}

/// True for types of values that a stored flag may be: truth values, numbers, texts, and any object.
pub(super) fn is_value(descriptor: &[u8]) -> bool {
    matches!(descriptor, b"Z" | b"I" | b"J")
        || descriptor.starts_with(b"Ljava/lang/")
        || descriptor.starts_with(b"Ljava/util/concurrent/atomic/")
}

/// The parameter that a value is, or that it is a field of.
fn parameter_of(body: &Body, value: program_model::ValueId) -> Option<u16> {
    let mut here = value;
    for _ in 0..8 {
        match body.value(here) {
            program_model::Value::Param(slot) => return Some(*slot),
            program_model::Value::Insn(at) => {
                let insn = body.insns().get(*at as usize)?;
                // A copy, a cast, or a field of the object.
                if !insn.is_move() && !matches!(insn.opcode, 0x1f | 0x54) {
                    return None;
                }
                here = body.operands(*at as usize).get(0)?;
            }
            _ => return None,
        }
    }
    None
}

/// Methods of the classes of dialogs, which are those that the rows show.
fn dialog_methods<'r>(
    program: &Program<'_>,
    shows: impl Iterator<Item = &'r str>,
) -> IdVec<MethodId, bool> {
    let mut is_dialog: IdVec<TypeId, bool> = IdVec::filled(false, program.n_types());
    let mut work: Vec<TypeId> = shows
        .filter_map(|row| program.find_type_named(row.split_once("->")?.0))
        .collect();
    while let Some(ty) = work.pop() {
        if !std::mem::replace(&mut is_dialog[ty], true) {
            work.extend_from_slice(program.subtypes(ty));
        }
    }
    IdVec::from_vec(
        program
            .methods()
            .map(|(_, method)| is_dialog[method.class])
            .collect(),
    )
}

/// The calls of all kinds of holders, one kind after the other.
fn of_kinds<'r>(
    table: &'r ConsentFile<'static>,
    list: impl Fn(&'r ValueHolder<'static>) -> &'r Vec<ruleset::Text<'static>>,
) -> Table<'r> {
    let rows = table.holders.iter().flat_map(list);
    rows.map(ruleset::Text::as_str).collect()
}

/// The methods that such a list names, by the kind of holder.
fn by_kind(
    table: &ConsentFile<'static>,
    matched: &Matches<MethodId, u32>,
    len: impl Fn(&ValueHolder<'static>) -> usize,
) -> Matches<MethodId, u32> {
    let mut kinds: Vec<u32> = Vec::new();
    for (kind, holder) in (0u32..).zip(&table.holders) {
        kinds.resize(kinds.len() + len(holder), kind);
    }
    let mut methods: Vec<MethodId> = matched.keys().collect();
    methods.sort_unstable();
    let mut out = Matches::default();
    for method in methods {
        for row in matched.get(method) {
            if let Some(kind) = kinds.get(*row as usize) {
                out.add(method, *kind);
            }
        }
    }
    out
}

/// One list of rows, each by its number.
type Table<'r> = Vec<&'r str>;

/// Methods of the program that the rows of each list name, with or without a prototype, on the class or a subclass.
fn match_tables<const N: usize>(
    program: &Program<'_>,
    tables: &[Table<'_>; N],
) -> [Matches<MethodId, u32>; N] {
    let mut named: FxHashMap<program_model::NameId, Vec<_>> = FxHashMap::default();
    for (list, rows) in tables.iter().enumerate() {
        for (n, text) in (0u32..).zip(rows) {
            if let Some((class, name, proto)) = crate::graph::method_name(program, text) {
                let row = (class, proto, list, n);
                named.entry(name).or_default().push(row);
            }
        }
    }
    let mut out: [Matches<MethodId, u32>; N] = std::array::from_fn(|_| Matches::default());
    // Names and prototypes are compared once for all methods that share them.
    let by_selector: Vec<_> = (0..program.n_selectors())
        .map(|number| {
            let (name, proto) = program.selector(program_model::SelectorId::from_index(number));
            named.get(&name).map(|rows| (rows, proto))
        })
        .collect();
    for (id, method) in program.methods() {
        let Some((rows, proto)) = by_selector.get(method.selector.index()).copied().flatten()
        else {
            continue;
        };
        for (class, wanted, list, row) in rows {
            if wanted.is_none_or(|wanted| wanted == proto)
                && program.is_subtype(method.class, *class)
            {
                out[*list].add(id, *row);
            }
        }
    }
    out
}
