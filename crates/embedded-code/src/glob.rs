//! Patterns for entry names; `*` stands for any characters but `/`, `**` for any characters. Refuses other wildcards.

/// A pattern for entry names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob(String);

impl Glob {
    /// A pattern from its text.
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// True when the whole name matches.
    pub fn matches(&self, name: &str) -> bool {
        // States are positions in the pattern; each byte of the name moves the set once, so that time is bounded by the
        // product of both lengths and both are short.
        let pattern = self.0.as_bytes();
        let mut states = vec![false; pattern.len() + 1];
        let mut next = vec![false; pattern.len() + 1];
        reach(pattern, &mut states, 0);
        for byte in name.bytes() {
            next.fill(false);
            let mut any = false;
            for (at, active) in states.iter().enumerate() {
                if !active {
                    continue;
                }
                match pattern.get(at) {
                    Some(b'*') if byte != b'/' || is_double(pattern, at) => {
                        reach(pattern, &mut next, at);
                        any = true;
                    }
                    Some(literal) if *literal == byte => {
                        reach(pattern, &mut next, at + 1);
                        any = true;
                    }
                    _ => {}
                }
            }
            if !any {
                return false;
            }
            std::mem::swap(&mut states, &mut next);
        }
        states.last().copied().unwrap_or(false)
    }
}

/// Marks a position and those reached by letting a wildcard stand for nothing.
fn reach(pattern: &[u8], states: &mut [bool], at: usize) {
    let mut at = at;
    while let Some(state) = states.get_mut(at) {
        *state = true;
        if pattern.get(at) != Some(&b'*') {
            return;
        }
        at += if is_double(pattern, at) && pattern.get(at + 1) == Some(&b'*') {
            2
        } else {
            1
        };
    }
}

fn is_double(pattern: &[u8], at: usize) -> bool {
    pattern.get(at + 1) == Some(&b'*')
        || at
            .checked_sub(1)
            .is_some_and(|before| pattern.get(before) == Some(&b'*'))
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn wildcards_stop_at_folders_unless_doubled() {
        let cases = [
            ("assets/*.js", "assets/a.js", true),
            ("assets/*.js", "assets/x/a.js", false),
            ("assets/**.js", "assets/x/y/a.js", true),
            (
                "assets/apps/*/www/manifest.json",
                "assets/apps/__UNI__1/www/manifest.json",
                true,
            ),
            (
                "assets/apps/*/www/manifest.json",
                "assets/apps/a/b/www/manifest.json",
                false,
            ),
            ("lib/*/libapp.so", "lib/arm64-v8a/libapp.so", true),
            ("lib/*/libapp.so", "lib/arm64-v8a/libapp.so.bak", false),
            ("a", "a", true),
            ("a", "", false),
            ("**", "x/𠮷", true),
            ("*", "", true),
            ("*文*.js", "中文字.js", true),
        ];
        for (pattern, name, expected) in cases {
            assert_eq!(
                Glob::new(pattern).matches(name),
                expected,
                "{pattern} {name}"
            );
        }
    }

    #[test]
    fn many_wildcards_end_soon() {
        let pattern = "*a".repeat(200);
        let name = "a".repeat(4000);
        assert!(Glob::new(&pattern).matches(&name));
        assert!(!Glob::new(&format!("{pattern}b")).matches(&name));
    }
}
