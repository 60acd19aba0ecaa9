//! Matchers over facts, one type for each kind of fact; holds their fields and refuses to evaluate them.
//!
//! A field that lists words holds when some value of the fact fits some word. `!word` must fit none. `*` stands for any
//! text at the beginning or end of a word; `@name` for a set of words; `$field` for the value of that field of the fact
//! gone through. A field of the kind `flag` is `true` or `false`; one of the kind `number` is `3`, `>=3`, `<30` or
//! `2..5`.

use serde::{Deserialize, Serialize};

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A list of words.
    Words,
    /// `true` or `false`.
    Flag,
    /// A number or a range.
    Number,
}

/// A value of a matcher's field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FieldTest<'m> {
    /// A list of words.
    Words(&'m [String]),
    /// `true` or `false`.
    Flag(bool),
    /// A number or a range.
    Number(&'m str),
}

/// One field of a matcher: name, kind and meaning.
#[derive(Debug, Clone, Copy)]
pub struct FieldInfo {
    /// Name in files.
    pub name: &'static str,
    /// How it is written.
    pub kind: FieldKind,
    /// What it means.
    pub about: &'static str,
}

macro_rules! kind_type {
    (words) => { Vec<String> };
    (flag) => { Option<bool> };
    (number) => { Option<String> };
}
macro_rules! kind_value {
    (words) => {
        FieldKind::Words
    };
    (flag) => {
        FieldKind::Flag
    };
    (number) => {
        FieldKind::Number
    };
}
macro_rules! kind_test {
    (words, $value:expr) => {
        (!$value.is_empty()).then(|| FieldTest::Words(&$value))
    };
    (flag, $value:expr) => {
        $value.map(FieldTest::Flag)
    };
    (number, $value:expr) => {
        $value.as_deref().map(FieldTest::Number)
    };
}

macro_rules! matchers {
    ($( #[doc = $about:literal] $variant:ident $name:ident $word:literal { $( #[doc = $doc:literal] $field:ident $key:literal : $kind:ident, )* } )*) => {
        /// A matcher for one kind of fact.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Match {
            $( #[doc = $about] $variant($name), )*
        }

        $(
            #[doc = $about]
            #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $name {
                $( #[doc = $doc] #[serde(default, rename = $key)] pub $field: kind_type!($kind), )*
            }
        )*

        impl Match {
            /// The word of the kind of fact in rule files.
            pub fn subject(&self) -> &'static str {
                match self { $( Self::$variant(_) => $word, )* }
            }

            /// The fields given, with what they ask for.
            pub fn tests(&self) -> Vec<(&'static str, FieldTest<'_>)> {
                let mut out = Vec::new();
                match self {
                    $( Self::$variant(matcher) => {
                        let _ = matcher;
                        $( if let Some(test) = kind_test!($kind, matcher.$field) { out.push(($key, test)); } )*
                    } )*
                }
                out
            }
        }

        /// Every kind of fact: its word, its meaning and its fields.
        pub const SUBJECTS: &[(&str, &str, &[FieldInfo])] = &[
            $( ($word, $about, &[ $( FieldInfo { name: $key, kind: kind_value!($kind), about: $doc }, )* ]), )*
        ];
    };
}

matchers! {
    /// The app as a whole; there is exactly one.
    App AppMatch "app" {
        /// Categories given.
        category "category": words,
        /// All categories given need no personal information for their basic function.
        no_pi_category "no_pi_category": flag,
        /// Target API level.
        target_sdk "target_sdk": number,
        /// Lowest API level.
        min_sdk "min_sdk": number,
        /// A manifest was read.
        manifest "manifest": flag,
        /// Packer id when the app is packed.
        packed "packed": flag,
        /// All code was seen.
        complete "complete": flag,
        /// `full`, `partial`, `shell_only`.
        visibility "visibility": words,
        /// `complete`, `partial`, `skipped`.
        data_flow "data_flow": words,
        /// Methods without readable code among a thousand.
        hidden_permille "hidden_permille": number,
        /// Native libraries.
        native_libs "native_libs": number,
        /// Script frameworks.
        framework "framework": words,
        /// Cleartext traffic allowed for every host.
        cleartext "cleartext": flag,
        /// Backup allowed.
        allow_backup "allow_backup": flag,
        /// Backup rules given.
        backup_rules "backup_rules": flag,
        /// Debuggable build.
        debuggable "debuggable": flag,
        /// `queries` asks for nearly every app.
        queries_all "queries_all": flag,
        /// A policy or SDK list was read.
        has_policy "has_policy": flag,
        /// The policy was handed in, not found inside the app.
        policy_given "policy_given": flag,
        /// Jurisdictions asked for.
        jurisdiction "jurisdiction": words,
        /// Timing of calls against the agreement was worked out.
        timed "timed": flag,
        /// The name in the store and the app's own names have nothing in common.
        store_name_differs "store_name_differs": flag,
    }
    /// A place that reads personal information.
    Access AccessMatch "access" {
        /// Kind of information.
        data "data": words,
        /// Group of kinds.
        group "group": words,
        /// `yes`, `contextual`, `no`.
        sensitive "sensitive": words,
        /// A fact that nearly every program reads.
        background_weight "background_weight": flag,
        /// `reachable`, `present`, `string`; absent means `reachable`.
        level "level": words,
        /// Timing against the agreement.
        phase "phase": words,
        /// Kind of the entry point of the chain.
        entry "entry": words,
        /// Short owner of the code.
        owner "owner": words,
        /// `app`, `sdk`, `library`, `packer`, `unknown`.
        owner_kind "owner_kind": words,
        /// Category of the owner's catalogue entry.
        sdk_category "sdk_category": words,
        /// Who started the chain.
        initiator "initiator": words,
        /// `direct`, `reflection`, `framework`, `native`, `dynamic`, `script`.
        via "via": words,
        /// `full`, `narrow`; absent means `full`.
        scope "scope": words,
        /// `all`, `some`, `none`, `unknown`: API levels on which the read can succeed.
        obtainable "obtainable": words,
        /// What is called or asked for.
        api "api": words,
        /// Catalogue entry.
        model "model": words,
        /// Class that reads.
        class "class": words,
        /// Classes of the chain.
        chain_class "chain_class": words,
        /// Needed for the basic function of the categories given: `yes`, `no`, `unknown`.
        necessary "necessary": words,
        /// Kind of repetition.
        repeat "repeat": words,
        /// Seconds between repetitions.
        period_s "period_s": number,
        /// The time between repetitions is a constant.
        period_known "period_known": flag,
        /// A permission that guards it is declared.
        permitted "permitted": flag,
    }
    /// A value's way from a read to a sink.
    Flow FlowMatch "flow" {
        /// Kinds of information.
        data "data": words,
        /// Groups of these kinds.
        group "group": words,
        /// `yes`, `contextual`, `no`.
        sensitive "sensitive": words,
        /// Kind of sink.
        sink "sink": words,
        /// Method of the sink.
        sink_api "sink_api": words,
        /// Place of the sink.
        sink_site "sink_site": words,
        /// Host that receives it.
        host "host": words,
        /// `first_party`, `sdk`, `hosting`, `unknown`, `none`.
        host_role "host_role": words,
        /// Country of the host or of its recipient.
        country "country": words,
        /// `http`, `https` …
        scheme "scheme": words,
        /// SDK that receives it.
        recipient "recipient": words,
        /// The recipient belongs to the operator's group.
        same_group "same_group": flag,
        /// The documents name the recipient: `yes`, `no`, `vendor`, `unknown`.
        recipient_declared "recipient_declared": words,
        /// Short owner of the code that reads.
        owner "owner": words,
        /// Kind of that owner.
        owner_kind "owner_kind": words,
        /// Category of the owner's catalogue entry.
        sdk_category "sdk_category": words,
        /// `confirmed`, `probable`.
        confidence "confidence": words,
        /// What is done to the value on the way.
        transform "transform": words,
        /// Timing of the read.
        phase "phase": words,
        /// Kind of the entry point of the read's chain.
        entry "entry": words,
        /// Short owner of the code that holds the sink.
        sink_owner "sink_owner": words,
        /// Classes along the path.
        path_class "path_class": words,
    }
    /// Third-party code inside the app.
    Sdk SdkMatch "sdk" {
        /// Catalogue id.
        id "id": words,
        /// Category.
        category "category": words,
        /// Home country.
        country "country": words,
        /// A code library.
        library "library": flag,
        /// Some method of it can run.
        reachable "reachable": flag,
        /// Kinds of information that its code reads.
        data "data": words,
        /// It reads information beyond what nearly every program reads.
        collects "collects": flag,
        /// It sends information off the device.
        sends "sends": flag,
        /// The documents name it: `yes`, `vendor`, `sibling`, `no`, `unknown`.
        declared "declared": words,
        /// It belongs to the operator's group.
        same_group "same_group": flag,
        /// `confirmed`, `fingerprint`, `possible`.
        confidence "confidence": words,
        /// Version.
        version "version": words,
        /// First number of the version.
        major "major": number,
        /// Kinds of evidence.
        evidence "evidence": words,
        /// Timing of its initialisation.
        init_phase "init_phase": words,
    }
    /// A permission.
    Permission PermissionMatch "permission" {
        /// Full name.
        name "name": words,
        /// Group of the permission.
        group "group": words,
        /// One of the ten groups that guard personal information.
        personal "personal": flag,
        /// Base protection level.
        protection "protection": words,
        /// Declared in the manifest.
        declared "declared": flag,
        /// Verdict on its use.
        status "status": words,
        /// Short owners of its uses.
        owner "owner": words,
        /// Highest level it is asked on.
        max_sdk "max_sdk": number,
        /// For the categories given: `needed`, `usual`, `low`, `unknown`.
        relevance "relevance": words,
    }
    /// A place that asks for permissions while running.
    PermissionRequest RequestMatch "permission_request" {
        /// Permissions asked for.
        permission "permission": words,
        /// Their groups.
        group "group": words,
        /// How many of the ten groups they cover.
        groups "groups": number,
        /// One of the ten groups is among them.
        personal "personal": flag,
        /// Timing against the agreement.
        phase "phase": words,
        /// Kind of the entry point of the chain.
        entry "entry": words,
        /// Short owner.
        owner "owner": words,
        /// Kind of owner.
        owner_kind "owner_kind": words,
        /// Category of the owner's catalogue entry.
        sdk_category "sdk_category": words,
        /// A text that explains the request was seen before it.
        rationale "rationale": words,
        /// `continues`, `asks_again`, `exits`, `unknown`.
        on_denied "on_denied": words,
        /// `app` or `page`: what ends after a refusal.
        exit_scope "exit_scope": words,
        /// `time`, `once` or `none`: what the app remembers of the last request and waits for.
        spacing "spacing": words,
        /// For the categories given: `needed`, `usual`, `low`, `unknown`.
        relevance "relevance": words,
        /// Kinds of information that the permissions guard and that the basic function does not need.
        unneeded "unneeded": words,
    }
    /// A component of the manifest.
    Component ComponentMatch "component" {
        /// `activity`, `service`, `receiver`, `provider`.
        kind "kind": words,
        /// Class.
        class "class": words,
        /// Short owner.
        owner "owner": words,
        /// Kind of owner.
        owner_kind "owner_kind": words,
        /// Category of the owner's catalogue entry.
        sdk_category "sdk_category": words,
        /// Other apps can reach it.
        exported "exported": flag,
        /// Switched on.
        enabled "enabled": flag,
        /// Started from the launcher.
        launcher "launcher": flag,
        /// Permission that callers need.
        permission "permission": words,
        /// A permission guards it.
        guarded "guarded": flag,
        /// It runs in a process of its own.
        own_process "own_process": flag,
        /// Actions of its filters.
        action "action": words,
        /// Categories of its filters.
        category "category": words,
        /// Names and values of its meta-data, `name=value`.
        meta "meta": words,
    }
    /// A host that the app names or talks to.
    Host HostMatch "host" {
        /// Name.
        host "host": words,
        /// `first_party`, `sdk`, `hosting`, `unknown`.
        role "role": words,
        /// SDK whose host it is.
        sdk "sdk": words,
        /// Country.
        country "country": words,
        /// Schemes.
        scheme "scheme": words,
        /// `flow`, `string`.
        seen "seen": words,
    }
    /// A text, box or input field that belongs to a topic.
    Resource ResourceMatch "resource" {
        /// `text`, `code_text`, `layout_text`, `checkbox`, `input`, `asset`.
        kind "kind": words,
        /// Topics.
        topic "topic": words,
        /// Topics of other texts on the same page.
        page_topic "page_topic": words,
        /// A box is ticked by default.
        checked "checked": flag,
        /// Code that runs before the agreement names the page or text.
        first_screen "first_screen": flag,
        /// `start`, `later`, `none`, `unknown`: which code names the page or text.
        shown "shown": words,
        /// The text.
        value "value": words,
    }
    /// A place that does something that rules ask for and that reads no information.
    Behaviour BehaviourMatch "behaviour" {
        /// Id of the catalogue.
        id "id": words,
        /// `reachable`, `present`, `string`; absent means `reachable`.
        level "level": words,
        /// Timing against the agreement.
        phase "phase": words,
        /// Kind of the entry point of the chain.
        entry "entry": words,
        /// Short owner.
        owner "owner": words,
        /// Kind of owner.
        owner_kind "owner_kind": words,
        /// Category of the owner's catalogue entry.
        sdk_category "sdk_category": words,
        /// Who started the chain.
        initiator "initiator": words,
        /// Called member.
        api "api": words,
        /// Constants of the call.
        value "value": words,
        /// The first constant that is a number.
        number "number": number,
        /// Other behaviours of the same method.
        beside "beside": words,
        /// Class of the place.
        class "class": words,
        /// Behaviours on the same chain or class.
        method "method": words,
    }
    /// A document that was read.
    Document DocumentMatch "document" {
        /// `policy`, `sdk_list`, `data_safety`, `declaration`, `embedded`, `not_a_policy`.
        role "role": words,
        /// Language.
        language "language": words,
        /// It has a date.
        dated "dated": flag,
        /// File name.
        name "name": words,
        /// Names of products and companies in it that are not the app's or its operator's.
        other_names "other_names": flag,
    }
    /// One thing that a document says.
    Statement StatementMatch "statement" {
        /// Type of statement.
        kind "type": words,
        /// Kinds of information.
        data "data": words,
        /// SDK.
        sdk "sdk": words,
        /// Company named.
        company "company": flag,
        /// `exact`, `umbrella`, `vendor`.
        matched "match": words,
        /// Finer words.
        topic "topic": words,
        /// Permissions.
        permission "permission": words,
        /// It holds only under a condition.
        conditional "conditional": flag,
        /// Role of its document.
        role "role": words,
        /// The sentence.
        quote "quote": words,
        /// Place in the document.
        place "place": words,
    }
    /// A kind of information that is read and not declared.
    Undeclared UndeclaredMatch "undeclared" {
        /// Kind of information.
        data "data": words,
        /// Group of kinds.
        group "group": words,
        /// `umbrella`, `absent`.
        answer "answer": words,
        /// Short owners of the places.
        owner "owner": words,
        /// A fact that nearly every program reads.
        background_weight "background_weight": flag,
    }
    /// An SDK that is inside and not declared.
    UndeclaredSdk UndeclaredSdkMatch "undeclared_sdk" {
        /// Catalogue id.
        sdk "sdk": words,
        /// `vendor`, `sibling`, `absent`.
        answer "answer": words,
        /// Kinds of information that it reads.
        data "data": words,
        /// It reads information beyond what nearly every program reads.
        collects "collects": flag,
        /// It belongs to the operator's group.
        same_group "same_group": flag,
    }
    /// Information that an SDK reads beyond what the documents declare for it.
    Excess ExcessMatch "excess" {
        /// Catalogue id.
        sdk "sdk": words,
        /// Kind of information.
        data "data": words,
        /// A fact that nearly every program reads.
        background_weight "background_weight": flag,
    }
    /// Information that a document says is not collected or shared.
    Denied DeniedMatch "denied" {
        /// Kind of information.
        data "data": words,
        /// `collect`, `share`.
        action "action": words,
        /// It has a condition or exception.
        conditional "conditional": flag,
        /// Code reads it.
        seen "seen": flag,
    }
    /// A difference from the version before.
    Change ChangeMatch "change" {
        /// `data`, `sdk`, `permission`.
        what "what": words,
        /// Id of what is new.
        value "value": words,
        /// The documents name it.
        declared "declared": flag,
    }
}
