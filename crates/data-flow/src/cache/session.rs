//! The cache while one app is worked on: summaries that are found, and those that are made and kept. Refuses to fail:
//! what cannot be read, told or written is made as if there were no cache.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use program_model::EventKind;
use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};

use super::book::{self, Book, Stamp};
use super::bytes::{Reader, Writer};
use super::names::{FACT, Finder, Found, Teller};
use super::portable::{Decoder, Encoder, Ent, MAX_ENTS};
use super::prints::{Hasher, Print, Prints};
use super::questions;
use super::watch::{Event, Question};
use super::{CacheCounts, SummaryCache};
use crate::context::{Ctx, Key};
use crate::exec::{self, Made};
use crate::frame::Known;
use crate::summary::Summary;

/// The engine: a number over its sources.
const ENGINE: &str = env!("ENGINE_SOURCES");

/// Events of one entry.
const MAX_EVENTS: usize = 20_000;

// Kinds of events in an entry.
const ASK: u8 = 0;
const GIVE: u8 = 1;
const KNOWN: u8 = 2;
const ABSENT: u8 = 3;
const SPECIAL: u8 = 4;
const REFUSED: u8 = 5;
const CANCELLED: u8 = 6;

/// Summaries made so far, each look at one being noted.
struct Noted<'k> {
    known: &'k dyn Known,
    watch: &'k super::Watch,
}

impl Known for Noted<'_> {
    fn summary(&self, key: u32) -> Option<Rc<Summary>> {
        self.watch.note(|| Event::Known(key));
        self.known.summary(key)
    }
}

/// What a summary names, and its fingerprint.
type Told = (Print, Rc<[Ent]>);

/// A book with what its items are in this app.
#[derive(Default)]
struct Open {
    book: Book,
    /// What names stand for here.
    found: Found,
    /// By item that is an answer: whether the app answers so.
    answers: Vec<Option<bool>>,
    /// By item that is a name: what it is here, once that is known.
    ents: Vec<Option<Ent>>,
    /// By item that is a key: the key here, once that is known.
    keys: FxHashMap<u32, Rc<Key>>,
}

/// The cache at work.
pub(crate) struct Session<'c, 'x, 'a> {
    ctx: &'c Ctx<'x, 'a>,
    cache: SummaryCache<'x>,
    stamp: Stamp,
    prints: Prints<'c, 'x, 'a>,
    books: RefCell<BTreeMap<String, Open>>,
    /// Summaries by number.
    told: RefCell<FxHashMap<u32, Option<Told>>>,
    counts: RefCell<CacheCounts>,
}

