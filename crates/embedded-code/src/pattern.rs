//! Small patterns for version numbers in any bytes; refuses the power of regular expressions.
//!
//! `#` stands for digits, `*` for letters, digits and `. + _ -`, a blank for any amount of white space; other characters
//! stand for themselves. What is inside braces is taken; several takings are joined by dots.

/// Longest part that `#` or `*` stands for.
const MAX_PART: usize = 64;
/// White space skipped at one place.
const MAX_BLANK: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Byte(u8),
    Digits,
    Word,
    Blank,
    Open,
    Close,
}

/// A pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Step>);

impl Pattern {
    /// Reads a pattern; `None` when braces do not match or it begins with a part that could be empty.
    pub fn new(text: &str) -> Option<Self> {
        let mut open = false;
        let mut n_taken = 0;
        let mut steps = Vec::new();
        for byte in text.bytes() {
            steps.push(match byte {
                b'#' => Step::Digits,
                b'*' => Step::Word,
                b' ' => Step::Blank,
                b'{' if !open => {
                    open = true;
                    Step::Open
                }
                b'}' if open => {
                    open = false;
                    n_taken += 1;
                    Step::Close
                }
                b'{' | b'}' => return None,
                other => Step::Byte(other),
            });
        }
        let starts = steps.iter().find(|step| **step != Step::Open);
        let is_bound = matches!(starts, Some(Step::Byte(_) | Step::Digits));
        (!open && n_taken > 0 && is_bound).then_some(Self(steps))
    }

    /// What is taken at the first place that matches.
    pub fn find(&self, bytes: &[u8]) -> Option<String> {
        let first = self.0.iter().find(|step| **step != Step::Open)?;
        let mut before = 0u8;
        for (at, byte) in bytes.iter().enumerate() {
            let may_start = match first {
                Step::Byte(expected) => byte == expected,
                // Only at the first digit of a number.
                _ => byte.is_ascii_digit() && !before.is_ascii_digit() && before != b'.',
            };
            before = *byte;
            if may_start && let Some(taken) = bytes.get(at..).and_then(|rest| self.at(rest)) {
                return Some(taken);
            }
        }
        None
    }

    fn at(&self, bytes: &[u8]) -> Option<String> {
        let mut rest = bytes;
        let mut taken = String::new();
        let mut taking = false;
        for step in &self.0 {
            let len = match step {
                Step::Byte(expected) => {
                    if rest.first() != Some(expected) {
                        return None;
                    }
                    1
                }
                Step::Digits => run(rest, u8::is_ascii_digit)?,
                Step::Word => run(rest, |byte| {
                    byte.is_ascii_alphanumeric() || b".+_-".contains(byte)
                })?,
                Step::Blank => rest
                    .iter()
                    .take(MAX_BLANK)
                    .take_while(|byte| byte.is_ascii_whitespace())
                    .count(),
                Step::Open => {
                    taking = true;
                    if !taken.is_empty() {
                        taken.push('.');
                    }
                    0
                }
                Step::Close => {
                    taking = false;
                    0
                }
            };
            let (part, after) = rest.split_at_checked(len)?;
            if taking {
                taken.push_str(&String::from_utf8_lossy(part));
            }
            rest = after;
        }
        Some(taken)
    }
}

fn run(bytes: &[u8], fits: impl Fn(&u8) -> bool) -> Option<usize> {
    let len = bytes
        .iter()
        .take(MAX_PART)
        .take_while(|byte| fits(byte))
        .count();
    (len > 0).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn find(pattern: &str, text: &str) -> Option<String> {
        Pattern::new(pattern).unwrap().find(text.as_bytes())
    }

    #[test]
    fn versions_are_taken() {
        let dart = "\0x86\x003.4.3 (stable) (Tue May 28)";
        assert_eq!(find("{#.#.#} (stable)", dart).as_deref(), Some("3.4.3"));
        let unity = "\0\0\u{16}2021.3.16f1\0";
        assert_eq!(find("{#.#.#f#}", unity).as_deref(), Some("2021.3.16f1"));
        let react = "e.default={major:0,minor:72,patch:4,prerelease:null}";
        assert_eq!(
            find("major:{#},minor:{#},patch:{#}", react).as_deref(),
            Some("0.72.4")
        );
        let uni = "{\"a\":1,\"compilerVersion\" : \"3.8.12\"}";
        assert_eq!(
            find("\"compilerVersion\" : \"{*}\"", uni).as_deref(),
            Some("3.8.12")
        );
        assert_eq!(
            find("\"name\" : \"{*}\"", "\"name\":\"𠮷\"").as_deref(),
            None
        );
        assert_eq!(find("{#.#.#f#}", "1.2.3a4"), None);
        assert_eq!(find("{#.#} x", "1.2.3 x"), None);
    }

    #[test]
    fn bad_patterns_are_refused() {
        for text in ["", "abc", "{#", "#}", "{{#}}", "{*}a", " {#}"] {
            assert_eq!(Pattern::new(text), None, "{text}");
        }
    }
}
