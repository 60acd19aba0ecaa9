//! Whether each frame of a chain can lead to the next, by the instruction that `dexdump` prints there.

use super::aapt::Component;
use super::callbacks;
use super::dexdump::{Code, Insn};
use super::evidence;
use super::hierarchy::Program;
use super::report::{Access, Frame};

/// Fails with the frame that does not hold.
pub(super) fn check(
    access: &Access,
    program: &Program,
    components: &[Component],
) -> Result<(), String> {
    let Some((first, last)) = access.chain.first().zip(access.chain.last()) else {
        return if access.level == "reachable" {
            Err("reachable without a chain".to_owned())
        } else {
            Ok(())
        };
    };
    if last.place.method != access.site.method || last.place.offset != access.site.offset {
        return Err("the chain does not end at the site".to_owned());
    }
    entry(first, program, components)?;
    for (n, pair) in access.chain.windows(2).enumerate() {
        let [frame, next] = pair else { continue };
        let name = &frame.place.method;
        let code = program
            .method(name)
            .ok_or_else(|| format!("frame {n}: no method {name}"))?
            .as_ref()
            .ok_or_else(|| format!("frame {n}: {name} has no code"))?;
        evidence::line(&frame.place, code)
            .map_err(|error| format!("frame {n}: {name}: {error}"))?;
        let insn = code.at(frame.place.offset).ok_or_else(|| {
            format!(
                "frame {n}: no instruction at {:04x} of {name}",
                frame.place.offset
            )
        })?;
        step(frame, code, insn, next, program, components).map_err(|error| {
            format!(
                "frame {n}: `{insn}` in {name} and {} edge to {}: {error}",
                next.edge, next.place.method
            )
        })?;
    }
    Ok(())
}

/// The first frame is a method of the class of a component, or of a view that a layout names, or of one above it.
fn entry(first: &Frame, program: &Program, components: &[Component]) -> Result<(), String> {
    let word = first.entry.as_deref().unwrap_or_default();
    let (class, method) = first.place.method.split_once("->").unwrap_or_default();
    let (kind, name) = word.split_once('.').unwrap_or_default();
    if first.edge != "entry" || !method.starts_with(&format!("{name}(")) {
        return Err(format!("{} is no entry {word:?}", first.place.method));
    }
    let found = components
        .iter()
        .any(|component| component.kind == kind && program.is_subtype(&component.class, class));
    if found {
        Ok(())
    } else {
        Err(format!("no {kind} that the app declares is a {class}"))
    }
}

fn step(
    frame: &Frame,
    code: &Code,
    insn: &Insn,
    next: &Frame,
    program: &Program,
    components: &[Component],
) -> Result<(), String> {
    if next.edge == "start" {
        return callbacks::starts(insn, code, next, program, components);
    }
    if callbacks::KINDS.contains(&next.edge.as_str()) {
        return callbacks::called_back(frame, code, insn, next, program).or_else(|error| {
            callbacks::starts(insn, code, next, program, components)
                .map_err(|other| format!("{error}; {other}"))
        });
    }
    let (class, selector) = next.place.method.split_once("->").unwrap_or_default();
    let same_selector = || {
        insn.is_invoke()
            && insn
                .member()
                .is_some_and(|member| format!("{}{}", member.name, member.ty) == selector)
    };
    let named = insn.member().map(|member| member.class);
    let holds = match next.edge.as_str() {
        "direct" => {
            let is_exact = ["invoke-direct", "invoke-static", "invoke-super"]
                .iter()
                .any(|word| insn.mnemonic.starts_with(word));
            is_exact
                && same_selector()
                && named.is_some_and(|named| {
                    program.is_subtype(named, class) && !program.is_hidden(named, class, selector)
                })
        }
        "virtual" => {
            let is_virtual = ["invoke-virtual", "invoke-interface"]
                .iter()
                .any(|word| insn.mnemonic.starts_with(word));
            is_virtual
                && same_selector()
                && named.is_some_and(|named| program.can_run(named, class))
        }
        "class_init" => {
            let used = if insn.mnemonic == "new-instance" {
                insn.ty()
            } else if insn.mnemonic.starts_with("sget")
                || insn.mnemonic.starts_with("sput")
                || insn.mnemonic.starts_with("invoke-static")
            {
                named
            } else {
                None
            };
            // A method looked up by its name is called behind the look-up, which makes its class ready.
            let is_looked_up = named == Some("Ljava/lang/Class;");
            selector == "<clinit>()V"
                && (is_looked_up || used.is_some_and(|used| program.is_subtype(used, class)))
        }
        // A method looked up by its name, which stands in the app as a text.
        "reflection" => {
            let name = selector.split('(').next().unwrap_or_default();
            insn.is_invoke() && named == Some("Ljava/lang/Class;") && program.has_text(name)
        }
        "lambda" => insn.mnemonic.starts_with("invoke-custom"),
        _ => return Err("an edge of no known kind".to_owned()),
    };
    if holds {
        Ok(())
    } else {
        Err("the one cannot lead to the other".to_owned())
    }
}
