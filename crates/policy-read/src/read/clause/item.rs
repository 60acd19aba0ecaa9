//! What is said of a thing that is named; refuses things without a verb, which wait for one.

use super::machine::{Item, Loose, Machine, State};
use super::{Action, Read};
use crate::limits::MAX_NAMED;
use crate::words::{Class, Place};

/// Bytes between "other than" and what is left out.
const EXCEPT_REACH: usize = 24;

/// Bytes between "from" and a source.
const SOURCE_REACH: usize = 6;

/// Bytes between a denial and a thing whose name holds the verb.
const OWN_VERB_REACH: usize = 48;

/// Bytes between a denial and what is used.
const WITH_REACH: usize = 24;

/// True for the text between a denial and what is used for something.
fn uses(between: &str) -> bool {
    let between = between.trim_start_matches(['会', '去', '再', '得']);
    ["以", "拿", "用", "凭"]
        .iter()
        .any(|word| between.starts_with(word))
        && !between.contains([',', '、'])
        && !between.starts_with("以任何")
        && !between.starts_with("用于")
}

/// Bytes between a denial and what it denies without a verb.
const NEAR_NEGATION: usize = 8;

/// The kind of a location, and its kind when it is read in the background.
const BACKGROUND: (&str, &str) = ("location_precise", "location_background");

/// True when only what joins the parts of a list stands between two items.
fn goes_on(between: Option<&str>) -> bool {
    between.is_some_and(|text| {
        text.len() <= 24
            && text.split(|c: char| !c.is_alphanumeric()).all(|word| {
                [
                    "", "or", "and", "no", "nor", "your", "the", "any", "无", "和", "或", "及",
                    "与", "您的",
                ]
                .contains(&word)
            })
            && !text.contains(['.', '。', ';', ':'])
    })
}

