//! Who the app is: the head of the report.

use super::page::{Ink, Page};
use super::view::View;
use super::width::{columns, pad, safe};
use crate::Lang;

/// Files shown when there are many, as in bundles with dozens of splits.
const MOST_FILES: usize = 6;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let app = &view.facts.app;
    let words = view.words;
    let label = match view.options.lang {
        Lang::Zh => app.label.zh_cn.as_ref().or(app.label.default.as_ref()),
        Lang::En => app.label.default.as_ref().or(app.label.zh_cn.as_ref()),
    };
    let package = if app.package.is_empty() {
        words.no_manifest.to_owned()
    } else {
        safe(&app.package).into_owned()
    };
    match label {
        Some(label) => page.line(
            0,
            &[
                (Ink::Strong, &safe(label)),
                (Ink::Plain, "  "),
                (Ink::Heading, &package),
            ],
        ),
        None => page.line(0, &[(Ink::Heading, &package)]),
    }
    let names = [
        words.version,
        words.file,
        words.signer,
        words.category,
        words.tampering,
        words.ruleset,
    ];
    let label_width = names.iter().map(|name| columns(name)).max().unwrap_or(0) + 2;
    let label = |name: &str| pad(name, label_width);

    let version = app
        .version_name
        .as_deref()
        .map_or_else(|| "?".to_owned(), |name| safe(name).into_owned());
    let code = app
        .version_code
        .map_or_else(String::new, |code| format!(" ({code})"));
    let levels = words
        .levels_of
        .replace("{min}", &app.min_sdk.to_string())
        .replace("{target}", &app.target_sdk.to_string());
    page.field(
        2,
        &label(words.version),
        Ink::Plain,
        &format!("{version}{code}   {levels}"),
    );

    let shown = if view.options.verbose {
        app.files.len()
    } else {
        MOST_FILES
    };
    let mut name = words.file;
    for file in app.files.iter().take(shown) {
        page.field(
            2,
            &label(name),
            Ink::Plain,
            &format!("{}  {}  {}", safe(&file.name), size(file.size), file.kind),
        );
        page.field(2, &label(""), Ink::Dim, &format!("sha256 {}", file.sha256));
        name = "";
    }
    if app.files.len() > shown {
        page.field(
            2,
            &label(""),
            Ink::Dim,
            &format!("+{} ({})", app.files.len() - shown, words.verbose_hint),
        );
    }

    if app.signers.is_empty() {
        page.field(2, &label(words.signer), Ink::Plain, words.not_signed);
    }
    let mut name = words.signer;
    let mut seen: Vec<&str> = Vec::new();
    for signer in &app.signers {
        if !view.options.verbose && seen.contains(&signer.cert_sha256.as_str()) {
            continue;
        }
        seen.push(&signer.cert_sha256);
        let schemes: Vec<&str> = app
            .signers
            .iter()
            .filter(|other| other.cert_sha256 == signer.cert_sha256)
            .map(|other| other.scheme.as_str())
            .fold(Vec::new(), |mut list, scheme| {
                if !list.contains(&scheme) {
                    list.push(scheme);
                }
                list
            });
        let schemes = if view.options.verbose {
            signer.scheme.clone()
        } else {
            schemes.join(" ")
        };
        page.field(
            2,
            &label(name),
            Ink::Plain,
            &format!("{}  {schemes}", safe(&signer.subject)),
        );
        page.field(
            2,
            &label(""),
            Ink::Dim,
            &format!("sha256 {}", signer.cert_sha256),
        );
        name = "";
    }

    let mut name = words.tampering;
    let shown = if view.options.verbose {
        app.tampering.len()
    } else {
        MOST_FILES
    };
    for mark in app.tampering.iter().take(shown) {
        page.field(
            2,
            &label(name),
            Ink::Warning,
            &format!(
                "{}{}{} {}",
                mark.kind,
                words.colon,
                safe(&mark.place),
                safe(&mark.detail)
            ),
        );
        name = "";
    }
    if app.tampering.len() > shown {
        page.field(
            2,
            &label(""),
            Ink::Dim,
            &format!("+{} ({})", app.tampering.len() - shown, words.verbose_hint),
        );
    }
    if !view.run.categories.is_empty() {
        page.field(
            2,
            &label(words.category),
            Ink::Plain,
            &view.run.categories.join(words.comma),
        );
    }
    page.field(
        2,
        &label(words.ruleset),
        Ink::Dim,
        &format!(
            "{} ({})   privlens {}",
            view.run.ruleset_version, view.run.as_of, view.run.tool_version
        ),
    );
}

/// Bytes for people, with one decimal above 1 KiB.
fn size(bytes: u64) -> String {
    let units = ["KiB", "MiB", "GiB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let mut tenths = bytes.saturating_mul(10) / 1024;
    let mut unit = "KiB";
    for next in units.iter().skip(1) {
        if tenths < 10_240 {
            break;
        }
        tenths /= 1024;
        unit = next;
    }
    format!("{}.{} {unit}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(1023), "1023 B");
        assert_eq!(size(1536), "1.5 KiB");
        assert_eq!(size(12_345_678), "11.7 MiB");
        assert_eq!(size(5 << 30), "5.0 GiB");
    }
}
