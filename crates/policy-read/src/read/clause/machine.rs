//! Goes through the events of a sentence and keeps who does what; refuses to say which verbs count.

use super::event::{COLLECT, Event, Who};
use super::{Action, Read};
use crate::words::{Marks, Place, Words};

/// What the last verb does.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    pub(super) action: Option<Action>,
    pub(super) denied: bool,
    /// The verb is of keeping or using, not of collecting.
    pub(super) kept: bool,
    /// Place where the verb ends.
    pub(super) verb_end: usize,
}

/// Something that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    Term(u16),
    Umbrella(u16),
    Any,
}

/// How an item without a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loose {
    /// Free.
    Plain,
    /// Right behind "no": "no advertising IDs".
    Denied,
    /// Behind a denial that is about something else, or in a condition.
    Doubtful,
}

/// A sentence in the reading.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that a sentence can have"
)]
pub(super) struct Machine<'a> {
    pub(super) words: &'a Words,
    pub(super) form: &'a str,
    pub(super) marks: &'a Marks,
    pub(super) conditional: bool,
    pub(super) has_third: bool,
    pub(super) english: bool,
    pub(super) state: State,
    pub(super) clause_us: bool,
    pub(super) clause_user: bool,
    pub(super) clause_third: bool,
    pub(super) nearest: Option<(Who, usize)>,
    /// The last user who is spoken of is not the reader: "drivers", "other members".
    pub(super) others: bool,
    pub(super) after_boundary: bool,
    /// What is named now is left out of what is said: "except your birthday".
    pub(super) excepted: bool,
    /// Where the last boundary ended.
    pub(super) boundary: usize,
    /// End of a negation that no verb has used.
    pub(super) negation: Option<usize>,
    pub(super) inherited: Option<State>,
    pub(super) suppressed: bool,
    /// The purpose that suppresses stands behind its verb: a verb in it is part of it.
    pub(super) aimed: bool,
    /// Where it ends.
    pub(super) aimed_end: usize,
    /// After "how" and the like nothing is said.
    pub(super) how: bool,
    pub(super) hold: bool,
    pub(super) whole: bool,
    pub(super) in_if: bool,
    /// Where the condition begins.
    pub(super) if_start: usize,
    /// What the reader may give access to in a condition: "if you allow access to your contacts".
    pub(super) granted: Vec<Item>,
    /// What the condition names so far.
    pub(super) maybe_granted: Vec<Item>,
    pub(super) taken: bool,
    /// End of a word that points at a recipient.
    pub(super) toward: Option<usize>,
    /// The recipient that follows "向" is neither the reader nor the operator.
    pub(super) to_third: bool,
    pub(super) passive: Option<usize>,
    pub(super) from: Option<usize>,
    pub(super) to_us: bool,
    pub(super) pending: Vec<Item>,
    /// Items behind a word of purpose in this clause.
    pub(super) aside: Vec<Item>,
    /// Items that no verb took when they came, with whether a denial stands right before them.
    pub(super) loose: Vec<(Item, Loose)>,
    /// Where the last pending item ended.
    pub(super) pending_end: usize,
    /// The state and the negation before the bracket that is open.
    pub(super) outside: Option<(State, Option<usize>)>,
    /// The state before an inserted condition.
    pub(super) held: Option<State>,
    pub(super) item_place: Place,
    /// What was done before a "but".
    pub(super) prior: Option<Action>,
    /// Everything named so far in this part of the sentence, for "share it".
    pub(super) seen: Vec<Item>,
    /// Everything named in the sentence.
    pub(super) named: Vec<Item>,
    pub(super) last_subject_end: usize,
    pub(super) bare_denial: bool,
    /// The section is about sharing.
    pub(super) shares: bool,
    /// Where the last item that was denied without a verb ended.
    pub(super) last_loose: Option<usize>,
    /// A denied verb that nothing followed yet: what was named before may be its object.
    pub(super) open_verb: Option<State>,
    /// Its object is "it", so that it is everything where nothing was named.
    pub(super) open_whole: bool,
    /// What the sentence before named.
    pub(super) before: Vec<Item>,
    pub(super) any_verb: bool,
}

