//! The block that is read first: counts by kind of information, with who.

use app_facts::Level;

use super::page::{Ink, Page, widest};
use super::view::{Counts, Kind, View};
use super::width::{columns, pad, pad_left, shorten};

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let words = view.words;
    page.heading(words.summary);
    let all = Counts::of(view.facts.accesses.iter());
    if all.total() == 0 {
        page.field(2, "", Ink::Strong, words.nothing_found);
        page.field(2, "", Ink::Plain, words.nothing_found_note);
    } else {
        page.field(
            2,
            "",
            Ink::Strong,
            &words.total(all.total(), all.reachable, all.present, all.string),
        );
    }
    page.field(
        2,
        "",
        Ink::Warning,
        &words.unseen_line(view.facts.gaps.len(), view.facts.coverage.complete),
    );
    if all.total() == 0 {
        return;
    }
    page.blank();

    let kinds: Vec<&Kind<'_>> = view
        .groups
        .iter()
        .flat_map(|group| group.kinds.iter())
        .collect();
    let name_width = widest(kinds.iter().map(|kind| kind.name.as_str()))
        .max(columns(words.kind))
        .min(page.width / 3);
    let levels = [Level::Reachable, Level::Present, Level::String];
    let number_widths: Vec<usize> = levels
        .iter()
        .map(|level| columns(words.level(*level)).max(4) + 2)
        .collect();
    let mut head = pad(words.kind, name_width);
    for (level, width) in levels.iter().zip(&number_widths) {
        head.push_str(&pad_left(words.level(*level), *width));
    }
    head.push_str("  ");
    head.push_str(words.who);
    page.line(2, &[(Ink::Dim, &head)]);
    let used = 2 + name_width + number_widths.iter().sum::<usize>() + 2;
    let who_width = page.width.saturating_sub(used).max(16);
    for group in &view.groups {
        for kind in &group.kinds {
            let counts = kind.counts();
            let cells = [counts.reachable, counts.present, counts.string];
            let mut numbers = String::new();
            for (count, width) in cells.iter().zip(&number_widths) {
                let cell = if *count == 0 {
                    "-".to_owned()
                } else {
                    count.to_string()
                };
                numbers.push_str(&pad_left(&cell, *width));
            }
            let ink = if counts.reachable > 0 {
                Ink::Reachable
            } else {
                Ink::Plain
            };
            page.line(
                2,
                &[
                    (ink, &pad(&shorten(&kind.name, name_width), name_width)),
                    (Ink::Plain, &numbers),
                    (Ink::Plain, "  "),
                    (Ink::Plain, &who(view, kind, who_width)),
                ],
            );
        }
    }
}

/// Names of the holders that fit, then how many more.
fn who(view: &View<'_>, kind: &Kind<'_>, width: usize) -> String {
    let mut text = String::new();
    for (position, owner) in kind.owners.iter().enumerate() {
        let separator = if position == 0 { "" } else { view.words.comma };
        let left = kind.owners.len() - position - 1;
        let more = if left > 0 {
            columns(&view.words.and_more(left))
        } else {
            0
        };
        let needed = columns(&text) + columns(separator) + columns(&owner.name) + more;
        if position > 0 && needed > width {
            text.push_str(&view.words.and_more(kind.owners.len() - position));
            return text;
        }
        text.push_str(separator);
        text.push_str(&owner.name);
    }
    shorten(&text, width).into_owned()
}
