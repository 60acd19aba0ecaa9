//! What the columns of a table hold, told by the header and by the cells; refuses columns that neither tells of.

use super::company;
use super::table::{is_empty, named};
use crate::words::{Class, Marks, Name, Words};

/// Rows that are looked at to tell what a column holds.
const LOOKED_AT: usize = 40;
/// Longest cell of a header, in characters.
const MAX_HEADER: usize = 30;
/// Longest cell of a header without Chinese characters whose words tell what it holds.
const MAX_HEADER_LATIN: usize = 72;

/// What the columns of the table hold that is being read.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    roles: Vec<Vec<String>>,
    header: Option<usize>,
}

/// What the cells of one column hold.
#[derive(Debug, Default, Clone, Copy)]
struct Profile {
    filled: usize,
    data: usize,
    sdk: usize,
    company: usize,
    permission: usize,
    plain: usize,
    /// A bare yes or no.
    answer: usize,
}

impl Columns {
    /// Roles of the columns of a table whose rows are given with their marks as headers.
    pub(super) fn of(words: &Words, rows: &[(&[String], bool)], shares: bool) -> Self {
        let Some((first, marked)) = rows.first().copied() else {
            return Self::default();
        };
        let mut roles = header_roles(words, first);
        let known = roles.iter().filter(|roles| !roles.is_empty()).count();
        let filled = first.iter().filter(|cell| !cell.is_empty()).count();
        let body: Vec<&[String]> = rows
            .iter()
            .skip(1)
            .take(LOOKED_AT)
            .map(|(cells, _)| *cells)
            .collect();
        let width = rows
            .iter()
            .take(LOOKED_AT)
            .map(|(cells, _)| cells.len())
            .max()
            .unwrap_or(0);
        let below: Vec<Profile> = (0..width).map(|at| profile(words, &body, at)).collect();
        let mostly_known = known >= 2 && known * 2 >= filled;
        let is_header = marked || mostly_known || stands_out(words, first, &below);
        if !is_header {
            // Without a header the first row counts like the others.
            let all: Vec<&[String]> = rows
                .iter()
                .take(LOOKED_AT)
                .map(|(cells, _)| *cells)
                .collect();
            if all.len() < 2 {
                return Self::default();
            }
            let all: Vec<Profile> = (0..width).map(|at| profile(words, &all, at)).collect();
            let mut roles = vec![Vec::new(); width];
            let is_told = by_content(&all, &mut roles, shares);
            return if is_told {
                Self {
                    roles,
                    header: None,
                }
            } else {
                Self::default()
            };
        }
        roles.resize(width.max(roles.len()), Vec::new());
        by_content(&below, &mut roles, shares);
        let known = roles.iter().filter(|roles| !roles.is_empty()).count();
        if known == 0 {
            roles.clear();
        }
        Self {
            roles,
            header: Some(0),
        }
    }

    /// Roles told by keys alone; `None` unless every key is one and they tell of a recipient or of information, and of
    /// something else.
    pub(super) fn of_keys(words: &Words, keys: &[&str]) -> Option<Self> {
        let owned: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        let roles = header_roles(words, &owned);
        let out = Self {
            roles,
            header: None,
        };
        let known = out.roles.iter().all(|roles| !roles.is_empty());
        let told = (out.has("sdk") || out.has("company"))
            && (out.has("data") || out.has("purpose"))
            || out.has("data") && out.has("purpose");
        (known && told).then_some(out)
    }