impl<'c, 'x, 'a> Session<'c, 'x, 'a> {
    pub(crate) fn new(ctx: &'c Ctx<'x, 'a>, cache: SummaryCache<'x>) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(ENGINE);
        hasher.update(cache.catalogues.as_bytes());
        Self {
            ctx,
            cache,
            stamp: hasher.finalize().into(),
            prints: Prints::new(ctx),
            books: RefCell::default(),
            told: RefCell::default(),
            counts: RefCell::default(),
        }
    }

    /// Name of the file that a class belongs to: that of its package.
    fn book_of(&self, key: &Key) -> String {
        let program = self.ctx.program;
        let class = program.descriptor(program.class(program.def(key.def).class).ty);
        let end = class.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
        let mut hasher = Sha256::new();
        hasher.update(self.stamp);
        hasher.update(class.get(..end).unwrap_or_default());
        let bytes = hasher.finalize();
        let mut out = String::with_capacity(40);
        for byte in bytes.iter().take(16) {
            use std::fmt::Write as _;
            let _ = write!(out, "{byte:02x}");
        }
        out
    }

    /// What an entry is found by.
    fn key_print(&self, key: &Key) -> Option<Print> {
        let mut hasher = Hasher::new(b'E');
        hasher
            .print(self.prints.key(key))
            .print(self.prints.code(key.def)?)
            .number(self.ctx.bound.get());
        Some(hasher.finish())
    }

    /// The summary of a method: found, or made and kept.
    pub(crate) fn make(&self, known: &dyn Known, id: u32, key: &Key) -> Option<Made> {
        self.told.borrow_mut().remove(&id);
        let Some(print) = self.key_print(key) else {
            self.counts.borrow_mut().untold += 1;
            return exec::summarise(self.ctx, known, key);
        };
        let made = self.found_or_made(known, key, print);
        // A method that calls itself asked for its own summary of before.
        let mut told = self.told.borrow_mut();
        match &made {
            Some((_, Some(own))) => {
                told.insert(id, Some(own.clone()));
            }
            _ => {
                told.remove(&id);
            }
        }
        made.map(|(made, _)| made)
    }

    fn found_or_made(
        &self,
        known: &dyn Known,
        key: &Key,
        print: Print,
    ) -> Option<(Made, Option<Told>)> {
        let name = self.book_of(key);
        let mut books = self.books.borrow_mut();
        let open = books.entry(name.clone()).or_insert_with(|| {
            let bytes = self.cache.store.read(&name);
            let book = bytes.and_then(|bytes| Book::read(&bytes, &self.stamp));
            Open {
                book: book.unwrap_or_default(),
                ..Open::default()
            }
        });
        if let Some((made, told)) = self.find(open, known, &print) {
            let is_wrong = self.cache.store.verifies() && !self.is_made_so(known, key, &made);
            let mut counts = self.counts.borrow_mut();
            counts.found += 1;
            counts.wrong += u64::from(is_wrong);
            return Some((made, Some(told)));
        }
        let watch = self.ctx.watch();
        watch.start();
        let made = exec::summarise(self.ctx, &Noted { known, watch }, key);
        let events = watch.stop();
        let made = made?;
        let events = match events {
            Ok(events) => events,
            Err(why) => {
                let mut counts = self.counts.borrow_mut();
                counts.untold += 1;
                *counts.reasons.entry(why).or_default() += 1;
                return Some((made, None));
            }
        };
        let told = self.keep(open, known, print, key, &events, &made);
        let mut counts = self.counts.borrow_mut();
        if told.is_some() {
            counts.made += 1;
        } else {
            counts.untold += 1;
        }
        Some((made, told))
    }

    /// Making the summary gives the very same.
    fn is_made_so(&self, known: &dyn Known, key: &Key, found: &Made) -> bool {
        let made = exec::summarise(self.ctx, known, key);
        made.is_some_and(|made| {
            let (a, b) = (self.encode(&found.summary), self.encode(&made.summary));
            let (Some((a, own)), Some((b, other))) = (a, b) else {
                return false;
            };
            a == b
                && own.ents == other.ents
                && found.summary.used == made.summary.used
                && found.units == made.units
                && found.missing == made.missing
        })
    }

    /// Names and fingerprint of a summary that is there.
    fn told(&self, known: &dyn Known, id: u32) -> Option<Told> {
        if let Some(told) = self.told.borrow().get(&id) {
            return told.clone();
        }
        let told = known
            .summary(id)
            .and_then(|summary| self.encode(&summary))
            .map(|(print, encoder)| (print, Rc::from(encoder.ents)));
        self.told.borrow_mut().insert(id, told.clone());
        told
    }

    fn encode(&self, summary: &Summary) -> Option<(Print, Encoder)> {
        let mut encoder = Encoder::default();
        if !encoder.summary(summary) {
            return None;
        }
        let mut hasher = Hasher::new(b'B');
        for ent in &encoder.ents {
            hasher.print(match *ent {
                Ent::Type(ty) => self.prints.ty(ty),
                Ent::Def(def) => self.prints.def(def),
                Ent::Field(field) => self.prints.field(field),
                Ent::Constant(id) => self.prints.constant(id),
                Ent::Label(id) => self.prints.label(id),
                Ent::Transform(id) => self.prints.transform(id),
                Ent::Key(id) => self.prints.key(&self.ctx.key_at(id)?),
                Ent::Source(id) => self.prints.source(id),
                Ent::Way(id) => self.prints.way(id),
            });
        }
        hasher.bytes(&encoder.out.0);
        Some((hasher.finish(), encoder))
    }

    /// An entry of which all is as it was.
    fn find(&self, open: &mut Open, known: &dyn Known, key: &Print) -> Option<(Made, Told)> {
        let Open {
            book,
            found,
            answers,
            ents,
            keys,
        } = open;
        answers.resize(book.n_items(), None);
        ents.resize(book.n_items(), None);
        let finder = Finder {
            ctx: self.ctx,
            program: self.ctx.program.all(),
            book,
            found,
        };
        let mut lookup = Lookup {
            session: self,
            finder,
            answers,
            ents,
            keys,
            why: "",
        };
        let mut why = None;
        for entry in book.entries(key) {
            if let Some(found) = lookup.entry(known, Reader::new(entry)) {
                return Some(found);
            }
            why = Some(lookup.why);
        }
        if let Some(why) = why {
            *self.counts.borrow_mut().reasons.entry(why).or_default() += 1;
        }
        None
    }

    /// Writes down what was made and what was asked for it.
    fn keep(
        &self,
        open: &mut Open,
        known: &dyn Known,
        print: Print,
        key: &Key,
        events: &[Event],
        made: &Made,
    ) -> Option<Told> {
        if events.len() > MAX_EVENTS {
            return None;
        }
        let ctx = self.ctx;
        let program = ctx.program.all();
        let (own, encoder) = self.encode(&made.summary)?;
        let mut ordered: BTreeSet<Ent> = encoder.ents.iter().copied().collect();
        let dex = program.dex_of(key.def);
        for event in program.events(key.def) {
            if matches!(
                event.kind,
                EventKind::StaticGet
                    | EventKind::StaticPut
                    | EventKind::InstanceGet
                    | EventKind::InstancePut
            ) {
                ordered.extend(program.field_at(dex, event.index).map(Ent::Field));
            }
        }
        let mut teller = Teller {
            ctx,
            program,
            book: &mut open.book,
        };
        let mut events_out = Writer::default();
        let out = &mut events_out;
        let is_said = |event: &&Event| **event != Event::Ask(Question::Code(key.def));
        out.count(events.iter().filter(is_said).count());
        for event in events {
            let mut give = |ent: Ent, out: &mut Writer, teller: &mut Teller<'_, '_, '_, '_>| {
                out.byte(GIVE);
                out.small(teller.ent(ent)?);
                ordered.insert(ent);
                Some(())
            };
            match event {
                // What the entry is found by says it already.
                Event::Ask(Question::Code(def)) if *def == key.def => {}
                Event::Ask(question) => {
                    let answer = self.prints.answer(question)?;
                    let (kind, place, number) = questions::tell(&mut teller, question)?;
                    let mut fact = Writer::default();
                    fact.byte(FACT);
                    fact.byte(kind);
                    fact.small(place);
                    fact.small(number);
                    fact.raw(&answer);
                    out.byte(ASK);
                    out.small(teller.book.place(&fact.0));
                    if let Some(field) = questions::field_of(question) {
                        ordered.insert(Ent::Field(field));
                        ordered.insert(Ent::Field(program.declared_field(field)));
                    }
                }
                Event::Constant(id) => give(Ent::Constant(*id), out, &mut teller)?,
                Event::Label(id) => give(Ent::Label(*id), out, &mut teller)?,
                // The last bit stands for all that have none of their own.
                Event::Transform(id) if *id >= 47 => return None,
                Event::Transform(id) => give(Ent::Transform(*id), out, &mut teller)?,
                Event::Key(id) => give(Ent::Key(*id), out, &mut teller)?,
                Event::Source(id) => give(Ent::Source(*id), out, &mut teller)?,
                Event::Way(id) => give(Ent::Way(*id), out, &mut teller)?,
                Event::Known(id) => {
                    let place = teller.ent(Ent::Key(*id))?;
                    if known.summary(*id).is_some() {
                        let (print, ents) = self.told(known, *id)?;
                        out.byte(KNOWN);
                        out.small(place);
                        out.raw(&print);
                        ordered.extend(ents.iter().copied());
                    } else {
                        out.byte(ABSENT);
                        out.small(place);
                    }
                }
                Event::Special(key, is_special) => {
                    out.byte(if *is_special { SPECIAL } else { REFUSED });
                    out.small(teller.key(key)?);
                    for (ask, _) in &key.types {
                        ordered.extend(ents_of(ask));
                    }
                    for (ask, id) in &key.consts {
                        ordered.extend(ents_of(ask));
                        ordered.insert(Ent::Constant(*id));
                    }
                }
                Event::Cancelled(def) => {
                    out.byte(CANCELLED);
                    out.small(teller.ent(Ent::Def(*def))?);
                }
            }
        }
        // Sets and heaps are in the order of these numbers: where that is another, the summary may be too.
        for (ask, _) in &key.types {
            ordered.extend(ents_of(ask));
        }
        for (ask, id) in &key.consts {
            ordered.extend(ents_of(ask));
            ordered.insert(Ent::Constant(*id));
        }
        let is_ordered = |ent: &Ent| {
            matches!(
                ent,
                Ent::Field(_) | Ent::Constant(_) | Ent::Label(_) | Ent::Source(_) | Ent::Way(_)
            )
        };
        let ordered: Vec<Ent> = ordered.into_iter().filter(is_ordered).collect();
        if ordered.len() > MAX_ENTS {
            return None;
        }
        let mut out = Writer::default();
        out.count(ordered.len());
        for ent in ordered {
            let place = teller.ent(ent)?;
            out.small(place);
        }
        out.text(&events_out.0);
        out.number(made.units);
        out.count(made.missing.len());
        for key in &made.missing {
            let place = teller.key(key)?;
            out.small(place);
        }
        out.count(encoder.ents.len());
        for ent in &encoder.ents {
            let place = teller.ent(*ent)?;
            out.small(place);
        }
        out.raw(&own);
        out.raw(&encoder.out.0);
        // One that the file has no room for is told all the same.
        if !open.book.add(print, out.0) {
            self.counts.borrow_mut().full += 1;
        }
        Some((own, encoder.ents.into()))
    }

    /// Writes what is new, and gives what was counted.
    pub(crate) fn finish(self) -> CacheCounts {
        for (name, open) in self.books.into_inner() {
            if open.book.changed {
                self.cache.store.write(&name, &open.book.write(&self.stamp));
            }
        }
        let counts = self.counts.into_inner();
        self.cache.store.count(&counts);
        counts
    }
}

