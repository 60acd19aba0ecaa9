//! Method handles and call sites of `invoke-custom`; bootstrap methods are not run.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#call-site-id-item> and
//! `method_handle_item` on the same page.

use MethodHandleKind as Kind;

use crate::encoded_value::{EncodedArray, EncodedArrayIter};
use crate::error::clamp;
use crate::{
    CallSiteIdx, DexError, DexFile, EncodedValue, FieldIdx, Item, MethodHandleIdx, MethodIdx,
    ProtoIdx, StringIdx,
};

/// What a method handle does with its member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each name is the specification's name of the handle type"
)]
pub enum MethodHandleKind {
    StaticPut,
    StaticGet,
    InstancePut,
    InstanceGet,
    InvokeStatic,
    InvokeInstance,
    InvokeConstructor,
    InvokeDirect,
    InvokeInterface,
}

/// The member of a method handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MethodHandleMember {
    /// A field to read or write.
    Field(FieldIdx),
    /// A method to call.
    Method(MethodIdx),
}

/// A method handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodHandle {
    /// What it does.
    pub kind: MethodHandleKind,
    /// With what.
    pub member: MethodHandleMember,
}

/// A call site: how `invoke-custom` finds its target, such as a lambda or string concatenation.
#[derive(Debug, Clone)]
pub struct CallSite<'a> {
    /// The method that is run once to link the call site.
    pub bootstrap: MethodHandleIdx,
    /// The method name passed to it.
    pub name: StringIdx,
    /// The method type passed to it.
    pub ty: ProtoIdx,
    /// Further constant arguments passed to it.
    pub args: EncodedArrayIter<'a>,
}

impl<'a> DexFile<'a> {
    /// Number of method handles.
    pub fn n_method_handles(&self) -> u32 {
        clamp(self.method_handles.len())
    }

    /// Number of call sites.
    pub fn n_call_sites(&self) -> u32 {
        clamp(self.call_site_ids.len())
    }

    /// A method handle.
    pub fn method_handle(&self, idx: MethodHandleIdx) -> Result<MethodHandle, DexError> {
        let rows = self.method_handles;
        let &[k0, k1, _, _, m0, m1, _, _] = rows
            .get(idx.0 as usize)
            .ok_or_else(|| DexError::index(Item::MethodHandle, idx.0, clamp(rows.len())))?;
        let kind = match u16::from_le_bytes([k0, k1]) {
            0 => Kind::StaticPut,
            1 => Kind::StaticGet,
            2 => Kind::InstancePut,
            3 => Kind::InstanceGet,
            4 => Kind::InvokeStatic,
            5 => Kind::InvokeInstance,
            6 => Kind::InvokeConstructor,
            7 => Kind::InvokeDirect,
            8 => Kind::InvokeInterface,
            _ => {
                let first = self.map_list().find(crate::MapList::METHOD_HANDLE);
                let at = first.map_or(0, |entry| entry.offset as usize);
                let at = at.saturating_add((idx.0 as usize).saturating_mul(8));
                return Err(DexError::invalid(Item::MethodHandle, at));
            }
        };
        let member = u32::from(u16::from_le_bytes([m0, m1]));
        let member = if kind <= Kind::InstanceGet {
            MethodHandleMember::Field(FieldIdx(member))
        } else {
            MethodHandleMember::Method(MethodIdx(member))
        };
        Ok(MethodHandle { kind, member })
    }

    /// A call site.
    ///
    /// # Errors
    ///
    /// Also when the array does not begin with a method handle, a string and a method type.
    pub fn call_site(&self, idx: CallSiteIdx) -> Result<CallSite<'a>, DexError> {
        let rows = self.call_site_ids;
        let row = rows
            .get(idx.0 as usize)
            .ok_or_else(|| DexError::index(Item::CallSiteId, idx.0, clamp(rows.len())))?;
        let off = u32::from_le_bytes(*row);
        let mut args = EncodedArray::read(self.data, off)?.iter();
        let mut next = || args.next().transpose();
        match (next()?, next()?, next()?) {
            (
                Some(EncodedValue::MethodHandle(bootstrap)),
                Some(EncodedValue::String(name)),
                Some(EncodedValue::MethodType(ty)),
            ) => Ok(CallSite {
                bootstrap,
                name,
                ty,
                args,
            }),
            _ => Err(DexError::invalid(Item::CallSite, off as usize)),
        }
    }
}
