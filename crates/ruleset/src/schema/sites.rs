//! Calls that mean more than a read: requests for permissions, repetition, loading of code.

use serde::{Deserialize, Serialize};

use crate::Text;

/// The file about requests for permissions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFile<'a> {
    /// `privlens/permission-requests/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Calls that ask.
    #[serde(default)]
    pub requests: Vec<RequestRule<'a>>,
    /// Methods that receive the answer.
    #[serde(default)]
    pub answers: Vec<AnswerRule<'a>>,
    /// Methods that ask whether a permission is granted: 0 or true means yes.
    #[serde(default)]
    pub checks: Vec<Text<'a>>,
    /// Methods that end the app.
    #[serde(default)]
    pub exits: Vec<Text<'a>>,
    /// Methods that close the page on which they are called.
    #[serde(default)]
    pub closes: Vec<Text<'a>>,
    /// Methods that put their first parameter, or what it holds, into the collection that they are called on.
    #[serde(default)]
    pub gathers: Vec<Text<'a>>,
    /// Methods that take their first parameter out again.
    #[serde(default)]
    pub drops: Vec<Text<'a>>,
    /// Methods whose result holds what the object that they are called on holds, or their first argument when static.
    #[serde(default)]
    pub turns: Vec<Text<'a>>,
    /// Methods that give the time.
    #[serde(default)]
    pub clocks: Vec<Text<'a>>,
    /// Methods that show a text.
    #[serde(default)]
    pub shows: Vec<ShowRule<'a>>,
    /// Parts of a text that explains a request, lower case.
    #[serde(default)]
    pub rationale_words: Vec<Text<'a>>,
    /// Parts that every name of a permission has.
    #[serde(default)]
    pub permission_words: Vec<Text<'a>>,
}

/// A call that asks for permissions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestRule<'a> {
    /// The method, `Lpkg/Cls;->name` for all overloads, or with a prototype.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// `runtime`, `webview` (a page is granted what it asks for) or `geolocation` (a page is granted the place).
    #[serde(default = "runtime")]
    pub kind: RequestKind,
    /// Declared parameter with the permissions; absent when the builder's calls or the page give them.
    #[serde(default)]
    pub permissions: Option<u32>,
    /// Calls of the builder that add permissions, for requests in a fluent style.
    #[serde(default)]
    pub adds: Vec<Text<'a>>,
    /// Declared parameter with the explaining text.
    #[serde(default)]
    pub rationale: Option<u32>,
    /// Counts only when a constant that looks like a permission is among the arguments, since the call serves other
    /// ends too.
    #[serde(default)]
    pub only_permissions: bool,
    /// Declared parameter with the object that gets the answer.
    #[serde(default)]
    pub callback: Option<u32>,
    /// Permissions that stand for the request when nothing names them.
    #[serde(default)]
    pub implied: Vec<Text<'a>>,
    /// Declared parameter that says whether it is granted; a constant false is no grant.
    #[serde(default)]
    pub granted: Option<u32>,
}

fn runtime() -> RequestKind {
    RequestKind::Runtime
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// A run-time permission of the app.
    Runtime,
    /// What a web page asks for is granted to it.
    Webview,
    /// The place is granted to a web page.
    Geolocation,
}

/// A method that receives the answer to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRule<'a> {
    /// The method as the framework or library declares it.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// What it means.
    pub means: AnswerMeaning,
    /// For `results` and `flag`: the declared parameter that holds the answer.
    #[serde(default)]
    pub arg: u32,
}

/// What an answering method means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerMeaning {
    /// The parameter is an array of numbers, 0 meaning granted.
    Results,
    /// The parameter is true or `Boolean.TRUE` when granted, or a map of such values.
    Flag,
    /// It is called when permissions were denied.
    Denied,
}

/// A method that shows a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowRule<'a> {
    /// The method.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Declared parameter with the text.
    pub arg: u32,
}

/// The file about repetition.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatFile<'a> {
    /// `privlens/repetition/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Calls that make something run again and again.
    #[serde(default)]
    pub repeats: Vec<RepeatRule<'a>>,
    /// Units of time given as a static field, in milliseconds: field, number, divisor.
    #[serde(default)]
    pub units: Vec<UnitRow<'a>>,
}