/// What has an order among the steps of a path.
fn ents_of(ask: &crate::summary::Ask) -> impl Iterator<Item = Ent> + '_ {
    use crate::node::Sel;
    ask.path.iter().filter_map(|sel| match sel {
        Sel::Field(number) => Some(Ent::Field(program_model::FieldId::from_index(
            *number as usize,
        ))),
        Sel::Name(id) => Some(Ent::Label(*id)),
        Sel::Key(id) => Some(Ent::Constant(*id)),
        _ => None,
    })
}

/// Passes over a list of places.
fn skip_list(reader: &mut Reader<'_>) -> Option<()> {
    for _ in 0..reader.count()? {
        reader.small()?;
    }
    Some(())
}

/// One look-up.
struct Lookup<'l, 'c, 'x, 'a> {
    session: &'l Session<'c, 'x, 'a>,
    finder: Finder<'l, 'c, 'x, 'a>,
    answers: &'l mut Vec<Option<bool>>,
    ents: &'l mut Vec<Option<Ent>>,
    keys: &'l mut FxHashMap<u32, Rc<Key>>,
    why: &'static str,
}

impl Lookup<'_, '_, '_, '_> {
    fn ent(&mut self, place: u32, gives: bool) -> Option<Ent> {
        let at = place as usize;
        if let Some(known) = self.ents.get(at).copied().flatten() {
            return Some(known);
        }
        let found = self.finder.ent(place, gives, 0)?;
        if let Some(slot) = self.ents.get_mut(at) {
            *slot = Some(found);
        }
        Some(found)
    }

