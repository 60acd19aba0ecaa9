//! Places in a call: receiver, parameters, result and what is inside them. Refuses texts that the grammar does not know.

/// Longest path of a place.
const MAX_STEPS: usize = 8;

/// A place that holds a value before or after a call.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place<'a> {
    /// Where the path begins.
    pub base: Base<'a>,
    /// Steps into the object.
    pub path: Vec<Step<'a>>,
}

/// Where a path begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Base<'a> {
    /// The receiver; the new object for a constructor.
    This,
    /// What the call returns.
    Ret,
    /// Declared parameter from 0; long and double count once, the receiver does not count.
    Arg(u32),
    /// Every declared parameter from this one on.
    ArgsFrom(u32),
    /// A fresh object that exists only during the call.
    New(u32),
    /// A cell of the whole program.
    Static(&'a str),
    /// The exception that the call throws.
    Thrown,
    /// The same, for handlers in the very method that calls: elsewhere nobody asks why the call failed.
    Refused,
}

/// One step into an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step<'a> {
    /// Content at no known position.
    Elem,
    /// Content at a position.
    At(KeyRef<'a>),
    /// Content under a key.
    Key(KeyRef<'a>),
    /// Content at the position behind the last.
    Add,
    /// Content at the first position.
    First,
    /// Content at the last position.
    Last,
    /// Content of a sorted map under the first or the last of its keys.
    EndKey {
        /// The last.
        is_last: bool,
    },
    /// Content at a new first position, before all others.
    Front,
    /// Content at a new position, before what was there.
    Insert(KeyRef<'a>),
    /// The keys of a map.
    Keys,
    /// Every path below, kept as it is; only last.
    All,
    /// What the object holds by itself, without the parts that only these tables know; only last, of what is read.
    Own,
    /// A field, real or known to these tables only.
    Field(&'a str),
}

/// A key or position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyRef<'a> {
    /// The constant that this parameter has; unknown when it has none.
    Arg(u32),
    /// This text.
    Text(&'a str),
    /// This number.
    Int(i64),
    /// The constant that the place written here holds.
    Held(&'a str),
}

/// Parses places separated by commas.
pub fn parse_places(text: &str) -> Result<Vec<Place<'_>>, &'static str> {
    split(text, ',')
        .map(|part| parse_place(part.trim()))
        .collect()
}

/// Parses one place.
pub fn parse_place(text: &str) -> Result<Place<'_>, &'static str> {
    let mut parts = split(text, '.');
    let base = parse_base(parts.next().unwrap_or_default())?;
    let mut path = Vec::new();
    for part in parts {
        if matches!(path.last(), Some(Step::All | Step::Own)) {
            return Err("`all` and `own` stand only last");
        }
        if path.len() >= MAX_STEPS {
            return Err("place has too many steps");
        }
        path.push(parse_step(part)?);
    }
    Ok(Place { base, path })
}

fn parse_base(text: &str) -> Result<Base<'_>, &'static str> {
    match text {
        "this" => return Ok(Base::This),
        "ret" => return Ok(Base::Ret),
        "args" => return Ok(Base::ArgsFrom(0)),
        "thrown" => return Ok(Base::Thrown),
        "refused" => return Ok(Base::Refused),
        _ => {}
    }
    if let Some(name) = text.strip_prefix("static:") {
        return if is_name(name) {
            Ok(Base::Static(name))
        } else {
            Err("name of a static cell is no name")
        };
    }
    if let Some(n) = text.strip_prefix("new") {
        return number(n)
            .map(Base::New)
            .ok_or("place begins with no known word");
    }
    if let Some(n) = text.strip_prefix("arg") {
        let base = match n.strip_suffix('+') {
            Some(n) => number(n).map(Base::ArgsFrom),
            None => number(n).map(Base::Arg),
        };
        return base.ok_or("place begins with no known word");
    }
    Err("place begins with no known word")
}

fn parse_step(text: &str) -> Result<Step<'_>, &'static str> {
    let inside = |head: &str| text.strip_prefix(head)?.strip_suffix(')');
    match text {
        "elem" => Ok(Step::Elem),
        "add" => Ok(Step::Add),
        "head" => Ok(Step::First),
        "tail" => Ok(Step::Last),
        "lowest" => Ok(Step::EndKey { is_last: false }),
        "highest" => Ok(Step::EndKey { is_last: true }),
        "front" => Ok(Step::Front),
        "keys" => Ok(Step::Keys),
        "all" => Ok(Step::All),
        "own" => Ok(Step::Own),
        _ => {
            if let Some(key) = inside("at(") {
                parse_key(key).map(Step::At)
            } else if let Some(key) = inside("insert(") {
                parse_key(key).map(Step::Insert)
            } else if let Some(key) = inside("key(") {
                parse_key(key).map(Step::Key)
            } else if is_name(text) {
                Ok(Step::Field(text))
            } else {
                Err("step of a place is no name")
            }
        }
    }
}

pub(super) fn parse_key(text: &str) -> Result<KeyRef<'_>, &'static str> {
    if let Some(n) = text.strip_prefix("arg").and_then(number) {
        return Ok(KeyRef::Arg(n));
    }
    if let Some(inner) = quoted(text) {
        return Ok(KeyRef::Text(inner));
    }
    if let Some(place) = text.strip_prefix('@') {
        // A place inside a place is read when it is needed; here it is only checked.
        return if place.contains('@') {
            Err("a key holds one place at most")
        } else {
            parse_place(place).map(|_| KeyRef::Held(place))
        };
    }
    text.parse()
        .map(KeyRef::Int)
        .map_err(|_| "key is neither argN, a quoted text nor a number")
}

fn number(text: &str) -> Option<u32> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '-'))
}

/// The inside of `'text'`.
pub(super) fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('\'')?
        .strip_suffix('\'')
        .filter(|inner| !inner.contains('\''))
}

