//! Tables: what each column holds, and what a row says; refuses tables whose header tells nothing.

use app_facts::{DisclosureMatch, StatementType};

use super::clause::Defaults;
use super::columns::Columns;
use super::{Found, InputRole, Walk, company, spread};
use crate::block::{Block, BlockKind};
use crate::words::{Class, Name, Words};

/// Further companies of one cell that are stated.
const MAX_COMPANIES: usize = 8;

/// The rows of the table that the blocks begin with.
pub(super) fn rows(blocks: &[Block]) -> Vec<&Block> {
    let number = |block: &Block| match block.kind {
        BlockKind::Row { table, .. } => Some(table),
        _ => None,
    };
    let Some(first) = blocks.first().and_then(number) else {
        return Vec::new();
    };
    blocks
        .iter()
        .take_while(|block| number(block) == Some(first))
        .collect()
}

/// Kinds named in a cell.
#[derive(Default)]
pub(super) struct Named {
    pub(super) data: Vec<String>,
    pub(super) umbrellas: Vec<u16>,
    pub(super) sdks: Vec<u16>,
    addresses: Vec<u16>,
    negative: bool,
    pub(super) empty: bool,
}

/// What a cell names.
pub(super) fn named(words: &Words, cell: &str) -> Named {
    let form = words.normal.of(cell);
    let marks = words.marks(cell, &form);
    let mut out = Named {
        negative: marks.has(Class::CellNegative),
        empty: is_empty(words, cell),
        addresses: marks.addresses.clone(),
        ..Named::default()
    };
    for noun in &marks.nouns {
        match noun.name {
            Name::Term(at) => {
                for kind in words.terms.get(usize::from(at)).into_iter().flatten() {
                    if !out.data.contains(kind) {
                        out.data.push(kind.clone());
                    }
                }
            }
            Name::Umbrella(at) => {
                if !out.umbrellas.contains(&at) {
                    out.umbrellas.push(at);
                }
            }
            Name::Sdk(at) => {
                if !out.sdks.contains(&at) {
                    out.sdks.push(at);
                }
            }
            Name::Vendor(_) | Name::Permission(_) => {}
        }
    }
    if out.data.is_empty() && out.umbrellas.is_empty() && marks.has(Class::AllInfo) {
        out.data.push("*".to_owned());
    }
    out
}

/// True for cells such as `-`, `无`, `N/A`.
pub(super) fn is_empty(words: &Words, cell: &str) -> bool {
    let form = words.normal.of(cell.trim());
    if form.is_empty() {
        return true;
    }
    let marks = words.marks(cell.trim(), &form);
    marks
        .of(Class::CellEmpty)
        .any(|place| place.start == 0 && place.end == form.len())
        || form.chars().all(|c| matches!(c, '-' | '/' | '—' | ' '))
}

