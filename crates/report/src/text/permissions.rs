//! The table of permissions and what uses them.

use app_facts::{PermissionFact, PermissionStatus};

use super::accesses::cell;
use super::page::{Ink, Page, widest};
use super::view::View;
use super::width::{safe, shorten};
use crate::names::simple_name;

/// Start of the names that every report can leave out.
const ANDROID: &str = "android.permission.";

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let words = view.words;
    let all = &view.facts.permissions;
    page.heading(words.permissions);
    if all.is_empty() {
        page.field(2, "", Ink::Plain, words.no_permissions);
        return;
    }
    let mut rows: Vec<&PermissionFact> = all.iter().collect();
    rows.sort_by(|a, b| {
        order(a.status)
            .cmp(&order(b.status))
            .then(a.name.cmp(&b.name))
    });
    let counts: Vec<String> = [
        PermissionStatus::UsedUndeclared,
        PermissionStatus::Used,
        PermissionStatus::UsedBySdkOnly,
        PermissionStatus::Unused,
        PermissionStatus::Unknown,
    ]
    .into_iter()
    .filter_map(|status| {
        let count = rows.iter().filter(|row| row.status == status).count();
        (count > 0).then(|| format!("{} {count}", words.permission_status(status)))
    })
    .collect();
    page.field(2, "", Ink::Plain, &counts.join(words.comma));
    page.blank();

    let names: Vec<String> = rows.iter().map(|row| short_name(&row.name)).collect();
    let name_width = widest(names.iter().map(String::as_str)).min(page.width * 2 / 5);
    let status_width = widest(rows.iter().map(|row| words.permission_status(row.status)));
    let protection_width = widest(rows.iter().map(|row| row.protection.as_str())).min(12);
    for (row, name) in rows.iter().zip(&names) {
        let ink = match row.status {
            PermissionStatus::UsedUndeclared => Ink::Warning,
            PermissionStatus::Used | PermissionStatus::UsedBySdkOnly => Ink::Plain,
            PermissionStatus::Unused | PermissionStatus::Unknown => Ink::Dim,
        };
        let label = view
            .labels
            .permissions
            .get(&row.name)
            .and_then(|name| name.get(view.options.lang))
            .unwrap_or_default();
        let used = 2 + name_width + status_width + protection_width + 6;
        page.line(
            2,
            &[
                (ink, &cell(name, name_width)),
                (Ink::Plain, "  "),
                (
                    ink,
                    &cell(words.permission_status(row.status), status_width),
                ),
                (Ink::Plain, "  "),
                (Ink::Dim, &cell(&safe(&row.protection), protection_width)),
                (Ink::Plain, "  "),
                (
                    Ink::Plain,
                    &shorten(&safe(label), page.width.saturating_sub(used)),
                ),
            ],
        );
        let owners: Vec<String> = row
            .owners
            .iter()
            .map(|owner| view.short_owner(owner))
            .collect();
        if !owners.is_empty() {
            page.field(
                6,
                &format!("{}{}", words.used_by, words.colon),
                Ink::Plain,
                &owners.join(words.comma),
            );
        }
        let mut notes: Vec<String> = Vec::new();
        notes.extend(row.max_sdk.map(|max| format!("maxSdkVersion {max}")));
        notes.extend(row.flags.iter().map(|flag| safe(flag).into_owned()));
        if !notes.is_empty() {
            page.field(6, "", Ink::Dim, &notes.join(words.comma));
        }
        if let Some(why) = &row.why
            && (view.options.verbose || row.status == PermissionStatus::Unknown)
        {
            page.field(6, "", Ink::Dim, &safe(why));
        }
        if view.options.verbose {
            for place in &row.uses {
                page.line(
                    6,
                    &[
                        (Ink::Dim, if place.reachable { "● " } else { "○ " }),
                        (Ink::Plain, &safe(&crate::names::readable(&place.api))),
                        (Ink::Dim, "  "),
                        (Ink::Plain, &safe(&crate::names::stack_form(&place.method))),
                        (Ink::Dim, &format!(" +0x{:x}", place.offset)),
                    ],
                );
            }
        }
    }
}

fn short_name(name: &str) -> String {
    let short = if name.starts_with(ANDROID) {
        simple_name(name)
    } else {
        name
    };
    safe(short).into_owned()
}

fn order(status: PermissionStatus) -> u8 {
    match status {
        PermissionStatus::UsedUndeclared => 0,
        PermissionStatus::Used => 1,
        PermissionStatus::UsedBySdkOnly => 2,
        PermissionStatus::Unused => 3,
        PermissionStatus::Unknown => 4,
    }
}