/// A call that makes something run again and again.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a word of a row of its own"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatRule<'a> {
    /// The method, `Lpkg/Cls;->name` for all overloads, or with a prototype.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Word of reports: `timer`, `scheduled_executor`, `handler`, `alarm`, `work`, `location`, `sensor`, `interval`, `loop`.
    pub kind: Text<'a>,
    /// Declared parameter with what runs: an object, a class constant or a pending intent.
    #[serde(default)]
    pub callback: Option<u32>,
    /// What runs is the receiver itself.
    #[serde(default)]
    pub receiver: bool,
    /// Methods of that object that run: name and prototype.
    #[serde(default)]
    pub runs: Vec<Text<'a>>,
    /// Declared parameter with the period.
    #[serde(default)]
    pub period: Option<u32>,
    /// The period counts this many microseconds a step; 1000 when it is in milliseconds.
    #[serde(default = "millisecond")]
    pub microseconds: u32,
    /// Declared parameter with the unit of the period.
    #[serde(default)]
    pub unit: Option<u32>,
    /// Numbers that stand for a period in milliseconds.
    #[serde(default)]
    pub named: Vec<NamedPeriod>,
    /// Counts only when what runs makes the same call again.
    #[serde(default)]
    pub itself: bool,
    /// The period stands in a time of the clock: what is added to now, which need not be constant.
    #[serde(default)]
    pub from_now: bool,
    /// The call waits: what stands in a loop with it runs again.
    #[serde(default)]
    pub waits: bool,
}

fn millisecond() -> u32 {
    1_000
}

/// A number that stands for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedPeriod {
    /// The number.
    pub value: i64,
    /// The period in milliseconds.
    pub ms: u64,
}

/// A static field that names a unit of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRow<'a> {
    /// The field.
    #[serde(borrow)]
    pub field: Text<'a>,
    /// Nanoseconds of one step.
    pub nanoseconds: u64,
}

/// The file about loading of code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoaderFile<'a> {
    /// `privlens/code-loading/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Calls that load code.
    #[serde(default)]
    pub loaders: Vec<LoaderRule<'a>>,
    /// Members of reflection.
    #[serde(default)]
    pub reflection: Vec<ReflectionRule<'a>>,
    /// Fields and methods that give the path of the app's own code, with class and descriptor; of a field that other
    /// apps' objects have as well, when the object is what a method without parameters gave.
    #[serde(default)]
    pub own_code: Vec<Text<'a>>,
    /// Classes of the services of the system.
    #[serde(default)]
    pub services: Vec<ServiceClass<'a>>,
}

/// The class of a service of the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceClass<'a> {
    /// The name by which the service is asked for.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Descriptor of the class of the object that is given for it.
    pub class: Text<'a>,
}

/// A call that loads code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoaderRule<'a> {
    /// The method, `Lpkg/Cls;->name` for all overloads, or with a prototype.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// What is loaded.
    pub loads: Loads,
    /// Declared parameter with the path or name.
    #[serde(default)]
    pub path: Option<u32>,
}

/// What a loader loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loads {
    /// DEX code from a file.
    Dex,
    /// DEX code from memory.
    DexMemory,
    /// A native library of the app, by name.
    Library,
    /// A native library by path.
    LibraryPath,
    /// Code of another app.
    OtherApp,
}

/// A member of reflection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReflectionRule<'a> {
    /// The method.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// What it does.
    pub does: Reflects,
    /// Declared parameter with the name.
    #[serde(default)]
    pub name: Option<u32>,
    /// Declared parameter with the class, when it is not the receiver.
    #[serde(default)]
    pub class: Option<u32>,
    /// Declared parameter with the types of the parameters.
    #[serde(default)]
    pub types: Option<u32>,
}

/// What a member of reflection does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reflects {
    /// Looks up a class by name.
    Class,
    /// Looks up a method by class and name.
    Method,
    /// Looks up a field by class and name.
    Field,
    /// Looks up a constructor.
    Constructor,
    /// Calls a method looked up before.
    Invoke,
    /// Makes an object of a class or constructor looked up before.
    NewInstance,
    /// Reads a field looked up before.
    Get,
    /// Writes a field looked up before.
    Set,
    /// Gives all methods of a class.
    Methods,
    /// Gives all fields that a class declares.
    Fields,
}