impl Walk<'_> {
    /// Reads the rows of one table.
    pub(super) fn table(&mut self, rows: &[&Block]) {
        let all: Vec<(&[String], bool)> = rows
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Row { cells, header, .. } => Some((cells.as_slice(), *header)),
                _ => None,
            })
            .collect();
        let sections = self.sections();
        let shares = sections.has(self.words, "share") || sections.has(self.words, "sdk");
        let columns = Columns::of(self.words, &all, shares);
        self.table_row = (self.table_row.0 + 1, 0);
        for (at, (block, (cells, is_header))) in rows.iter().zip(&all).enumerate() {
            if columns.is_header(at) || *is_header {
                continue;
            }
            self.table_row.1 += 1;
            self.row(&columns, cells, &block.text);
        }
    }

    pub(super) fn row(&mut self, columns: &Columns, cells: &[String], text: &str) {
        if columns.is_unknown() {
            // Without a header a row is read as an item.
            if cells.len() <= 2 && cells.iter().any(|cell| cell.chars().count() > 40) {
                for cell in cells {
                    for sentence in crate::sentence::sentences(cell) {
                        self.sentence(sentence, true, "row");
                    }
                }
            } else {
                self.bare_row(cells, text);
            }
            return;
        }
        let mut found = Vec::new();
        if self.answer_row(columns, cells, &mut found) {
            // "Biometrics | fingerprints | not collected"
        } else if columns.has("permission") && !columns.has("sdk") && !columns.has("company") {
            self.permission_row(columns, cells, &mut found, true);
        } else {
            self.data_row(columns, cells, text, &mut found);
        }
        let purpose = columns
            .cell(cells, "purpose")
            .is_some_and(|cell| !is_empty(self.words, cell));
        if purpose && found.iter().any(|one| one.kind != StatementType::Deny) {
            found.push(Found::new(StatementType::Purpose));
        }
        if let Some(cell) = columns.cell(cells, "retention")
            && !is_empty(self.words, cell)
        {
            let kept_only = !purpose
                && !columns.has("sdk")
                && !columns.has("company")
                && self.sections().has(self.words, "storage");
            if kept_only {
                // A table of periods says of nothing that it is collected.
                found.retain(|one| one.kind != StatementType::Collect);
            }
            found.push(Found::new(StatementType::Retention).topic("period"));
        }
        for one in found {
            self.push(one, text, "row");
        }
    }

    /// A row whose cell says yes or no to collecting or sharing; false when it is read like others.
    fn answer_row(&self, columns: &Columns, cells: &[String], found: &mut Vec<Found>) -> bool {
        let words = self.words;
        let no = |role: &str| {
            columns.cell(cells, role).map(|cell| {
                let form = words.normal.of(cell.trim());
                let marks = words.marks(cell.trim(), &form);
                let whole = |place: crate::words::Place| {
                    place.start == 0 && place.end == form.trim_end_matches(['.', '。']).len()
                };
                let no = marks
                    .of(Class::CellNo)
                    .chain(marks.of(Class::CellNegative))
                    .any(whole);
                let yes = marks.of(Class::CellYes).any(whole);
                (no && !(yes && role == "shared"), yes)
            })
        };
        let mut all = Named::default();
        for role in ["data", "category", "label"] {
            for cell in columns.cells(cells, role) {
                let one = named(words, cell);
                if all.data.is_empty() {
                    merge(&mut all, one);
                } else {
                    all.umbrellas.extend(one.umbrellas);
                    all.umbrellas.dedup();
                }
            }
        }
        if let Some((true, _)) = no("collected") {
            let base = Found::new(StatementType::Deny).topic("collect");
            if !(all.data.is_empty() && all.umbrellas.is_empty()) {
                spread(words, &base, &all.data, &all.umbrellas, &[], found);
            }
            return true;
        }
        let names = !(all.data.is_empty() && all.umbrellas.is_empty());
        let not_collected = columns.cell(cells, "shared").is_some_and(|cell| {
            let form = words.normal.of(cell.trim());
            words.marks(cell.trim(), &form).has(Class::CellNegative)
        });
        if names && not_collected {
            // "Biometric information | - | Not collected"
            let base = Found::new(StatementType::Deny).topic("collect");
            spread(words, &base, &all.data, &all.umbrellas, &[], found);
            return true;
        }
        if names && matches!(no("shared"), Some((true, _))) && !all.data.is_empty() {
            // Collected, and neither sold nor shared.
            let base = Found::new(StatementType::Deny).topic("share");
            spread(words, &base, &all.data, &[], &[], found);
        }
        if names || columns.has("sdk") || columns.has("company") {
            return false;
        }
        match no("shared") {
            Some((false, true)) => {
                let mut one = Found::new(StatementType::Share);
                one.data.push("*".to_owned());
                found.push(one);
                found.push(Found::new(StatementType::Purpose));
                true
            }
            Some((true, _)) => {
                let mut one = Found::new(StatementType::Deny).topic("share");
                one.data.push("*".to_owned());
                found.push(one);
                true
            }
            _ => false,
        }
    }

    /// A row of a table of permissions: only what is asked for, and why.
    fn permission_row(
        &mut self,
        columns: &Columns,
        cells: &[String],
        found: &mut Vec<Found>,
        with_data: bool,
    ) {
        let cell = columns.cell(cells, "permission").unwrap_or_default();
        let form = self.words.normal.of(cell);
        let marks = self.words.marks(cell, &form);
        let mut ids: Vec<u16> = Vec::new();
        for noun in &marks.nouns {
            if let Name::Permission(at) = noun.name {
                ids.push(at);
            }
        }
        if ids.is_empty() {
            ids.extend(longest_bare(&marks.bare));
        }
        permission_statements(self.words, &ids, found);
        // "Information" beside the permission is collected.
        if let Some(data) = columns.cell(cells, "data").filter(|_| with_data) {
            let named = named(self.words, data);
            let nothing = named.data.is_empty() && named.umbrellas.is_empty();
            if !nothing && !named.empty && !named.negative {
                let base = Found::new(StatementType::Collect);
                spread(self.words, &base, &named.data, &named.umbrellas, &[], found);
            }
        }
    }

    /// A row of a table of information, SDKs or recipients.
    fn data_row(
        &mut self,
        columns: &Columns,
        cells: &[String],
        text: &str,
        found: &mut Vec<Found>,
    ) {
        let words = self.words;
        let data_cells = columns.cells(cells, "data");
        let mut all = Named::default();
        let mut negative = false;
        let mut any_filled = false;
        for cell in &data_cells {
            let one = self.cell_parts(cell, found);
            negative |= one.negative;
            any_filled |= !one.empty;
            merge(&mut all, one);
        }
        let is_party_table = columns.has("sdk") || columns.has("company");
        let label = columns
            .cell(cells, "category")
            .or_else(|| columns.cell(cells, "sdk"));
        let category = label.map(|cell| named(words, cell)).unwrap_or_default();
        if negative && is_party_table {
            // "Example SDK | Example Ltd. | collects nothing"
            self.party_row(columns, cells, &Named::default(), found);
            let base = Found::new(StatementType::Deny).topic("collect");
            if all.data.is_empty() && all.umbrellas.is_empty() {
                all.data.push("*".to_owned());
            }
            spread(words, &base, &all.data, &all.umbrellas, &[], found);
            return;
        }
        if negative || (!any_filled && !data_cells.is_empty() && !is_party_table) {
            // "Contacts | not collected"
            let first = cells
                .first()
                .map(|cell| named(words, cell))
                .unwrap_or_default();
            let mut denied = category;
            merge(&mut denied, first);
            if negative && !(denied.data.is_empty() && denied.umbrellas.is_empty()) {
                let base = Found::new(StatementType::Deny).topic("collect");
                spread(words, &base, &denied.data, &denied.umbrellas, &[], found);
            }
            return;
        }
        if is_party_table {
            self.party_row(columns, cells, &all, found);
            return;
        }
        let exact = !all.data.is_empty();
        if exact {
            all.umbrellas.extend(category.umbrellas);
            all.umbrellas.dedup();
        } else {
            merge(&mut all, category);
        }
        if all.data.is_empty() && all.umbrellas.is_empty() {
            // A table about something else: each cell may still hold a sentence.
            for cell in cells {
                for sentence in crate::sentence::sentences(cell) {
                    self.sentence(sentence, false, "row");
                }
            }
            return;
        }
        let sections = self.sections();
        let is_share = sections.has(words, "share") || sections.has(words, "sdk");
        let kind = if is_share && (self.role != InputRole::Policy || !columns.has("category")) {
            StatementType::Share
        } else {
            StatementType::Collect
        };
        spread(
            words,
            &Found::new(kind),
            &all.data,
            &all.umbrellas,
            &[],
            found,
        );
        if let Some(cell) = columns.cell(cells, "shared_with")
            && !is_empty(words, cell)
        {
            let mut base = Found::new(StatementType::Share);
            base.company = company::of_text(words, cell).into_iter().next();
            let party = named(words, cell);
            spread(words, &base, &all.data, &all.umbrellas, &party.sdks, found);
        }
        let _ = text;
    }

    /// A row that names a recipient.
    fn party_row(
        &mut self,
        columns: &Columns,
        cells: &[String],
        all: &Named,
        found: &mut Vec<Found>,
    ) {
        let words = self.words;
        let name = columns.cell(cells, "sdk").unwrap_or_default();
        let owner = columns.cell(cells, "company").unwrap_or_default();
        let mut party = named(words, name);
        if party.sdks.is_empty() {
            merge(&mut party, named(words, owner));
        }
        if party.sdks.is_empty() {
            for cell in cells {
                for address in named(words, cell).addresses {
                    if !party.sdks.contains(&address) && party.sdks.is_empty() {
                        party.sdks.push(address);
                    }
                }
            }
        }
        if party.sdks.is_empty() {
            // "Google Ireland Limited | Push messages (Firebase Cloud Messaging)"
            if let Some(cell) = columns.cell(cells, "purpose") {
                party.sdks.extend(named(words, cell).sdks);
            }
        }
        let mut companies = company::of_text(words, owner);
        if companies.is_empty() {
            companies = company::of_text(words, name);
        }
        let mut base = Found::new(StatementType::Share);
        let mut companies = companies.into_iter();
        base.company = companies.next();
        let others: Vec<String> = companies.take(MAX_COMPANIES).collect();
        if base.company.is_none() && party.sdks.is_empty() {
            // A recipient without a form of company in its name.
            let written = if owner.is_empty() { name } else { owner };
            base.topics.push("recipient".to_owned());
            base.company = Some(super::cut(written, 60)).filter(|name| !name.is_empty());
            base.matched = DisclosureMatch::Vendor;
        }
        spread(words, &base, &all.data, &all.umbrellas, &party.sdks, found);
        for name in others {
            let mut one = Found::new(StatementType::Share);
            one.company = Some(name);
            one.matched = DisclosureMatch::Vendor;
            found.push(one);
        }
        if columns.has("permission") {
            self.permission_row(columns, cells, found, false);
        }
    }

    /// What a cell names, without the parts of it that deny something, which are stated.
    fn cell_parts(&self, cell: &str, found: &mut Vec<Found>) -> Named {
        let words = self.words;
        let mut all = Named::default();
        let parts: Vec<&str> = cell.split([';', '；', '。']).collect();
        if parts.len() < 2 {
            return named(words, cell);
        }
        for part in parts {
            let form = words.normal.of(part);
            let marks = words.marks(part, &form);
            let one = named(words, part);
            let denies = marks.has(Class::Negation) || marks.has(Class::VerbDenied);
            if denies && !one.data.is_empty() {
                let base = Found::new(StatementType::Deny).topic("collect");
                spread(words, &base, &one.data, &one.umbrellas, &[], found);
            } else {
                merge(&mut all, one);
            }
        }
        all.empty = is_empty(words, cell);
        all
    }

    /// A row without a header: an SDK or company in it makes it a row of recipients.
    fn bare_row(&mut self, cells: &[String], text: &str) {
        let words = self.words;
        let mut all = Named::default();
        for cell in cells {
            merge(&mut all, named(words, cell));
        }
        let companies = company::of_text(words, text);
        let defaults: Defaults = self.words_default();
        let mut found = Vec::new();
        if !all.sdks.is_empty() || !companies.is_empty() && defaults.share {
            let mut base = Found::new(StatementType::Share);
            base.company = companies.into_iter().next();
            spread(
                words,
                &base,
                &all.data,
                &all.umbrellas,
                &all.sdks,
                &mut found,
            );
        } else {
            for cell in cells {
                for sentence in crate::sentence::sentences(cell) {
                    self.sentence(sentence, true, "row");
                }
            }
        }
        for one in found {
            self.push(one, text, "row");
        }
    }
}

