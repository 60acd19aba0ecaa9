//! Whether the code at an access's site, as `dexdump` prints it, does what the report says.

use super::aapt::Component;
use super::callbacks;
use super::dexdump::{Code, Insn};
use super::framework::framework;
use super::hierarchy::Program;
use super::report::{Access, Place};

/// Prefixes of accesses that name a text, given to a call or only present as a constant.
const TEXTS: [&str; 7] = [
    "settings:",
    "property:",
    "file:",
    "exec:",
    "service:",
    "action:",
    "string:",
];

/// Fails with what stands there instead.
pub(super) fn check(
    access: &Access,
    program: &Program,
    components: &[Component],
) -> Result<(), String> {
    let site = &access.site;
    if ["native", "script"].contains(&access.via.as_str()) {
        return in_file(access, program);
    }
    let code = program
        .method_in(&access.apk, &access.dex, &site.method)
        .ok_or_else(|| format!("no such method in {}", access.dex))?
        .as_ref()
        .ok_or("the method has no code")?;
    let insn = code
        .at(site.offset)
        .ok_or_else(|| format!("no instruction begins at {:04x}", site.offset))?;
    line(site, code)?;
    if let Some((_, member)) = access.api.split_once(";->") {
        match member.split_once('(') {
            Some((name, proto)) => {
                let proto = format!("({proto}");
                if access.via == "reflection" {
                    return reflected(&access.api, insn, name, &proto, program);
                }
                method(site, insn, name, &proto).or_else(|error| {
                    // A layout that is shown makes the views of the framework that it names.
                    let class = access.api.split("->").next().unwrap_or_default();
                    let is_made = name == "<init>"
                        && framework().declares(class, name, &proto)
                        && callbacks::shows_layout(insn, program);
                    if is_made { Ok(()) } else { Err(error) }
                })
            }
            None => field(insn, member),
        }
    } else {
        let prefix = TEXTS.iter().find(|prefix| access.api.starts_with(**prefix));
        let text = match prefix {
            Some(prefix) => access.api.strip_prefix(prefix).unwrap_or_default(),
            None if access.api.starts_with("content://") => &access.api,
            None => return Err("an access of no known form".to_owned()),
        };
        if prefix == Some(&"action:")
            && site.offset == 0
            && receives(access, program, components, text)
        {
            return Ok(());
        }
        text_use(access, insn, text, program)
    }
}

/// Native code and scripts have no instructions that `dexdump` prints: the file named must hold the text, or the name
/// of the member, at the offset.
fn in_file(access: &Access, program: &Program) -> Result<(), String> {
    let site = &access.site;
    if site.method != access.dex || site.line.is_some() {
        return Err("the site is not the file".to_owned());
    }
    let bytes = program
        .file(&access.apk, &access.dex)
        .ok_or("no such file in the app")?;
    let at = usize::try_from(site.offset).unwrap();
    let rest = bytes.get(at..).ok_or("the file ends before the offset")?;
    let text = match access.api.split_once("->") {
        Some((_, member)) => member.split(['(', ':']).next().unwrap_or_default(),
        None => TEXTS
            .iter()
            .find_map(|prefix| access.api.strip_prefix(prefix))
            .unwrap_or(&access.api),
    };
    let end = rest.iter().position(|byte| *byte == 0);
    let found = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    if !text.is_empty() && found.starts_with(text.as_bytes()) {
        Ok(())
    } else {
        Err(format!("the file does not hold {text:?} there"))
    }
}

/// Fails unless the report's source line is the one of the debug information.
pub(super) fn line(place: &Place, code: &Code) -> Result<(), String> {
    let theirs = code.line(place.offset);
    if place.line == theirs {
        Ok(())
    } else {
        Err(format!(
            "line {:?} at {:04x}, debug information says {theirs:?}",
            place.line, place.offset
        ))
    }
}

/// A look-up or call by reflection in an app that holds the member's name, of a member that Android has.
fn reflected(
    api: &str,
    insn: &Insn,
    name: &str,
    proto: &str,
    program: &Program,
) -> Result<(), String> {
    let is_reflection = insn.is_invoke()
        && insn.member().is_some_and(|member| {
            member.class == "Ljava/lang/Class;" || member.class.starts_with("Ljava/lang/reflect/")
        });
    let class = api.split("->").next().unwrap_or_default();
    let exists = program.closure(class).iter().any(|above| {
        framework().declares(above, name, proto) || program.answers(above, name, proto)
    });
    if is_reflection && exists && program.has_text(name) {
        Ok(())
    } else {
        Err(format!(
            "`{insn}` does not reach {name}{proto} by reflection"
        ))
    }
}

/// A call of the method, or the method that overrides it.
fn method(site: &Place, insn: &Insn, name: &str, proto: &str) -> Result<(), String> {
    if insn.is_invoke()
        && let Some(member) = insn.member()
        && member.name == name
        && member.ty == proto
    {
        return Ok(());
    }
    let is_override = site.offset == 0
        && site
            .method
            .split_once(";->")
            .is_some_and(|(_, own)| own == format!("{name}{proto}"));
    if is_override {
        Ok(())
    } else {
        Err(format!("`{insn}` does not call {name}{proto}"))
    }
}

/// A read of the field.
fn field(insn: &Insn, member: &str) -> Result<(), String> {
    let reads = insn.mnemonic.starts_with("iget") || insn.mnemonic.starts_with("sget");
    match insn.member() {
        Some(found) if reads && format!("{}:{}", found.name, found.ty) == member => Ok(()),
        _ => Err(format!("`{insn}` does not read {member}")),
    }
}

/// Whether the manifest sends the broadcast to this class.
fn receives(access: &Access, program: &Program, components: &[Component], action: &str) -> bool {
    let Some((class, method)) = access.site.method.split_once("->") else {
        return false;
    };
    method.starts_with("onReceive(")
        && components.iter().any(|component| {
            component.kind == "receiver"
                && component.actions.iter().any(|known| known == action)
                && program.is_subtype(&component.class, class)
        })
}

/// A call that takes the text, or, for a mere name, the constant itself.
fn text_use(access: &Access, insn: &Insn, text: &str, program: &Program) -> Result<(), String> {
    if insn.is_invoke() {
        return if program.can_make(text) || program.can_get(text) {
            Ok(())
        } else {
            Err(format!("no constant of the app is or begins {text:?}"))
        };
    }
    if access.level != "string" {
        return Err(format!("`{insn}` is no call that could take {text:?}"));
    }
    if let Some(constant) = insn.text() {
        return if constant == text {
            Ok(())
        } else {
            Err(format!("`{insn}` is not {text:?}"))
        };
    }
    // A constant of the framework, whose value is not in the file.
    match insn.member() {
        Some(_) if insn.mnemonic == "sget-object" => Ok(()),
        _ => Err(format!("`{insn}` does not name {text:?}")),
    }
}
