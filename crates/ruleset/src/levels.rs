//! Text forms of API level ranges: `16`, `16-28`, `29-`, `-22`; refuses anything else.

use app_facts::{LevelSet, MAX_API, MIN_API};

/// Reads a range of API levels. Both ends are included; a missing end is open.
pub fn parse_levels(text: &str) -> Option<LevelSet> {
    let text = text.trim();
    let number = |part: &str, open: u32| match part.trim() {
        "" => Some(open),
        part => part.parse::<u32>().ok(),
    };
    match text.split_once('-') {
        None => text
            .parse::<u32>()
            .ok()
            .map(|level| LevelSet::range(level, level)),
        Some(("", "")) => None,
        Some((from, to)) => {
            let (from, to) = (number(from, MIN_API)?, number(to, MAX_API)?);
            (from <= to).then(|| LevelSet::range(from, to))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_form_and_refuses_the_rest() {
        assert_eq!(parse_levels("16-28"), Some(LevelSet::range(16, 28)));
        assert_eq!(parse_levels("29-"), Some(LevelSet::range(29, MAX_API)));
        assert_eq!(parse_levels("-22"), Some(LevelSet::range(MIN_API, 22)));
        assert_eq!(parse_levels("31"), Some(LevelSet::range(31, 31)));
        for bad in ["", "-", "a-b", "28-16", "1-2-3"] {
            assert_eq!(parse_levels(bad), None, "{bad}");
        }
    }
}