impl Machine<'_> {
    pub(super) fn item(&mut self, item: Item, place: Place, read: &mut Read) {
        if !self.english && self.by_hand(place) {
            return;
        }
        if self.suppressed {
            if self.aside.len() < MAX_NAMED {
                self.aside.push(item);
            }
            return;
        }
        self.item_place = place;
        if self.state.denied && self.left_out(place) {
            return;
        }
        self.open_verb = None;
        if self.seen.len() < MAX_NAMED && !self.seen.contains(&item) {
            self.seen.push(item);
        }
        if self.named.len() < MAX_NAMED && !self.named.contains(&item) {
            self.named.push(item);
        }
        if self.excepted {
            return;
        }
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
        if let Some(end) = self.negation
            && !self.english
            && self.state.action.is_none()
            && self
                .form
                .get(end..place.start)
                .is_some_and(|between| between.len() <= WITH_REACH && uses(between))
        {
            // "不以健康数据投放广告"
            let state = State {
                action: Some(Action::Collect),
                denied: true,
                kept: true,
                verb_end: place.end,
            };
            self.any_verb = true;
            self.assign(item, &state, read);
            return;
        }
        // "No contacts", "not your location": a negation right before, without a verb.
        if let Some(end) = self.negation
            && self.state.action.is_none()
            && place.start >= end
            && place.start - end <= OWN_VERB_REACH
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
        } else {
            let goes_on = self
                .last_loose
                .is_some_and(|end| goes_on(self.form.get(end..place.start)));
            let without = self.negation.is_some_and(|end| {
                self.form
                    .get(..end)
                    .is_some_and(|before| before.ends_with("without"))
            });
            let loose = match self.negation {
                // "Without your location the map starts in Berlin" denies nothing.
                Some(_) if without => Loose::Doubtful,
                Some(end) if place.start >= end && place.start - end <= NEAR_NEGATION => {
                    Loose::Denied
                }
                _ if goes_on => Loose::Denied,
                _ if self.state.denied => Loose::Doubtful,
                Some(_) => Loose::Doubtful,
                None if self.in_if || self.how => Loose::Doubtful,
                None => Loose::Plain,
            };
            if loose == Loose::Denied && self.english && self.in_contrast(place) {
                // "the state only, not the coordinates"
                let state = State {
                    action: Some(Action::Collect),
                    denied: true,
                    kept: true,
                    verb_end: place.end,
                };
                self.any_verb = true;
                self.assign(item, &state, read);
                return;
            }
            self.last_loose = (loose == Loose::Denied).then_some(place.end);
            self.loose.push((item, loose));
            if self.in_if && self.maybe_granted.len() < MAX_NAMED {
                self.maybe_granted.push(item);
            }
            if !without && (!self.in_if || item == Item::Any) {
                self.pending.push(item);
                self.pending_end = place.end;
            }
        }
    }

    /// "以手机号码或者邮箱注册": by what somebody signs up is given.
    pub(super) fn sign_up(&mut self, place: Place, read: &mut Read) {
        const BY: [&str; 9] = [
            "用", "以", "凭", "使用", "通过", "借助", "采用", "输入", "选择",
        ];
        let start = self.boundary.min(place.start);
        let clause = self.form.get(start..place.start).unwrap_or_default();
        let by = BY.iter().any(|word| clause.contains(word));
        let free = self.state.action.is_none() && self.negation.is_none() && !self.how;
        if self.english || !by || !free {
            return;
        }
        let aside = std::mem::take(&mut self.aside);
        if self.pending_end < start {
            self.pending.clear();
        }
        self.pending.extend(aside);
        let state = State {
            action: Some(Action::Collect),
            denied: false,
            kept: false,
            verb_end: place.end,
        };
        for item in std::mem::take(&mut self.pending) {
            if item != Item::Any {
                self.any_verb = true;
                self.assign(item, &state, read);
            }
        }
    }

    /// "可手动输入地址": what the reader types in instead of something else.
    fn by_hand(&self, place: Place) -> bool {
        let start = self.boundary.min(place.start);
        let clause = self.form.get(start..place.start).unwrap_or_default();
        clause
            .rfind("手动")
            .or_else(|| clause.rfind("手工"))
            .is_some_and(|at| clause.len() - at <= WITH_REACH)
    }

    /// True behind ", not the" and ", never a": what is denied stands against what was said.
    fn in_contrast(&self, place: Place) -> bool {
        let before = self.form.get(..place.start).unwrap_or_default();
        [
            ", not the ",
            ", not your ",
            ", not a ",
            ", never the ",
            ", never your ",
            ", never a ",
            ", but not the ",
            ", but not your ",
        ]
        .iter()
        .any(|word| before.ends_with(word))
    }

    /// "other than the code", "截图以外", "from your contacts": not what is denied.
    fn left_out(&self, place: Place) -> bool {
        let before = self.marks.of(Class::ExceptWord).any(|one| {
            one.end <= place.start
                && place.start - one.end <= EXCEPT_REACH
                && !self
                    .form
                    .get(one.end..place.start)
                    .is_some_and(|between| between.contains([',', ';']))
        });
        let after = self
            .marks
            .of(Class::ExceptAfter)
            .any(|one| one.start == place.end);
        let source = self.english
            && self
                .from
                .is_some_and(|from| place.start >= from && place.start - from <= SOURCE_REACH);
        before || after || source
    }

    /// The word itself contains the verb, as "record calls" does.
    fn has_own_verb(&self, place: Place) -> bool {
        self.marks
            .of(Class::OwnVerb)
            .any(|own| own.start <= place.start && place.end <= own.end || own.start == place.start)
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

    pub(super) fn assign(&self, item: Item, state: &State, read: &mut Read) {
        match item {
            Item::Term(at) => {
                let only_denied = self.words.denied_only.get(usize::from(at)) == Some(&true);
                if only_denied && !state.denied {
                    return;
                }
                if let Some(kinds) = self.words.terms.get(usize::from(at)) {
                    let background = [BACKGROUND.1.to_owned()];
                    match self.in_background(kinds) {
                        None => read.add(state, kinds, None, self.conditional),
                        Some(instead) => {
                            read.add(state, &background, None, self.conditional);
                            // What is denied in the background only is not denied.
                            if !instead && !state.denied {
                                read.add(state, kinds, None, self.conditional);
                            }
                        }
                    }
                }
            }
            Item::Umbrella(at) => read.add(state, &[], Some(at), self.conditional),
            Item::Any => {
                let skip = !self.whole
                    || self.in_if && !state.denied
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
