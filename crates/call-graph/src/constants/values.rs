//! Constants, sets of them, and what text operations make of such sets.

use std::rc::Rc;

use program_model::TypeId;

use super::{MAX_TEXT, MAX_VALUES};

/// A constant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Const {
    /// A text.
    Text(Rc<str>),
    /// A number; a truth value is 0 or 1.
    Int(i64),
    /// A class object.
    Type(TypeId),
    /// The package name of the app itself.
    OwnPackage,
    /// The process number of the app itself.
    OwnPid,
}

/// The constants that a value may have; complete when it can have no other.
#[derive(Debug, Clone, Default)]
pub struct Consts {
    /// Values found, in the order found.
    pub values: Vec<Const>,
    /// No other value is possible.
    pub complete: bool,
}

impl Consts {
    pub(super) fn unknown() -> Self {
        Self::default()
    }

    pub(super) fn nothing() -> Self {
        Self {
            values: Vec::new(),
            complete: true,
        }
    }

    pub(super) fn one(value: Const) -> Self {
        Self {
            values: vec![value],
            complete: true,
        }
    }

    pub(super) fn text(text: &str) -> Self {
        if text.len() > MAX_TEXT {
            Self::unknown()
        } else {
            Self::one(Const::Text(text.into()))
        }
    }

    pub(super) fn join(&mut self, other: Self) {
        self.complete &= other.complete;
        for value in other.values {
            if self.values.len() >= MAX_VALUES {
                self.complete = false;
                return;
            }
            if !self.values.contains(&value) {
                self.values.push(value);
            }
        }
    }

    /// The texts among the values.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter_map(|value| match value {
            Const::Text(text) => Some(text.as_ref()),
            _ => None,
        })
    }
}

/// Every text of the first followed by every text of the second.
pub(super) fn concat(first: &Consts, second: &Consts, between: &str) -> Consts {
    let mut out = Consts {
        values: Vec::new(),
        complete: first.complete && second.complete,
    };
    let firsts: Vec<String> = first.values.iter().filter_map(as_text).collect();
    let seconds: Vec<String> = second.values.iter().filter_map(as_text).collect();
    for a in &firsts {
        if seconds.is_empty() {
            // What follows is not known, but how the text begins is.
            out.values.push(Const::Text(a.as_str().into()));
            out.complete = false;
        }
        for b in &seconds {
            if out.values.len() >= MAX_VALUES || a.len() + b.len() > MAX_TEXT {
                out.complete = false;
                return out;
            }
            let joint = if a.is_empty() { "" } else { between };
            out.values
                .push(Const::Text(format!("{a}{joint}{b}").into()));
        }
    }
    out
}

/// A path below a base, when what is appended is text; else the base alone, as how the whole begins.
pub(super) fn append_path(base: &Consts, added: &Consts) -> Consts {
    if added.texts().next().is_none() {
        return Consts {
            values: base.values.clone(),
            complete: base.complete && added.complete,
        };
    }
    concat(base, added, "/")
}

fn as_text(value: &Const) -> Option<String> {
    match value {
        Const::Text(text) => Some(text.to_string()),
        Const::Int(value) => Some(value.to_string()),
        _ => None,
    }
}

/// The texts of the elements of an array one behind the other, joined by spaces as a command line would be: each that
/// one element may be with each of the others.
pub(super) fn command_line(elements: &[Consts]) -> Consts {
    let mut all = Consts {
        values: Vec::new(),
        complete: true,
    };
    for element in elements {
        if element.texts().next().is_none() {
            all.complete = false;
        } else if all.values.is_empty() {
            let complete = all.complete && element.complete;
            all = element.clone();
            all.complete = complete;
        } else {
            all = concat(&all, element, " ");
        }
    }
    all.complete &= !all.values.is_empty();
    all
}
