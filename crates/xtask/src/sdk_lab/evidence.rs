//! What a scan would report of a lab app from all evidence: names of packages, files and code. Refuses reachability and
//! data, which the lab's calling code does not have.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{SdkConfidence, SdkEvidence, SdkFact};
use program_model::{ClassId, Program};
use ruleset::schema::Sdk;
use sdk_fingerprint::{CodeView, Identified, Surroundings};

/// The catalogue's packages, looked up by the longest beginning.
pub(super) struct Packages<'s> {
    sdks: &'s [Sdk<'static>],
    /// Package to entry; `None` for an exception.
    by_name: BTreeMap<&'s str, Option<usize>>,
}

impl<'s> Packages<'s> {
    pub(super) fn new(sdks: &'s [Sdk<'static>]) -> Self {
        let mut by_name = BTreeMap::new();
        for (row, sdk) in sdks.iter().enumerate() {
            for package in &sdk.packages {
                by_name.insert(package.as_str(), Some(row));
            }
            for package in &sdk.exceptions {
                by_name.entry(package.as_str()).or_insert(None);
            }
        }
        Self { sdks, by_name }
    }

    /// The entry of a class in Java form.
    fn of(&self, class: &str) -> Option<&'s Sdk<'static>> {
        let mut name = class;
        while let Some((above, _)) = name.rsplit_once('.') {
            if let Some(row) = self.by_name.get(above) {
                return row.and_then(|row| self.sdks.get(row));
            }
            name = above;
        }
        None
    }

    /// For each library of an app the entry that most of its classes stand under by name.
    pub(super) fn names(
        &self,
        program: &Program<'_>,
        owner: &BTreeMap<String, usize>,
        n_libraries: usize,
    ) -> Vec<Option<String>> {
        let mut counts: Vec<BTreeMap<&str, u32>> = vec![BTreeMap::new(); n_libraries];
        for (_, class) in program.classes() {
            let name = super::score::java_name(program, class);
            if let Some(sdk) = self.of(&name)
                && let Some(place) = owner.get(&name).and_then(|n| counts.get_mut(*n))
            {
                *place.entry(sdk.id.as_str()).or_insert(0) += 1;
            }
        }
        counts
            .iter()
            .map(|counts| {
                let most = counts.iter().max_by_key(|(_, n)| **n);
                most.map(|(id, _)| (*id).to_owned())
            })
            .collect()
    }

    /// Ids that are reported, each with whether a package of it is there by name.
    pub(super) fn reported(
        &self,
        program: &Program<'_>,
        found: &Identified,
        entries: Vec<String>,
    ) -> BTreeMap<String, bool> {
        let mut owners: Vec<Option<&str>> = Vec::new();
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for (_, class) in program.classes() {
            let name = super::score::java_name(program, class);
            let owner = self.of(&name).map(|sdk| sdk.id.as_str());
            if let Some(id) = owner {
                *counts.entry(id).or_insert(0) += 1;
            }
            owners.push(owner);
        }
        let base: Vec<SdkFact> = counts
            .iter()
            .map(|(id, n)| SdkFact {
                id: (*id).to_owned(),
                evidence: vec![SdkEvidence {
                    kind: "package".to_owned(),
                    value: String::new(),
                    count: *n,
                }],
                ..SdkFact::default()
            })
            .collect();
        let named: BTreeSet<String> = counts.keys().map(|id| (*id).to_owned()).collect();
        let around = Surroundings {
            entries,
            ..Surroundings::default()
        };
        let owner = |class: ClassId| {
            let owner = owners.get(class.index()).copied().flatten();
            owner.unwrap_or("unknown").to_owned()
        };
        let view = CodeView {
            reaches: &|_| false,
            owner: &owner,
        };
        sdk_fingerprint::fuse(program, self.sdks, base, found, &around, &view)
            .into_iter()
            .filter(|fact| fact.confidence != SdkConfidence::Possible)
            .map(|fact| {
                let is_named = named.contains(&fact.id);
                (fact.id, is_named)
            })
            .collect()
    }
}
