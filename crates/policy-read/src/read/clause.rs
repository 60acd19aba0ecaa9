//! Who does what with which information in one sentence: verbs, their subjects, and what is denied.
//! Refuses kinds of information without a verb, unless a lead-in or a heading gives one.

use crate::words::{Class, Marks, Name, Place, Words};

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    /// Collected, read, used.
    Collect,
    /// Given to someone else, or collected by a third party.
    Share,
}

/// What a list stands under.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that a sentence can have"
)]
pub(crate) struct Lead {
    pub(crate) action: Option<Action>,
    pub(crate) denied: bool,
    /// "We will not:" whose items bring the verbs.
    pub(crate) bare_denial: bool,
    pub(crate) conditional: bool,
    pub(crate) purpose: bool,
    pub(crate) permission: bool,
    pub(crate) sdks: Vec<u16>,
    pub(crate) items: u32,
}

/// What the section gives to a sentence without verbs.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that a sentence can have"
)]
pub(crate) struct Defaults {
    pub(crate) collect: bool,
    pub(crate) share: bool,
    pub(crate) permissions: bool,
    /// Storing and using counts as handling here.
    pub(crate) hold: bool,
    /// Sentences about "your information" as a whole count here.
    pub(crate) whole: bool,
    /// What is listed here is not collected.
    pub(crate) deny: bool,
}

/// Kinds of information under one verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) action: Action,
    pub(crate) denied: bool,
    pub(crate) conditional: bool,
    /// Only keeping or using is spoken of.
    pub(crate) kept: bool,
    pub(crate) data: Vec<String>,
    pub(crate) umbrellas: Vec<u16>,
}

/// What one sentence says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Read {
    pub(crate) groups: Vec<Group>,
    /// The last verb, for a lead-in.
    pub(crate) last_action: Option<Action>,
    pub(crate) last_denied: bool,
    /// A negation without a verb at the end.
    pub(crate) open_denial: bool,
    /// Some information or verb was seen.
    pub(crate) any: bool,
}

impl Read {
    pub(crate) fn has(&self, action: Action) -> bool {
        self.groups.iter().any(|group| group.action == action)
    }

    /// An SDK is said not to be used.
    pub(crate) fn negated_use(marks: &Marks) -> bool {
        let first = marks
            .nouns
            .iter()
            .find(|noun| matches!(noun.name, Name::Sdk(_)))
            .map(|noun| noun.place.start);
        first.is_some_and(|at| {
            marks
                .of(Class::Negation)
                .any(|negation| negation.end <= at && at - negation.end < 36)
        })
    }

