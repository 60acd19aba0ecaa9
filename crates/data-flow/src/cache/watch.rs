//! What making one summary asks of the app: the list of questions in their order, and the values that got numbers on
//! the way. Refuses to look at an answer; that is the work of `prints`.

use std::cell::{Cell, RefCell};
use std::ops::{Deref, DerefMut, Index, IndexMut};
use std::rc::Rc;

use program_model::{DefId, FieldId, IdVec, MethodId, SelectorId, TypeId};
use rustc_hash::FxHashSet;

use crate::context::Key;

/// A question about the app whose answer decides what a summary says. Each has an answer that stays the same for as
/// long as the app is worked on, and that can be told by names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Question {
    /// A class of the app with its methods.
    Shape(TypeId),
    /// A type is a class of the app, or one of the framework that is modelled.
    App(TypeId),
    /// All above a type by name, and which of them are classes of the app.
    Above(TypeId),
    /// The method that a call on an object of a type runs.
    Lookup(TypeId, SelectorId),
    /// The method that a type itself declares.
    Declares(TypeId, SelectorId),
    /// What is directly below a type, in order.
    Below(TypeId),
    /// Nothing is below a type.
    Leaf(TypeId),
    /// Flags of a method of the app.
    Member(DefId),
    /// Code of a method.
    Code(DefId),
    /// The method of the app that a name at a call is.
    DefOf(MethodId),
    /// The declaration that a field at an access means.
    Declared(FieldId),
    /// The program names a type.
    NamedType(Rc<[u8]>),
    /// The program has a name.
    NamedName(Rc<[u8]>),
    /// What the tables say of a method.
    Spec(MethodId),
    /// Calls out of a method that are no virtual ones: callbacks, initialisers, lambdas.
    Edges(DefId),
    /// Methods that may answer the virtual call at an instruction: such a call is open until an app says so.
    Answered(DefId, u32),
    /// Where a static field is written.
    Writes(FieldId),
    /// Some code writes a static field.
    Written(FieldId),
    /// Code makes objects of a type or of one below it.
    Made(TypeId),
    /// The constant that a static field holds.
    Static(FieldId),
    /// The number that a method returns.
    Returned(DefId),
    /// A method never returns.
    NoReturn(DefId),
    /// What a final field holds.
    Held(FieldId),
    /// A field stays 0.
    Zero(FieldId),
    /// An array that only an initialiser fills.
    Filled(FieldId),
    /// An array of texts.
    Texts(FieldId),
    /// The constants of an enumeration that a field may hold.
    Few(FieldId),
    /// A field stays null.
    Null(FieldId),
    /// The only object of a static field.
    Only(FieldId),
    /// A field is left out when its object is written out.
    Transient(FieldId),
    /// A field is a constant of an enumeration.
    EnumMember(FieldId),
    /// Name and number of a constant of an enumeration.
    EnumParts(FieldId),
    /// A method is summarised.
    Wanted(DefId),
    /// What the manifest and the tables of components say of a type.
    Component(TypeId),
    /// Some service can be bound by others.
    AnyExported,
    /// The manifest asks for a permission.
    Permission(Rc<str>),
    /// The manifest has a component of a name.
    ComponentName(Rc<str>),
    /// The component with a name.
    ComponentNamed(Rc<str>),
    /// An address is one of the app's own providers.
    OwnAddress(Rc<str>),
    /// The provider at an address.
    Provider(Rc<str>),
    /// The package of the manifest.
    Package,
    /// What the manifest tells by name.
    MetaData,
    /// Accesses in a method.
    Sources(DefId),
    /// A method looks up members.
    Within(DefId),
    /// Some method of the app looks up members.
    AnyRule,
    /// Objects are made to order for an interface.
    Ordered(TypeId),
    /// Who answers for objects made to order.
    Proxies,
    /// Some text field that holds information may be read.
    ReadsFields,
}

/// One thing that happened while a summary was made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Event {
    /// A question was asked.
    Ask(Question),
    /// A constant was given its number, or it was asked for.
    Constant(u32),
    /// The same of a name of the tables.
    Label(u32),
    /// The same of a transform, by bit.
    Transform(u32),
    /// The same of the key of a summary.
    Key(u32),
    /// The same of a source.
    Source(u32),
    /// The same of a way out.
    Way(u32),
    /// The summary of a key was looked at, whether or not it was there.
    Known(u32),
    /// A summary for known arguments was asked for; whether it may be made.
    Special(Rc<Key>, bool),
    /// A callback was called off.
    Cancelled(DefId),
}