    fn key(&mut self, place: u32) -> Option<Rc<Key>> {
        if let Some(known) = self.keys.get(&place) {
            return Some(Rc::clone(known));
        }
        let found = Rc::new(self.finder.key(place)?);
        self.keys.insert(place, Rc::clone(&found));
        Some(found)
    }

    /// The app answers a question as it was answered.
    fn answers_so(&mut self, place: u32) -> bool {
        let at = place as usize;
        if let Some(known) = self.answers.get(at).copied().flatten() {
            return known;
        }
        let is_same = self.asked(place).unwrap_or(false);
        if let Some(slot) = self.answers.get_mut(at) {
            *slot = Some(is_same);
        }
        is_same
    }

    fn asked(&self, place: u32) -> Option<bool> {
        let fact = self.finder.book.item(place)?;
        let mut reader = Reader::new(fact.strip_prefix(&[FACT])?);
        let kind = reader.byte()?;
        let (name, number) = (reader.small()?, reader.small()?);
        let question = questions::find(&self.finder, kind, name, number)?;
        let answer = book::print(&mut reader)?;
        Some(self.session.prints.answer(&question)? == answer)
    }

    /// The numbers that things have, or will get, have the order that they had: what is made in the order of numbers is
    /// made alike. What has no number yet gets one when it is first given one, behind all others.
    fn is_ordered(&mut self, reader: &mut Reader<'_>, events: &Reader<'_>) -> Option<bool> {
        let mut before: Option<Ent> = None;
        let mut fresh: Vec<(std::mem::Discriminant<Ent>, u32)> = Vec::new();
        for _ in 0..reader.count()? {
            let place = reader.small()?;
            match self.ent(place, false) {
                Some(here) => {
                    let kind = std::mem::discriminant(&here);
                    let is_behind = fresh.iter().any(|(known, _)| *known == kind);
                    if is_behind || before.is_some_and(|before| before >= here) {
                        return Some(false);
                    }
                    before = Some(here);
                }
                None => fresh.push((self.kind_of_name(place)?, place)),
            }
        }
        if fresh.is_empty() {
            return Some(true);
        }
        let mut given: FxHashMap<u32, usize> = FxHashMap::default();
        let mut events = events.clone();
        let n = events.count()?;
        for at in 0..n {
            let kind = events.byte()?;
            let place = events.small()?;
            match kind {
                GIVE => {
                    given.entry(place).or_insert(at);
                }
                KNOWN => {
                    book::print(&mut events)?;
                }
                _ => {}
            }
        }
        let mut last: Option<(std::mem::Discriminant<Ent>, usize)> = None;
        for (kind, place) in fresh {
            let at = *given.get(&place)?;
            if last.is_some_and(|(known, before)| known == kind && before >= at) {
                return Some(false);
            }
            last = Some((kind, at));
        }
        Some(true)
    }

