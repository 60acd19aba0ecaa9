//! Names of the Java Native Interface: which symbol implements which native method. Refuses other languages' names.
//!
//! The rules are those of "Resolving Native Method Names",
//! <https://docs.oracle.com/en/java/javase/17/docs/specs/jni/design.html#resolving-native-method-names>.

/// A native method that a symbol names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct JniMethod {
    /// Descriptor of the class.
    pub class: String,
    /// Name of the method.
    pub name: String,
    /// Parameters in descriptor form, for a name that tells overloads apart.
    pub params: Option<String>,
}

/// The two symbols under which the runtime looks for a native method: short, and with the parameters.
///
/// `class` is a descriptor, `proto` the prototype `(params)ret`.
pub fn symbols(class: &str, name: &str, proto: &str) -> (String, String) {
    let class = class.strip_prefix('L').unwrap_or(class);
    let class = class.strip_suffix(';').unwrap_or(class);
    let mut short = String::from("Java_");
    mangle(class, &mut short);
    short.push('_');
    mangle(name, &mut short);
    let params = proto
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .map_or("", |(params, _)| params);
    let mut long = short.clone();
    long.push_str("__");
    mangle(params, &mut long);
    (short, long)
}

fn mangle(text: &str, out: &mut String) {
    use std::fmt::Write as _;
    for c in text.chars() {
        match c {
            '/' => out.push('_'),
            '_' => out.push_str("_1"),
            ';' => out.push_str("_2"),
            '[' => out.push_str("_3"),
            c if c.is_ascii_alphanumeric() => out.push(c),
            c => {
                let mut units = [0u16; 2];
                for unit in c.encode_utf16(&mut units) {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "_0{unit:04x}");
                }
            }
        }
    }
}

/// The method that a symbol implements; `None` when it does not have that form.
pub fn method_of(symbol: &str) -> Option<JniMethod> {
    let rest = symbol.strip_prefix("Java_")?;
    let (name, params) = match overload(rest) {
        Some(at) => (rest.get(..at)?, rest.get(at + 2..)),
        None => (rest, None),
    };
    let whole = unmangle(name)?;
    let (class, name) = whole.rsplit_once('/')?;
    if class.is_empty() || name.is_empty() {
        return None;
    }
    let params = match params {
        Some(text) => Some(unmangle(text)?),
        None => None,
    };
    Some(JniMethod {
        class: format!("L{class};"),
        name: name.to_owned(),
        params,
    })
}

/// Where the two underscores before mangled parameters stand: no digit follows them, as one would if the second began
/// an escape.
fn overload(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes.get(at) == Some(&b'_') {
            let next = bytes.get(at + 1).copied();
            match next {
                Some(b'_') if !bytes.get(at + 2).is_some_and(u8::is_ascii_digit) => {
                    return Some(at);
                }
                Some(b'0'..=b'3') => at += 1,
                _ => {}
            }
        }
        at += 1;
    }
    None
}

fn unmangle(text: &str) -> Option<String> {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '_' {
            let mut buffer = [0u16; 2];
            units.extend_from_slice(c.encode_utf16(&mut buffer));
            continue;
        }
        let mut ahead = rest.clone();
        match ahead.next() {
            Some('1') => units.push(u16::from(b'_')),
            Some('2') => units.push(u16::from(b';')),
            Some('3') => units.push(u16::from(b'[')),
            Some('0') => {
                let hex = ahead.as_str().get(..4)?;
                units.push(u16::from_str_radix(hex, 16).ok()?);
                for _ in 0..4 {
                    ahead.next();
                }
            }
            _ => {
                units.push(u16::from(b'/'));
                continue;
            }
        }
        rest = ahead;
    }
    String::from_utf16(&units).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        let cases = [
            ("Lcom/x/A;", "get", "()V", "Java_com_x_A_get"),
            ("Lcom/x/A$B;", "_go", "()V", "Java_com_x_A_00024B__1go"),
            ("Lp/Q_1;", "a_b", "()V", "Java_p_Q_11_a_1b"),
            (
                "Lcn/应用/𠮷;",
                "读",
                "()V",
                "Java_cn__05e94_07528__0d842_0dfb7__08bfb",
            ),
        ];
        for (class, name, proto, symbol) in cases {
            assert_eq!(symbols(class, name, proto).0, symbol);
            let back = method_of(symbol).unwrap();
            assert_eq!((back.class.as_str(), back.name.as_str()), (class, name));
            assert_eq!(back.params, None);
        }
    }

    #[test]
    fn overloads_carry_their_parameters() {
        let (_, long) = symbols("Lp/A;", "f", "([BLjava/lang/String;)V");
        assert_eq!(long, "Java_p_A_f___3BLjava_lang_String_2");
        let back = method_of(&long).unwrap();
        assert_eq!(back.name, "f");
        assert_eq!(back.params.as_deref(), Some("[BLjava/lang/String;"));
        let (_, none) = symbols("Lp/A;", "f", "()V");
        assert_eq!(method_of(&none).unwrap().params.as_deref(), Some(""));
    }

    #[test]
    fn other_symbols_are_none() {
        for symbol in [
            "Java",
            "Java_",
            "Java_x",
            "JNI_OnLoad",
            "java_a_b",
            "Java_a_0zz_b",
        ] {
            assert_eq!(method_of(symbol), None, "{symbol}");
        }
    }
}
