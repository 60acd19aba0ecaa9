//! Decides whether an SPDX licence expression can be met with allowed licences; knows no licence by name.

use anyhow::{Result, bail};

/// Whether one choice in the expression uses only allowed licences.
///
/// The grammar is that of SPDX 2.3, annex D.4 (`WITH` binds closest, then `AND`, then `OR`).
/// Old crates write `MIT/Apache-2.0`, where the slash means `OR`.
pub(crate) fn is_allowed(expression: &str, allowed: &[String]) -> Result<bool> {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    // Shunting-yard over booleans: no recursion, so the nesting depth does not matter.
    let mut values: Vec<bool> = Vec::new();
    let mut operators: Vec<Operator> = Vec::new();
    let mut words = spaced.split_whitespace().peekable();
    while let Some(word) = words.next() {
        match word {
            "(" => operators.push(Operator::Open),
            ")" => {
                while operators.last().is_some_and(|top| *top != Operator::Open) {
                    apply(&mut operators, &mut values, expression)?;
                }
                if operators.pop().is_none() {
                    bail!("unbalanced brackets in licence {expression:?}");
                }
            }
            "AND" => push(Operator::And, &mut operators, &mut values, expression)?,
            "OR" => push(Operator::Or, &mut operators, &mut values, expression)?,
            id => {
                let mut name = id.to_owned();
                if words.next_if_eq(&"WITH").is_some() {
                    let Some(exception) = words.next() else {
                        bail!("no exception after WITH in licence {expression:?}");
                    };
                    name = format!("{name} WITH {exception}");
                }
                values.push(allowed.contains(&name));
            }
        }
    }
    while !operators.is_empty() {
        apply(&mut operators, &mut values, expression)?;
    }
    match (values.pop(), values.is_empty()) {
        (Some(value), true) => Ok(value),
        _ => bail!("malformed licence {expression:?}"),
    }
}

/// In order of binding, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Operator {
    Open,
    Or,
    And,
}

fn push(
    operator: Operator,
    operators: &mut Vec<Operator>,
    values: &mut Vec<bool>,
    expression: &str,
) -> Result<()> {
    while operators.last().is_some_and(|top| *top >= operator) {
        apply(operators, values, expression)?;
    }
    operators.push(operator);
    Ok(())
}

fn apply(operators: &mut Vec<Operator>, values: &mut Vec<bool>, expression: &str) -> Result<()> {
    let (Some(operator), Some(right), Some(left)) = (operators.pop(), values.pop(), values.pop())
    else {
        bail!("malformed licence {expression:?}");
    };
    values.push(match operator {
        Operator::And => left && right,
        Operator::Or => left || right,
        Operator::Open => bail!("unbalanced brackets in licence {expression:?}"),
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    fn allowed() -> Vec<String> {
        ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"]
            .map(str::to_owned)
            .to_vec()
    }

    #[test]
    fn a_choice_needs_one_allowed_licence() {
        for expression in [
            "MIT",
            "MIT OR GPL-3.0-only",
            "GPL-3.0-only/MIT",
            "MIT AND Zlib",
            "(GPL-3.0-only OR Zlib) AND MIT",
            "GPL-3.0-only AND Zlib OR MIT",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(is_allowed(expression, &allowed()).unwrap(), "{expression}");
        }
    }

    #[test]
    fn every_part_of_an_and_is_needed() {
        for expression in [
            "GPL-3.0-only",
            "Apache-2.0",
            "MIT AND GPL-3.0-only",
            "MIT AND (GPL-3.0-only OR Apache-2.0)",
            "MIT-0",
        ] {
            assert!(!is_allowed(expression, &allowed()).unwrap(), "{expression}");
        }
    }

    #[test]
    fn malformed_expressions_are_errors() {
        for expression in ["", "MIT OR", "(MIT", "MIT)", "MIT Zlib", "MIT WITH"] {
            assert!(is_allowed(expression, &allowed()).is_err(), "{expression}");
        }
    }
}
