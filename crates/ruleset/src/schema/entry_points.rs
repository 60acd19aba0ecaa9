//! Entry points: methods that the framework calls on components.

use serde::{Deserialize, Serialize};

use crate::Text;

/// One file of entry points.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryPointFile<'a> {
    /// `privlens/entry-points/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Sets of methods by component kind.
    pub sets: Vec<EntryPointSet<'a>>,
}

/// Lifecycle methods of one kind of component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryPointSet<'a> {
    /// `application`, `activity`, `service`, `receiver`, `provider`, `app_component_factory`, `backup_agent`,
    /// `instrumentation`; `layout_handler` for methods that layouts name.
    #[serde(borrow)]
    pub component: Text<'a>,
    /// Framework type that such a component extends.
    pub base: Text<'a>,
    /// Code makes the objects and hands them to the framework, which then runs their life.
    #[serde(default)]
    pub handed: bool,
    /// Types besides the base whose objects have the same life, also such as are not of the framework.
    #[serde(default)]
    pub also: Vec<Text<'a>>,
    /// Methods in the order in which the framework calls them.
    pub methods: Vec<LifecycleMethod<'a>>,
}

/// One lifecycle method.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of when the method runs, and none depends on another"
)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifecycleMethod<'a> {
    /// Name and prototype, `onCreate(Landroid/os/Bundle;)V`; `*` stands for any name.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Base type when it differs from the set's.
    #[serde(default)]
    pub base: Option<Text<'a>>,
    /// What makes the framework call it, when it is not the start of the component.
    #[serde(default)]
    pub on: Option<CallKind>,
    /// Names of the methods that can run directly before it, on the same object; `*` stands for any that this list
    /// gives no order for. Empty for the first ones, and where the order of the kind is not told.
    #[serde(default)]
    pub after: Vec<Text<'a>>,
    /// Further methods directly behind which it runs only where code of theirs calls a method named in `if_calls`: a
    /// page that ends itself while it is made is never started.
    #[serde(default)]
    pub after_if: Vec<Text<'a>>,
    /// Names of methods that end an object early.
    #[serde(default)]
    pub if_calls: Vec<Text<'a>>,
    /// Behind it the component waits for events: methods without an order can run then.
    #[serde(default)]
    pub waits: bool,
    /// An application's method that runs before the providers are made.
    #[serde(default)]
    pub before_providers: bool,
    /// Called only where the manifest entry of the component names changes of the device that it handles.
    #[serde(default)]
    pub if_handled: bool,
    /// Runs only where code of the app makes a call that brings it about; the rows of `dataflow/summaries` say which.
    #[serde(default)]
    pub by_call: bool,
}

/// What makes the framework call back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallKind {
    /// The call itself: the callback has run when the call returns.
    Sync,
    /// Nothing else: it runs soon, on another thread or at the end of a queue.
    Async,
    /// The passing of a time that the code asked for.
    Delayed,
    /// The answer to what the call asked for.
    Result,
    /// The life of the thing handed over.
    Lifecycle,
    /// Something that the user does.
    User,
    /// The user refuses in a dialog; ordinary user action unless the dialog asks for the agreement.
    Refuse,
    /// Something that the system tells of.
    Event,
    /// A schedule: alarms, jobs, periodic work.
    Scheduled,
    /// A script behind a bridge.
    Bridge,
}

/// Callbacks of the framework and of well-known libraries.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallbackFile<'a> {
    /// `privlens/callbacks/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// The type of constant texts, which nobody makes.
    #[serde(default)]
    pub text_type: Option<Text<'a>>,
    /// Types so general that their objects are not followed: any object of the app may stand behind them.
    #[serde(default)]
    pub untracked: Vec<Text<'a>>,
    /// Types whose objects are parts of the object that was asked for them, as an iterator is: where that is an object
    /// of the framework, so are they.
    #[serde(default)]
    pub parts: Vec<Text<'a>>,
    /// Types whose objects are followed, but which the framework is not taken to call back where they are handed over.
    #[serde(default)]
    pub uncalled: Vec<Text<'a>>,
    /// Names of methods, with `*` for any run of characters, that take back what was handed over elsewhere.
    #[serde(default)]
    pub takes_back: Vec<Text<'a>>,
    /// What makes the framework call a method of a type that it was handed; the first row that fits counts.
    #[serde(default)]
    pub types: Vec<CallbackType<'a>>,
    /// Calls that hand an object over in a special way.
    #[serde(default)]
    pub registrations: Vec<Registration<'a>>,
    /// Calls that hand over who is told of something that another call begins.
    #[serde(default)]
    pub held: Vec<HeldCalls<'a>>,
    /// Calls that start a component named by an intent.
    #[serde(default)]
    pub starts: Vec<StartMethod<'a>>,
    /// Packages of the views that a layout names without one, `Lpkg/`, in the order in which they are tried.
    #[serde(default)]
    pub view_packages: Vec<Text<'a>>,
    /// Meta-data of components that names a class which start-up makes.
    #[serde(default)]
    pub meta_data: Vec<MadeByMetaData<'a>>,
}