/// True for a Chinese clause that tells when or in which case: "注册时", "取得同意后".
fn circumstance(before: Option<&str>) -> bool {
    before.is_some_and(|text| {
        [
            "时",
            "后",
            "之前",
            "情况下",
            "过程中",
            "期间",
            "场景下",
            "情形下",
            "功能的",
            "服务的",
            "前提下",
            "同意的",
        ]
        .iter()
        .any(|word| text.ends_with(word))
    })
}

/// True for a Chinese clause that ends in an agreement: "未经您同意", "取得您的授权".
fn agreed(before: Option<&str>) -> bool {
    before.is_some_and(|text| {
        ["同意", "授权", "许可", "允许", "准许"]
            .iter()
            .any(|word| text.ends_with(word))
    })
}

/// True for an English condition in which the reader lets the app have something.
fn grants(condition: Option<&str>) -> bool {
    condition.is_some_and(|text| {
        [
            "access to",
            "allow",
            "permit",
            "grant",
            "give us",
            "let us",
            "share your",
            "turn on",
            "enable",
            "connect",
            "允许",
            "授权",
            "同意我们",
            "同意本",
        ]
        .iter()
        .any(|word| text.contains(word))
    })
}

/// True for the text between the operator and those that act with it.
fn with_us(between: Option<&str>) -> bool {
    between.is_some_and(|text| {
        [
            "及",
            "和",
            "与",
            "及其",
            "以及",
            "或",
            "及我们的",
            "和我们的",
            "以及我们的",
            "与我们的",
            "and",
            "and our",
            "and its",
            "or our",
            "or its",
            "and selected",
            "and trusted",
            "or",
        ]
        .contains(&text.trim())
    })
}

