//! What the app's resources hold on every device, asked for one by one; refuses to say which of several values counts.

/// What a resource holds for every configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FixedResource {
    /// A number, or a truth value as 0 or 1.
    Number(i64),
    /// A text.
    Text(String),
}

/// The resources of an app.
pub trait Resources: std::fmt::Debug {
    /// What the truth value, integer or text with this number holds, when all configurations give it the same; `None`
    /// when they differ, when it refers to another resource, and for numbers that no table has.
    fn fixed(&self, id: u32) -> Option<FixedResource>;
}