    /// The cell of the first column with a role.
    pub(super) fn cell<'c>(&self, cells: &'c [String], role: &str) -> Option<&'c str> {
        self.roles
            .iter()
            .zip(cells)
            .find(|(roles, _)| roles.iter().any(|one| one == role))
            .map(|(_, cell)| cell.as_str())
    }

    /// The cells of all columns with a role.
    pub(super) fn cells<'c>(&self, cells: &'c [String], role: &str) -> Vec<&'c str> {
        self.roles
            .iter()
            .zip(cells)
            .filter(|(roles, _)| roles.iter().any(|one| one == role))
            .map(|(_, cell)| cell.as_str())
            .collect()
    }

    /// True when some column has the role.
    pub(super) fn has(&self, role: &str) -> bool {
        self.roles
            .iter()
            .any(|roles| roles.iter().any(|one| one == role))
    }

    /// True when nothing is known of any column.
    pub(super) fn is_unknown(&self) -> bool {
        self.roles.iter().all(Vec::is_empty)
    }

    /// True when the row with this number is the header.
    pub(super) fn is_header(&self, row: usize) -> bool {
        self.header == Some(row)
    }
}

/// The role of a column that only names what the row is about.
const LABEL: &str = "label";

/// True for a cell that is a bare yes or no.
fn answers(form: &str, marks: &Marks) -> bool {
    marks
        .of(Class::CellYes)
        .chain(marks.of(Class::CellNo))
        .chain(marks.of(Class::CellNegative))
        .any(|place| place.start == 0 && place.end == form.trim_end_matches(['.', '。']).len())
}

/// Roles that the words of a header row tell.
fn header_roles(words: &Words, cells: &[String]) -> Vec<Vec<String>> {
    cells
        .iter()
        .map(|cell| {
            let han = cell.chars().any(crate::normal::is_han);
            let limit = if han { MAX_HEADER } else { MAX_HEADER_LATIN };
            if cell.chars().count() > limit {
                return Vec::new();
            }
            words
                .columns_of(cell)
                .into_iter()
                .filter_map(|id| words.columns.get(usize::from(id)).cloned())
                .collect()
        })
        .collect()
}

fn marks_of(words: &Words, cell: &str) -> (String, Marks) {
    let form = words.normal.of(cell);
    let marks = words.marks(cell, &form);
    (form, marks)
}

fn profile(words: &Words, rows: &[&[String]], at: usize) -> Profile {
    let mut out = Profile::default();
    for cell in rows.iter().filter_map(|cells| cells.get(at)) {
        if is_empty(words, cell) {
            continue;
        }
        out.filled += 1;
        let (form, marks) = marks_of(words, cell);
        let short = cell.chars().count() <= 60;
        let has = |fits: fn(&Name) -> bool| marks.nouns.iter().any(|noun| fits(&noun.name));
        let sdk = has(|name| matches!(name, Name::Sdk(_) | Name::Vendor(_)))
            || marks.has(Class::SdkWord) && short;
        let company = short && !company::legal(cell, &form, &marks).is_empty();
        let data = has(|name| matches!(name, Name::Term(_) | Name::Umbrella(_)));
        let whole = marks
            .bare
            .iter()
            .any(|(place, _)| (place.end - place.start) * 3 >= form.len() * 2);
        out.permission += usize::from(has(|name| matches!(name, Name::Permission(_))) || whole);
        out.sdk += usize::from(sdk && short && !company);
        out.company += usize::from(company);
        out.data += usize::from(data && !company && !(sdk && short));
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        let link = form.contains("http") || form.contains("www.");
        let answer = answers(&form, &marks);
        out.answer += usize::from(answer);
        out.plain += usize::from(!link && !answer && letters >= 2 && !company && !sdk);
    }
    out
}

/// True when the cells of the first row are unlike those below them.
fn stands_out(words: &Words, first: &[String], below: &[Profile]) -> bool {
    let short = first.iter().all(|cell| cell.chars().count() <= MAX_HEADER);
    let unlike = first.iter().zip(below).any(|(cell, profile)| {
        let half = |count: usize| count > 0 && count * 2 >= profile.filled;
        let here = named(words, cell);
        let (form, marks) = marks_of(words, cell);
        let data = !here.data.is_empty() || !here.umbrellas.is_empty();
        let party = !here.sdks.is_empty() || !company::legal(cell, &form, &marks).is_empty();
        half(profile.data) && !data && !here.empty
            || (half(profile.sdk) || half(profile.company)) && !party
    });
    let like = first.iter().any(|cell| {
        let (form, marks) = marks_of(words, cell);
        !named(words, cell).sdks.is_empty() || !company::legal(cell, &form, &marks).is_empty()
    });
    short && unlike && !like && !below.is_empty() && below.iter().any(|one| one.filled > 0)
}

