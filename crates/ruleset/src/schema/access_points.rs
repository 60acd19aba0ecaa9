//! Access points: framework and vendor interfaces through which code reads personal information.

use serde::{Deserialize, Serialize};

use super::Names;
use crate::Text;

/// One file of access points.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupFile<'a> {
    /// `privlens/access-points/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Groups of points with the same meaning.
    pub groups: Vec<Group<'a>>,
}

/// Access points with the same meaning, needs and source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group<'a> {
    /// Stable id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Taxonomy ids; an access is made for each.
    pub data: Vec<Text<'a>>,
    /// What the read is, in words.
    pub title: Names<'a>,
    /// The read is made inside the framework because of the call; the access is `via: framework`.
    #[serde(default)]
    pub implied: bool,
    /// Permissions needed, by device API level.
    #[serde(default)]
    pub needs: Vec<Need<'a>>,
    /// Levels on which an ordinary app gets nothing useful.
    #[serde(default)]
    pub blocked: Vec<Blocked<'a>>,
    /// Public page that shows it.
    #[serde(default)]
    pub source: Option<Text<'a>>,
    /// Remark.
    #[serde(default)]
    pub note: Option<Names<'a>>,
    /// The points.
    pub points: Vec<Point<'a>>,
}

/// A permission need on a range of device API levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need<'a> {
    /// Range of device API levels.
    #[serde(borrow)]
    pub api: Text<'a>,
    /// Range of target API levels for which this holds; absent means all.
    #[serde(default)]
    pub target: Option<Text<'a>>,
    /// One of these suffices.
    #[serde(default)]
    pub any_of: Vec<Text<'a>>,
    /// All of these are needed.
    #[serde(default)]
    pub all_of: Vec<Text<'a>>,
    /// Needed only in some cases.
    #[serde(default)]
    pub conditional: bool,
}

/// Levels on which an ordinary app gets nothing useful, whatever it declares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blocked<'a> {
    /// Range of device API levels.
    #[serde(borrow)]
    pub api: Text<'a>,
    /// Range of target API levels for which this holds; absent means all.
    #[serde(default)]
    pub target: Option<Text<'a>>,
    /// Why.
    pub why: Names<'a>,
}

/// One access point: exactly one of the trigger fields is given.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point<'a> {
    /// A call of this method.
    #[serde(borrow, default)]
    pub method: Option<Text<'a>>,
    /// A read of this field, `Lcls;->name:type`.
    #[serde(default)]
    pub field: Option<Text<'a>>,
    /// An app class overrides this method and so receives the information.
    #[serde(default, rename = "override")]
    pub overrides: Option<Text<'a>>,
    /// Content URI prefix given to a URI consumer.
    #[serde(default)]
    pub uri: Option<Text<'a>>,
    /// Key given to a settings consumer.
    #[serde(default)]
    pub setting: Option<Text<'a>>,
    /// System property name given to a property consumer.
    #[serde(default)]
    pub property: Option<Text<'a>>,
    /// Path prefix given to a file consumer.
    #[serde(default)]
    pub file: Option<Text<'a>>,
    /// Shell command prefix given to an exec consumer.
    #[serde(default)]
    pub exec: Option<Text<'a>>,
    /// Broadcast action received.
    #[serde(default)]
    pub action: Option<Text<'a>>,
    /// Service action or class bound.
    #[serde(default)]
    pub service: Option<Text<'a>>,
    /// Name that gives it away wherever it stands as a constant.
    #[serde(default)]
    pub string: Option<Text<'a>>,
    /// First API level with this member.
    #[serde(default)]
    pub since: Option<u32>,
    /// Last API level with this member.
    #[serde(default)]
    pub until: Option<u32>,
    /// Conditions on arguments; all must hold.
    #[serde(default)]
    pub when: Vec<Condition<'a>>,
    /// When the access is of the own part only.
    #[serde(default)]
    pub narrow: Option<Narrow<'a>>,
    /// The place must be in a class that extends this type, or in a class nested in one.
    #[serde(default)]
    pub within: Option<Text<'a>>,
    /// The result only holds the information.
    #[serde(default)]
    pub holder: Option<Holder<'a>>,
}