/// Calls that hand an object over which hears nothing before another call was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldCalls<'a> {
    /// Methods that hand the object over, `LCLASS;->NAME`, with a prototype where only one is meant.
    #[serde(borrow)]
    pub calls: Vec<Text<'a>>,
    /// Methods one of which must have been called.
    pub until: Vec<Text<'a>>,
}

/// A class that start-up makes because the meta-data of a component names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeByMetaData<'a> {
    /// Word of the chains that begin here.
    #[serde(borrow)]
    pub word: Text<'a>,
    /// The meta-data has this value, and its key is the class.
    #[serde(default)]
    pub value: Option<Text<'a>>,
    /// The key begins with this, and its rest is the class.
    #[serde(default)]
    pub prefix: Option<Text<'a>>,
    /// Names of the methods called.
    pub calls: Vec<Text<'a>>,
}

/// What makes the framework call methods of one type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallbackType<'a> {
    /// Descriptor; `*` stands for any run of characters.
    #[serde(borrow)]
    pub r#type: Text<'a>,
    /// Names of methods, `*` as above; all when left out.
    #[serde(default)]
    pub method: Option<Text<'a>>,
    /// What makes the framework call.
    pub kind: CallKind,
    /// Calls on such an object lead to no callback unless a registration says so.
    #[serde(default)]
    pub closed: bool,
}

/// A call that hands an object over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration<'a> {
    /// `Lpkg/Cls;->name` for all overloads, or with a prototype; calls named on a subclass count too.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// What is handed over: `this`, `arg N`, `each` (every argument), `class N` (the framework makes an object of the
    /// class constant), `class this`, `services N` (objects of the classes that the app registers for the class constant),
    /// `inside N` (what the collection in an argument holds), `listener N of NAME` (what the call NAME before it gave to the same object as its argument N).
    pub object: Text<'a>,
    /// Type that the object must have, when the parameter's type is wider.
    #[serde(default)]
    pub of: Option<Text<'a>>,
    /// Methods called back: name and prototype, a name alone, `@annotation`, `<init>` for constructors, or `named N`
    /// for the methods whose name is the constant in a parameter.
    pub calls: Vec<Text<'a>>,
    /// The row counts only when the object that the call makes is then used by a method of one of these names, or
    /// leaves the method that makes it.
    #[serde(default)]
    pub if_used: Vec<Text<'a>>,
    /// What makes the framework call.
    pub kind: CallKind,
    /// Values that pass: `arg N -> name M`, `inside N -> name M`, `name -> name M`, `name -> return`; `nothing` when the
    /// data-flow tables say when the methods are called and on what.
    #[serde(default)]
    pub links: Vec<Text<'a>>,
}

/// A call that starts a component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartMethod<'a> {
    /// As in [`Registration::method`].
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Declared parameter that holds the intent, the component name or its list.
    pub arg: u32,
    /// `activity`, `service`, `receiver`; `enable` for calls that switch a component on; `layout` for calls that make
    /// what the compiled resource of a number names.
    pub component: Text<'a>,
    /// What makes it start.
    pub kind: CallKind,
}

