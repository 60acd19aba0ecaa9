//! The catalogue's framework model in the form that the program model asks for.

use program_model::Framework;
use ruleset::FrameworkModel;
use ruleset::framework::{MemberKind, TypeKind};

/// A view of the catalogue's framework model.
#[derive(Debug, Clone, Copy)]
pub struct FrameworkView<'k>(pub &'k FrameworkModel);

impl Framework for FrameworkView<'_> {
    fn find_type(&self, descriptor: &[u8]) -> Option<u32> {
        self.0.find_type(descriptor)
    }

    fn descriptor(&self, ty: u32) -> &[u8] {
        self.0.descriptor_bytes(ty)
    }

    fn packages(&self) -> Vec<Vec<u8>> {
        let mut out: Vec<Vec<u8>> = Vec::new();
        for number in 0..self.0.n_types() {
            let name = self.0.descriptor_bytes(number);
            let name = name.strip_prefix(b"L").unwrap_or_default();
            let Some(end) = name.iter().position(|byte| *byte == b'/') else {
                continue;
            };
            let first = name.get(..end).unwrap_or_default();
            let is_known = |known: &Vec<u8>| known.strip_suffix(b".") == Some(first);
            // Types of one package lie together.
            if !out.last().is_some_and(is_known) && !out.iter().any(is_known) {
                out.push([first, b"."].concat());
            }
        }
        out.sort();
        out
    }

    fn superclass(&self, ty: u32) -> Option<u32> {
        self.0.superclass(ty)
    }

    fn interfaces(&self, ty: u32) -> Vec<u32> {
        self.0.interfaces(ty).collect()
    }

    fn is_interface(&self, ty: u32) -> bool {
        self.0.type_kind(ty) == TypeKind::Interface
    }

    fn methods(&self, ty: u32, each: &mut dyn FnMut(&str, Option<&str>, u32)) {
        self.of_kind(ty, MemberKind::Method, each);
    }

    fn static_methods(&self, ty: u32, each: &mut dyn FnMut(&str, Option<&str>, u32)) {
        self.of_kind(ty, MemberKind::StaticMethod, each);
    }

    fn constant(&self, class: &[u8], name: &[u8]) -> Option<(&str, &str)> {
        self.0.constant(
            std::str::from_utf8(class).ok()?,
            std::str::from_utf8(name).ok()?,
        )
    }
}

impl FrameworkView<'_> {
    fn of_kind(self, ty: u32, kind: MemberKind, each: &mut dyn FnMut(&str, Option<&str>, u32)) {
        for member in self.0.members(ty) {
            if member.kind == kind {
                let n = match (member.ty, member.n_params) {
                    (Some(proto), _) => ruleset::check::n_params(proto).unwrap_or(0),
                    (None, n) => n.unwrap_or(0) as usize,
                };
                each(member.name, member.ty, u32::try_from(n).unwrap_or(0));
            }
        }
    }
}
