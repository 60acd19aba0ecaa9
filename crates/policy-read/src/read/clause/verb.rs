//! What a verb does with information, and whether it is denied; refuses verbs of the user's own doings.

use super::event::{COLLECT, GIVE, RECEIVE, SHARE, Who};
use super::machine::{Item, Machine, State};
use super::{Action, Read};
use crate::words::{Class, Name, Place};

/// Bytes between a negation and the verb that it denies.
const NEGATION_REACH: usize = 90;

/// Characters behind a Chinese verb that leave no room for an object.
const SHORT_TAIL: usize = 5;

/// Longest name of the one who gets something, in bytes.
const TO_REACH: usize = 60;

/// Bytes after a verb in which "by" somebody counts.
const BY_REACH: usize = 48;

impl Machine<'_> {
    /// What a verb does here; `None` when it does nothing with information of the user's.
    fn action(&self, bits: u8, denied: bool, verb: Place) -> Option<Action> {
        let actor = self.actor();
        let near_user = matches!(self.nearest, Some((Who::User, _)));
        let passive = self.passive.is_some();
        if bits & (GIVE | SHARE) != 0 && self.gives_us(verb) {
            return Some(Action::Collect);
        }
        if !denied && bits & (GIVE | SHARE) != 0 && self.shows_topic(verb) {
            return Some(Action::Share);
        }
        if bits & SHARE != 0 && bits & GIVE == 0 {
            if !denied && self.to_own_device(verb) {
                return None;
            }
            if self.to_us {
                return Some(Action::Collect);
            }
            if actor == Some(Who::User) && !passive {
                return None;
            }
            // "are sent", to nobody else: to the operator.
            let word = self.form.get(verb.start..verb.end).unwrap_or_default();
            let sent = word.starts_with("sen") || word.starts_with("transmit");
            let rest = self.form.get(verb.end..).unwrap_or_default();
            let rest = rest.split([',', ';']).next().unwrap_or_default();
            let ours = actor == Some(Who::Us) && self.english && !rest.contains(" to ");
            if sent && (passive || ours) && !self.has_third {
                return Some(Action::Collect);
            }
            return Some(Action::Share);
        }
        if passive && self.done_by_third(verb) {
            return Some(Action::Share);
        }
        if bits & GIVE != 0 && actor == Some(Who::Us) && self.to_others(verb) {
            return Some(Action::Share);
        }
        if bits & GIVE != 0 && self.to_other(verb) {
            return Some(Action::Share);
        }
        if bits & GIVE != 0 {
            if near_user && !denied && !self.to_third {
                return Some(Action::Collect);
            }
            if self.to_us {
                return Some(Action::Collect);
            }
            if self.to_third && !denied {
                return Some(Action::Share);
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
            let begins = self
                .form
                .get(..verb.start)
                .is_none_or(|before| !before.contains(|c: char| c.is_ascii_alphabetic()));
            // "…后，招聘者可以查看": a subject of this clause that is no known one is somebody else.
            let here = self
                .nearest
                .is_some_and(|(_, end)| end > self.boundary || end > self.last_subject_end);
            if !self.english && self.looks(verb) && !here && self.boundary > 0 {
                return Some(Action::Share);
            }
            return match actor {
                Some(Who::Third) => Some(Action::Share),
                // "Drivers never get your number"
                Some(Who::User) if self.english && self.others => Some(Action::Share),
                Some(Who::User) => None,
                // "Pharmacies receive …": whoever it is, it is somebody else.
                None if self.english && !begins && !self.to_us => Some(Action::Share),
                None if self.shares => Some(Action::Share),
                // "队友可以看到您的昵称": whoever it is, it is somebody else.
                None if !self.english && self.looks(verb) => Some(Action::Share),
                _ => Some(Action::Collect),
            };
        }
        match actor {
            // "Other players see your nickname"
            Some(Who::User) if self.english && self.others && !passive && self.sees(verb) => {
                Some(Action::Share)
            }
            Some(Who::User) if !passive => None,
            Some(Who::Third) => Some(Action::Share),
            _ => Some(Action::Collect),
        }
    }

    /// "Google gives us your name": the operator stands right behind the verb.
    fn gives_us(&self, verb: Place) -> bool {
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let rest = self.form.get(verb.end..).unwrap_or_default();
        self.english
            && (rest.starts_with(" us ") || word.ends_with(" us"))
            && matches!(self.nearest, Some((Who::Third, _)))
    }

    /// "您发表的书评会公开显示": what is shown stands right before the verb.
    fn shows_topic(&self, verb: Place) -> bool {
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let shows = ["展示", "显示", "公开", "可见"]
            .iter()
            .any(|one| word.contains(one));
        let rest = self.form.get(verb.end..).unwrap_or_default();
        let ends = rest
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric() || ['给', '于', '在', '出', '至'].contains(&c));
        if self.english
            || !shows
            || !ends
            || self.pending.is_empty()
            || self.pending_end > verb.start
        {
            return false;
        }
        let between = self.form.get(self.pending_end..verb.start);
        let between = between.unwrap_or_default().trim_start_matches([
            '会', '将', '可', '能', '也', '均', '都', '等', '被', '对', '外', '默', '认',
        ]);
        let place = between.starts_with('在')
            && between.ends_with(['中', '里', '上', '内', '页'])
            && !between.contains(['您', '你']);
        between.is_empty() || place && between.len() <= TO_REACH
    }

    /// "转发到手环上": what gets it is a device of the reader's.
    fn to_own_device(&self, verb: Place) -> bool {
        const DEVICES: [&str; 10] = [
            "手环",
            "手表",
            "耳机",
            "车机",
            "手机",
            "电视",
            "本机",
            "您的设备",
            "眼镜",
            "音箱",
        ];
        let rest = self.form.get(verb.end..).unwrap_or_default();
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let aimed = word.ends_with(['到', '至', '给']) || rest.starts_with(['到', '至', '给']);
        let rest = rest.trim_start_matches(['到', '至', '给', '您', '的']);
        !self.english
            && aimed
            && DEVICES.iter().any(|device| {
                rest.strip_prefix(device)
                    .is_some_and(|tail| !tail.starts_with(['号', '机', '型']))
            })
    }

    /// True for a Chinese verb of seeing with its auxiliary: "可以看到", "看得见".
    fn looks(&self, verb: Place) -> bool {
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let start = self.boundary.min(verb.start);
        let clause = self.form.get(start..verb.start).unwrap_or_default();
        word.contains('看') && clause.chars().filter(|c| c.is_alphabetic()).count() >= 2
    }

    /// True for an English verb by which somebody comes to know something.
    fn sees(&self, verb: Place) -> bool {
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        ["see", "learn", "know", "view", "find", "read", "hear"]
            .iter()
            .any(|one| word.starts_with(one))
    }

    /// "向您告知": the reader stands right before a Chinese verb, as the one who gets something.
    fn to_reader(&self, verb: Place) -> bool {
        const GETS: [&str; 10] = [
            "向您", "向你", "给您", "给你", "为您", "为你", "对您", "对你", "与您", "与你",
        ];
        !self.english
            && self.form.get(..verb.start).is_some_and(|before| {
                let before = before
                    .trim_end_matches(['主', '动', '及', '时', '明', '确', '清', '晰', '单', '独']);
                GETS.iter().any(|word| before.ends_with(word))
            })
    }

    /// "委托云服务商处理您的信息", "we engage providers to process": whoever is entrusted gets the information.
    fn entrusted(&self, verb: Place) -> bool {
        const ENTRUSTS: [&str; 9] = [
            "委托",
            "委请",
            "委由",
            "聘请",
            "授权第三方",
            "engage ",
            "engages ",
            "appoint ",
            "entrust ",
        ];
        let start = self.boundary.min(verb.start);
        let clause = self.form.get(start..verb.start).unwrap_or_default();
        let Some(at) = ENTRUSTS
            .iter()
            .filter_map(|word| clause.find(word).map(|at| start + at + word.len()))
            .min()
        else {
            return self.done_by_other(clause, verb);
        };
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let handles =
            word.starts_with(['处', '存', '储', '保', '分']) || word.starts_with("process");
        let third = self
            .marks
            .of(Class::ThirdParty)
            .chain(self.marks.of(Class::CompanySuffix))
            .any(|place| place.start >= at && place.end <= verb.start);
        handles && third
    }

    /// "由支付机构处理": who does it stands before a Chinese verb, and is somebody else.
    fn done_by_other(&self, clause: &str, verb: Place) -> bool {
        const OWN: [&str; 24] = [
            "我",
            "本",
            "您",
            "你",
            "系统",
            "设备",
            "手机",
            "终端",
            "芯片",
            "平台",
            "开发者",
            "监护人",
            "家长",
            "操作系统",
            "人工",
            "客服",
            "专人",
            "用户",
            "客户端",
            "应用",
            "程序",
            "服务器",
            "机器",
            "运营者",
        ];
        const DONE: [&str; 12] = [
            "处理", "比对", "核验", "验证", "存储", "保存", "保管", "收集", "采集", "审核", "分析",
            "识别",
        ];
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let Some(at) = clause.rfind('由') else {
            return false;
        };
        let before = clause.get(..at).unwrap_or_default();
        let name = clause.get(at + '由'.len_utf8()..).unwrap_or_default();
        let own = OWN.iter().any(|one| name.starts_with(one))
            || self
                .marks
                .of(Class::SubjectUs)
                .any(|place| place.end <= verb.start && place.start + name.len() >= verb.start);
        !self.english
            && DONE.contains(&word)
            && !before.ends_with(['理', '自', '经', '缘', '事', '因'])
            && (6..=TO_REACH).contains(&name.len())
            && !own
    }

    /// "向其提供", "给合作方发送": the one who gets it stands before a Chinese verb, and is neither the reader nor the
    /// operator.
    fn to_other(&self, verb: Place) -> bool {
        let start = self.boundary.min(verb.start);
        let clause = self.form.get(start..verb.start).unwrap_or_default();
        let Some(at) = clause.rfind('向') else {
            return false;
        };
        let giver = clause.get(..at).unwrap_or_default().trim_end_matches([
            '可', '会', '需', '须', '将', '能', '应', '必', '主', '动', '要', '以', '自', '行',
        ]);
        let to = clause.get(at + '向'.len_utf8()..).unwrap_or_default();
        let own = [
            "您",
            "你",
            "我们",
            "本公司",
            "我司",
            "我行",
            "平台",
            "用户",
            "客户",
        ]
        .iter()
        .any(|word| to.starts_with(word));
        let by_user = giver.ends_with(['您', '你'])
            || self
                .marks
                .of(Class::SubjectUser)
                .any(|place| place.start >= start && place.end <= start + at);
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let passes = [
            "提供", "发送", "传", "上报", "报", "提交", "告知", "反馈", "推送", "展示", "交",
        ]
        .iter()
        .any(|one| word.starts_with(one));
        let us = self
            .marks
            .of(Class::SubjectUs)
            .any(|place| place.start >= start + at && place.end <= verb.start);
        passes && !self.english && !to.is_empty() && to.len() <= TO_REACH && !own && !by_user && !us
    }

    /// "is collected by Example Ltd."
    fn done_by_third(&self, verb: Place) -> bool {
        let rest = self.form.get(verb.end..).unwrap_or_default();
        if !rest.starts_with(" by ") {
            return false;
        }
        let until = verb.end + BY_REACH;
        let near = |place: Place| place.start >= verb.end && place.start <= until;
        let own = self
            .marks
            .of(Class::SubjectUs)
            .chain(self.marks.of(Class::SubjectUser))
            .any(|place| place.start >= verb.end && place.start <= verb.end + 8);
        let third = self
            .marks
            .of(Class::ThirdParty)
            .chain(self.marks.of(Class::CompanySuffix))
            .any(near)
            || self.marks.nouns.iter().any(|noun| {
                matches!(noun.name, Name::Sdk(_) | Name::Vendor(_)) && near(noun.place)
            });
        third && !own
    }

    /// "give riders your address": somebody else than the reader follows the verb.
    fn to_others(&self, verb: Place) -> bool {
        self.english
            && self
                .marks
                .of(Class::SubjectUser)
                .chain(self.marks.of(Class::ThirdParty))
                .any(|place| {
                    place.start >= verb.end
                        && place.start - verb.end <= 6
                        && self.form.get(place.start..place.end) != Some("you")
                })
    }

    pub(super) fn verb(&mut self, place: Place, bits: u8, read: &mut Read) {
        let near_passive = self
            .passive
            .is_some_and(|end| place.start >= end && place.start - end < 30);
        if self.how || self.suppressed && bits & (COLLECT | SHARE | RECEIVE) == 0 {
            return;
        }
        if bits & (GIVE | SHARE) != 0 && self.to_reader(place) {
            // "向您告知接收方的名称": what the reader gets is no information of the reader's.
            self.any_verb = true;
            self.negation = None;
            if self.state.verb_end > 0 || self.inherited.is_none() {
                self.state = State::default();
            }
            self.suppressed = true;
            self.aimed = true;
            return;
        }
        let entrusted = bits & SHARE == 0 && self.entrusted(place);
        let bits = if entrusted { SHARE } else { bits };
        // "以读取您选择的照片": the purpose is to read.
        let word = self.form.get(place.start..place.end).unwrap_or_default();
        let reads = self.aimed_end == place.start
            && word.starts_with(['收', '采', '获', '读', '搜'])
            && bits & COLLECT != 0;
        if self.suppressed && (self.english || self.aimed && !reads) {
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
        self.excepted = false;
        let before = std::mem::take(&mut self.state);
        let had_pending = !self.pending.is_empty();
        // What is not uploaded may still be read; "not read or upload" denies the reading too.
        let kept = only_hold || self.words.is_upload(self.form, place);
        self.state = State {
            action,
            denied,
            kept: kept && (!coordinated || before.kept),
            verb_end: place.end,
        };
        if self.after_boundary {
            self.after_boundary = false;
        }
        let rest = self.form.get(place.end..).unwrap_or_default();
        let pronoun = rest.starts_with(" it") || rest.starts_with(" them");
        let goes_on = self.open_verb.take().is_some() && coordinated;
        if denied && (negation.is_some() || goes_on) && action.is_some() {
            let next = place.end + usize::from(self.english);
            let object = self
                .marks
                .of(Class::NamedBefore)
                .any(|one| one.start == next);
            // "are transcribed on the phone and never uploaded"
            let participle = negation.is_some_and(|end| place.start <= end + 1)
                && (word.ends_with("ed")
                    || ["sent", "kept", "sold", "seen", "held"].contains(&word));
            let passive = self.english && (near_passive || participle);
            let ends = !self.english
                && rest
                    .split([',', '。', ';', '!', '|'])
                    .next()
                    .is_none_or(|tail| tail.chars().count() <= SHORT_TAIL);
            // "您可以选择不提供", "将某物提供给": what the reader does not do, or an object that is named but not known.
            let theirs = !self.english
                && (self.taken
                    || matches!(self.nearest, Some((Who::User, _)))
                        && self.actor() == Some(Who::User)
                    || bits & (COLLECT | SHARE) == 0
                        && !word.starts_with(['存', '储', '保', '留']));
            let clause = self.form.get(self.boundary..).unwrap_or_default();
            let subject = [
                "they ",
                "it ",
                "these ",
                "this ",
                "that ",
                "those ",
                "nothing of ",
            ]
            .iter()
            .any(|word| clause.trim_start().starts_with(word));
            let known = !self.english || !self.seen.is_empty() || pronoun || object || subject;
            if (ends || pronoun || object || passive) && !theirs && known {
                // "and never share it", "…，不会上传": of what was named before.
                self.open_verb = Some(self.state.clone());
                self.open_whole = pronoun && !word.ends_with(" to");
            }
        }
        if !denied && !had_pending && action == Some(Action::Share) && self.passes_on(place) {
            // "…，并转交给承运平台", "and share it with couriers": of what was named before.
            self.open_verb = Some(self.state.clone());
            self.open_whole = pronoun;
        }
        if had_pending {
            let label = self.marks.nouns.first().is_some_and(|noun| {
                self.form.get(noun.place.end..).is_some_and(|rest| {
                    rest.trim_start_matches([')', ' ', '"', '*'])
                        .starts_with(':')
                })
            });
            let by = !self.english
                && self
                    .form
                    .get(self.pending_end..place.start)
                    .is_some_and(|between| between.starts_with('由'));
            let no_subject_between = self.pending_free(place.start) || by;
            let takes = action.is_some() || !self.taken;
            if takes
                && (self.taken || near_passive || label || (!self.english && no_subject_between))
            {
                self.open_verb = None;
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

    /// At the end of a clause: a denied verb without an object is of what was named before.
    pub(super) fn close_verb(&mut self, read: &mut Read) {
        let Some(state) = self.open_verb.take() else {
            return;
        };
        let named = if self.seen.is_empty() {
            self.before.clone()
        } else {
            self.seen.clone()
        };
        let whole = std::mem::take(&mut self.open_whole)
            && state.action == Some(Action::Share)
            && self.whole
            && (state.denied || named.contains(&Item::Any))
            && !named.iter().any(|item| *item != Item::Any);
        for item in named.into_iter().filter(|item| *item != Item::Any) {
            self.assign(item, &state, read);
        }
        if whole {
            // "we don't sell it"
            self.assign(Item::Any, &state, read);
        }
    }

    /// True for a verb of giving whose object was named before, and behind which a recipient stands.
    fn passes_on(&self, verb: Place) -> bool {
        let rest = self.form.get(verb.end..).unwrap_or_default();
        let until = rest
            .find([',', '。', ';', '!'])
            .map_or(self.form.len(), |at| verb.end + at);
        let third = self
            .marks
            .of(Class::ThirdParty)
            .chain(self.marks.of(Class::CompanySuffix))
            .any(|place| place.start >= verb.end && place.start < until)
            || self.marks.nouns.iter().any(|noun| {
                matches!(noun.name, Name::Sdk(_) | Name::Vendor(_))
                    && noun.place.start >= verb.end
                    && noun.place.start < until
            });
        let clause = self.form.get(self.boundary.min(verb.start)..verb.start);
        let clause = clause.unwrap_or_default().trim_start();
        if self.english {
            let object = ["it ", "them ", "this ", "these ", "that "]
                .iter()
                .any(|word| rest.trim_start().starts_with(word));
            let subject = self.passive.is_some()
                && ["they ", "it ", "these ", "this ", "which ", "that "]
                    .iter()
                    .any(|word| clause.starts_with(word));
            return third && (object || subject);
        }
        let word = self.form.get(verb.start..verb.end).unwrap_or_default();
        let aimed =
            word.ends_with(['给', '至', '到', '予', '与']) || rest.starts_with(['给', '至']);
        let goes_on = [
            "并", "再", "同时", "随后", "然后", "且", "以及", "也会", "之后",
        ]
        .iter()
        .any(|one| clause.starts_with(one));
        third && aimed && goes_on
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
    pub(super) fn pending_free(&self, verb_start: usize) -> bool {
        let last = self.pending_end;
        self.last_subject_end <= last
            && self
                .nearest
                .is_none_or(|(_, end)| end <= last || end > verb_start)
    }
}