    /// The kind of number that a name will get.
    fn kind_of_name(&self, place: u32) -> Option<std::mem::Discriminant<Ent>> {
        self.finder
            .numbered(place)
            .map(|ent| std::mem::discriminant(&ent))
    }

    /// Goes through an entry: the order of numbers first, which changes nothing, then the events one by one as making
    /// the summary would meet them. So numbers are given as without the cache, also where an event ends the look-up:
    /// up to there the summary would have been made the same way.
    fn entry(&mut self, known: &dyn Known, mut reader: Reader<'_>) -> Option<(Made, Told)> {
        let ctx = self.session.ctx;
        let mut head = reader.clone();
        skip_list(&mut reader)?;
        let mut events = Reader::new(reader.text()?);
        self.why = "another order";
        if !self.is_ordered(&mut head, &events)? {
            return None;
        }
        for _ in 0..events.count()? {
            let kind = events.byte()?;
            let place = events.small()?;
            match kind {
                ASK => {
                    self.why = "another answer";
                    if !self.answers_so(place) {
                        self.why = self.kind_of(place);
                        return None;
                    }
                }
                GIVE => {
                    self.why = "a name the app does not have";
                    self.ent(place, true)?;
                }
                KNOWN => {
                    self.why = "another callee";
                    let key = self.key(place)?;
                    let print = book::print(&mut events)?;
                    let id = ctx.find_key(&key)?;
                    if self.session.told(known, id)?.0 != print {
                        return None;
                    }
                }
                ABSENT => {
                    self.why = "another callee";
                    let key = self.key(place)?;
                    if let Some(id) = ctx.find_key(&key)
                        && known.summary(id).is_some()
                    {
                        return None;
                    }
                }
                SPECIAL | REFUSED => {
                    self.why = "room for known arguments";
                    let key = self.key(place)?;
                    if ctx.may_be_special(&key) != (kind == SPECIAL) {
                        return None;
                    }
                    // Room is taken only where making the summary would take it, which gives the key its number next.
                    let Key {
                        def,
                        types,
                        consts,
                        delivered,
                    } = (*key).clone();
                    ctx.special(def, types, consts, delivered);
                }
                CANCELLED => {
                    let Ent::Def(def) = self.ent(place, false)? else {
                        return None;
                    };
                    ctx.cancel(def);
                }
                _ => return None,
            }
        }
        self.why = "a damaged entry";
        let units = reader.number()?;
        let mut missing = BTreeSet::new();
        for _ in 0..reader.count()? {
            let key = self.key(reader.small()?)?;
            missing.insert((*key).clone());
        }
        let n = reader.count()?;
        if n > MAX_ENTS {
            return None;
        }
        let mut ents = Vec::with_capacity(n);
        for _ in 0..n {
            let place = reader.small()?;
            ents.push(self.ent(place, false)?);
        }
        let print = book::print(&mut reader)?;
        let summary = Decoder::new(reader, &ents).summary()?;
        let made = Made {
            summary,
            missing,
            units,
        };
        Some((made, (print, ents.into())))
    }

    /// What a question is about, for the counts.
    fn kind_of(&self, place: u32) -> &'static str {
        let kind = self.finder.book.item(place).and_then(|item| item.get(1));
        match kind {
            Some(1) => "answer: shape of a type",
            Some(2 | 3) => "answer: types below",
            Some(4) => "answer: objects made",
            Some(5) => "answer: component",
            Some(20..=21) => "answer: method",
            Some(22) => "answer: calls",
            Some(25) => "answer: methods looked at",
            Some(40..=42) => "answer: tables of a method",
            Some(50..=69) => "answer: fields",
            Some(70..=89) => "answer: names of the app",
            Some(90..=99) => "answer: of the whole app",
            _ => "another answer",
        }
    }
}