/// The list.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    on: Cell<bool>,
    spoiled: Cell<Option<&'static str>>,
    seen: RefCell<FxHashSet<Event>>,
    log: RefCell<Vec<Event>>,
}

/// No question is noted as long as this lives: what is asked belongs to a question that was noted as a whole.
pub(crate) struct Quiet<'w>(&'w Cell<bool>, bool);

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        self.0.set(self.1);
    }
}

impl Watch {
    /// Begins a list.
    pub(crate) fn start(&self) {
        self.seen.borrow_mut().clear();
        self.log.borrow_mut().clear();
        self.spoiled.set(None);
        self.on.set(true);
    }

    /// Ends it: the events in order, each once, or what was asked that no cache can tell.
    pub(crate) fn stop(&self) -> Result<Vec<Event>, &'static str> {
        self.on.set(false);
        let log = std::mem::take(&mut *self.log.borrow_mut());
        match self.spoiled.get() {
            Some(why) => Err(why),
            None => Ok(log),
        }
    }

    #[inline]
    pub(crate) fn is_on(&self) -> bool {
        self.on.get()
    }

    /// Notes an event.
    #[inline]
    pub(crate) fn note(&self, event: impl FnOnce() -> Event) {
        if self.on.get() {
            self.put(event());
        }
    }

    /// Notes a question.
    #[inline]
    pub(crate) fn ask(&self, question: impl FnOnce() -> Question) {
        if self.on.get() {
            self.put(Event::Ask(question()));
        }
    }

    #[inline(never)]
    fn put(&self, event: Event) {
        let mut seen = self.seen.borrow_mut();
        if !seen.contains(&event) {
            self.log.borrow_mut().push(event.clone());
            seen.insert(event);
        }
    }

    /// Something was asked whose answer cannot be told by names.
    #[inline]
    pub(crate) fn spoil(&self, why: &'static str) {
        if self.on.get() {
            self.spoiled.set(Some(why));
        }
    }

    /// Notes nothing for a while.
    pub(crate) fn quiet(&self) -> Quiet<'_> {
        let before = self.on.replace(false);
        Quiet(&self.on, before)
    }
}

/// A part of the app that only one question stands for: each look at it asks that question. Without one a summary that
/// looked cannot be kept.
#[derive(Debug, Default)]
pub(crate) struct Watched<T> {
    value: T,
    question: Option<Question>,
    watch: Rc<Watch>,
}

impl<T> Watched<T> {
    pub(crate) fn new(value: T, question: Option<Question>, watch: &Rc<Watch>) -> Self {
        Self {
            value,
            question,
            watch: Rc::clone(watch),
        }
    }

    /// The part without its question: where it is asked only when the answer matters.
    pub(crate) fn unasked(&self) -> &T {
        &self.value
    }

    /// Puts the part in.
    pub(crate) fn put_in(&mut self, value: T) {
        self.value = value;
    }
}

impl<T> Deref for Watched<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        if self.watch.is_on() {
            match &self.question {
                Some(question) => self.watch.ask(|| question.clone()),
                None => self.watch.spoil("a part of the app that no name tells"),
            }
        }
        &self.value
    }
}

impl<T> DerefMut for Watched<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

/// Methods that are summarised.
#[derive(Debug)]
pub(crate) struct Wanted {
    list: IdVec<DefId, bool>,
    watch: Rc<Watch>,
}

impl Wanted {
    pub(crate) fn new(n: usize, watch: &Rc<Watch>) -> Self {
        Self {
            list: IdVec::filled(false, n),
            watch: Rc::clone(watch),
        }
    }

    pub(crate) fn set(&mut self, list: &IdVec<DefId, bool>) {
        self.list.clone_from(list);
    }

    pub(crate) fn list(&self) -> &IdVec<DefId, bool> {
        &self.list
    }
}

impl Index<DefId> for Wanted {
    type Output = bool;

    #[inline]
    fn index(&self, def: DefId) -> &bool {
        self.watch.ask(|| Question::Wanted(def));
        &self.list[def]
    }
}

impl IndexMut<DefId> for Wanted {
    fn index_mut(&mut self, def: DefId) -> &mut bool {
        &mut self.list[def]
    }
}
