//! What the program needs to know of the framework; the knowledge itself comes from outside.

/// The types of the device's boot class path, with their members as far as known.
///
/// Types are numbered by the implementor. A type that it does not know is unmodelled, never absent.
pub trait Framework: Sync {
    /// Number of a type by its Dalvik descriptor.
    fn find_type(&self, descriptor: &[u8]) -> Option<u32>;
    /// How names of types begin, in the form with dots: the first part and the dot behind it.
    fn packages(&self) -> Vec<Vec<u8>> {
        Vec::new()
    }
    /// Descriptor of a type.
    fn descriptor(&self, ty: u32) -> &[u8];
    /// Superclass.
    fn superclass(&self, ty: u32) -> Option<u32>;
    /// Interfaces.
    fn interfaces(&self, ty: u32) -> Vec<u32>;
    /// True for an interface.
    fn is_interface(&self, ty: u32) -> bool;
    /// Instance methods declared by the type itself: name, exact prototype when known, number of parameters.
    fn methods(&self, ty: u32, each: &mut dyn FnMut(&str, Option<&str>, u32));
    /// Static methods declared by the type itself, told as above.
    fn static_methods(&self, _ty: u32, _each: &mut dyn FnMut(&str, Option<&str>, u32)) {}
    /// Value of a constant static field: its type and its value as text.
    fn constant(&self, class: &[u8], name: &[u8]) -> Option<(&str, &str)>;
}

/// A framework that knows nothing, for tests and bare DEX files.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFramework;

impl Framework for NoFramework {
    fn find_type(&self, _descriptor: &[u8]) -> Option<u32> {
        None
    }

    fn descriptor(&self, _ty: u32) -> &[u8] {
        b""
    }

    fn superclass(&self, _ty: u32) -> Option<u32> {
        None
    }

    fn interfaces(&self, _ty: u32) -> Vec<u32> {
        Vec::new()
    }

    fn is_interface(&self, _ty: u32) -> bool {
        false
    }

    fn methods(&self, _ty: u32, _each: &mut dyn FnMut(&str, Option<&str>, u32)) {}

    fn constant(&self, _class: &[u8], _name: &[u8]) -> Option<(&str, &str)> {
        None
    }
}
