//! The facts of one app as rows; refuses to decide anything about them.

mod app;
mod code;
mod documents;
mod outside;

use std::collections::BTreeMap;

use app_facts::{Access, AppFacts, Owner, Phase};
use ruleset::schema::{Catalogues, Kind, PermissionGroup, Sdk, Sensitivity, Weight};
use rustc_hash::FxHashMap;

use crate::EvalOptions;
use crate::category::Union;
use crate::parties::Group;
use crate::rows::{N_SUBJECTS, Row, Val, subject_index};

/// All facts of an app as rows of each subject.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question that rules ask"
)]
pub(crate) struct View<'f> {
    rows: Vec<Vec<Row<'f>>>,
    /// Some part of the app was not seen.
    pub(crate) low_coverage: Option<(&'static str, &'static str)>,
    /// `complete`, `partial`, `skipped`.
    pub(crate) data_flow: &'f str,
    /// A document could be read as a policy or SDK list.
    pub(crate) has_policy: bool,
    /// One of them was handed in.
    pub(crate) policy_given: bool,
    /// A declaration form was handed in.
    pub(crate) has_form: bool,
    /// Some read has a timing.
    pub(crate) timed: bool,
    /// The app has code that reads information or does something.
    pub(crate) has_code_facts: bool,
}

/// What building rows needs.
pub(super) struct Source<'f> {
    pub(super) facts: &'f AppFacts,
    pub(super) options: &'f EvalOptions,
    pub(super) union: &'f Union<'f>,
    pub(super) group: &'f Group,
    kinds: FxHashMap<&'f str, &'f Kind<'static>>,
    sdks: FxHashMap<&'f str, &'f Sdk<'static>>,
    permission_groups: FxHashMap<&'f str, &'f PermissionGroup>,
    groups: &'f [PermissionGroup],
}

impl<'f> View<'f> {
    pub(crate) fn new(
        facts: &'f AppFacts,
        catalogues: &'f Catalogues<'static>,
        options: &'f EvalOptions,
        union: &'f Union<'f>,
        group: &'f Group,
    ) -> Self {
        let judging = &catalogues.judging;
        let source = Source {
            facts,
            options,
            union,
            group,
            kinds: catalogues
                .kinds
                .iter()
                .map(|kind| (kind.id.as_str(), kind))
                .collect(),
            sdks: catalogues
                .sdks
                .iter()
                .map(|sdk| (sdk.id.as_str(), sdk))
                .collect(),
            permission_groups: judging
                .permission_groups
                .iter()
                .flat_map(|group| {
                    group
                        .permissions
                        .iter()
                        .map(move |name| (name.as_str(), group))
                })
                .collect(),
            groups: &judging.permission_groups,
        };
        let coverage = &facts.coverage;
        let roles: Vec<&str> = facts
            .disclosure
            .documents
            .iter()
            .map(|document| document.role.as_str())
            .collect();
        let has_policy = facts.disclosure.has_policy() || roles.contains(&"sdk_list");
        let mut view = Self {
            rows: vec![Vec::new(); N_SUBJECTS],
            low_coverage: app::low_coverage(facts),
            data_flow: match coverage.data_flow.as_str() {
                "" => "skipped",
                word => word,
            },
            has_policy,
            policy_given: roles
                .iter()
                .any(|role| matches!(*role, "policy" | "sdk_list")),
            has_form: roles
                .iter()
                .any(|role| matches!(*role, "data_safety" | "declaration")),
            timed: facts
                .accesses
                .iter()
                .any(|access| access.phase.is_some_and(|phase| phase != Phase::Unknown)),
            has_code_facts: !facts.accesses.is_empty() || !facts.behaviours.is_empty(),
        };
        let app = app::row(&source, &view);
        view.put("app", vec![app]);
        view.put("access", code::accesses(&source));
        view.put("flow", code::flows(&source));
        view.put("behaviour", code::behaviours(&source));
        view.put("permission_request", code::requests(&source));
        view.put("sdk", outside::sdks(&source));
        view.put("host", outside::hosts(&source));
        view.put("permission", outside::permissions(&source));
        view.put("component", outside::components(&source));
        view.put("resource", outside::resources(&source));
        view.put("change", outside::changes(&source));
        view.put("document", documents::documents(&source));
        view.put("statement", documents::statements(&source));
        view.put("undeclared", documents::undeclared(&source));
        view.put("undeclared_sdk", documents::undeclared_sdks(&source));
        view.put("excess", documents::excess(&source));
        view.put("denied", documents::denied(&source));
        view
    }

