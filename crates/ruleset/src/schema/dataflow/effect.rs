//! Effects of a call on the places around it. Refuses effects that the grammar does not know.

use super::fold_op::FoldOp;
use super::place::{
    Base, KeyRef, Place, Step, parse_key, parse_place, parse_places, quoted, split,
};
use super::tag::{FlowTag, parse_tag};

/// One effect of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect<'a> {
    /// A value passes.
    Flow {
        /// Where from.
        from: Place<'a>,
        /// Where to.
        to: Place<'a>,
        /// The target holds the same object, not a new value.
        same: bool,
        /// What was done to the value.
        tag: Option<FlowTag<'a>>,
    },
    /// What the place held is gone.
    Kill(Place<'a>),
    /// A method of an object that the call was given is called.
    Call {
        /// The object.
        receiver: Place<'a>,
        /// Name of the method; `*` for the only abstract method of its interface.
        method: &'a str,
        /// Arguments; `None` for one without interest.
        args: Vec<Option<Place<'a>>>,
        /// Where its result goes, and whether it is the same object there.
        result: Option<(Place<'a>, bool)>,
        /// Where what it throws goes; without a place the caller gets it when it is called within the call.
        failed: Option<Place<'a>>,
        /// It is called when the code that runs now has ended.
        later: bool,
    },
    /// What was to be called on the object is not called any more.
    Cancel(Place<'a>),
    /// One method of the object, which it was to be called with, is not called any more.
    CancelCall {
        /// The object.
        receiver: Place<'a>,
        /// Name of the method.
        method: &'a str,
        /// Its arguments; of one with a part that part is the constant that the place holds.
        args: Vec<Option<(&'a str, Place<'a>)>>,
    },
    /// What the call puts into channels counts only where one of these methods is called on the receiver.
    Awaits(Vec<&'a str>),
    /// The same between two other calls on the receiver.
    AwaitsBetween {
        /// Names of the methods that are awaited.
        names: Vec<&'a str>,
        /// Name of the method behind which the call waits.
        begin: &'a str,
        /// Name of the method that ends the wait.
        end: &'a str,
    },
    /// Objects of the app at the place, alone or in collections, give what this method of theirs returns, not all that
    /// they hold.
    Asks {
        /// The objects.
        object: Place<'a>,
        /// Name of the method, which has no parameters.
        method: &'a str,
    },
    /// A text is made of another one and of the elements of an array that it names.
    Format {
        /// The text that names them.
        text: Place<'a>,
        /// The array.
        args: Place<'a>,
        /// The text that is made.
        to: Place<'a>,
    },
    /// What one object holds is in another, but for keys under which that one holds something.
    Fill {
        /// The object.
        from: Place<'a>,
        /// The other one.
        to: Place<'a>,
    },
    /// Who calls the method back asks another object first, and leaves the method out where that one says yes.
    After {
        /// The object that is asked.
        asked: Place<'a>,
        /// Name of its method; it has as many parameters as the method of the row.
        method: &'a str,
    },
    /// What goes to one behind the other comes to none behind the one that calls this on itself.
    Ends,
    /// Takes that back.
    Reopens,
    /// A constant is computed from constants; nothing is said when one of them is not known.
    Fold {
        /// How.
        op: FoldOp,
        /// From what.
        args: Vec<FoldArg<'a>>,
        /// Where it goes.
        to: Place<'a>,
    },
    /// The element at a position goes, and those behind it move up.
    Take(Place<'a>),
    /// The elements at a place change their positions in a way that is not told.
    Mix(Place<'a>),
    /// The elements at a place come to stand the other way round.
    Turn(Place<'a>),
    /// So many elements of one array from a position on, in another array from another position on.
    Copy {
        /// The array.
        from: Place<'a>,
        /// First position.
        begin: KeyRef<'a>,
        /// How many.
        count: KeyRef<'a>,
        /// The other array.
        to: Place<'a>,
        /// First position there.
        at: KeyRef<'a>,
    },
    /// The elements of one list from a position up to another, at the front of another list.
    Slice {
        /// The list.
        from: Place<'a>,
        /// First position.
        begin: KeyRef<'a>,
        /// Position behind the last.
        end: KeyRef<'a>,
        /// The other list.
        to: Place<'a>,
    },
    /// What a sorted map holds under the keys from one up to another is in another map.
    Range {
        /// The map.
        from: Place<'a>,
        /// First key.
        begin: Option<KeyRef<'a>>,
        /// Key behind the last.
        end: Option<KeyRef<'a>>,
        /// The other map.
        to: Place<'a>,
    },
    /// The elements of a list from a position up to another go, and those behind them move up.
    Cut {
        /// The list.
        from: Place<'a>,
        /// First position.
        begin: KeyRef<'a>,
        /// Position behind the last.
        end: KeyRef<'a>,
    },
    /// A part of each object becomes content of a map, under the constant that another part of it holds.
    Pairs {
        /// The objects.
        from: Place<'a>,
        /// Name of the part that is the key.
        key: &'a str,
        /// Name of the part that is the value; `_` for the object itself.
        value: &'a str,
        /// The map.
        to: Place<'a>,
    },
    /// Effects that hold only if a parameter is this constant.
    If {
        /// Declared parameter.
        arg: u32,
        /// The constant.
        equals: KeyRef<'a>,
        /// What holds then; never another condition.
        then: Vec<Effect<'a>>,
    },
    /// Effects that hold where a place surely holds objects of the app and nothing else, or where that is not sure.
    Own {
        /// The place.
        place: Place<'a>,
        /// They hold where it is sure.
        is: bool,
        /// What holds then; never another condition.
        then: Vec<Effect<'a>>,
    },
    /// Effects that hold unless a place surely holds something.
    Unless {
        /// The place.
        place: Place<'a>,
        /// What holds else; never another condition.
        then: Vec<Effect<'a>>,
    },
}

impl<'a> Effect<'a> {
    /// Effects one by one, those that hold on a condition included.
    pub fn each<'s>(effects: &'s [Effect<'a>]) -> impl Iterator<Item = &'s Effect<'a>> {
        effects.iter().flat_map(|effect| match effect {
            Effect::If { then, .. } | Effect::Unless { then, .. } | Effect::Own { then, .. } => {
                then.as_slice()
            }
            other => std::slice::from_ref(other),
        })
    }
}

/// What a constant is computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoldArg<'a> {
    /// The constant that this place holds.
    Place(Place<'a>),
    /// This text.
    Text(&'a str),
    /// This number.
    Int(i64),
}

/// Parses a cell of effects; an empty list for `none`.
pub fn parse_effects(text: &str) -> Result<Vec<Effect<'_>>, &'static str> {
    let mut out = Vec::new();
    if text == "none" {
        return Ok(out);
    }
    for part in split(text, ';') {
        match part.trim() {
            "ends" => out.push(Effect::Ends),
            "reopens" => out.push(Effect::Reopens),
            part => parse_effect(part, &mut out)?,
        }
    }
    Ok(out)
}

fn is_method_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn parse_awaited(text: &str) -> Result<Effect<'_>, &'static str> {
    let (names, between) = match text.split_once(" between ") {
        Some((names, between)) => (names, Some(between)),
        None => (text, None),
    };
    let names: Vec<&str> = names.split(',').map(str::trim).collect();
    if !names.iter().all(|name| is_method_name(name)) {
        return Err("what is awaited are names of methods");
    }
    let Some(between) = between else {
        return Ok(Effect::Awaits(names));
    };
    let (begin, end) = between
        .split_once(" and ")
        .ok_or("a wait lies between two methods")?;
    let (begin, end) = (begin.trim(), end.trim());
    if !is_method_name(begin) || !is_method_name(end) {
        return Err("a wait lies between two methods");
    }
    Ok(Effect::AwaitsBetween { names, begin, end })
}

fn parse_effect<'a>(text: &'a str, out: &mut Vec<Effect<'a>>) -> Result<(), &'static str> {
    for (word, is) in [("if own ", true), ("unless own ", false)] {
        let Some(rest) = text.strip_prefix(word) else {
            continue;
        };
        let (place, effect) = rest.split_once(": ").ok_or("condition without `: `")?;
        let effect = effect.trim();
        if effect.starts_with("if ") || effect.starts_with("unless ") {
            return Err("a condition holds no condition");
        }
        let mut then = Vec::new();
        parse_effect(effect, &mut then)?;
        let place = parse_place(place.trim())?;
        out.push(Effect::Own { place, is, then });
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("unless ") {
        let (place, effect) = rest.split_once(": ").ok_or("condition without `: `")?;
        let effect = effect.trim();
        if effect.starts_with("if ") || effect.starts_with("unless ") {
            return Err("a condition holds no condition");
        }
        let mut then = Vec::new();
        parse_effect(effect, &mut then)?;
        let place = parse_place(place.trim())?;
        if place.path.is_empty() {
            return Err("condition on a whole object");
        }
        out.push(Effect::Unless { place, then });
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("if ") {
        let (test, effect) = rest.split_once(": ").ok_or("condition without `: `")?;
        let (arg, value) = test.split_once('=').ok_or("condition without `=`")?;
        let mut then = Vec::new();
        let inner = effect.trim_start();
        if inner.starts_with("if ") || inner.starts_with("unless ") {
            return Err("a condition holds no condition");
        }
        parse_effect(effect.trim(), &mut then)?;
        let KeyRef::Arg(arg) = parse_key(arg)? else {
            return Err("condition on no argument");
        };
        let equals = parse_key(value)?;
        if matches!(equals, KeyRef::Arg(_)) {
            return Err("condition compares with a constant");
        }
        out.push(Effect::If { arg, equals, then });
        return Ok(());
    }
    if let Some(places) = text.strip_prefix("kill ") {
        out.extend(parse_places(places)?.into_iter().map(Effect::Kill));
        return Ok(());
    }
    if let Some(call) = text.strip_prefix("call ") {
        out.push(parse_call(call, false)?);
        return Ok(());
    }
    if let Some(call) = text.strip_prefix("later ") {
        let effect = parse_call(call, true)?;
        if matches!(
            &effect,
            Effect::Call {
                result: Some(_),
                ..
            }
        ) {
            return Err("what is called later has no result here");
        }
        out.push(effect);
        return Ok(());
    }
    if let Some(names) = text.strip_prefix("awaits ") {
        out.push(parse_awaited(names)?);
        return Ok(());
    }
    if let Some(asked) = text.strip_prefix("asks ") {
        let (object, method) = asked
            .trim()
            .rsplit_once('.')
            .ok_or("what is asked is a place and a method")?;
        let object = parse_place(object)?;
        if !is_method_name(method) {
            return Err("what is asked is a method");
        }
        out.push(Effect::Asks { object, method });
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("format ") {
        let (from, to) = rest.split_once("->").ok_or("a format goes somewhere")?;
        let (format, args) = from
            .trim()
            .split_once(' ')
            .ok_or("a format is a text and an array")?;
        for to in parse_places(to)? {
            out.push(Effect::Format {
                text: parse_place(format)?,
                args: parse_place(args.trim())?,
                to,
            });
        }
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("fill ") {
        let (from, to) = rest
            .split_once("=>")
            .ok_or("what is filled in goes somewhere")?;
        out.push(Effect::Fill {
            from: parse_place(from.trim())?,
            to: parse_place(to.trim())?,
        });
        return Ok(());
    }
    if let Some(asked) = text.strip_prefix("after ") {
        let (asked, method) = asked
            .trim()
            .rsplit_once('.')
            .ok_or("who is asked first is a place and a method")?;
        let asked = parse_place(asked)?;
        let is_name = method
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if asked.base != Base::This || asked.path.is_empty() || method.is_empty() || !is_name {
            return Err("who is asked first is a part of the receiver");
        }
        out.push(Effect::After { asked, method });
        return Ok(());
    }
    if let Some(call) = text.strip_prefix("cancel call ") {
        out.push(parse_cancelled(call.trim())?);
        return Ok(());
    }
    if let Some(places) = text.strip_prefix("cancel ") {
        out.extend(parse_places(places)?.into_iter().map(Effect::Cancel));
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("take ") {
        out.extend(parse_places(rest)?.into_iter().map(Effect::Take));
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("fold ") {
        out.push(parse_fold(rest)?);
        return Ok(());
    }
    if let Some(places) = text.strip_prefix("mix ") {
        out.extend(parse_places(places)?.into_iter().map(Effect::Mix));
        return Ok(());
    }
    if let Some(places) = text.strip_prefix("turn ") {
        out.extend(parse_places(places)?.into_iter().map(Effect::Turn));
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("copy ") {
        let (list, to) = rest.split_once("=>").ok_or("a copy goes somewhere")?;
        let mut words = list.split_whitespace().chain(to.split_whitespace());
        let mut word = || {
            words
                .next()
                .ok_or("a copy has an array, a position, a number, an array and a position")
        };
        out.push(Effect::Copy {
            from: parse_place(word()?)?,
            begin: parse_key(word()?)?,
            count: parse_key(word()?)?,
            to: parse_place(word()?)?,
            at: parse_key(word()?)?,
        });
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("slice ") {
        let (list, to) = rest.split_once("=>").ok_or("a slice goes somewhere")?;
        let mut words = list.split_whitespace();
        let mut word = || words.next().ok_or("a slice has a list and two positions");
        out.push(Effect::Slice {
            from: parse_place(word()?)?,
            begin: parse_key(word()?)?,
            end: parse_key(word()?)?,
            to: parse_place(to.trim())?,
        });
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("range ") {
        let (map, to) = rest.split_once("=>").ok_or("a range goes somewhere")?;
        let mut words = map.split_whitespace();
        let mut word = || words.next().ok_or("a range has a map and two keys");
        let from = parse_place(word()?)?;
        let mut bound = || match word()? {
            "_" => Ok(None),
            key => parse_key(key).map(Some),
        };
        out.push(Effect::Range {
            from,
            begin: bound()?,
            end: bound()?,
            to: parse_place(to.trim())?,
        });
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("cut ") {
        let mut words = rest.split_whitespace();
        let mut word = || words.next().ok_or("a cut has a list and two positions");
        out.push(Effect::Cut {
            from: parse_place(word()?)?,
            begin: parse_key(word()?)?,
            end: parse_key(word()?)?,
        });
        return Ok(());
    }
    if let Some(rest) = text.strip_prefix("pairs ") {
        let (list, to) = rest.split_once("=>").ok_or("pairs go somewhere")?;
        let mut words = list.split_whitespace();
        let mut word = || words.next().ok_or("pairs have objects, a key and a value");
        out.push(Effect::Pairs {
            from: parse_place(word()?)?,
            key: word()?,
            value: word()?,
            to: parse_place(to.trim())?,
        });
        return Ok(());
    }
    let (from, to, same) = arrow(text).ok_or("effect without arrow")?;
    let (to, tag) = match to
        .trim()
        .strip_suffix(']')
        .and_then(|to| to.rsplit_once('['))
    {
        Some((to, tag)) => (to, Some(parse_tag(tag)?)),
        None => (to, None),
    };
    let (from, to) = (parse_places(from.trim())?, parse_places(to.trim())?);
    for from in &from {
        for to in &to {
            check_flow(from, to, same)?;
            out.push(Effect::Flow {
                from: from.clone(),
                to: to.clone(),
                same,
                tag: tag.clone(),
            });
        }
    }
    Ok(())
}

/// `op(place, 'text', 5) => place`.
fn parse_fold(text: &str) -> Result<Effect<'_>, &'static str> {
    let (call, to) = text.rsplit_once("=>").ok_or("a constant goes somewhere")?;
    let (op, args) = call
        .trim()
        .strip_suffix(')')
        .and_then(|call| call.split_once('('))
        .ok_or("a way to compute ends with its arguments in parentheses")?;
    let args = split(args, ',')
        .map(|arg| {
            let arg = arg.trim();
            if let Some(inner) = quoted(arg) {
                return Ok(FoldArg::Text(inner));
            }
            match arg.parse() {
                Ok(number) => Ok(FoldArg::Int(number)),
                Err(_) => parse_place(arg).map(FoldArg::Place),
            }
        })
        .collect::<Result<_, _>>()?;
    Ok(Effect::Fold {
        op: FoldOp::parse(op.trim())?,
        args,
        to: parse_place(to.trim())?,
    })
}

fn check_flow(from: &Place<'_>, to: &Place<'_>, same: bool) -> Result<(), &'static str> {
    let all = |place: &Place<'_>| place.path.last() == Some(&Step::All);
    if all(from) != all(to) || (all(from) && !same) {
        return Err("`all` stands on both sides of `=>` or nowhere");
    }
    if matches!(from.base, Base::Ret | Base::Thrown | Base::Refused) && from.path.is_empty() {
        return Err("a flow does not begin at the result");
    }
    if to.path.last() == Some(&Step::Own) || (from.path.last() == Some(&Step::Own) && same) {
        return Err("`own` stands before `->`");
    }
    if from == to {
        return Err("a flow from a place to itself");
    }
    Ok(())
}

/// The two sides of `->` or `=>`, and whether it is `=>`.
fn arrow(text: &str) -> Option<(&str, &str, bool)> {
    let same = text.split_once("=>").map(|(a, b)| (a, b, true));
    let new = text.split_once("->").map(|(a, b)| (a, b, false));
    match (same, new) {
        (Some(_), Some(_)) | (None, None) => None,
        (one, other) => one.or(other),
    }
}

fn parse_call(text: &str, later: bool) -> Result<Effect<'_>, &'static str> {
    let (text, failed) = match text.rsplit_once(" ! ") {
        Some((call, failed)) => (call.trim(), Some(parse_place(failed.trim())?)),
        None => (text, None),
    };
    let (call, result) = match arrow(text) {
        Some((call, to, same)) => (call.trim(), Some((parse_place(to.trim())?, same))),
        None => (text, None),
    };
    let Some((head, args)) = call.strip_suffix(')').and_then(open_parenthesis) else {
        return Err("a call ends with its arguments in parentheses");
    };
    let Some((receiver, method)) = head.rsplit_once('.') else {
        return Err("a call names a place and a method");
    };
    if method.is_empty() || method.contains([')', '\'', ' ']) {
        return Err("a call names a place and a method");
    }
    let args = if args.trim().is_empty() {
        Vec::new()
    } else {
        split(args, ',')
            .map(|arg| match arg.trim() {
                "_" => Ok(None),
                arg => parse_place(arg).map(Some),
            })
            .collect::<Result<_, _>>()?
    };
    Ok(Effect::Call {
        receiver: parse_place(receiver)?,
        method,
        args,
        result,
        failed,
        later,
    })
}

fn parse_cancelled(call: &str) -> Result<Effect<'_>, &'static str> {
    let Some((head, args)) = call.strip_suffix(')').and_then(open_parenthesis) else {
        return Err("a cancelled call ends with its arguments in parentheses");
    };
    let Some((receiver, method)) = head.rsplit_once('.') else {
        return Err("a cancelled call names a place and a method");
    };
    if method.is_empty() || method.contains([')', '\'', ' ']) {
        return Err("a cancelled call names a place and a method");
    }
    let args = if args.trim().is_empty() {
        Vec::new()
    } else {
        split(args, ',')
            .map(|arg| match arg.trim() {
                "_" => Ok(None),
                arg => {
                    let (part, place) = arg
                        .split_once('=')
                        .ok_or("an argument of a cancelled call is `_` or `PART=PLACE`")?;
                    Ok(Some((part.trim(), parse_place(place.trim())?)))
                }
            })
            .collect::<Result<_, &'static str>>()?
    };
    Ok(Effect::CancelCall {
        receiver: parse_place(receiver)?,
        method,
        args,
    })
}

/// Splits at the parenthesis that the end of the text leaves open.
fn open_parenthesis(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut in_text) = (0usize, false);
    for (at, c) in text.char_indices().rev() {
        match c {
            '\'' => in_text = !in_text,
            ')' if !in_text => depth += 1,
            '(' if !in_text && depth == 0 => {
                return Some((text.get(..at)?, text.get(at + 1..)?));
            }
            '(' if !in_text => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tag::{TagKind, TagName};
    use super::*;

    #[test]
    fn effects_may_hold_unless_something_is_there() {
        let effects = parse_effects("unless this.key(arg0): arg1 => this.key(arg0), ret").unwrap();
        let [Effect::Unless { place, then }] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert_eq!(place.path, [Step::Key(KeyRef::Arg(0))]);
        assert_eq!(then.len(), 2);
        assert!(parse_effects("unless this: arg1 => ret").is_err());
        assert!(parse_effects("unless this.key(arg0): if arg1=0: arg1 => ret").is_err());
        assert!(parse_effects("if arg1=0: unless this.key(arg0): arg1 => ret").is_err());
        assert!(parse_effects("arg0.own -> this").is_ok());
        assert!(parse_effects("arg0.own => this").is_err());
        assert!(parse_effects("arg0 -> this.own").is_err());
        assert!(parse_effects("fold spelled(arg0) => this").is_ok());
    }

    #[test]
    fn parses_effects() {
        let effects = parse_effects(
            "kill this.elem; arg0, arg1.elem -> this, ret; arg1 => this.key(arg0); arg0.all => this.all",
        )
        .unwrap();
        assert_eq!(effects.len(), 1 + 4 + 1 + 1);
        assert!(parse_effects("none").unwrap().is_empty());
        let effects = parse_effects("this -> ret [hash:@this.algorithm]").unwrap();
        let [Effect::Flow { tag: Some(tag), .. }] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert_eq!(tag.kind, TagKind::Hash);
        assert!(matches!(&tag.name, Some(TagName::Place(place)) if place.base == Base::This));
    }

    #[test]
    fn parses_what_moves_elements_and_what_fails() {
        let effects = parse_effects(
            "turn arg1; mix this; copy arg0 arg1 arg4 => arg2 arg3; call arg0.call() => ret.elem ! ret.failed",
        )
        .unwrap();
        let [
            Effect::Turn(_),
            Effect::Mix(_),
            Effect::Copy {
                begin: KeyRef::Arg(1),
                count: KeyRef::Arg(4),
                at: KeyRef::Arg(3),
                ..
            },
            Effect::Call {
                result: Some(_),
                failed: Some(failed),
                ..
            },
        ] = effects.as_slice()
        else {
            panic!("{effects:?}");
        };
        assert_eq!(failed.base, Base::Ret);
        assert!(parse_effects("copy arg0 arg1 => arg2").is_err());
        assert!(parse_effects("call arg0.run() ! ").is_err());
    }

    #[test]
    fn parses_calls() {
        let effects = parse_effects(
            "call arg0.at(arg1).apply(this.key('a)('), _) => ret.elem; call this.run()",
        )
        .unwrap();
        let [
            Effect::Call {
                method: "apply",
                args,
                result: Some((_, true)),
                ..
            },
            Effect::Call {
                method: "run",
                args: none,
                result: None,
                ..
            },
        ] = effects.as_slice()
        else {
            panic!("{effects:?}");
        };
        assert_eq!(args.len(), 2);
        assert!(args[1].is_none() && none.is_empty());
    }

    #[test]
    fn parses_what_happens_later_or_not_at_all() {
        let effects = parse_effects("later arg0.run(); cancel this.on_click").unwrap();
        let [Effect::Call { later: true, .. }, Effect::Cancel(place)] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert_eq!(place.base, Base::This);
        assert!(parse_effects("later arg0.get() => ret").is_err());
        let effects = parse_effects("ends; reopens").unwrap();
        assert_eq!(effects, [Effect::Ends, Effect::Reopens]);
    }

    #[test]
    fn parses_calls_that_are_taken_back_and_what_is_awaited() {
        let effects = parse_effects(
            "cancel call this.on(what=arg0, _); awaits apply, commit; after this.asked.ask",
        )
        .unwrap();
        let [
            Effect::CancelCall {
                method: "on", args, ..
            },
            Effect::Awaits(names),
            Effect::After { method: "ask", .. },
        ] = effects.as_slice()
        else {
            panic!("{effects:?}");
        };
        assert!(matches!(args.as_slice(), [Some(("what", _)), None]));
        assert_eq!(names, &["apply", "commit"]);
        let effects = parse_effects(
            "awaits done between begin and end; asks arg0.toString; format arg0 arg1 -> ret, this; fill arg0.extras => this.extras",
        )
        .unwrap();
        let [
            Effect::AwaitsBetween {
                names,
                begin: "begin",
                end: "end",
            },
            Effect::Asks {
                method: "toString", ..
            },
            Effect::Format { .. },
            Effect::Format { to, .. },
            Effect::Fill { .. },
        ] = effects.as_slice()
        else {
            panic!("{effects:?}");
        };
        assert_eq!(names, &["done"]);
        assert_eq!(to.base, Base::This);
        assert_eq!(Effect::each(&effects).count(), effects.len());
        let effects =
            parse_effects("if own this.a: call this.a.b(); unless own arg0: kill this.a").unwrap();
        let [
            Effect::Own { is: true, then, .. },
            Effect::Own { is: false, .. },
        ] = effects.as_slice()
        else {
            panic!("{effects:?}");
        };
        assert!(matches!(then.as_slice(), [Effect::Call { .. }]));
        for text in [
            "if own this.a",
            "awaits done between begin",
            "asks toString",
            "asks arg0.",
            "format arg0 -> ret",
            "fill arg0",
            "cancel call this",
            "cancel call this.on(arg0)",
            "awaits ",
            "awaits a.b",
            "after this.ask",
            "after arg0.asked.ask",
            "after this.asked.ask()",
        ] {
            assert!(parse_effects(text).is_err(), "{text}");
        }
    }

    #[test]
    fn parses_conditions() {
        let effects = parse_effects("if arg0=0: kill this; this -> ret").unwrap();
        assert!(matches!(
            &effects[0],
            Effect::If { arg: 0, equals: KeyRef::Int(0), then } if then.len() == 1
        ));
        assert_eq!(effects.len(), 2);
        assert!(parse_effects("if arg0='a: b;': kill this").is_err());
        for text in [
            "if arg0: kill this",
            "if this=0: kill this",
            "if arg0=arg1: kill this",
            "if arg0=0: if arg1=1: kill this",
        ] {
            assert!(parse_effects(text).is_err(), "{text}");
        }
    }

    #[test]
    fn parses_constants_and_lists() {
        let effects = parse_effects(
            "fold concat(this.text, arg0, '键𠮷,(', -1) => this.text; take this.head, this.at(arg0); \
             slice this arg0 arg1 => ret; cut this.origin @this.begin 2; pairs arg0.elem first second => ret; \
             range this _ arg0 => ret",
        )
        .unwrap();
        let [
            Effect::Fold {
                op: FoldOp::Concat,
                args,
                ..
            },
            Effect::Take(first),
            Effect::Take(_),
            Effect::Slice { end, .. },
            Effect::Cut {
                end: KeyRef::Int(2),
                ..
            },
            Effect::Pairs { key: "first", .. },
            Effect::Range {
                begin: None,
                end: Some(KeyRef::Arg(0)),
                ..
            },
        ] = effects.as_slice()
        else {
            panic!("{effects:?}");
        };
        assert_eq!(args.len(), 4);
        assert_eq!(args[2], FoldArg::Text("键𠮷,("));
        assert_eq!(first.path, [Step::First]);
        assert_eq!(*end, KeyRef::Arg(1));
        for text in [
            "fold twice(this) => ret",
            "fold concat(this)",
            "take x",
            "slice this arg0 => ret",
            "cut this arg0",
            "pairs arg0.elem first => ret",
            "range this arg0 => ret",
        ] {
            assert!(parse_effects(text).is_err(), "{text}");
        }
    }

    #[test]
    fn refuses_other_texts() {
        for text in [
            "",
            "nothing",
            "this",
            "this -> ",
            "this -> ret [sha]",
            "this -> ret [hash:]",
            "ret -> this",
            "this -> this",
            "this.all -> ret.all",
            "this.all => ret",
            "kill x",
            "call run()",
            "call this.run",
            "call this.run(x)",
            "this -> ret => arg0",
            "none; none",
            "call arg0.()",
        ] {
            assert!(parse_effects(text).is_err(), "{text}");
        }
    }
}
