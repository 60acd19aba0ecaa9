//! What the app's documents say about personal information, and how this differs from what was found in the app.
//! Refuses to judge: each row names the sentences and the places it rests on.

use serde::{Deserialize, Serialize};

/// What a document is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentRole {
    /// A privacy policy that was handed in.
    #[default]
    Policy,
    /// A list of third-party SDKs that was handed in.
    SdkList,
    /// The export of a Play Data safety form.
    DataSafety,
    /// A declaration file of a store.
    Declaration,
    /// A privacy policy found inside the app.
    Embedded,
    /// Nothing that can be read as a policy of this app; `why` says what it is.
    NotAPolicy,
}

impl DocumentRole {
    /// The word of the report contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::SdkList => "sdk_list",
            Self::DataSafety => "data_safety",
            Self::Declaration => "declaration",
            Self::Embedded => "embedded",
            Self::NotAPolicy => "not_a_policy",
        }
    }
}

/// One document that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// What it is.
    pub role: DocumentRole,
    /// File name without any path, or the entry of the app that holds it.
    pub name: String,
    /// SHA-256 of its bytes in lowercase hex.
    pub sha256: String,
    /// `zh`, `en`, or `other`.
    pub language: String,
    /// Date from which it holds, else of its last change, `YYYY-MM-DD` as far as it is given.
    pub date: Option<String>,
    /// Version that it names.
    pub version: Option<String>,
    /// Why it is no policy, or what of it could not be read.
    pub why: Option<String>,
    /// Form it was read from: `text`, `markdown`, `html`, `mhtml`, `docx`, `pdf`, `csv`, `yaml`.
    #[serde(default)]
    pub format: String,
    /// Characters of text that were read.
    #[serde(default)]
    pub characters: u64,
    /// Product and company names that the document gives for the app and its operator, as written.
    #[serde(default)]
    pub names: Vec<String>,
}

/// What a statement is about. The words are the contract's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementType {
    /// Information is collected, read or used.
    Collect,
    /// Information goes to someone else, or a third party collects it.
    Share,
    /// Something is said not to be collected, used or shared.
    Deny,
    /// A permission is explained.
    Permission,
    /// A purpose of the handling.
    Purpose,
    /// A right of the user or the way to use it.
    Right,
    /// How to reach the operator.
    Contact,
    /// Minors and their guardians.
    Minors,
    /// How long information is kept.
    Retention,
    /// Information crosses a border, or stays inside it.
    CrossBorder,
    /// How information is protected.
    Security,
    /// How changes of the document are told.
    Update,
    /// Something else that a rule may ask for, told by `topics`.
    Other,
}

impl StatementType {
    /// All types in the order of the contract.
    pub const ALL: [Self; 13] = [
        Self::Collect,
        Self::Share,
        Self::Deny,
        Self::Permission,
        Self::Purpose,
        Self::Right,
        Self::Contact,
        Self::Minors,
        Self::Retention,
        Self::CrossBorder,
        Self::Security,
        Self::Update,
        Self::Other,
    ];

    /// The word of the report contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Collect => "collect",
            Self::Share => "share",
            Self::Deny => "deny",
            Self::Permission => "permission",
            Self::Purpose => "purpose",
            Self::Right => "right",
            Self::Contact => "contact",
            Self::Minors => "minors",
            Self::Retention => "retention",
            Self::CrossBorder => "cross_border",
            Self::Security => "security",
            Self::Update => "update",
            Self::Other => "other",
        }
    }
}

/// How closely a text names a thing.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum DisclosureMatch {
    /// By a name of its own.
    #[default]
    Exact,
    /// Only by a word that stands for many things, such as "device information".
    Umbrella,
    /// Only by its vendor or another product of the same vendor.
    Vendor,
}

impl DisclosureMatch {
    /// The word of the report contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Umbrella => "umbrella",
            Self::Vendor => "vendor",
        }
    }
}

/// One thing that a document says, with the sentence that says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// `s1`, `s2` … in the order of documents and places.
    pub id: String,
    /// Index of the document.
    pub doc: u32,
    /// Where: headings, then paragraph, list item or table row, joined by ` > `.
    pub place: String,
    /// The sentence, list item or table row, as written.
    pub quote: String,
    /// What it is about.
    #[serde(rename = "type")]
    pub kind: StatementType,
    /// Kinds of information, sorted; `*` means any personal information.
    #[serde(default)]
    pub data: Vec<String>,
    /// Catalogue id of the SDK that it speaks of.
    #[serde(default)]
    pub sdk: Option<String>,
    /// Company that it names.
    #[serde(default)]
    pub company: Option<String>,
    /// How closely `data` or `sdk` is named.
    #[serde(default, rename = "match")]
    pub matched: DisclosureMatch,
    /// Finer words, sorted: rights (`access`, `delete`, `cancel_account`, `withdraw` …), contact elements
    /// (`email`, `phone`, `address`, `company`), what is denied (`collect`, `share`), and so on.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Android permissions, sorted.
    #[serde(default)]
    pub permissions: Vec<String>,
    /// The statement holds only under a condition or with an exception that it names.
    #[serde(default)]
    pub conditional: bool,
}

