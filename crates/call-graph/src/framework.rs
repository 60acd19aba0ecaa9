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
        for member in self.0.members(ty) {
            if member.kind == MemberKind::Method {
                let n = match (member.ty, member.n_params) {
                    (Some(proto), _) => ruleset::check::n_params(proto).unwrap_or(0),
                    (None, n) => n.unwrap_or(0) as usize,
                };
                each(member.name, member.ty, u32::try_from(n).unwrap_or(0));
            }
        }
    }

    fn constant(&self, class: &[u8], name: &[u8]) -> Option<(&str, &str)> {
        self.0.constant(
            std::str::from_utf8(class).ok()?,
            std::str::from_utf8(name).ok()?,
        )
    }
}
