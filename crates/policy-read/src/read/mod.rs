//! Blocks to statements: walks through a document with its headings, lead-ins and tables; refuses to merge or judge.

mod clause;
mod columns;
mod company;
mod contact;
mod cues;
mod dates;
mod entry;
mod found;
mod keyed;
mod own;
mod question;
mod role;
mod summary;
mod table;

use app_facts::{Disclosure, Document, DocumentRole, Statement, StatementType};
use ruleset::Knowledge;
use sha2::{Digest as _, Sha256};

use crate::block::{Block, BlockKind};
use crate::extract::{self, ExtractError};
use crate::limits::{MAX_DOCUMENTS, MAX_HEADINGS, MAX_QUOTE, MAX_STATEMENTS};
use crate::normal::is_han;
use crate::sentence::sentences;
use crate::words::{Class, Name, Words};

use clause::{Action, Lead};
use entry::{company_label, explains, is_definition, label, party_first};
use found::{Found, spread};

/// What a document was handed in as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputRole {
    /// A privacy policy.
    Policy,
    /// A list of SDKs.
    SdkList,
    /// Found inside the app.
    Embedded,
}

/// A document.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// File name without any path, or the entry of the app.
    pub name: &'a str,
    /// Content.
    pub bytes: &'a [u8],
    /// What it was handed in as.
    pub role: InputRole,
}

/// Names by which a policy may mean the app; all empty when there is no app.
#[derive(Debug, Clone, Default)]
pub struct AppNames {
    /// Labels of the app in all languages.
    pub labels: Vec<String>,
    /// Package name.
    pub package: String,
    /// Names of the operator and its group.
    pub operators: Vec<String>,
}

/// Reads documents with one set of catalogues.
#[derive(Debug)]
pub struct Reader {
    words: Words,
}

impl Reader {
    /// Compiles the words.
    pub fn new(knowledge: &Knowledge) -> Self {
        Self {
            words: Words::new(knowledge),
        }
    }