/// Splits outside quotes and parentheses.
pub(super) fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut depth, mut in_text) = (0usize, false);
    text.split(move |c: char| {
        match c {
            '\'' => in_text = !in_text,
            '(' if !in_text => depth += 1,
            ')' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == separator && depth == 0 && !in_text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_places() {
        let place = parse_place("this.extras.key(arg0).elem").unwrap();
        assert_eq!(place.base, Base::This);
        assert_eq!(
            place.path,
            [Step::Field("extras"), Step::Key(KeyRef::Arg(0)), Step::Elem]
        );
        let place = parse_place("static:数据.key('a.b, (𠮷')").unwrap();
        assert_eq!(place.base, Base::Static("数据"));
        assert_eq!(place.path, [Step::Key(KeyRef::Text("a.b, (𠮷"))]);
        assert_eq!(parse_place("arg1+").unwrap().base, Base::ArgsFrom(1));
        assert_eq!(
            parse_place("this.row.key(@this.columns.at(arg0))")
                .unwrap()
                .path,
            [
                Step::Field("row"),
                Step::Key(KeyRef::Held("this.columns.at(arg0)"))
            ]
        );
        assert_eq!(
            parse_place("this.insert(arg0)").unwrap().path,
            [Step::Insert(KeyRef::Arg(0))]
        );
        assert_eq!(parse_place("args").unwrap().base, Base::ArgsFrom(0));
        assert_eq!(
            parse_place("arg0.at(-1)").unwrap().path,
            [Step::At(KeyRef::Int(-1))]
        );
        assert_eq!(parse_places("this, arg0.at('x,y'), ret").unwrap().len(), 3);
    }

    #[test]
    fn refuses_other_texts() {
        for text in [
            "",
            "self",
            "arg",
            "argx",
            "arg1234",
            "this.",
            "this.a b",
            "this.all.x",
            "this.at()",
            "this.key(x)",
            "static:",
            "new",
            "this.key('a'b')",
            "this.key(@x)",
            "this.key(@this.key(@arg0))",
            "arg0 arg1",
        ] {
            assert!(parse_place(text).is_err(), "{text}");
        }
    }
}