    fn add(&mut self, state: &State, kinds: &[String], umbrella: Option<u16>, conditional: bool) {
        let Some(action) = state.action else {
            return;
        };
        let conditional = conditional && state.denied;
        let at = self.groups.iter().position(|group| {
            group.action == action
                && group.denied == state.denied
                && group.conditional == conditional
                && group.kept == state.kept
        });
        let at = at.unwrap_or_else(|| {
            self.groups.push(Group {
                action,
                denied: state.denied,
                conditional,
                kept: state.kept,
                data: Vec::new(),
                umbrellas: Vec::new(),
            });
            self.groups.len() - 1
        });
        if let Some(group) = self.groups.get_mut(at) {
            for kind in kinds {
                if !group.data.contains(kind) {
                    group.data.push(kind.clone());
                }
            }
            if let Some(umbrella) = umbrella
                && !group.umbrellas.contains(&umbrella)
            {
                group.umbrellas.push(umbrella);
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Us,
    User,
    Third,
}

#[derive(Debug, Clone, Default)]
struct State {
    action: Option<Action>,
    denied: bool,
    /// The verb is of keeping or using, not of collecting.
    kept: bool,
    /// Place where the verb ends.
    verb_end: usize,
}

/// Something that matters, in order of place.
#[derive(Debug, Clone, Copy)]
enum Event {
    Weak,
    Strong,
    Colon,
    Subject(Who),
    Verb(u8),
    Negation,
    Only,
    But,
    Purpose,
    IfWhen,
    Joins,
    How,
    Take,
    Toward,
    Passive,
    ToUs,
    From,
    Kinds(u16),
    Umbrella(u16),
    AnyInfo,
    Other,
}

/// Bytes between a negation and the verb that it denies.
const NEGATION_REACH: usize = 90;

/// The kind of a location, and its kind when it is read in the background.
const BACKGROUND: (&str, &str) = ("location_precise", "location_background");

const COLLECT: u8 = 1;
const HOLD: u8 = 2;
const GIVE: u8 = 4;
const SHARE: u8 = 8;
const RECEIVE: u8 = 16;

fn verb_bit(id: u8) -> Option<u8> {
    [
        (Class::VerbCollect, COLLECT),
        (Class::VerbHold, HOLD),
        (Class::VerbGive, GIVE),
        (Class::VerbShare, SHARE),
        (Class::VerbReceive, RECEIVE),
    ]
    .into_iter()
    .find(|(class, _)| class.id() == id)
    .map(|(_, bit)| bit)
}

fn events(form: &str, marks: &Marks) -> Vec<(Place, Event)> {
    let mut out: Vec<(Place, Event)> = Vec::new();
    for (at, c) in form.char_indices() {
        let event = match c {
            ',' => Event::Weak,
            ';' | '。' | '!' | '?' => Event::Strong,
            ':' => Event::Colon,
            '(' | ')' | '|' => Event::Other,
            _ => continue,
        };
        out.push((
            Place {
                start: at,
                end: at + c.len_utf8(),
            },
            event,
        ));
    }
    let mut verbs: Vec<(Place, u8)> = Vec::new();
    for (place, id) in &marks.classes {
        if let Some(bit) = verb_bit(*id) {
            match verbs.last_mut().filter(|(last, _)| last == place) {
                Some((_, bits)) => *bits |= bit,
                None => verbs.push((*place, bit)),
            }
            continue;
        }
        let event = [
            (Class::SubjectUs, Event::Subject(Who::Us)),
            (Class::SubjectUser, Event::Subject(Who::User)),
            (Class::ThirdParty, Event::Subject(Who::Third)),
            (Class::SdkWord, Event::Subject(Who::Third)),
            (Class::SdkPronoun, Event::Subject(Who::Third)),
            (Class::Negation, Event::Negation),
            (Class::NoNeed, Event::Negation),
            (Class::Only, Event::Only),
            (Class::But, Event::But),
            (Class::PurposeOf, Event::Purpose),
            (Class::IfWhen, Event::IfWhen),
            (Class::Joins, Event::Joins),
            (Class::How, Event::How),
            (Class::TakeObject, Event::Take),
            (Class::Toward, Event::Toward),
            (Class::Passive, Event::Passive),
            (Class::ToUs, Event::ToUs),
            (Class::FromWord, Event::From),
            (Class::AnyInfo, Event::AnyInfo),
        ]
        .into_iter()
        .find(|(class, _)| class.id() == *id)
        .map(|(_, event)| event);
        if let Some(event) = event {
            // "but not limited to" turns nothing round.
            let inside = matches!(event, Event::But)
                && marks
                    .of(Class::NegationOff)
                    .any(|off| off.start <= place.end && place.start < off.end);
            if !inside {
                out.push((*place, event));
            }
        }
    }
    out.extend(
        verbs
            .into_iter()
            .map(|(place, bits)| (place, Event::Verb(bits))),
    );
    for noun in &marks.nouns {
        let event = match noun.name {
            Name::Term(at) => Event::Kinds(at),
            Name::Umbrella(at) => Event::Umbrella(at),
            Name::Sdk(_) | Name::Vendor(_) => Event::Subject(Who::Third),
            Name::Permission(_) => continue,
        };
        out.push((noun.place, event));
    }
    out.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
    let brackets = brackets(form, marks);
    out.retain(|(place, event)| {
        let inside = brackets
            .iter()
            .any(|bracket| bracket.start < place.start && place.end <= bracket.end);
        // What stands in brackets explains; only the things it names count.
        !inside || matches!(event, Event::Kinds(_) | Event::Umbrella(_))
    });
    out
}

/// Brackets that hold no clause of their own.
fn brackets(form: &str, marks: &Marks) -> Vec<Place> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in form.char_indices() {
        match (c, open) {
            ('(', None) => open = Some(at),
            (')', Some(start)) => {
                open = None;
                let inside = |place: &Place| place.start > start && place.end <= at;
                let clause = marks.of(Class::SubjectUs).any(|place| inside(&place))
                    && marks.of(Class::Negation).any(|place| inside(&place));
                if !clause && start > 0 {
                    out.push(Place { start, end: at + 1 });
                }
            }
            _ => {}
        }
    }
    out
}

/// Reads one sentence.
pub(crate) fn read(
    words: &Words,
    form: &str,
    marks: &Marks,
    lead: Option<&Lead>,
    defaults: Defaults,
) -> Read {
    let mut read = Read::default();
    let conditional = marks.has(Class::Condition);
    let has_third = marks.has(Class::ThirdParty)
        || marks.has(Class::SdkWord)
        || marks
            .nouns
            .iter()
            .any(|noun| matches!(noun.name, Name::Sdk(_) | Name::Vendor(_)));
    let events = events(form, marks);
    let mut machine = Machine {
        words,
        form,
        marks,
        conditional: conditional || lead.is_some_and(|lead| lead.conditional && lead.denied),
        has_third,
        english: !form.chars().any(crate::normal::is_han),
        state: State::default(),
        clause_us: false,
        clause_user: false,
        clause_third: false,
        nearest: None,
        after_boundary: false,
        boundary: 0,
        negation: None,
        inherited: None,
        suppressed: false,
        how: false,
        hold: defaults.hold && !marks.has(Class::Period),
        whole: defaults.whole && !marks.has(Class::Abroad) && !marks.has(Class::NoTransfer),
        in_if: false,
        taken: false,
        toward: None,
        passive: None,
        from: None,
        to_us: form.contains("to our server"),
        pending: Vec::new(),
        pending_end: 0,
        held: None,
        prior: None,
        seen: Vec::new(),
        item_place: Place { start: 0, end: 0 },
        last_subject_end: 0,
        bare_denial: lead.is_some_and(|lead| lead.bare_denial),
        any_verb: false,
    };
    if let Some(lead) = lead {
        machine.state = State {
            action: lead.action,
            denied: lead.denied,
            kept: false,
            verb_end: 0,
        };
        machine.inherited = Some(machine.state.clone());
    }
    for (place, event) in &events {
        machine.step(*place, *event, &mut read);
    }
    if machine.english
        && lead.is_none()
        && (form.starts_with("do not ") || form.starts_with("don't "))
    {
        // A request to the reader.
        return Read::default();
    }
    // A label or a list without a verb takes the verb of its section.
    let has_verb = machine.any_verb;
    if !has_verb && read.groups.is_empty() && !machine.pending.is_empty() && !marks.has(Class::How)
    {
        let nouns = marks.nouns.len();
        let is_label = nouns < 2 && form.ends_with(['。', '.']);
        let action = if is_label {
            // "4. Voice input." is a heading in all but form.
            None
        } else if defaults.deny {
            Some(Action::Collect)
        } else if defaults.share {
            Some(Action::Share)
        } else if defaults.collect && !defaults.permissions {
            Some(Action::Collect)
        } else {
            None
        };
        if action.is_some() {
            let state = State {
                action,
                denied: defaults.deny,
                kept: false,
                verb_end: 0,
            };
            let pending = std::mem::take(&mut machine.pending);
            for item in &pending {
                if *item != Item::Any {
                    machine.assign(*item, &state, &mut read);
                }
            }
        }
    }
    if marks.has(Class::LocalOnly) && read.groups.is_empty() && !machine.pending.is_empty() {
        // What stays on the device is not collected.
        let state = State {
            action: Some(Action::Collect),
            denied: true,
            kept: true,
            verb_end: 0,
        };
        for item in std::mem::take(&mut machine.pending) {
            if item != Item::Any {
                machine.assign(item, &state, &mut read);
            }
        }
    }
    read.last_action = machine.state.action;
    read.last_denied = machine.state.denied;
    read.open_denial = machine.negation.is_some();
    read.any = has_verb || !read.groups.is_empty() || !machine.pending.is_empty();
    read.groups
        .retain(|group| !group.data.is_empty() || !group.umbrellas.is_empty());
    read
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Term(u16),
    Umbrella(u16),
    Any,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that a sentence can have"
)]
struct Machine<'a> {
    words: &'a Words,
    form: &'a str,
    marks: &'a Marks,
    conditional: bool,
    has_third: bool,
    english: bool,
    state: State,
    clause_us: bool,
    clause_user: bool,
    clause_third: bool,
    nearest: Option<(Who, usize)>,
    after_boundary: bool,
    /// Where the last boundary ended.
    boundary: usize,
    /// End of a negation that no verb has used.
    negation: Option<usize>,
    inherited: Option<State>,
    suppressed: bool,
    /// After "how" and the like nothing is said.
    how: bool,
    hold: bool,
    whole: bool,
    in_if: bool,
    taken: bool,
    /// End of a word that points at a recipient.
    toward: Option<usize>,
    passive: Option<usize>,
    from: Option<usize>,
    to_us: bool,
    pending: Vec<Item>,
    /// Where the last pending item ended.
    pending_end: usize,
    /// The state before an inserted condition.
    held: Option<State>,
    item_place: Place,
    /// What was done before a "but".
    prior: Option<Action>,
    /// Everything named so far, for "share it".
    seen: Vec<Item>,
    last_subject_end: usize,
    bare_denial: bool,
    any_verb: bool,
}

