//! The classes of words that the grammar asks for by name; further classes of the catalogue serve the cues only.

macro_rules! classes {
    ($($name:ident = $id:literal),* $(,)?) => {
        /// A class of words known to the grammar.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Class { $($name),* }

        /// Names of the classes in the order of their numbers.
        pub(super) const NAMES: &[&str] = &[$($id),*];
    };
}

classes! {
    SubjectUs = "subject_us",
    SubjectUser = "subject_user",
    Possessive = "possessive",
    ThirdParty = "third_party",
    SdkWord = "sdk_word",
    SdkPronoun = "sdk_pronoun",
    VerbCollect = "verb_collect",
    VerbHold = "verb_hold",
    VerbGive = "verb_give",
    VerbShare = "verb_share",
    VerbReceive = "verb_receive",
    ToUs = "to_us",
    FromWord = "from_word",
    Integrate = "integrate",
    TakeObject = "take_object",
    Passive = "passive",
    Negation = "negation",
    NegationOff = "negation_off",
    NoNeed = "no_need",
    Only = "only",
    But = "but",
    Condition = "condition",
    ExceptionLead = "exception_lead",
    How = "how",
    IfWhen = "if_when",
    PurposeOf = "purpose_of",
    PurposeLeadIn = "purpose_leadin",
    AnyInfo = "any_info",
    Unrelated = "unrelated",
    Deidentified = "deidentified",
    Definition = "definition",
    LocalOnly = "local_only",
    PermissionWord = "permission_word",
    PermissionAsk = "permission_ask",
    CellNegative = "cell_negative",
    CellEmpty = "cell_empty",
    PageError = "page_error",
    PageCheck = "page_check",
    PageLogin = "page_login",
    PageLicence = "page_licence",
    PolicyTitle = "policy_title",
    DateEffective = "date_effective",
    DateUpdated = "date_updated",
    CompanySuffix = "company_suffix",
    MinorOurs = "minor_ours",
    UsCompany = "us_company",
    AddressCue = "address_cue",
    PhoneCue = "phone_cue",
    RightWithdraw = "right_withdraw",
    Toward = "toward",
    Background = "background",
    Cookie = "cookie",
    Joins = "joins",
    Period = "period",
    Abroad = "abroad",
    NoTransfer = "no_transfer",
    ShortFor = "short_for",
    Introduces = "introduces",
    Why = "why",
    AnswerNo = "answer_no",
    VerbNeed = "verb_need",
    VerbDenied = "verb_denied",
    Request = "request",
    PurposeOff = "purpose_off",
    AnyInfoOff = "any_info_off",
    VerbOff = "verb_off",
    Determiner = "determiner",
    AllInfo = "all_info",
    NoInfinitive = "no_infinitive",
    NoPurpose = "no_purpose",
    ExceptWord = "except_word",
    ExceptAfter = "except_after",
    NamedBefore = "named_before",
    PermissionCall = "permission_call",
    PurposeNone = "purpose_none",
    Listed = "listed",
    Hosting = "hosting",
    Serves = "serves",
    OwnVerb = "own_verb",
    Announce = "announce",
    Domestic = "domestic",
    HomePlace = "home_place",
    CellYes = "cell_yes",
    CellNo = "cell_no",
    NoConsent = "no_consent",
    VerbShort = "verb_short",
    LocalPlace = "local_place",
    SignUp = "sign_up",
    SecurityMeasure = "security_measure",
}

impl Class {
    /// The class as a bit.
    pub(crate) const fn bit(self) -> u128 {
        1 << (self as u8)
    }

    /// Number of the class.
    pub(crate) const fn id(self) -> u8 {
        self as u8
    }
}
