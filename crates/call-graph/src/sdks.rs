//! Third-party code that the app defines, by package prefix.

use app_facts::{Access, Level, SdkEvidence, SdkFact};
use ruleset::schema::SdkKind;

use crate::analysis::Shared;

/// One fact per catalogue entry with at least one class in the app.
pub(crate) fn facts(shared: &Shared<'_, '_>, accesses: &[Access]) -> Vec<SdkFact> {
    let program = shared.program;
    let mut reachable = vec![false; shared.index.catalogues.sdks.len()];
    for (def, row) in program.defs() {
        if shared.chains.reaches(def)
            && let Some(n) = shared.owners.of(row.class).sdk()
        {
            reachable[n] = true;
        }
    }
    let mut out = Vec::new();
    for (n, sdk) in shared.index.catalogues.sdks.iter().enumerate() {
        let found = &shared.owners.found[n];
        if found.is_empty() {
            continue;
        }
        let mut evidence: Vec<SdkEvidence> = found
            .iter()
            .map(|(prefix, count)| SdkEvidence {
                kind: if prefix.is_empty() {
                    "class_fingerprint"
                } else {
                    "package"
                }
                .to_owned(),
                value: prefix.clone(),
                count: *count,
            })
            .collect();
        evidence.sort();
        let mut data: Vec<String> = accesses
            .iter()
            .filter(|access| {
                access.level != Level::String
                    && access.owner.sdk.as_deref() == Some(sdk.id.as_str())
            })
            .map(|access| access.data.clone())
            .collect();
        data.sort();
        data.dedup();
        out.push(SdkFact {
            id: sdk.id.to_string(),
            name_zh: sdk.name.zh.to_string(),
            name_en: sdk.name.en.to_string(),
            vendor_zh: sdk.vendor.zh.to_string(),
            vendor_en: sdk.vendor.en.to_string(),
            country: sdk.country.as_ref().map(ToString::to_string),
            category: sdk.category.to_string(),
            is_library: sdk.kind == SdkKind::Library,
            evidence,
            reachable: reachable[n],
            data,
            ..SdkFact::default()
        });
    }
    out
}
