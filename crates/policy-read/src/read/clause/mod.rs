//! Who does what with which information in one sentence: verbs, their subjects, and what is denied.
//! Refuses kinds of information without a verb, unless a lead-in or a heading gives one.

mod event;
mod item;
mod machine;
mod verb;

use crate::limits::MAX_NAMED;
use crate::words::{Class, Marks, Name, Place, Words};

use event::events;
pub(crate) use machine::Item;
use machine::{Loose, Machine, State};

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
    /// The items are cases in which something may be done, and tell nothing by themselves.
    pub(crate) quiet: bool,
    /// Some item was a line that ends in a semicolon, so that the last may end in a full stop.
    pub(crate) lines: bool,
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
    /// What is named without a verb here is collected, or shared where `share` says so.
    pub(crate) named: bool,
    /// The sentence begins with the name of a recipient.
    pub(crate) party: bool,
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
    /// What was named, for the sentence that follows.
    pub(crate) named: Vec<Item>,
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

    /// True when something is said of the item already.
    fn holds(&self, words: &Words, item: Item) -> bool {
        self.groups.iter().any(|group| match item {
            Item::Umbrella(at) => group.umbrellas.contains(&at),
            Item::Term(at) => words
                .terms
                .get(usize::from(at))
                .is_some_and(|kinds| kinds.iter().any(|kind| group.data.contains(kind))),
            Item::Any => true,
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

/// True when a class is one of verbs.
pub(crate) fn is_verb(id: u8) -> bool {
    event::verb_bit(id).is_some()
}

/// Characters of the longest sentence that is a heading in all but form: Chinese, and others.
const LABEL: (usize, usize) = (8, 32);

/// True for "4. Voice input.", which is a heading in all but form.
fn label_only(form: &str, marks: &Marks) -> bool {
    let han = form.chars().any(crate::normal::is_han);
    let limit = if han { LABEL.0 } else { LABEL.1 };
    let wide = marks
        .nouns
        .iter()
        .any(|noun| matches!(noun.name, Name::Umbrella(_)));
    marks.nouns.len() < 2
        && !wide
        && form.ends_with(['。', '.'])
        && !form.contains(':')
        && form.chars().count() <= limit
}

/// Gives what no verb took the verb of its section.
fn named_only(machine: &Machine<'_>, defaults: Defaults, read: &mut Read) {
    let action = if defaults.share {
        Action::Share
    } else {
        Action::Collect
    };
    let loose: Vec<_> = machine
        .loose
        .iter()
        .filter(|(item, _)| *item != Item::Any && !read.holds(machine.words, *item))
        .copied()
        .collect();
    for (item, how) in loose {
        let denied = match how {
            Loose::Plain => defaults.deny,
            Loose::Denied => true,
            Loose::Doubtful => continue,
        };
        let state = State {
            action: Some(action),
            denied,
            kept: false,
            verb_end: 0,
        };
        machine.assign(item, &state, read);
    }
}

/// Reads one sentence.
pub(crate) fn read(
    words: &Words,
    form: &str,
    marks: &Marks,
    lead: Option<&Lead>,
    defaults: Defaults,
    before: &[Item],
) -> Read {
    let mut read = Read::default();
    let conditional = marks.has(Class::Condition);
    let has_third = marks.has(Class::ThirdParty)
        || marks.has(Class::SdkWord)
        || marks.has(Class::CompanySuffix)
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
        others: false,
        after_boundary: false,
        excepted: false,
        boundary: 0,
        negation: None,
        inherited: None,
        suppressed: false,
        aimed: false,
        aimed_end: usize::MAX,
        how: false,
        hold: defaults.hold && !marks.has(Class::Period),
        whole: defaults.whole && !marks.has(Class::Abroad) && !marks.has(Class::NoTransfer),
        in_if: false,
        if_start: 0,
        granted: Vec::new(),
        maybe_granted: Vec::new(),
        taken: false,
        toward: None,
        to_third: false,
        passive: None,
        from: None,
        to_us: form.contains("to our server"),
        pending: Vec::new(),
        aside: Vec::new(),
        loose: Vec::new(),
        pending_end: 0,
        outside: None,
        held: None,
        prior: None,
        seen: Vec::new(),
        named: Vec::new(),
        item_place: Place { start: 0, end: 0 },
        last_subject_end: 0,
        shares: defaults.share,
        last_loose: None,
        open_verb: None,
        open_whole: false,
        before: before.to_vec(),
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
    if defaults.party && lead.is_none_or(|lead| !lead.denied) {
        // "Jiguang push: sends reminders, device identifiers"
        machine.state = State {
            action: Some(Action::Share),
            denied: false,
            kept: false,
            verb_end: 0,
        };
        machine.inherited = Some(machine.state.clone());
    }
    for (place, event) in &events {
        machine.step(*place, *event, &mut read);
    }
    machine.close_verb(&mut read);
    let ours = marks.has(Class::SubjectUs) || !machine.english;
    if read.groups.is_empty() && !marks.has(Class::Negation) && ours {
        // "If you allow access to your contacts, we look for friends."
        let state = State {
            action: Some(Action::Collect),
            denied: false,
            kept: false,
            verb_end: 0,
        };
        for item in std::mem::take(&mut machine.granted) {
            if item != Item::Any {
                machine.any_verb = true;
                machine.assign(item, &state, &mut read);
            }
        }
    }
    read.named.clone_from(&machine.named);
    let asks = machine.english
        && lead.is_none()
        && (form.starts_with("do not ") || form.starts_with("don't "));
    if asks || marks.has(Class::Request) {
        // A request to the reader.
        return Read::default();
    }
    // A label or a list without a verb takes the verb of its section.
    let has_verb = machine.any_verb;
    if !has_verb && read.groups.is_empty() && !machine.pending.is_empty() && !marks.has(Class::How)
    {
        let action = if label_only(form, marks) {
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
                let refused = machine
                    .loose
                    .iter()
                    .any(|(one, how)| one == item && *how == Loose::Denied);
                let mut state = state.clone();
                state.denied |= refused;
                if *item != Item::Any {
                    machine.assign(*item, &state, &mut read);
                }
            }
        }
    }
    if marks.has(Class::LocalOnly) {
        // What stays on the device is not collected, also where the sentence before named it or says that it is read.
        let state = State {
            action: Some(Action::Collect),
            denied: true,
            kept: true,
            verb_end: 0,
        };
        let denied = read.groups.iter().any(|group| group.denied);
        let shared = read.has(Action::Share);
        let items = if read.groups.is_empty() && !machine.pending.is_empty() {
            std::mem::take(&mut machine.pending)
        } else if denied || shared || !has_verb && !read.groups.is_empty() {
            Vec::new()
        } else if machine.named.is_empty() {
            // "This list" is one thing, "this data" is all of it.
            let one = form.contains(" list ") || form.contains("列表");
            let all = if one { 1 } else { MAX_NAMED };
            machine.before.iter().copied().take(all).collect()
        } else if read.groups.is_empty() && form.contains(':') {
            // "Barometer: works out the height, stays on the phone" is an entry about what is read.
            Vec::new()
        } else {
            machine.named.clone()
        };
        for item in items {
            if item != Item::Any {
                machine.any_verb = true;
                machine.assign(item, &state, &mut read);
            }
        }
    }
    let is_label = !has_verb && label_only(form, marks);
    let clear = !read.groups.iter().any(|group| group.denied) && !marks.has(Class::Negation);
    let unread = (read.groups.is_empty() || clear) && !is_label;
    if defaults.named && unread && !marks.has(Class::How) && !marks.has(Class::Request) {
        named_only(&machine, defaults, &mut read);
    }
    read.last_action = machine.state.action;
    read.last_denied = machine.state.denied;
    read.open_denial = machine.negation.is_some();
    read.any = has_verb || !read.groups.is_empty() || !machine.pending.is_empty();
    read.groups
        .retain(|group| !group.data.is_empty() || !group.umbrellas.is_empty());
    read
}
