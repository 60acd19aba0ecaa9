//! The two lists that app operators must show: information collected, information shared with third parties. Refuses to
//! fill in a purpose that no document states.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::{
    AppFacts, DisclosureAnswer, EvidenceRef, Level, ListRow, OwnerKind, StatementType, Words,
};
use ruleset::schema::Catalogues;

use crate::words::Names;

/// What belongs to the operator's group.
#[derive(Debug, Default)]
pub(crate) struct Parties<'f> {
    pub(crate) own_sdks: BTreeSet<&'f str>,
    pub(crate) own_hosts: BTreeSet<&'f str>,
}

/// Evidence kept for one row.
const MAX_EVIDENCE: usize = 8;

pub(crate) fn make(
    facts: &AppFacts,
    catalogues: &Catalogues<'static>,
    parties: &Parties<'_>,
    names: &Names<'_>,
) -> (Vec<ListRow>, Vec<ListRow>) {
    let mut rows: BTreeMap<(String, String), ListRow> = BTreeMap::new();
    for (index, access) in facts.accesses.iter().enumerate() {
        if access.level != Level::Reachable {
            continue;
        }
        let party = match access.owner.kind {
            OwnerKind::Sdk => access.owner.sdk.clone().unwrap_or_default(),
            _ => "app".to_owned(),
        };
        let row = rows
            .entry((party.clone(), access.data.clone()))
            .or_insert_with(|| start(facts, catalogues, names, &party, &access.data));
        "read".clone_into(&mut row.how);
        if let Some(phase) = access.phase {
            push(&mut row.phases, phase_id(phase));
        }
        evidence(row, "access", format!("a{}", index + 1));
    }
    for (index, flow) in facts.flows.iter().enumerate() {
        if !matches!(flow.sink.kind.as_str(), "network" | "sdk") {
            continue;
        }
        let host = flow.sink.host.as_deref();
        let from_host = facts
            .hosts
            .iter()
            .find(|fact| Some(fact.host.as_str()) == host);
        let recipient = flow
            .sink
            .recipient
            .as_deref()
            .or_else(|| from_host.and_then(|fact| fact.sdk.as_deref()));
        let is_own = host.is_some_and(|host| parties.own_hosts.contains(host));
        let party = match recipient {
            Some(id) => id.to_owned(),
            None if is_own => "app".to_owned(),
            None => host.map_or_else(|| "app".to_owned(), |host| format!("host:{host}")),
        };
        for data in &flow.data {
            let row = rows
                .entry((party.clone(), data.clone()))
                .or_insert_with(|| start(facts, catalogues, names, &party, data));
            let how = match row.how.as_str() {
                "read" | "both" => "both",
                _ => "sent",
            };
            how.clone_into(&mut row.how);
            if let Some(host) = host {
                push(&mut row.hosts, host);
            }
            evidence(row, "flow", format!("f{}", index + 1));
        }
    }
    let (mut collected, mut shared) = (Vec::new(), Vec::new());
    for row in rows.into_values() {
        if row.party != "app" && !parties.own_sdks.contains(row.party.as_str()) {
            shared.push(row.clone());
        }
        collected.push(row);
    }
    for sdk in facts.sdks.iter().filter(|sdk| !sdk.is_library) {
        let known = shared.iter().any(|row| row.party == sdk.id);
        if !known && !parties.own_sdks.contains(sdk.id.as_str()) {
            let mut row = start(facts, catalogues, names, &sdk.id, "");
            evidence(&mut row, "sdk", sdk.id.clone());
            shared.push(row);
        }
    }
    shared.sort_by(|a, b| (&a.party, &a.data).cmp(&(&b.party, &b.data)));
    (collected, shared)
}

fn start(
    facts: &AppFacts,
    catalogues: &Catalogues<'static>,
    names: &Names<'_>,
    party: &str,
    data: &str,
) -> ListRow {
    let sdk = facts.sdks.iter().find(|sdk| sdk.id == party);
    let party_name = match party.strip_prefix("host:") {
        Some(host) => Words {
            zh: host.to_owned(),
            en: host.to_owned(),
        },
        None => names.short_owner(party),
    };
    let mut permissions: Vec<String> = catalogues
        .kinds
        .iter()
        .find(|kind| kind.id.as_str() == data)
        .map(|kind| kind.permissions.iter().map(ToString::to_string).collect())
        .unwrap_or_default();
    permissions.retain(|name| {
        facts
            .permissions
            .iter()
            .any(|permission| permission.declared && permission.name == *name)
    });
    ListRow {
        data: data.to_owned(),
        name: if data.is_empty() {
            Words::default()
        } else {
            names.kind(data)
        },
        party: party.to_owned(),
        party_name,
        company: sdk.map_or_else(Words::default, |sdk| Words {
            zh: sdk.vendor_zh.clone(),
            en: sdk.vendor_en.clone(),
        }),
        business: sdk.map_or_else(String::new, |sdk| sdk.category.clone()),
        permissions,
        purpose: purpose(facts, party, data),
        declared: declared(facts, party, data),
        ..ListRow::default()
    }
}

/// The sentence of a document that gives a purpose for this information or this party.
fn purpose(facts: &AppFacts, party: &str, data: &str) -> Option<String> {
    facts
        .disclosure
        .statements
        .iter()
        .find(|statement| {
            statement.kind == StatementType::Purpose
                && (statement.sdk.as_deref() == Some(party)
                    || (party == "app" && statement.data.iter().any(|id| id == data)))
        })
        .map(|statement| statement.quote.clone())
}

fn declared(facts: &AppFacts, party: &str, data: &str) -> Option<String> {
    let disclosure = &facts.disclosure;
    if !disclosure.has_policy() {
        return None;
    }
    if party != "app" && !party.starts_with("host:") {
        if let Some(row) = disclosure
            .undeclared_sdks
            .iter()
            .find(|row| row.sdk == party)
        {
            return Some(
                match row.answer {
                    DisclosureAnswer::Vendor | DisclosureAnswer::Sibling => "vendor",
                    _ => "absent",
                }
                .to_owned(),
            );
        }
        let named = disclosure
            .declared_sdks
            .iter()
            .filter(|row| row.sdk.as_deref() == Some(party));
        let mut listed = false;
        let mut any = false;
        for row in named {
            any = true;
            listed |= data.is_empty() || row.data.iter().any(|id| id == data || id == "*");
        }
        if any {
            return Some(if listed { "exact" } else { "umbrella" }.to_owned());
        }
    }
    let row = disclosure.declared_data.iter().find(|row| row.data == data);
    Some(row.map_or("absent", |row| row.matched.as_str()).to_owned())
}

fn phase_id(phase: app_facts::Phase) -> &'static str {
    use app_facts::Phase::{
        Background, BeforeConsent, GuardedConsent, GuardedUnknown, Unknown, UserAction,
    };
    match phase {
        BeforeConsent => "before_consent",
        GuardedUnknown => "guarded_unknown",
        Background => "background",
        UserAction => "user_action",
        GuardedConsent => "guarded_consent",
        Unknown => "unknown",
    }
}

fn push(list: &mut Vec<String>, word: &str) {
    if !list.iter().any(|known| known == word) {
        list.push(word.to_owned());
        list.sort();
    }
}

fn evidence(row: &mut ListRow, kind: &str, id: String) {
    if row.evidence.len() < MAX_EVIDENCE {
        row.evidence.push(EvidenceRef {
            kind: kind.to_owned(),
            id,
        });
    }
}
