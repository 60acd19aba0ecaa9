//! Patterns in which `*` stands for any run of characters; refuses anything more.

/// True when the whole text fits the pattern.
pub(crate) fn fits(pattern: &[u8], text: &[u8]) -> bool {
    let mut parts = pattern.split(|byte| *byte == b'*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut last: Option<&[u8]> = None;
    for part in parts {
        if let Some(before) = last.replace(part)
            && !before.is_empty()
        {
            let Some(at) = find(rest, before) else {
                return false;
            };
            rest = rest.get(at + before.len()..).unwrap_or_default();
        }
    }
    match last {
        None => rest.is_empty(),
        Some(tail) => rest.ends_with(tail),
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn stars_stand_for_any_run() {
        let yes = [
            ("*", "x"),
            ("*", ""),
            ("a*", "abc"),
            ("*c", "abc"),
            ("a*c", "ac"),
            ("a*b*c", "a1b2c"),
            ("on*Click", "onItemClick"),
            (
                "Landroid/view/*Listener;",
                "Landroid/view/View$按𠮷Listener;",
            ),
        ];
        for (pattern, text) in yes {
            assert!(
                fits(pattern.as_bytes(), text.as_bytes()),
                "{pattern} {text}"
            );
        }
        let no = [
            ("a", "ab"),
            ("a*", "ba"),
            ("*c", "cb"),
            ("a*a", "a"),
            ("a*b*c", "acb"),
            ("on*Click", "onClicked"),
        ];
        for (pattern, text) in no {
            assert!(
                !fits(pattern.as_bytes(), text.as_bytes()),
                "{pattern} {text}"
            );
        }
    }
}
