//! Accesses grouped the way people read them: group, kind, holder. Refuses to drop any access.

use std::collections::BTreeMap;

use app_facts::{Access, AppFacts, Level, Owner, OwnerKind, SdkFact};

use super::TextOptions;
use super::width::safe;
use super::words::Words;
use crate::{Labels, RunInfo};

/// Everything that the parts of the report need.
pub(super) struct View<'a> {
    pub(super) facts: &'a AppFacts,
    pub(super) run: &'a RunInfo,
    pub(super) labels: &'a Labels,
    pub(super) options: &'a TextOptions<'a>,
    pub(super) words: &'static Words,
    pub(super) groups: Vec<Group<'a>>,
    /// Indexes of permissions by access.
    pub(super) access_permissions: Vec<Vec<usize>>,
}

/// A group of kinds.
pub(super) struct Group<'a> {
    pub(super) name: String,
    pub(super) kinds: Vec<Kind<'a>>,
}

/// One kind of information.
pub(super) struct Kind<'a> {
    pub(super) id: &'a str,
    pub(super) name: String,
    pub(super) owners: Vec<OwnerPart<'a>>,
}

/// The accesses of one holder.
pub(super) struct OwnerPart<'a> {
    pub(super) name: String,
    pub(super) accesses: Vec<(usize, &'a Access)>,
}

/// Counts by level.
#[derive(Default, Clone, Copy)]
pub(super) struct Counts {
    pub(super) reachable: usize,
    pub(super) present: usize,
    pub(super) string: usize,
}

impl Counts {
    pub(super) fn of<'a>(accesses: impl Iterator<Item = &'a Access>) -> Self {
        let mut counts = Self::default();
        for access in accesses {
            match access.level {
                Level::Reachable => counts.reachable += 1,
                Level::Present => counts.present += 1,
                Level::String => counts.string += 1,
            }
        }
        counts
    }

    pub(super) fn total(self) -> usize {
        self.reachable + self.present + self.string
    }
}

impl Kind<'_> {
    pub(super) fn counts(&self) -> Counts {
        Counts::of(
            self.owners
                .iter()
                .flat_map(|owner| owner.accesses.iter().map(|(_, access)| *access)),
        )
    }
}

impl<'a> View<'a> {
    pub(super) fn new(
        facts: &'a AppFacts,
        run: &'a RunInfo,
        labels: &'a Labels,
        options: &'a TextOptions<'a>,
    ) -> Self {
        let mut access_permissions = vec![Vec::new(); facts.accesses.len()];
        for (index, permission) in facts.permissions.iter().enumerate() {
            for access in &permission.accesses {
                if let Some(list) = access_permissions.get_mut(*access) {
                    list.push(index);
                }
            }
        }
        let mut view = Self {
            facts,
            run,
            labels,
            options,
            words: Words::of(options.lang),
            groups: Vec::new(),
            access_permissions,
        };
        view.groups = view.group();
        view
    }

    fn group(&self) -> Vec<Group<'a>> {
        type Parts<'a> = BTreeMap<(u8, &'a str), OwnerPart<'a>>;
        let mut kinds: BTreeMap<(usize, &'a str), Parts<'a>> = BTreeMap::new();
        for (index, access) in self.facts.accesses.iter().enumerate() {
            let rank = self
                .labels
                .kinds
                .get(&access.data)
                .map_or(usize::MAX, |label| label.rank);
            kinds
                .entry((rank, access.data.as_str()))
                .or_default()
                .entry((owner_rank(access.owner.kind), access.owner.short()))
                .or_insert_with(|| OwnerPart {
                    name: self.owner(&access.owner),
                    accesses: Vec::new(),
                })
                .accesses
                .push((index, access));
        }
        let mut groups: Vec<Group<'a>> = Vec::new();
        for ((_, id), parts) in kinds {
            let label = self.labels.kinds.get(id);
            let name_in = |name: Option<&crate::LocalName>| {
                name.and_then(|name| name.get(self.options.lang))
                    .map(str::to_owned)
            };
            let group_name = name_in(label.map(|label| &label.group))
                .unwrap_or_else(|| self.words.other_group.to_owned());
            let kind = Kind {
                id,
                name: name_in(label.map(|label| &label.name))
                    .unwrap_or_else(|| safe(id).into_owned()),
                owners: parts.into_values().collect(),
            };
            match groups.iter_mut().find(|group| group.name == group_name) {
                Some(group) => group.kinds.push(kind),
                None => groups.push(Group {
                    name: group_name,
                    kinds: vec![kind],
                }),
            }
        }
        groups
    }

    /// Name of a holder.
    pub(super) fn owner(&self, owner: &Owner) -> String {
        match &owner.sdk {
            Some(id) => self.sdk(id),
            None => self.words.owner(owner.kind).to_owned(),
        }
    }

    /// Name of a holder given in the short form of chains and permissions.
    pub(super) fn short_owner(&self, short: &str) -> String {
        let kind = match short {
            "app" => OwnerKind::App,
            "sdk" => OwnerKind::Sdk,
            "library" => OwnerKind::Library,
            "packer" => OwnerKind::Packer,
            "unknown" => OwnerKind::Unknown,
            id => return self.sdk(id),
        };
        self.words.owner(kind).to_owned()
    }

    /// Name of an SDK: the caller's, else the facts', else the id.
    pub(super) fn sdk(&self, id: &str) -> String {
        let lang = self.options.lang;
        if let Some(name) = self.labels.sdks.get(id).and_then(|name| name.get(lang)) {
            return name.to_owned();
        }
        let fact = self.facts.sdks.iter().find(|sdk| sdk.id == id);
        fact.and_then(|sdk| self.sdk_fact_name(sdk))
            .unwrap_or_else(|| safe(id).into_owned())
    }

    fn sdk_fact_name(&self, sdk: &SdkFact) -> Option<String> {
        crate::LocalName::new(sdk.name_zh.as_str(), sdk.name_en.as_str())
            .get(self.options.lang)
            .map(str::to_owned)
    }

    /// Name of a kind of information.
    pub(super) fn kind_name(&self, id: &str) -> String {
        self.labels
            .kinds
            .get(id)
            .and_then(|label| label.name.get(self.options.lang))
            .map_or_else(|| safe(id).into_owned(), str::to_owned)
    }
}

fn owner_rank(kind: OwnerKind) -> u8 {
    match kind {
        OwnerKind::App => 0,
        OwnerKind::Sdk => 1,
        OwnerKind::Unknown => 2,
        OwnerKind::Library => 3,
        OwnerKind::Packer => 4,
    }
}