    /// Names, aliases, prefixes and domains that are searched for an SDK of the catalogue.
    pub fn searched(&self, sdk: &str) -> Vec<String> {
        self.words
            .sdk(sdk)
            .and_then(|at| self.words.sdk_entry(at))
            .map(|entry| {
                // A name with and without the ending "SDK" is shown once.
                let shown = entry.words.iter().filter(|word| {
                    let short = word.strip_suffix("SDK").map(str::trim);
                    short.is_none_or(|short| !entry.words.iter().any(|other| other == short))
                });
                shown.chain(&entry.addresses).cloned().collect()
            })
            .unwrap_or_default()
    }

    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// Reads documents and sums up what they declare. Nothing is compared with an app here.
    pub fn read(&self, inputs: &[Input<'_>], app: &AppNames) -> Disclosure {
        let mut out = Disclosure::default();
        for input in inputs.iter().take(MAX_DOCUMENTS) {
            let number = u32::try_from(out.documents.len()).unwrap_or(u32::MAX);
            let (document, mut statements) = self.document(input, app);
            for statement in &mut statements {
                statement.doc = number;
                statement.id = format!("s{}", out.statements.len() + 1);
                out.statements.push(statement.clone());
            }
            out.documents.push(document);
        }
        summary::sum_up(&self.words, &mut out);
        out
    }

    fn document(&self, input: &Input<'_>, app: &AppNames) -> (Document, Vec<Statement>) {
        let mut document = Document {
            role: match input.role {
                InputRole::Policy => DocumentRole::Policy,
                InputRole::SdkList => DocumentRole::SdkList,
                InputRole::Embedded => DocumentRole::Embedded,
            },
            name: input.name.to_owned(),
            sha256: hex(&Sha256::digest(input.bytes)),
            language: "other".to_owned(),
            ..Document::default()
        };
        let extracted = match extract::extract(input.name, input.bytes) {
            Ok(extracted) => extracted,
            Err(error) => {
                document.role = DocumentRole::NotAPolicy;
                document.why = Some(error.to_string());
                if matches!(error, ExtractError::ImageOnly(_) | ExtractError::Encrypted) {
                    "pdf".clone_into(&mut document.format);
                }
                return (document, Vec::new());
            }
        };
        let blocks = &extracted.blocks;
        extracted.form.clone_into(&mut document.format);
        document.characters = blocks
            .iter()
            .map(|block| block.text.chars().count() as u64)
            .sum();
        language(blocks).clone_into(&mut document.language);
        let (date, version) = dates::find(&self.words, blocks);
        document.date = date;
        document.version = version;
        document.why.clone_from(&extracted.lost);
        let mut walk = Walk::new(&self.words, input.role);
        walk.own = own::find(&self.words, blocks, app);
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            let rows = table::rows(blocks.get(at..).unwrap_or_default());
            if rows.is_empty() {
                walk.block(block);
            } else {
                walk.end_party();
                walk.number += rows.len();
                walk.table(&rows);
            }
            at += rows.len().max(1);
            if walk.out.len() >= MAX_STATEMENTS {
                document.why =
                    Some("the document holds more statements than the limits".to_owned());
                break;
            }
        }
        walk.end_party();
        document.names.clone_from(&walk.names);
        role::add_own_names(&self.words, blocks, app, &mut document.names);
        let statements = walk.out;
        let not = role::not_a_policy(&self.words, blocks, &statements, input.role, app);
        if let Some(why) = not {
            document.role = DocumentRole::NotAPolicy;
            document.why = Some(why);
            return (document, Vec::new());
        }
        (document, statements)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

/// The language that most letters are of.
fn language(blocks: &[Block]) -> &'static str {
    let (mut han, mut latin, mut other) = (0_u64, 0_u64, 0_u64);
    for c in blocks.iter().flat_map(|block| block.text.chars()) {
        if is_han(c) {
            han += 1;
        } else if c.is_ascii_alphabetic() {
            latin += 1;
        } else if c.is_alphabetic() {
            other += 1;
        }
    }
    // A Chinese character says about as much as four letters.
    if han * 4 > latin && han * 4 > other {
        "zh"
    } else if latin > other {
        "en"
    } else {
        "other"
    }
}

/// Longest line that counts as an item without a mark, in characters.
const MAX_LINE: usize = 120;

/// Level of a question among the headings: below all.
const QUESTION_LEVEL: u8 = 9;

/// Level of the term of a list of terms.
const TERM_LEVEL: u8 = 8;

/// One heading on the way to a block.
#[derive(Debug, Clone)]
struct Heading {
    level: u8,
    is_title: bool,
    text: String,
    sections: u64,
}

/// A walk through one document.
struct Walk<'a> {
    words: &'a Words,
    role: InputRole,
    headings: Vec<Heading>,
    lead: Option<Lead>,
    /// SDKs of the sentence before, for "it may collect".
    last_sdks: Vec<u16>,
    number: usize,
    table_row: (u32, usize),
    names: Vec<String>,
    /// Names of the app and its operator in normal form.
    own: Vec<String>,
    /// What the sentence before named.
    before: Vec<clause::Item>,
    /// The question that the next block answers.
    question: Option<question::Question>,
    /// The recipient that the lines after its name speak of.
    party: Option<keyed::Party>,
    /// The term that the next items explain.
    term: Option<String>,
    /// The text that stands in the document where a term is read before it.
    quoted: Option<String>,
    out: Vec<Statement>,
}

/// Sections by name, resolved once per use.
struct Sections {
    bits: u64,
}

impl Sections {
    fn has(&self, words: &Words, name: &str) -> bool {
        words
            .section(name)
            .is_some_and(|at| self.bits & (1 << at) != 0)
    }
}

impl<'a> Walk<'a> {
    fn new(words: &'a Words, role: InputRole) -> Self {
        Self {
            words,
            role,
            headings: Vec::new(),
            lead: None,
            last_sdks: Vec::new(),
            number: 0,
            table_row: (0, 0),
            names: Vec::new(),
            own: Vec::new(),
            before: Vec::new(),
            question: None,
            party: None,
            term: None,
            quoted: None,
            out: Vec::new(),
        }
    }

    /// What the innermost heading that says anything is about.
    fn sections(&self) -> Sections {
        let bits = self
            .headings
            .iter()
            .rev()
            .map(|heading| heading.sections)
            .find(|bits| *bits != 0)
            .unwrap_or(0);
        Sections { bits }
    }

    fn place(&self, tail: &str) -> String {
        let mut place = String::new();
        for heading in &self.headings {
            place.push_str(&heading.text);
            place.push_str(" > ");
        }
        place.push_str(tail);
        place
    }

