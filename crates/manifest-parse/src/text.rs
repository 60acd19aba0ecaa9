//! Small text functions that never cut inside a character.

/// The longest prefix of at most `max` bytes that ends at a character border. Long names are cut with it before they are
/// copied, compared or searched, because many elements may share one of several megabytes.
pub(crate) fn head(text: &str, max: usize) -> &str {
    text.get(..text.floor_char_boundary(max)).unwrap_or(text)
}

/// Shortens a string to at most `max` bytes, at a character border.
pub(crate) fn truncate(text: &mut String, max: usize) {
    let length = head(text, max).len();
    text.truncate(length);
}

#[cfg(test)]
mod tests {
    #[test]
    fn truncation_respects_characters() {
        let mut text = "ab𠮷c".to_owned();
        super::truncate(&mut text, 4);
        assert_eq!(text, "ab");
        assert_eq!(super::head("信息", 4), "信");
        assert_eq!(super::head("信息", 400), "信息");
    }
}