    fn put(&mut self, subject: &str, rows: Vec<Row<'f>>) {
        if let Some(place) = subject_index(subject).and_then(|index| self.rows.get_mut(index)) {
            *place = rows;
        }
    }

    pub(crate) fn rows(&self, subject: usize) -> &[Row<'f>] {
        self.rows.get(subject).map_or(&[], Vec::as_slice)
    }
}

impl<'f> Source<'f> {
    pub(super) fn kind(&self, id: &str) -> Option<&'f Kind<'static>> {
        self.kinds.get(id).copied()
    }

    pub(super) fn sdk(&self, id: &str) -> Option<&'f Sdk<'static>> {
        self.sdks.get(id).copied()
    }

    pub(super) fn group_of(&self, permission: &str) -> Option<&'f PermissionGroup> {
        self.permission_groups.get(permission).copied()
    }

    pub(super) fn data_group(&self, id: &str) -> Val<'f> {
        self.kind(id)
            .map_or(Val::Missing, |kind| Val::word(&kind.group))
    }

    pub(super) fn sensitive(&self, id: &str) -> Val<'f> {
        self.kind(id).map_or(Val::Missing, |kind| {
            Val::word(match kind.sensitive {
                Sensitivity::Yes => "yes",
                Sensitivity::Contextual => "contextual",
                Sensitivity::No => "no",
            })
        })
    }

    pub(super) fn is_background(&self, id: &str) -> bool {
        self.kind(id)
            .is_some_and(|kind| kind.weight == Weight::Background)
    }

    pub(super) fn sdk_category(&self, owner: &Owner) -> Val<'f> {
        owner
            .sdk
            .as_deref()
            .and_then(|id| self.sdk(id))
            .map_or(Val::Missing, |sdk| Val::word(&sdk.category))
    }

    pub(super) fn same_group(&self, sdk: &str) -> bool {
        self.sdk(sdk).is_some_and(|sdk| self.group.owns_sdk(sdk))
    }

    /// Kinds that the permissions of a group guard.
    pub(super) fn guarded_by(&self, group: &str) -> &'f [String] {
        self.groups
            .iter()
            .find(|row| row.name == group)
            .map_or(&[], |row| row.data.as_slice())
    }

    /// Accesses by the place that reads.
    pub(super) fn by_site(&self) -> BTreeMap<(&'f str, u32), &'f Access> {
        self.facts
            .accesses
            .iter()
            .map(|access| ((access.site.method.as_str(), access.site.offset), access))
            .collect()
    }
}

pub(super) fn owner_kind(owner: &Owner) -> &'static str {
    use app_facts::OwnerKind::{App, Library, Packer, Sdk, Unknown};
    match owner.kind {
        App => "app",
        Sdk => "sdk",
        Library => "library",
        Packer => "packer",
        Unknown => "unknown",
    }
}

pub(super) fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::BeforeConsent => "before_consent",
        Phase::GuardedUnknown => "guarded_unknown",
        Phase::Background => "background",
        Phase::UserAction => "user_action",
        Phase::GuardedConsent => "guarded_consent",
        Phase::Unknown => "unknown",
    }
}

/// Class of a Dalvik method.
pub(super) fn class_of(method: &str) -> &str {
    method.split_once("->").map_or(method, |(class, _)| class)
}
