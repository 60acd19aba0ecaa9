//! Language, colour and width from options and the environment; the only reader of the environment.

use std::io::IsTerminal as _;

use report::Lang;

use crate::args::ColorWhen;

/// Columns when the terminal does not tell.
const DEFAULT_WIDTH: usize = 100;

/// The language asked for, or the one of the locale.
pub(crate) fn language(asked: Option<crate::args::LangArg>) -> Lang {
    match asked {
        Some(crate::args::LangArg::Zh) => Lang::Zh,
        Some(crate::args::LangArg::En) => Lang::En,
        None => from_locale(
            // The order of POSIX: the first that is set and not empty.
            ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(|name| variable(name).filter(|value| !value.is_empty()))
                .as_deref(),
        ),
    }
}

fn from_locale(locale: Option<&str>) -> Lang {
    match locale {
        Some(locale) if locale.starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}

/// Whether standard output gets colours.
pub(crate) fn colour(when: ColorWhen) -> bool {
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        // https://no-color.org
        ColorWhen::Auto => {
            std::io::stdout().is_terminal()
                && variable("NO_COLOR").is_none_or(|value| value.is_empty())
                && variable("TERM").is_none_or(|value| value != "dumb")
        }
    }
}

/// Columns for text output.
pub(crate) fn width() -> usize {
    variable("COLUMNS")
        .and_then(|columns| columns.parse().ok())
        .filter(|columns| (40..=400).contains(columns))
        .unwrap_or(DEFAULT_WIDTH)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the environment is read"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_locales_give_chinese() {
        assert_eq!(from_locale(Some("zh_CN.UTF-8")), Lang::Zh);
        assert_eq!(from_locale(Some("en_US.UTF-8")), Lang::En);
        assert_eq!(from_locale(Some("C")), Lang::En);
        assert_eq!(from_locale(None), Lang::En);
    }
}
