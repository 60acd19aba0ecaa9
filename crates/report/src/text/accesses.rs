//! Every access by kind of information and holder, with API, site and chain.

use std::collections::BTreeMap;

use app_facts::{Access, ChainFrame, Level, LevelSet, MAX_API, Phase, Scope, Via};

use super::page::{Ink, Page};
use super::view::{Kind, OwnerPart, View};
use super::width::{columns, pad, safe, shorten};
use crate::names::{parse_member, readable, simple_name, stack_form};

/// Sites of one API and holder in the short form.
const MOST_SITES: usize = 3;
/// Frames kept at each end of a chain in the short form.
const FRAMES_AT_ENDS: usize = 2;
/// APIs named on the line of a background-weight kind.
const MOST_APIS: usize = 6;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    if view.facts.accesses.is_empty() {
        return;
    }
    page.heading(view.words.accesses);
    page.line(
        2,
        &[
            (Ink::Reachable, "● "),
            (Ink::Dim, view.words.level_meaning(Level::Reachable)),
            (Ink::Plain, "   ○ "),
            (Ink::Dim, view.words.level_meaning(Level::Present)),
            (Ink::Dim, "   ◌ "),
            (Ink::Dim, view.words.level_meaning(Level::String)),
        ],
    );
    for group in &view.groups {
        page.blank();
        page.line(2, &[(Ink::Heading, &group.name)]);
        for kind in &group.kinds {
            write_kind(view, page, kind);
        }
    }
}

fn write_kind(view: &View<'_>, page: &mut Page, kind: &Kind<'_>) {
    let counts = kind.counts();
    let is_background = kind.owners.iter().all(|owner| {
        owner
            .accesses
            .iter()
            .all(|(_, access)| access.background_weight)
    });
    page.line(
        4,
        &[
            (Ink::Strong, &kind.name),
            (Ink::Dim, &format!("  {}", safe(kind.id))),
            (
                Ink::Dim,
                &format!("  {}", view.words.counted(counts.total(), counts.reachable)),
            ),
        ],
    );
    for owner in &kind.owners {
        if is_background && !view.options.verbose {
            write_background_line(view, page, owner);
        } else {
            write_owner(view, page, owner);
        }
    }
}

fn write_background_line(view: &View<'_>, page: &mut Page, owner: &OwnerPart<'_>) {
    let mut apis: Vec<String> = Vec::new();
    let mut reachable = 0;
    for (_, access) in &owner.accesses {
        reachable += usize::from(access.level == Level::Reachable);
        let short = short_api(&access.api);
        if !apis.contains(&short) {
            apis.push(short);
        }
    }
    let more = apis.len().saturating_sub(MOST_APIS);
    apis.truncate(MOST_APIS);
    let mut list = apis.join(view.words.comma);
    if more > 0 {
        list.push_str(" +");
        list.push_str(&more.to_string());
    }
    page.field(
        6,
        &format!("{}  ", owner.name),
        Ink::Plain,
        &format!(
            "{}{}{}",
            view.words.counted(owner.accesses.len(), reachable),
            view.words.colon,
            list
        ),
    );
}

/// `TelephonyManager.getDeviceId`, for lines that name many.
fn short_api(api: &str) -> String {
    parse_member(api).map_or_else(
        || safe(api).into_owned(),
        |member| {
            let class = safe(simple_name(&member.class)).into_owned();
            format!("{class}.{}", safe(&member.name))
        },
    )
}

/// What accesses of one holder must share to stand under one API line.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct ApiKey<'a> {
    api: &'a str,
    via: Via,
    scope: Scope,
    obtainable: Option<LevelSet>,
    permissions: &'a [usize],
}

fn write_owner(view: &View<'_>, page: &mut Page, owner: &OwnerPart<'_>) {
    page.line(
        6,
        &[
            (Ink::Strong, &owner.name),
            (
                Ink::Dim,
                &format!("  {}", view.words.places(owner.accesses.len())),
            ),
        ],
    );
    let mut by_api: BTreeMap<ApiKey<'_>, Vec<&Access>> = BTreeMap::new();
    for (index, access) in &owner.accesses {
        let permissions = view
            .access_permissions
            .get(*index)
            .map_or(&[][..], Vec::as_slice);
        by_api
            .entry(ApiKey {
                api: &access.api,
                via: access.via,
                scope: access.scope,
                obtainable: access.obtainable,
                permissions,
            })
            .or_default()
            .push(access);
    }
    for (key, mut accesses) in by_api {
        write_api(view, page, &key);
        accesses.sort_by_key(|access| access.level);
        let shown = if view.options.verbose {
            accesses.len()
        } else {
            MOST_SITES
        };
        for access in accesses.iter().take(shown) {
            write_site(view, page, access);
        }
        if accesses.len() > shown {
            page.line(
                10,
                &[(Ink::Dim, &view.words.more_places(accesses.len() - shown))],
            );
        }
    }
}