/// Gives columns without a role the one that their cells tell, and takes roles away that the cells contradict.
/// True when some column now names information or a party.
fn by_content(profiles: &[Profile], roles: &mut [Vec<String>], shares: bool) -> bool {
    let most = |count: usize, of: &Profile| count > 0 && count * 2 >= of.filled;
    for (role, profile) in roles.iter_mut().zip(profiles) {
        let has = |name: &str, role: &[String]| role.iter().any(|one| one == name);
        if (has("category", role) || has("sdk", role)) && profile.filled > 0 {
            // "Name" and "type" are headers of everything.
            let party = most(profile.sdk, profile) || most(profile.company, profile);
            if has("category", role) && party {
                *role = vec!["sdk".to_owned()];
            } else if has("category", role) && !most(profile.data, profile) {
                *role = vec![LABEL.to_owned()];
            }
        }
        let told = has("company", role) || has("sdk", role) || has("shared_with", role);
        if !told && profile.data == 0 && most(profile.company, profile) {
            *role = vec!["company".to_owned()];
        }
    }
    // Of two columns that may name the recipient only the one whose cells do is it; the other tells what for.
    let parties = roles
        .iter()
        .filter(|role| role.iter().any(|one| one == "sdk" || one == "company"))
        .count();
    let named_somewhere = roles.iter().zip(profiles).any(|(role, profile)| {
        role.iter().any(|one| one == "sdk" || one == "company") && profile.sdk + profile.company > 0
    });
    if parties > 1 && named_somewhere {
        for (role, profile) in roles.iter_mut().zip(profiles) {
            let is_sdk = role.iter().any(|one| one == "sdk");
            if is_sdk && profile.filled > 0 && profile.sdk + profile.company == 0 {
                *role = vec!["purpose".to_owned()];
            }
        }
    }
    let any = |roles: &[Vec<String>], name: &str| {
        roles.iter().any(|role| role.iter().any(|one| one == name))
    };
    let permissions = any(roles, "permission");
    for (role, profile) in roles.iter_mut().zip(profiles) {
        if !role.is_empty() || profile.filled == 0 || permissions {
            continue;
        }
        if most(profile.company, profile) {
            role.push("company".to_owned());
        } else if most(profile.sdk, profile) {
            role.push("sdk".to_owned());
        }
    }
    let party = any(roles, "sdk") || any(roles, "company");
    if !any(roles, "data") && !permissions {
        let best = roles
            .iter()
            .zip(profiles)
            .enumerate()
            .filter(|(at, (role, profile))| {
                role.is_empty() && most(profile.data, profile) && (party || *at > 0 || !shares)
            })
            .max_by_key(|(at, (_, profile))| (profile.data, std::cmp::Reverse(*at)))
            .map(|(at, _)| at);
        if let Some(role) = best.and_then(|at| roles.get_mut(at)) {
            role.push("data".to_owned());
        }
    }
    if shares
        && !party
        && any(roles, "data")
        && let Some(role) = roles.first_mut()
    {
        // Who receives something stands first.
        if role.is_empty() || role.iter().any(|one| one == "category" || one == LABEL) {
            *role = vec!["company".to_owned()];
        }
    }
    let named = any(roles, "data") || any(roles, "sdk") || any(roles, "company") || permissions;
    if named && !any(roles, "purpose") {
        let best = roles
            .iter()
            .zip(profiles)
            .enumerate()
            .filter(|(_, (role, profile))| {
                role.is_empty()
                    && profile.answer == 0
                    && profile.plain * 2 > profile.filled
                    && (permissions || profile.data * 2 < profile.filled.max(1))
            })
            .map(|(at, _)| at)
            .next();
        if let Some(role) = best.and_then(|at| roles.get_mut(at)) {
            role.push("purpose".to_owned());
        }
    }
    named
}