/// What tells of the user's agreement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentFile<'a> {
    /// `privlens/consent/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Methods that read a stored flag.
    #[serde(default)]
    pub getters: Vec<FlagGetter<'a>>,
    /// Methods that write a stored flag.
    #[serde(default)]
    pub setters: Vec<FlagSetter<'a>>,
    /// Calls that wait until the object which they are made on is opened.
    #[serde(default)]
    pub waits: Vec<WaitMethod<'a>>,
    /// Objects that hold one value, which code puts in at one place and takes out at another.
    #[serde(default)]
    pub holders: Vec<ValueHolder<'a>>,
    /// Methods that hand a truth value through unchanged: from their receiver, or their first argument when static.
    #[serde(default)]
    pub transparent: Vec<Text<'a>>,
    /// Methods that turn a value around: true for an empty text.
    #[serde(default)]
    pub negates: Vec<Text<'a>>,
    /// Methods whose result is no value but says that the value comes later.
    #[serde(default)]
    pub never: Vec<Text<'a>>,
    /// Methods that compare two values: true when both are the same.
    #[serde(default)]
    pub equals: Vec<Text<'a>>,
    /// Methods that give the number by which a switch over texts tells them apart.
    #[serde(default)]
    pub text_hash: Vec<Text<'a>>,
    /// Methods that give the constant of an enumeration with a name: class, name.
    #[serde(default)]
    pub enum_value_of: Vec<Text<'a>>,
    /// Methods that give the name of such a constant.
    #[serde(default)]
    pub enum_name: Vec<Text<'a>>,
    /// Methods that give its number.
    #[serde(default)]
    pub enum_ordinal: Vec<Text<'a>>,
    /// Words in the name of a flag that stands for the agreement, lower case.
    #[serde(default)]
    pub flag_words: Vec<Text<'a>>,
    /// Words that make such a name mean something else: shown, version, url.
    #[serde(default)]
    pub other_words: Vec<Text<'a>>,
    /// Words in the name of a method or field that turn its meaning around: need, not, first.
    #[serde(default)]
    pub negative_words: Vec<Text<'a>>,
    /// Parts of texts of a dialog that asks for the agreement.
    #[serde(default)]
    pub dialog_words: Vec<Text<'a>>,
    /// The words that tell when something happens.
    #[serde(default)]
    pub phases: Vec<PhaseWord<'a>>,
    /// What the launcher starts the first page with.
    #[serde(default)]
    pub launch: Option<LaunchRequest<'a>>,
    /// Methods that show a dialog or page.
    #[serde(default)]
    pub shows: Vec<Text<'a>>,
}

/// The request with which the launcher starts an app: what a test of it rules out waits for somebody else to start it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchRequest<'a> {
    /// The action in it.
    #[serde(borrow)]
    pub action: Text<'a>,
    /// Methods that give the action.
    pub gives: Vec<Text<'a>>,
    /// Methods that compare a text with another, or with its beginning.
    pub tests: Vec<Text<'a>>,
}

/// A word that tells when something happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseWord<'a> {
    /// The word of reports.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    pub name: super::Names<'a>,
    /// What it says.
    pub means: super::Names<'a>,
    /// What a person must still confirm.
    pub confirm: super::Names<'a>,
}

/// A method that reads a stored flag.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagGetter<'a> {
    /// As in [`Registration::method`].
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Declared parameter that is the key; the object that the call is made on when left out.
    #[serde(default)]
    pub key: Option<u32>,
    /// Declared parameter that is the value of a flag never written.
    #[serde(default)]
    pub default: Option<u32>,
    /// That value when no parameter gives it.
    #[serde(default)]
    pub value: i64,
    /// The result tells whether the key was ever written, whatever its value.
    #[serde(default)]
    pub there: bool,
    /// The key is a path, of which the last part counts.
    #[serde(default)]
    pub file: bool,
}

/// A method that writes a stored flag.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagSetter<'a> {
    /// As in [`Registration::method`].
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Declared parameter that is the key; the object that the call is made on when left out.
    #[serde(default)]
    pub key: Option<u32>,
    /// Declared parameter that is the value; what the call makes is there when left out.
    #[serde(default)]
    pub value: Option<u32>,
    /// The key is a path, of which the last part counts.
    #[serde(default)]
    pub file: bool,
}

/// A kind of object that holds one value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueHolder<'a> {
    /// Calls that make one with the value in their first parameter.
    #[serde(borrow, default)]
    pub makes: Vec<Text<'a>>,
    /// Calls that make one without a value.
    #[serde(default)]
    pub makes_empty: Vec<Text<'a>>,
    /// Calls that put the value of their first parameter into the object which they are made on.
    #[serde(default)]
    pub sets: Vec<Text<'a>>,
    /// Calls that put the value of their last parameter in.
    #[serde(default)]
    pub sets_last: Vec<Text<'a>>,
    /// Calls that give the value, or wait for it.
    #[serde(default)]
    pub gets: Vec<Text<'a>>,
    /// Calls that give the same holder, or one which always holds the same.
    #[serde(default)]
    pub views: Vec<Text<'a>>,
    /// Nothing can be taken out before something was put in.
    #[serde(default)]
    pub waits: bool,
}

/// A call that does not return before somebody opens the object that it is made on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaitMethod<'a> {
    /// As in [`Registration::method`].
    #[serde(borrow)]
    pub method: Text<'a>,
    /// The call that opens it, on the same object.
    pub opened_by: Text<'a>,
}