    fn block(&mut self, block: &Block) {
        self.number += 1;
        match &block.kind {
            BlockKind::Heading(level) => {
                self.heading(*level, &block.text);
                self.question = question::question(&block.text)
                    .map(|text| question::Question::of(self.words, text));
            }
            BlockKind::Row { .. } => {}
            BlockKind::Term => {
                self.heading(TERM_LEVEL, &block.text);
                self.party = None;
                self.term = Some(block.text.clone());
            }
            BlockKind::Paragraph | BlockKind::Item => {
                let is_item = block.kind == BlockKind::Item;
                if let Some(asked) = question::question(&block.text) {
                    // A question stands over its answer like a heading.
                    self.heading(QUESTION_LEVEL, asked);
                    self.question = Some(question::Question::of(self.words, asked));
                    return;
                }
                let is_item = is_item || self.goes_on(&block.text);
                self.text(question::answer(&block.text), is_item);
            }
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.lead = None;
        self.term = None;
        self.last_sdks.clear();
        self.end_party();
        while self
            .headings
            .last()
            .is_some_and(|heading| heading.level >= level)
        {
            self.headings.pop();
        }
        // The title of a policy speaks of everything, so it tells nothing of a section.
        let is_title = level <= 1 && self.number <= 3;
        if self.headings.len() < MAX_HEADINGS {
            self.headings.push(Heading {
                level,
                is_title,
                text: cut(text, 80),
                sections: if is_title {
                    0
                } else {
                    self.words.sections_of(text)
                },
            });
        }
        self.party_heading(text);
    }

    fn text(&mut self, text: &str, is_item: bool) {
        let tail = format!("¶{}", self.number);
        let all = sentences(text);
        if !is_item
            && !text.ends_with([':', '：'])
            && self.lead.as_ref().is_some_and(|lead| lead.items > 0)
        {
            // A paragraph after the list ends it.
            self.lead = None;
        }
        self.last_sdks.clear();
        self.before.clear();
        if let (Some(question), Some(first)) = (self.question.take(), all.first()) {
            let form = self.words.normal.of(first);
            let marks = self.words.marks(first, &form);
            for one in question.answered(self.words, &form, &marks) {
                self.push(one, text, &tail);
            }
        }
        if self.keyed(text, &tail) {
            if let Some(lead) = &mut self.lead {
                lead.items += u32::from(is_item);
            }
            return;
        }
        let outer = self.lead.clone();
        let mut inner = false;
        let mut first = true;
        for sentence in &all {
            let party = self.term.as_ref().is_some_and(|term| {
                let form = self.words.normal.of(term);
                let marks = self.words.marks(term, &form);
                marks.has(Class::CompanySuffix) || marks.has(Class::ThirdParty)
            });
            if let Some(term) = self.term.clone().filter(|_| first || party) {
                // "Voice notes" and "if you dictate, the recording goes to …" are one entry.
                self.quoted = Some((*sentence).to_owned());
                self.sentence(&format!("{term}: {sentence}"), true, &tail);
                self.quoted = None;
            } else {
                self.sentence(sentence, is_item || inner, &tail);
            }
            first = false;
            // "We collect: (1) identifiers; (2) logs." goes on behind the semicolon.
            if !inner
                && sentence.ends_with([';', '；'])
                && let Some(at) = sentence.find([':', '：'])
                && let Some(head) = sentence.get(..at)
                && head.chars().any(char::is_alphanumeric)
            {
                let lead = self.lead_in(head, is_item);
                if lead.action.is_some() || lead.bare_denial {
                    self.lead = Some(lead);
                    inner = true;
                }
            }
        }
        if inner {
            self.lead = outer;
        }
        if let Some(lead) = &mut self.lead {
            lead.items += u32::from(is_item);
            lead.lines = is_item && text.trim_end().ends_with([';', '；']);
        }
        let opens = text.trim_end().ends_with([':', '：']) || text.trim_end().ends_with("：-");
        let announces = !is_item && !opens && all.last().is_some_and(|last| self.announces(last));
        if opens || announces {
            if let Some(last) = all.last() {
                self.lead = Some(self.lead_in(last, is_item));
            }
        } else if !is_item {
            self.lead = None;
        }
    }

    /// True for a line without a mark that stands below a lead-in like an item: it ends in a semicolon, or begins with
    /// what it is about.
    fn goes_on(&self, text: &str) -> bool {
        let Some(lead) = &self.lead else {
            return false;
        };
        let text = text.trim_end();
        if text.ends_with([':', '：']) {
            return false;
        }
        let form = self.words.normal.of(text);
        let short = text.chars().count() <= MAX_LINE;
        let open = text.ends_with([';', '；', '、']);
        let marks = self.words.marks(text, &form);
        let one = sentences(text).len() == 1;
        let labelled = !label(&form).is_empty()
            && short
            && one
            && !form.starts_with(|c: char| c.is_ascii_digit())
            && !marks.has(Class::SubjectUs)
            && !marks.has(Class::Announce);
        open || labelled || lead.lines && short && text.ends_with(['。', '.'])
    }

    /// A sentence without a colon that says that a list follows.
    fn announces(&self, sentence: &str) -> bool {
        let form = self.words.normal.of(sentence);
        let marks = self.words.marks(sentence, &form);
        marks.has(Class::Announce)
    }

    /// What the items after a sentence that ends in a colon stand under.
    fn lead_in(&self, sentence: &str, is_item: bool) -> Lead {
        let form = self.words.normal.of(sentence);
        let marks = self.words.marks_with(sentence, &form, &self.own);
        let read = clause::read(self.words, &form, &marks, None, self.words_default(), &[]);
        let exception = marks.has(Class::ExceptionLead)
            || (marks.has(Class::Condition)
                && read.last_denied
                && marks
                    .of(Class::Condition)
                    .any(|place| place.end + 12 > form.len()));
        let purpose = marks.has(Class::PurposeLeadIn);
        let mut sdks: Vec<u16> = Vec::new();
        if is_item {
            sdks.extend(self.lead.iter().flat_map(|lead| lead.sdks.iter().copied()));
        }
        sdks.extend(marks.nouns.iter().filter_map(|noun| match noun.name {
            Name::Sdk(at) => Some(at),
            _ => None,
        }));
        if marks.has(Class::NoConsent) {
            // "We may process without your consent:" whose items are cases, not purposes.
            return Lead {
                quiet: true,
                ..Lead::default()
            };
        }
        if exception {
            // What a denial leaves out is done.
            return Lead {
                action: read.last_action.filter(|action| *action == Action::Share),
                ..Lead::default()
            };
        }
        let permission = marks.has(Class::PermissionWord)
            && marks.has(Class::PermissionAsk)
            && read
                .last_action
                .is_none_or(|action| action == Action::Collect);
        let lists_sdks = marks.has(Class::SdkWord) && !read.last_denied;
        Lead {
            action: if purpose || permission {
                None
            } else if lists_sdks {
                Some(Action::Share)
            } else {
                read.last_action
            },
            denied: read.last_denied,
            bare_denial: read.last_action.is_none() && read.open_denial,
            conditional: marks.has(Class::Condition),
            purpose,
            permission,
            quiet: false,
            lines: false,
            sdks,
            items: 0,
        }
    }

    fn words_default(&self) -> clause::Defaults {
        self.defaults_in(&self.sections())
    }

    /// What a section gives to a sentence without verbs.
    fn defaults_in(&self, sections: &Sections) -> clause::Defaults {
        let has = |name: &str| sections.has(self.words, name);
        let any = |names: &[&str]| names.iter().any(|name| has(name));
        let no_collect = has("no_collect");
        let collect = has("collect") && !no_collect;
        let share = has("share") || has("sdk");
        let elsewhere = any(&[
            "storage",
            "security",
            "cross_border",
            "contact",
            "changes",
            "rights",
            "definitions",
            "minors",
        ]);
        clause::Defaults {
            collect: collect && !share,
            share,
            permissions: has("permissions"),
            deny: no_collect,
            hold: !any(&["storage", "security", "cross_border", "contact", "changes"]),
            whole: !any(&["rights", "cross_border"]),
            named: (collect || no_collect || share || !elsewhere && !has("use"))
                && !has("permissions")
                && (sections.bits != 0 || self.headings.iter().any(|heading| !heading.is_title)),
            party: false,
        }
    }

    fn sentence(&mut self, sentence: &str, is_item: bool, tail: &str) {
        let words = self.words;
        let form = words.normal.of(sentence);
        let marks = words.marks_with(sentence, &form, &self.own);
        let sections = self.sections();
        let lead = self.lead.clone().filter(|_| is_item || tail == "row");
        let all_companies = company::find(words, sentence, &form, &marks);
        let mut companies = all_companies.clone();
        companies.retain(|name| !self.is_own(name));
        let is_definition = is_definition(&form, &marks, &sections, words, lead.as_ref());
        if is_definition {
            self.push(
                Found::new(StatementType::Other).topic("definition"),
                sentence,
                tail,
            );
        }
        let label = label(&form);
        let labelled = Sections {
            bits: words.sections_of(label) & words.label_sections(),
        };
        let has_label = labelled.bits != 0;
        let sections = if has_label { labelled } else { sections };
        let mut defaults = self.defaults_in(&sections);
        defaults.party = (is_item || !label.is_empty()) && party_first(&form, &marks, &companies);
        defaults.named &= !marks.has(Class::RightWithdraw)
            && !marks.has(Class::Period)
            && !marks.has(Class::NegationOff)
            && !form.contains('@');
        defaults.party &= !sections.has(words, "contact");
        let told = ["collect", "no_collect", "share", "sdk"]
            .iter()
            .any(|name| sections.has(words, name));
        let list = entry::is_list(&form, &marks);
        defaults.named &= is_item || !label.is_empty() || told || list;
        // "You can change your nickname" collects nothing.
        let by_user = marks.has(Class::SubjectUser)
            && !marks.has(Class::SubjectUs)
            && !marks.has(Class::VerbCollect)
            && !marks.has(Class::VerbGive)
            && !marks.has(Class::Negation)
            && entry::manages(&form);
        defaults.named &= is_item || !by_user;
        // "Coordinates are encrypted" tells how something is kept safe.
        defaults.named &= list
            || is_item
            || !label.is_empty()
            || marks.has(Class::SubjectUs)
            || !marks.has(Class::SecurityMeasure);
        let bare = !marks.classes.iter().any(|(_, id)| clause::is_verb(*id));
        let said =
            bare || marks.has(Class::VerbShare) || marks.has(Class::VerbReceive) || defaults.party;
        if defaults.share && !(is_item || lead.is_some() || said || has_label) {
            defaults.share = false;
            defaults.named = false;
        }
        let is_question = form.ends_with('?');
        let quiet = marks.has(Class::NoConsent) || lead.as_ref().is_some_and(|lead| lead.quiet);
        let read = if is_definition || is_question || quiet {
            clause::Read::default()
        } else {
            clause::read(words, &form, &marks, lead.as_ref(), defaults, &self.before)
        };
        self.before.clone_from(&read.named);
        let mut found = Vec::new();
        if !is_definition {
            self.information(&read, &marks, &form, lead.as_ref(), &companies, &mut found);
        }
        let recipient = is_item
            && lead.as_ref().is_some_and(|lead| {
                let shares = lead.action == Some(Action::Share)
                    || lead.action.is_none()
                        && !lead.purpose
                        && !lead.permission
                        && !lead.bare_denial
                        && sections.has(words, "share");
                shares && !lead.denied && lead.sdks.is_empty()
            })
            && found.is_empty()
            && marks.nouns.is_empty()
            && companies.is_empty()
            && marks.has(Class::ThirdParty)
            && !marks.has(Class::Negation)
            && !marks.has(Class::Listed);
        if recipient {
            // "(d) courts and regulators"
            let mut one = Found::new(StatementType::Share);
            one.data.push("*".to_owned());
            found.push(one);
        }
        if is_item && found.is_empty() && !lead.as_ref().is_some_and(|lead| lead.denied) {
            self.bare_party(&form, &marks, &sections, &companies, &mut found);
        }
        let before = found.len();
        cues::permissions(words, &form, &marks, lead.as_ref(), &sections, &mut found);
        let listed =
            sections.has(words, "permissions") || lead.as_ref().is_some_and(|lead| lead.permission);
        if listed && (is_item || !label.is_empty()) && found.len() > before {
            // What a list of permissions says of each is its purpose.
            found.retain(|one| one.kind != StatementType::Collect);
        }
        let whose = if label.is_empty() {
            company_label(&form, &marks)
        } else {
            label
        };
        if explains(&form, &marks, whose, &found)
            && !found.iter().any(|one| one.kind == StatementType::Purpose)
        {
            found.push(Found::new(StatementType::Purpose));
        }
        let about = read.any
            || found.iter().any(|one| {
                matches!(
                    one.kind,
                    StatementType::Permission | StatementType::Share | StatementType::Collect
                )
            })
            || marks.classes.iter().any(|(_, id)| {
                // A cookie is there for something too.
                *id == Class::Cookie.id()
            });
        if sections.has(words, "rights") && !marks.has(Class::SubjectUs) {
            // "Under My profile you can see and correct your name": what the user does collects nothing.
            found.retain(|one| one.kind != StatementType::Collect);
        }
        if !quiet {
            cues::purpose(
                words,
                &marks,
                &form,
                lead.as_ref(),
                &sections,
                about,
                &mut found,
            );
        }
        let at = found.len();
        cues::cues(words, &marks, sections.bits, &mut found);
        if !sections.has(words, "rights") {
            cues::no_right(&marks, &mut found);
        }
        cues::child(&marks, &form, &mut found);
        if sections.has(words, "storage")
            && !sections.has(words, "collect")
            && found.iter().any(|one| one.kind == StatementType::Retention)
        {
            // "Network logs are kept for six months" tells how long, not that they are collected.
            found.retain(|one| one.kind != StatementType::Collect);
        }
        if sections.has(words, "security") {
            // "Only a few employees can get at the data"
            found.retain(|one| one.kind != StatementType::Share || one.data != ["*"]);
        }
        if sections.has(words, "minors") {
            // "We do not knowingly collect information from them"
            found.retain(|one| {
                one.kind != StatementType::Deny
                    || one.data.iter().any(|kind| kind != "*")
                    || !one.topics.iter().any(|topic| topic == "collect")
                    || one.topics.len() > 1
            });
        }
        if is_definition {
            // Of a definition only the cookie counts.
            let cues = found.split_off(at.min(found.len()));
            found.extend(
                cues.into_iter()
                    .filter(|one| one.kind == StatementType::Other),
            );
        }
        contact::find(
            words,
            &contact::Sentence {
                text: sentence,
                form: &form,
                marks: &marks,
                in_contact: sections.has(words, "contact"),
                early: self.number <= 12,
                shares: found.iter().any(|one| one.kind == StatementType::Share),
            },
            &all_companies,
            &mut self.names,
            &mut found,
        );
        if found.iter().any(|one| one.kind == StatementType::Contact)
            && !marks.has(Class::VerbCollect)
            && !marks.has(Class::VerbGive)
        {
            // The operator's own address is nobody's information.
            found.retain(|one| one.kind != StatementType::Collect);
        }
        let rest = form.get(label.len()..).unwrap_or_default();
        let nobody = !label.is_empty()
            && marks.of(Class::AnswerNo).any(|place| {
                place.start > label.len()
                    && form
                        .get(place.end..)
                        .is_some_and(|tail| tail.trim_end_matches(['.', '。']).is_empty())
            })
            && rest.chars().count() < 16;
        if nobody && sections.has(words, "share") && found.is_empty() {
            // "Sold to: nobody"
            let mut one = Found::new(StatementType::Deny).topic("share");
            one.data.push("*".to_owned());
            found.push(one);
        }
        if defaults.party
            && !found
                .iter()
                .any(|one| one.kind == StatementType::CrossBorder)
        {
            // "Example, Inc. - support - name, e-mail address - United States"
            if let Some(place) = form.rsplit(" - ").next().filter(|_| form.contains(" - ")) {
                self.keyed_place(place, &mut found);
            }
        }
        for one in found {
            self.push(one, sentence, tail);
        }
        let sdks: Vec<u16> = marks
            .nouns
            .iter()
            .filter_map(|noun| match noun.name {
                Name::Sdk(at) => Some(at),
                _ => None,
            })
            .collect();
        if !sdks.is_empty() {
            self.last_sdks = sdks;
        }
    }

    /// True when a company is the operator.
    fn is_own(&self, name: &str) -> bool {
        let form = self.words.normal.of(name);
        self.own.contains(&form)
    }

    fn push(&mut self, found: Found, quote: &str, tail: &str) {
        let mut data = found.data;
        data.sort();
        data.dedup();
        let mut topics = found.topics;
        topics.sort();
        topics.dedup();
        let mut permissions = found.permissions;
        permissions.sort();
        permissions.dedup();
        let tail = if tail == "row" {
            format!("table {} row {}", self.table_row.0, self.table_row.1)
        } else {
            tail.to_owned()
        };
        self.out.push(Statement {
            id: String::new(),
            doc: 0,
            place: self.place(&tail),
            quote: cut(self.quoted.as_deref().unwrap_or(quote), MAX_QUOTE),
            kind: found.kind,
            data,
            sdk: found
                .sdk
                .and_then(|at| self.words.sdk_entry(at))
                .map(|entry| entry.id.clone()),
            company: found.company,
            matched: found.matched,
            topics,
            permissions,
            conditional: found.conditional,
        });
    }
}

/// The first characters of a text.
pub(super) fn cut(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