impl Machine<'_> {
    /// Takes one event.
    pub(super) fn step(&mut self, place: Place, event: Event, read: &mut Read) {
        match event {
            Event::Weak => {
                self.close_verb(read);
                self.aside.clear();
                self.after_boundary = true;
                self.boundary = place.end;
                self.suppressed = false;
                self.from = None;
                self.taken = false;
                self.toward = None;
                self.to_third = false;
                if !self.english
                    && !self.in_if
                    && !self.state.denied
                    && circumstance(self.form.get(..place.start))
                {
                    // "实名认证时，": a clause that tells when governs nothing behind it.
                    self.state = self.inherited.clone().unwrap_or_default();
                }
                if !self.english && agreed(self.form.get(..place.start)) {
                    // "未经您同意，": whoever agrees does not act behind it.
                    self.clear_clause();
                    self.nearest = None;
                }
                if self.in_if {
                    self.in_if = false;
                    let maybe = std::mem::take(&mut self.maybe_granted);
                    if self.negation.is_none() && grants(self.form.get(self.if_start..place.start))
                    {
                        self.granted.extend(maybe);
                    }
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
                self.close_verb(read);
                self.excepted = false;
                self.aside.clear();
                if !self.seen.is_empty() {
                    self.before = std::mem::take(&mut self.seen);
                }
                self.after_boundary = true;
                self.boundary = place.end;
                self.suppressed = false;
                self.negation = None;
                self.pending.clear();
                self.in_if = false;
                self.taken = false;
                self.toward = None;
                self.to_third = false;
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
            Event::Other => {
                self.suppressed = false;
                match self.form.get(place.start..place.end) {
                    Some("(") => self.outside = Some((self.state.clone(), self.negation)),
                    Some(")") => {
                        // "calendar (we do not read existing events), camera": a clause in brackets governs nothing behind.
                        if let Some((state, negation)) = self.outside.take()
                            && self.state.denied
                            && !state.denied
                        {
                            self.close_verb(read);
                            self.state = state;
                            self.negation = negation;
                        }
                    }
                    _ => {}
                }
            }
            Event::Subject(who) => self.subject(who, place),
            Event::Negation => self.negation = Some(place.end),
            Event::VerbDenied => {
                self.negation = Some(place.start);
                self.verb(place, COLLECT, read);
            }
            Event::Only => {
                self.negation = None;
                if self.state.denied && self.after_boundary {
                    self.state = State::default();
                }
            }
            Event::But => {
                self.prior = self.state.action.or(self.prior);
                if !self.english && !self.seen.is_empty() {
                    // What follows is about other things, or about these when it names none.
                    self.before = std::mem::take(&mut self.seen);
                }
                self.negation = None;
                self.excepted = false;
                self.after_boundary = true;
                self.state = State::default();
                self.bare_denial = false;
            }
            Event::Purpose => {
                if !self.english && self.taken && self.negation.is_some() {
                    // "不会将聊天内容用于广告"
                    let state = State {
                        action: Some(Action::Collect),
                        denied: true,
                        kept: true,
                        verb_end: place.end,
                    };
                    for item in std::mem::take(&mut self.pending) {
                        self.assign(item, &state, read);
                    }
                    self.any_verb = true;
                }
                if self
                    .form
                    .get(place.start..)
                    .is_some_and(|rest| rest.starts_with("为此"))
                {
                    // "为此我们会读取…": the purpose was told before.
                    return;
                }
                self.suppressed = true;
                let word = self.form.get(place.start..place.end).unwrap_or_default();
                self.aimed = !word.starts_with(['为', '出']);
                self.aimed_end = place.end;
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
                self.if_start = place.end;
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
            Event::Except => {
                let word = self.form.get(place.start..place.end).unwrap_or_default();
                // "Besides your name we collect" leaves nothing out.
                if self.english && word.starts_with("ex") && self.state.action.is_some() {
                    self.excepted = true;
                    self.seen.clear();
                }
            }
            Event::ExceptAfter => {
                let start = self.boundary.min(place.start);
                let clause = self.form.get(start..place.start).unwrap_or_default();
                if clause.contains('除') {
                    self.pending.clear();
                }
            }
            Event::SignUp => self.sign_up(place, read),
            Event::Toward => self.toward = Some(place.end),
            Event::Take => {
                self.taken = self.pending.is_empty();
                if !self.aimed && !self.english {
                    // "为此会把…": what is done begins here.
                    self.suppressed = false;
                }
            }
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
        if who == Who::User && self.english {
            let word = self.form.get(place.start..place.end).unwrap_or_default();
            self.others = ![
                "you",
                "user",
                "users",
                "the user",
                "individuals",
                "visitors",
                "customers",
            ]
            .contains(&word);
        }
        if self.in_if && who == Who::Us && self.clause_user {
            // "When you register we collect …": the condition ends without a comma.
            self.in_if = false;
            self.pending.clear();
            self.state = self
                .held
                .take()
                .or_else(|| self.inherited.clone())
                .unwrap_or_default();
            self.clear_clause();
        }
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
        if who == Who::Third
            && let Some((Who::Us, end)) = self.nearest
            && self.clause_us
            && !self.after_boundary
            && with_us(self.form.get(end..place.start))
        {
            // "我们及合作伙伴", "we and our partners" act together.
            self.nearest = Some((Who::Us, place.end));
            self.last_subject_end = place.end;
            return;
        }
        if who == Who::User && self.toward.is_some_and(|end| place.start <= end + 1) {
            let word = self.form.get(place.start..place.end).unwrap_or_default();
            if !word.starts_with(['您', '你', '用', '阁']) && !self.english {
                // "向司机展示": whoever is not the reader receives.
                self.clause_third = true;
                self.nearest = Some((Who::Third, place.end));
                self.to_third = true;
                return;
            }
        }
        if self.english
            && who == Who::Third
            && self.after_boundary
            && !self.state.denied
            && matches!(
                self.form.get(place.start..place.end),
                Some("which" | "they" | "who" | "these companies" | "it")
            )
        {
            // "…, which handles your e-mail address": somebody else does something of its own.
            self.state = self.inherited.clone().unwrap_or_default();
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

    /// Who acts in this clause.
    pub(super) fn actor(&self) -> Option<Who> {
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
}
