//! Ways in which rows compute constants from constants, and the words for them. Computes nothing.

/// Ways to compute a constant from constants; positions and lengths count UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoldOp {
    /// The first as it is.
    Same,
    /// One text behind the other, numbers in decimal.
    Concat,
    /// The same, the last being the number of a character.
    ConcatChar,
    /// 1 when the two are the same constant, else 0.
    Equals,
    /// 1 when the two texts are the same but for upper and lower case.
    EqualsIgnoreCase,
    /// The hash of a text by which compiled code tells texts apart.
    Hash,
    /// Length of a text.
    Length,
    /// 1 for the empty text.
    IsEmpty,
    /// 1 when the first text begins with the second.
    StartsWith,
    /// 1 when the first text ends with the second.
    EndsWith,
    /// 1 when the second text is in the first.
    Contains,
    /// Where the second text is in the first, or -1.
    IndexOf,
    /// Backwards.
    Reverse,
    /// In lower case.
    Lower,
    /// In upper case.
    Upper,
    /// Without white space at both ends.
    Trim,
    /// From the position of the second, up to that of the third when there is one.
    Substring,
    /// The second text wherever it is in the first becomes the third.
    Replace,
    /// Number of the character at a position.
    CharAt,
    /// The number that a text spells.
    ParseInt,
    /// Name of an enumeration's constant.
    MemberName,
    /// Number of an enumeration's constant.
    MemberNumber,
    /// Name of the table that a database statement is about.
    Table,
    /// Full name of a class.
    ClassName,
    /// Name of a class behind the last dot or dollar sign.
    SimpleName,
    /// The text that the bytes or characters of an array spell; a text is itself.
    Spelled,
    /// Name of the column that a parameter of a database statement is for, by its number from 1.
    BoundColumn,
    /// Names of the columns that a database statement asks for, by position.
    Columns,
    /// -1 for a permission that the manifest does not ask for, which is never granted; else nothing is said.
    Permission,
    /// Name of the package of a class.
    PackageName,
    /// Name of a member that was looked up.
    LookedUpName,
    /// The first line of a text.
    FirstLine,
    /// What comes behind the first line.
    RestOfLines,
    /// Access flags of a member that was looked up.
    Modifiers,
    /// Type of a field that was looked up, or of what a method gives.
    MemberType,
    /// 1 when a member that was looked up carries the annotation that the second is.
    IsMarked,
    /// 1 when a number has some bit of the second.
    HasBits,
    /// The sum of two numbers.
    Plus,
    /// The parts of a text between the places where a plain pattern is, by position.
    Split,
    /// The constant of the enumeration that the first is, with the name that the second is.
    MemberNamed,
    /// What the app's resource with a number holds, when it holds the same for every device.
    Resource,
    /// The last part of the path of an address.
    LastSegment,
    /// The parts of the path of an address, by position.
    Segments,
    /// The class above a class.
    Superclass,
}

impl FoldOp {
    /// All ways with their words.
    pub const ALL: [(Self, &'static str); 44] = [
        (Self::Same, "same"),
        (Self::Concat, "concat"),
        (Self::ConcatChar, "concat-char"),
        (Self::Equals, "equals"),
        (Self::EqualsIgnoreCase, "equals-ignore-case"),
        (Self::Hash, "hash"),
        (Self::Length, "length"),
        (Self::IsEmpty, "is-empty"),
        (Self::StartsWith, "starts-with"),
        (Self::EndsWith, "ends-with"),
        (Self::Contains, "contains"),
        (Self::IndexOf, "index-of"),
        (Self::Reverse, "reverse"),
        (Self::Lower, "lower"),
        (Self::Upper, "upper"),
        (Self::Trim, "trim"),
        (Self::Substring, "substring"),
        (Self::Replace, "replace"),
        (Self::CharAt, "char-at"),
        (Self::ParseInt, "parse-int"),
        (Self::MemberName, "member-name"),
        (Self::MemberNumber, "member-number"),
        (Self::Table, "table"),
        (Self::ClassName, "class-name"),
        (Self::SimpleName, "simple-name"),
        (Self::Spelled, "spelled"),
        (Self::BoundColumn, "bound-column"),
        (Self::Columns, "columns"),
        (Self::Permission, "permission"),
        (Self::PackageName, "package-name"),
        (Self::LookedUpName, "looked-up-name"),
        (Self::FirstLine, "first-line"),
        (Self::RestOfLines, "rest-of-lines"),
        (Self::Modifiers, "modifiers"),
        (Self::MemberType, "member-type"),
        (Self::IsMarked, "is-marked"),
        (Self::HasBits, "has-bits"),
        (Self::Plus, "plus"),
        (Self::Split, "split"),
        (Self::MemberNamed, "member-named"),
        (Self::Resource, "resource"),
        (Self::LastSegment, "last-segment"),
        (Self::Segments, "segments"),
        (Self::Superclass, "superclass"),
    ];

    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        Self::ALL
            .iter()
            .find(|(_, word)| *word == text)
            .map(|(op, _)| *op)
            .ok_or("unknown way to compute a constant")
    }
}