impl Machine<'_> {
    fn step(&mut self, place: Place, event: Event, read: &mut Read) {
        match event {
            Event::Weak => {
                self.after_boundary = true;
                self.boundary = place.end;
                self.suppressed = false;
                self.from = None;
                self.taken = false;
                self.toward = None;
                if self.in_if {
                    self.in_if = false;
                    self.pending.clear();
                    self.state = self
                        .held
                        .take()
                        .or_else(|| self.inherited.clone())
                        .unwrap_or_default();
                }
                if !self.english {
                    self.negation = None;
                }
            }
            Event::Strong => {
                self.after_boundary = true;
                self.boundary = place.end;
                self.suppressed = false;
                self.negation = None;
                self.pending.clear();
                self.in_if = false;
                self.taken = false;
                self.toward = None;
                self.how = false;
                self.state = self.inherited.clone().unwrap_or_default();
                self.clear_clause();
            }
            Event::Colon => {
                self.after_boundary = true;
                self.suppressed = false;
                // A colon at the end opens a list that the negation rules.
                if place.end < self.form.trim_end().len() {
                    self.negation = None;
                }
                self.in_if = false;
            }
            Event::Other => self.suppressed = false,
            Event::Subject(who) => self.subject(who, place),
            Event::Negation => self.negation = Some(place.end),
            Event::Only => {
                self.negation = None;
                if self.state.denied && self.after_boundary {
                    self.state = State::default();
                }
            }
            Event::But => {
                self.prior = self.state.action.or(self.prior);
                self.negation = None;
                self.after_boundary = true;
                self.state = State::default();
                self.bare_denial = false;
            }
            Event::Purpose => {
                self.suppressed = true;
                if !self.state.denied {
                    self.state.action = None;
                }
            }
            // "No other SDK is integrated that collects": the denial is of the SDK.
            Event::Joins => self.negation = None,
            Event::IfWhen => {
                if self.state.action.is_some() && !self.after_boundary {
                    return;
                }
                self.in_if = true;
                let state = std::mem::take(&mut self.state);
                self.held =
                    Some(state).filter(|state| state.action.is_some() && state.verb_end > 0);
                self.pending.clear();
                self.clear_clause();
            }
            Event::How => {
                self.how = true;
                self.state = State::default();
            }
            Event::Toward => self.toward = Some(place.end),
            Event::Take => self.taken = self.pending.is_empty(),
            Event::Passive => self.passive = Some(place.end),
            Event::ToUs => self.to_us = true,
            Event::From => self.from = Some(place.end),
            Event::Verb(bits) => self.verb(place, bits, read),
            Event::Kinds(at) => {
                if self
                    .words
                    .terms
                    .get(usize::from(at))
                    .is_some_and(|kinds| !kinds.is_empty())
                {
                    self.item(Item::Term(at), place, read);
                }
            }
            Event::Umbrella(at) => self.item(Item::Umbrella(at), place, read),
            Event::AnyInfo => self.item(Item::Any, place, read),
        }
    }

    fn clear_clause(&mut self) {
        self.clause_us = false;
        self.clause_user = false;
        self.clause_third = false;
    }

    fn subject(&mut self, who: Who, place: Place) {
        if who == Who::Us && !self.how {
            self.suppressed = false;
        }
        let relative = self.english
            && who == Who::User
            && self.state.action.is_some()
            && place.start > self.boundary + 7;
        if relative {
            // "the type of device you use"
            self.nearest = Some((who, place.end));
            return;
        }
        if who == Who::Third && self.from.is_some_and(|from| place.start < from + 24) {
            return;
        }
        if self.after_boundary {
            self.after_boundary = false;
            self.clear_clause();
            if who != Who::Third {
                self.how = false;
            }
            if who != Who::Third || self.english {
                // A new subject begins a new clause, with its own verb.
                let reach = if self.english { 7 } else { 36 };
                let fresh = place.start <= self.boundary + reach;
                if self.state.verb_end > 0 && who != Who::Third && fresh {
                    self.state = self.inherited.clone().unwrap_or_default();
                    self.negation = None;
                }
            }
        }
        match who {
            Who::Us => self.clause_us = true,
            Who::User => self.clause_user = true,
            Who::Third => self.clause_third = true,
        }
        self.nearest = Some((who, place.end));
        if who != Who::Third {
            self.last_subject_end = place.end;
        }
    }

    fn actor(&self) -> Option<Who> {
        if self.bare_denial {
            return Some(Who::Us);
        }
        if let Some((Who::Third, end)) = self.nearest
            && self.clause_third
            && (!self.clause_us || end > self.last_subject_end)
        {
            return Some(Who::Third);
        }
        if self.clause_us {
            Some(Who::Us)
        } else if self.clause_user {
            Some(Who::User)
        } else if self.clause_third {
            Some(Who::Third)
        } else {
            None
        }
    }

    /// What a verb does here; `None` when it does nothing with information of the user's.
    fn action(&self, bits: u8, denied: bool, verb: Place) -> Option<Action> {
        let actor = self.actor();
        let near_user = matches!(self.nearest, Some((Who::User, _)));
        let passive = self.passive.is_some();
        if bits & SHARE != 0 && bits & GIVE == 0 {
            if self.to_us {
                return Some(Action::Collect);
            }
            if actor == Some(Who::User) && !passive {
                return None;
            }
            // "are sent", to nobody else: to the operator.
            let word = self.form.get(verb.start..verb.end).unwrap_or_default();
            let sent = word.starts_with("sen") || word.starts_with("transmit");
            if sent && passive && !self.has_third {
                return Some(Action::Collect);
            }
            return Some(Action::Share);
        }
        if bits & GIVE != 0 {
            if near_user && !denied {
                return Some(Action::Collect);
            }
            if self.to_us {
                return Some(Action::Collect);
            }
            let sends = bits & SHARE != 0;
            let aimed = self.toward.is_some() && !self.clause_user;
            if aimed || self.has_third && !self.clause_user {
                return Some(Action::Share);
            }
            if actor == Some(Who::Us) && self.has_third || sends && actor != Some(Who::User) {
                return Some(Action::Share);
            }
            if bits & COLLECT == 0 {
                return (actor == Some(Who::User) || actor.is_none() && !self.english)
                    .then_some(Action::Collect);
            }
        }
        if bits & RECEIVE != 0 && bits & COLLECT == 0 {
            return match actor {
                Some(Who::Third) => Some(Action::Share),
                Some(Who::User) => None,
                _ => Some(Action::Collect),
            };
        }
        match actor {
            Some(Who::User) if !passive => None,
            Some(Who::Third) => Some(Action::Share),
            _ => Some(Action::Collect),
        }
    }

    fn verb(&mut self, place: Place, bits: u8, read: &mut Read) {
        let near_passive = self
            .passive
            .is_some_and(|end| place.start >= end && place.start - end < 30);
        if self.how || self.suppressed && bits & (COLLECT | SHARE | RECEIVE) == 0 {
            return;
        }
        if self.suppressed && self.english {
            // "to improve how we use": what follows a purpose or a question is no statement.
            return;
        }
        let negation = self
            .negation
            .filter(|end| place.start >= *end && place.start - end <= NEGATION_REACH);
        let coordinated = self.state.denied
            && self.state.verb_end > 0
            && (!self.after_boundary || self.english && self.joined(place.start));
        let denied = negation.is_some() || coordinated || self.bare_denial;
        if !near_passive {
            self.passive = None;
        }
        let only_hold = bits & (COLLECT | SHARE | RECEIVE | GIVE) == 0;
        let user_before = matches!(self.nearest, Some((Who::User, end)) if place.start >= end && place.start - end <= 3);
        if self.english && user_before && !denied && self.state.action.is_some() && bits & GIVE == 0
        {
            return;
        }
        if only_hold && !denied && (!self.hold || self.marks.has(Class::LocalOnly)) {
            self.any_verb = true;
            return;
        }
        let action = self.action(bits, denied, place);
        self.any_verb = true;
        if bits & (COLLECT | SHARE | RECEIVE | GIVE) == 0 && self.state.action.is_some() && !denied
        {
            // "collect and store": the second verb adds nothing.
            return;
        }
        self.negation = None;
        self.suppressed = false;
        let before = std::mem::take(&mut self.state);
        let had_pending = !self.pending.is_empty();
        self.state = State {
            action,
            denied,
            // What is not uploaded may still be read.
            kept: only_hold || self.words.is_upload(self.form, place) || coordinated && before.kept,
            verb_end: place.end,
        };
        if self.after_boundary {
            self.after_boundary = false;
        }
        let rest = self.form.get(place.end..).unwrap_or_default();
        let pronoun = rest.starts_with(" it") || rest.starts_with(" them");
        if self.english && denied && pronoun && !had_pending {
            // "and never share it": what the sentence named before.
            let state = self.state.clone();
            for item in self.seen.clone() {
                self.assign(item, &state, read);
            }
        }
        if had_pending {
            let label = self.marks.nouns.first().is_some_and(|noun| {
                self.form.get(noun.place.end..).is_some_and(|rest| {
                    rest.trim_start_matches([')', ' ', '"', '*'])
                        .starts_with(':')
                })
            });
            let no_subject_between = self.pending_free(place.start);
            if self.taken || near_passive || label || (!self.english && no_subject_between) {
                let pending = std::mem::take(&mut self.pending);
                let state = self.state.clone();
                for item in pending {
                    self.assign(item, &state, read);
                }
            }
        } else if near_passive && before.action.is_none() {
            // "... are collected": nothing stood before.
            self.passive = None;
        }
    }

    /// True when an English verb goes on under the negation before it: "do not collect, use or share".
    fn joined(&self, start: usize) -> bool {
        let between = self
            .form
            .get(self.state.verb_end..start)
            .unwrap_or_default();
        let tail = between.trim_end();
        tail.ends_with(" or")
            || tail.ends_with(" nor")
            || tail.ends_with(',')
            || tail.ends_with(" and")
            || tail == "or"
            || tail == "and"
    }

    /// True when no subject stands between the last information and the verb.
    fn pending_free(&self, verb_start: usize) -> bool {
        let last = self.pending_end;
        self.last_subject_end <= last
            && self
                .nearest
                .is_none_or(|(_, end)| end <= last || end > verb_start)
    }

    fn item(&mut self, item: Item, place: Place, read: &mut Read) {
        if self.suppressed {
            return;
        }
        self.item_place = place;
        self.seen.push(item);
        if let Some(end) = self.negation
            && self.english
            && self.state.action.is_none()
            && self.prior.is_some()
            && place.start >= end
            && place.start - end <= 1
        {
            // "... but no health information"
            let state = State {
                action: Some(Action::Collect),
                denied: true,
                kept: false,
                verb_end: place.end,
            };
            self.assign(item, &state, read);
            return;
        }
        // "No contacts", "not your location": a negation right before, without a verb.
        if let Some(end) = self.negation
            && self.state.action.is_none()
            && place.start >= end
            && self.has_own_verb(place)
        {
            let state = State {
                action: Some(Action::Collect),
                denied: true,
                kept: false,
                verb_end: place.end,
            };
            self.any_verb = true;
            self.assign(item, &state, read);
            return;
        }
        if self.state.action.is_some() {
            let mut state = self.state.clone();
            // "collect no personal data", "the confirmation, not your card number"
            if self.english
                && let Some(end) = self.negation
                && place.start >= end
                && place.start - end <= 12
            {
                state.denied = true;
            }
            self.assign(item, &state, read);
        } else if !self.in_if || item == Item::Any {
            self.pending.push(item);
            self.pending_end = place.end;
        }
    }

    /// The word itself contains the verb, as "record calls" does.
    fn has_own_verb(&self, place: Place) -> bool {
        let text = self.form.get(place.start..place.end).unwrap_or_default();
        text.starts_with("record ")
            || text.starts_with("track ")
            || text.starts_with("后台获取")
            || text.starts_with("后台收集")
    }

    /// A location that is read in the background is a kind of its own: it takes the place of the location, or comes
    /// beside it.
    fn in_background(&self, kinds: &[String]) -> Option<bool> {
        if kinds.first().is_none_or(|kind| kind != BACKGROUND.0) {
            return None;
        }
        let here = self.item_place;
        self.marks.of(Class::Background).find_map(|place| {
            let before = place.end <= here.start && here.start - place.end < 42;
            let right_after = place.start >= here.end && place.start - here.end <= 2;
            let after = place.start >= here.end && place.start - here.end < 60;
            if before || right_after {
                Some(true)
            } else {
                after.then_some(false)
            }
        })
    }

    fn assign(&self, item: Item, state: &State, read: &mut Read) {
        match item {
            Item::Term(at) => {
                if let Some(kinds) = self.words.terms.get(usize::from(at)) {
                    let background = [BACKGROUND.1.to_owned()];
                    match self.in_background(kinds) {
                        None => read.add(state, kinds, None, self.conditional),
                        Some(instead) => {
                            read.add(state, &background, None, self.conditional);
                            if !instead {
                                read.add(state, kinds, None, self.conditional);
                            }
                        }
                    }
                }
            }
            Item::Umbrella(at) => read.add(state, &[], Some(at), self.conditional),
            Item::Any => {
                let skip = !self.whole
                    || match (state.action, state.denied) {
                        (Some(Action::Collect), false) | (None, _) => true,
                        (Some(Action::Collect), true) => {
                            self.marks.has(Class::Unrelated) || self.marks.has(Class::MinorOurs)
                        }
                        (Some(Action::Share), _) => {
                            self.marks.has(Class::Deidentified)
                                || self.marks.has(Class::Unrelated) && state.denied
                        }
                    };
                if !skip {
                    read.add(state, &["*".to_owned()], None, self.conditional);
                }
            }
        }
    }
}