fn write_api(view: &View<'_>, page: &mut Page, key: &ApiKey<'_>) {
    let words = view.words;
    let mut notes = Vec::new();
    notes.extend(words.via(key.via));
    notes.extend(words.scope(key.scope));
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!("  [{}]", notes.join(words.comma))
    };
    page.line(
        8,
        &[(Ink::Plain, &safe(&readable(key.api))), (Ink::Dim, &notes)],
    );
    let permissions: Vec<String> = key
        .permissions
        .iter()
        .filter_map(|index| view.facts.permissions.get(*index))
        .map(|permission| {
            let declared = if permission.declared {
                words.declared
            } else {
                words.not_declared
            };
            format!("{} ({declared})", safe(simple_name(&permission.name)))
        })
        .collect();
    let permissions = if permissions.is_empty() {
        words.no_permission.to_owned()
    } else {
        format!(
            "{}{}{}",
            words.permission,
            words.colon,
            permissions.join(words.comma)
        )
    };
    let universe = LevelSet::range(view.facts.app.min_sdk, MAX_API);
    let levels = key
        .obtainable
        .map_or_else(|| "unknown".to_owned(), |levels| levels.describe(universe));
    let obtainable = format!(
        "{}{}{}",
        words.obtainable,
        words.colon,
        words.obtainable(&levels)
    );
    let both = format!("{permissions}   {obtainable}");
    if 10 + columns(&both) <= page.width {
        page.line(10, &[(Ink::Dim, &both)]);
    } else {
        page.field(10, "", Ink::Dim, &permissions);
        page.field(10, "", Ink::Dim, &obtainable);
    }
}

fn write_site(view: &View<'_>, page: &mut Page, access: &Access) {
    let words = view.words;
    let (mark, ink) = match access.level {
        Level::Reachable => ("● ", Ink::Reachable),
        Level::Present => ("○ ", Ink::Plain),
        Level::String => ("◌ ", Ink::Dim),
    };
    let mut state = words.level(access.level).to_owned();
    // Unknown is said once for all, at the end.
    if let Some(phase) = access.phase.filter(|phase| *phase != Phase::Unknown) {
        state.push_str(" · ");
        state.push_str(words.phase(phase));
    }
    page.line(
        10,
        &[
            (ink, mark),
            (ink, &state),
            (Ink::Plain, "  "),
            (
                Ink::Plain,
                &method(view, &access.site.method, access.site.line),
            ),
            (
                Ink::Dim,
                &format!("  {} +0x{:x}", safe(&access.site.dex), access.site.offset),
            ),
        ],
    );
    if access.initiator != access.owner && access.level == Level::Reachable {
        page.line(
            12,
            &[
                (Ink::Dim, words.started_by),
                (Ink::Dim, " "),
                (Ink::Plain, &view.owner(&access.initiator)),
            ],
        );
    }
    write_chain(view, page, &access.chain);
    if let Some(repeat) = &access.repeat {
        let text = super::outside::repeat(view.options.lang, repeat);
        page.line(12, &[(Ink::Plain, &text)]);
    }
    if !access.cuts.is_empty() {
        page.field(
            12,
            &format!("{}{}", words.cuts, words.colon),
            Ink::Warning,
            &safe(&access.cuts.join(words.comma)),
        );
    }
}

fn write_chain(view: &View<'_>, page: &mut Page, chain: &[ChainFrame]) {
    let words = view.words;
    let Some(first) = chain.first() else {
        return;
    };
    if let Some(entry) = &first.entry {
        page.line(
            12,
            &[
                (Ink::Dim, words.entry),
                (Ink::Dim, " "),
                (Ink::Plain, &safe(entry)),
            ],
        );
    }
    if let [_] = chain {
        return;
    }
    let whole = view.options.verbose || chain.len() <= FRAMES_AT_ENDS * 2 + 1;
    let mut owner_before = "";
    for (position, frame) in chain.iter().enumerate() {
        let left_out = chain.len().saturating_sub(FRAMES_AT_ENDS * 2);
        let in_middle =
            position >= FRAMES_AT_ENDS && position < FRAMES_AT_ENDS.saturating_add(left_out);
        if !whole && in_middle {
            if position == FRAMES_AT_ENDS {
                page.line(14, &[(Ink::Dim, &words.more_frames(left_out))]);
            }
            continue;
        }
        let arrow = match frame.edge.as_str() {
            "entry" | "direct" | "virtual" | "static" => "→ ".to_owned(),
            edge => format!("→ [{}] ", safe(edge)),
        };
        let owner = if frame.owner == owner_before {
            String::new()
        } else {
            format!("  ({})", view.short_owner(&frame.owner))
        };
        owner_before = &frame.owner;
        page.line(
            14,
            &[
                (Ink::Dim, &arrow),
                (Ink::Plain, &method(view, &frame.method, frame.line)),
                (Ink::Dim, &owner),
            ],
        );
    }
}

/// A method as in a stack trace, with its line, and its original name when a mapping gives one.
fn method(view: &View<'_>, descriptor: &str, line: Option<u32>) -> String {
    let name = if view.options.verbose {
        readable(descriptor)
    } else {
        stack_form(descriptor)
    };
    let line_text = line.map_or_else(String::new, |line| format!(":{line}"));
    let mut text = format!("{}{line_text}", safe(&name));
    let original = view
        .options
        .mapping
        .and_then(|mapping| mapping.method(descriptor, line).pop())
        .filter(|original| original.stack_form() != stack_form(descriptor));
    if let Some(original) = original {
        let line_text = original
            .line
            .map_or_else(String::new, |line| format!(":{line}"));
        text = format!("{}{line_text} ← {text}", safe(&original.stack_form()));
    }
    text
}

/// A name cut or padded to a column, for tables.
pub(super) fn cell(text: &str, width: usize) -> String {
    pad(&shorten(text, width), width)
}