/// The class of a result that holds information and whose members are points of their own: the call counts only where
/// the object leaves the method that asked for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder<'a> {
    /// Class descriptor, `Lcls;`.
    #[serde(borrow)]
    pub class: Text<'a>,
    /// Names of its members that give all of it away at once.
    #[serde(default)]
    pub whole: Vec<Text<'a>>,
}

/// A condition on one argument.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition<'a> {
    /// Declared parameter number from 0; the receiver does not count.
    pub arg: u32,
    /// Exact text.
    #[serde(borrow, default)]
    pub string: Option<Text<'a>>,
    /// One of these texts.
    #[serde(default)]
    pub strings: Vec<Text<'a>>,
    /// Text begins so.
    #[serde(default)]
    pub prefix: Option<Text<'a>>,
    /// One of these numbers.
    #[serde(default)]
    pub ints: Vec<i64>,
    /// Any of these bits is set.
    #[serde(default)]
    pub flags: Option<i64>,
    /// Content URI begins so.
    #[serde(default)]
    pub uri: Option<Text<'a>>,
    /// What to do when the argument is not constant.
    #[serde(default)]
    pub unknown: Unknown,
}

/// What a condition answers when the argument is not constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The condition does not hold.
    #[default]
    Skip,
    /// The condition holds, and the access carries a cut.
    Match,
}

/// When an access is of the own part only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Narrow<'a> {
    /// Declared parameter number from 0.
    pub arg: u32,
    /// Which constant makes it narrow.
    pub rule: NarrowRule,
    /// For rule `intent`: texts of intents that ask for whole families of apps; an entry ending in `+` holds when the
    /// word before it is anywhere in the intent, another when it is the whole.
    #[serde(borrow, default)]
    pub broad: Vec<Text<'a>>,
}

/// Which argument value makes an access narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NarrowRule {
    /// The app's own package name.
    OwnPackage,
    /// The argument is the own process or user id, or the method also asks for one of them, to compare with.
    OwnPid,
    /// A constant intent that is not one of the broad ones.
    Intent,
    /// One constant, or the own package name.
    Constant,
}

/// One file of consumers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsumerFile<'a> {
    /// `privlens/consumers/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// The consumers.
    pub consumers: Vec<Consumer<'a>>,
}

/// A method that takes a constant naming what is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consumer<'a> {
    /// Which kind of constant.
    pub kind: ConsumerKind,
    /// The method.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Declared parameter number from 0; not used when `receiver` is set.
    #[serde(default)]
    pub arg: u32,
    /// The object called is the constant, not an argument.
    #[serde(default)]
    pub receiver: bool,
    /// The call goes through reflection.
    #[serde(default)]
    pub reflection: bool,
    /// Looked at only in classes that themselves hold some catalogued constant: for questions that code asks all over.
    #[serde(default)]
    pub own_class: bool,
    /// Counts only in classes whose code holds this text.
    #[serde(default)]
    pub near: Option<Text<'a>>,
}

/// Kinds of constants that name what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsumerKind {
    /// Content URI.
    Uri,
    /// Content URI that is written to: counts for permissions, not as a read.
    UriWrite,
    /// Key of Settings.Secure, System or Global.
    Setting,
    /// System property.
    Property,
    /// File path.
    File,
    /// Shell command.
    Exec,
    /// Broadcast action of a filter.
    Action,
    /// Service action or class.
    Service,
    /// Class name looked up by reflection.
    Reflection,
}

/// One file of wrappers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrapperFile<'a> {
    /// `privlens/wrappers/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// The wrappers.
    pub wrappers: Vec<Wrapper<'a>>,
}

/// A method through which a constant passes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrapper<'a> {
    /// The method.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// `this` or `arg N`.
    pub from: Text<'a>,
    /// `return` or `this`.
    pub to: Text<'a>,
    /// What happens to the constant: `identity`, `uri_parse`, `uri_append`, `to_string`, `own_package`, `own_pid`,
    /// `append`, `concat`, `join`, `tag` (a further word of an intent), `constant` (the `value`), `under` (the `value`,
    /// a slash, and the argument), `meta_data` (what the manifest's meta data hold under that key, when the object was
    /// read from a field whose full name ends with the `value`), `class_of` (the class of an object), `class_name`,
    /// `simple_name`, `class_package` (what a class says of itself).
    pub op: Text<'a>,
    /// The constant of `constant` and `under`.
    #[serde(default)]
    pub value: Option<Text<'a>>,
}