/// A kind of information that the documents declare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredData {
    /// Kind.
    pub data: String,
    /// The closest naming.
    #[serde(rename = "match")]
    pub matched: DisclosureMatch,
    /// Ids of the statements.
    pub statements: Vec<String>,
}

/// An SDK or other recipient that the documents name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredSdk {
    /// Catalogue id; `None` for a name that the catalogue does not know.
    pub sdk: Option<String>,
    /// Name as written.
    pub name: String,
    /// Company as written.
    pub company: Option<String>,
    /// By its own name, or by its vendor only.
    #[serde(rename = "match")]
    pub matched: DisclosureMatch,
    /// Kinds of information declared for it.
    pub data: Vec<String>,
    /// Ids of the statements.
    pub statements: Vec<String>,
}

/// A kind of information that the documents say is not collected or not shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeniedData {
    /// Kind, or `*` for any personal information.
    pub data: String,
    /// `collect`, `share`, or `keep` for what is read and not kept, not uploaded or not used further.
    pub action: String,
    /// The denial has a condition or an exception.
    pub conditional: bool,
    /// Ids of the statements.
    pub statements: Vec<String>,
    /// Places in code that read the information; empty when none was seen.
    pub accesses: Vec<usize>,
}

/// How the documents speak of something that is in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisclosureAnswer {
    /// Only an umbrella term covers it.
    Umbrella,
    /// Only its vendor is named.
    Vendor,
    /// Only another product of the same vendor is named.
    Sibling,
    /// Nothing speaks of it.
    Absent,
}

impl DisclosureAnswer {
    /// The word of the report contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Umbrella => "umbrella",
            Self::Vendor => "vendor",
            Self::Sibling => "sibling",
            Self::Absent => "absent",
        }
    }
}

/// A kind of information that the app reads and that no document names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndeclaredData {
    /// Kind.
    pub data: String,
    /// Covered by an umbrella term, or absent.
    pub answer: DisclosureAnswer,
    /// Places in code that read it.
    pub accesses: Vec<usize>,
    /// Short owners of these places, sorted.
    pub owners: Vec<String>,
    /// Statements whose umbrella term covers it.
    pub statements: Vec<String>,
    /// Names that were searched for.
    pub searched: Vec<String>,
}

/// An SDK that is in the app and that no document names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndeclaredSdk {
    /// Catalogue id.
    pub sdk: String,
    /// Vendor or sibling named, or absent.
    pub answer: DisclosureAnswer,
    /// What is named in its stead, as written.
    pub named_instead: Vec<String>,
    /// Statements that name the vendor or the sibling.
    pub statements: Vec<String>,
    /// Kinds of information that its code reads.
    pub data: Vec<String>,
    /// The vendor belongs to the operator's own group as far as names tell; to be confirmed by a person.
    pub same_group: bool,
    /// Names, aliases, prefixes and domains that were searched for.
    pub searched: Vec<String>,
}

/// Something that the documents declare and that was not seen in the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredNotSeen {
    /// Kind of information.
    pub data: Option<String>,
    /// Catalogue id of an SDK.
    pub sdk: Option<String>,
    /// Name as written.
    pub name: String,
    /// Ids of the statements.
    pub statements: Vec<String>,
}

/// Documents, what they say, and the differences from the app.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Disclosure {
    /// Documents in the order given; those found in the app last, sorted by name.
    pub documents: Vec<Document>,
    /// Statements in order of document and place.
    pub statements: Vec<Statement>,
    /// Kinds declared, sorted.
    pub declared_data: Vec<DeclaredData>,
    /// SDKs and companies declared, sorted by id, then name.
    pub declared_sdks: Vec<DeclaredSdk>,
    /// Kinds denied, sorted.
    pub denied_data: Vec<DeniedData>,
    /// Read by the app and not declared, sorted.
    pub undeclared_data: Vec<UndeclaredData>,
    /// In the app and not declared, sorted.
    pub undeclared_sdks: Vec<UndeclaredSdk>,
    /// Declared and not seen, data first, sorted.
    pub declared_not_seen: Vec<DeclaredNotSeen>,
}

impl Disclosure {
    /// True when at least one document can be read as a policy, so that "not declared" has a meaning.
    pub fn has_policy(&self) -> bool {
        self.documents
            .iter()
            .any(|document| matches!(document.role, DocumentRole::Policy | DocumentRole::Embedded))
    }
}