fn merge(into: &mut Named, from: Named) {
    for kind in from.data {
        if !into.data.contains(&kind) {
            into.data.push(kind);
        }
    }
    for at in from.umbrellas {
        if !into.umbrellas.contains(&at) {
            into.umbrellas.push(at);
        }
    }
    for at in from.sdks {
        if !into.sdks.contains(&at) {
            into.sdks.push(at);
        }
    }
    into.addresses.extend(from.addresses);
}

/// The longest of overlapping bare names.
pub(super) fn longest_bare(bare: &[(crate::words::Place, u16)]) -> Vec<u16> {
    let mut sorted = bare.to_vec();
    sorted.sort_by_key(|(place, at)| (place.start, std::cmp::Reverse(place.end), *at));
    let mut until = 0;
    let mut out = Vec::new();
    for (place, at) in sorted {
        if place.start >= until {
            until = place.end;
            if !out.contains(&at) {
                out.push(at);
            }
        }
    }
    out
}

/// One statement for all permissions of a sentence.
pub(super) fn permission_statements(words: &Words, ids: &[u16], found: &mut Vec<Found>) {
    let mut one = Found::new(StatementType::Permission);
    for at in ids {
        if let Some(entry) = words.permissions.get(usize::from(*at)) {
            one.topics.push(entry.id.clone());
            one.permissions.extend(entry.names.iter().cloned());
        }
    }
    if !one.topics.is_empty() {
        found.push(one);
    }
}
