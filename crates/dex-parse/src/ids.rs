//! Index types, one per table, so that a type index cannot be used as a string index; no lookups here.

use std::fmt;

macro_rules! index {
    ($($name:ident $table:literal;)*) => {$(
        #[doc = concat!("A row number of the ", $table, " table of one file.")]
        ///
        /// Only meaningful together with the [`DexFile`](crate::DexFile) it came from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}@{}", $table, self.0)
            }
        }
    )*};
}

index! {
    StringIdx "string";
    TypeIdx "type";
    ProtoIdx "proto";
    FieldIdx "field";
    MethodIdx "method";
    MethodHandleIdx "method_handle";
    CallSiteIdx "call_site";
    ClassDefIdx "class_def";
}

/// The index value that means "none" in `class_def_item`.
///
/// Source: <https://source.android.com/docs/core/runtime/dex-format#embedded-in-header_item,-class_def_item,-method_id_item,-etc.>.
pub(crate) const NO_INDEX: u32 = 0xffff_ffff;
