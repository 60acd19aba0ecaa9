//! Typed values of compiled resources (`Res_value`): decoding and spelling; no lookup.

use std::fmt;
use std::fmt::Write as _;
use std::sync::Arc;

/// One typed value. The numbers of the types are those of `Res_value::dataType` in
/// <https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/libs/androidfw/include/androidfw/ResourceTypes.h>.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// Type 0x00 with data 0: undefined.
    Null,
    /// Type 0x00 with data 1: explicitly empty (`@empty`).
    Empty,
    /// Type 0x01: a resource identifier.
    Reference(u32),
    /// Type 0x02: an attribute of the theme.
    ThemeAttribute(u32),
    /// Type 0x03.
    String(Arc<str>),
    /// Type 0x04.
    Float(f32),
    /// Type 0x05: a complex number with a unit such as dp, in its packed form.
    Dimension(u32),
    /// Type 0x06: a complex fraction, in its packed form.
    Fraction(u32),
    /// Type 0x07: a reference into a package whose identifier is set at run time.
    DynamicReference(u32),
    /// Type 0x08: the theme attribute of such a package.
    DynamicAttribute(u32),
    /// Type 0x10: an integer written in decimal.
    Decimal(i32),
    /// Type 0x11: an integer written in hexadecimal; flags are stored so.
    Hex(u32),
    /// Type 0x12.
    Bool(bool),
    /// Types 0x1c to 0x1f: a colour as 0xAARRGGBB with the type it was written in.
    Color {
        /// 0x1c `#AARRGGBB`, 0x1d `#RRGGBB`, 0x1e `#ARGB`, 0x1f `#RGB`.
        form: u8,
        /// Alpha, red, green, blue.
        argb: u32,
    },
    /// A reference by name, as text and protobuf documents carry it (`string/app_name`, without the `@`).
    NamedReference(Arc<str>),
    /// A type the format does not define, or a string index outside the pool.
    Unknown {
        /// `Res_value::dataType`.
        data_type: u8,
        /// `Res_value::data`.
        data: u32,
    },
}

impl Value {
    /// Decodes everything but strings, which need their pool.
    pub(crate) fn from_parts(data_type: u8, data: u32) -> Self {
        match data_type {
            // A reference to nothing is null, whichever way it is written.
            0x00 | 0x01 | 0x07 if data == 0 => Self::Null,
            0x00 if data == 1 => Self::Empty,
            0x01 => Self::Reference(data),
            0x02 => Self::ThemeAttribute(data),
            0x04 => Self::Float(f32::from_bits(data)),
            0x05 => Self::Dimension(data),
            0x06 => Self::Fraction(data),
            0x07 => Self::DynamicReference(data),
            0x08 => Self::DynamicAttribute(data),
            0x10 => Self::Decimal(data.cast_signed()),
            0x11 => Self::Hex(data),
            0x12 => Self::Bool(data != 0),
            0x1c..=0x1f => Self::Color {
                form: data_type,
                argb: data,
            },
            _ => Self::Unknown { data_type, data },
        }
    }

    /// The resource identifier of a reference, static or dynamic.
    pub fn reference(&self) -> Option<u32> {
        match self {
            Self::Reference(id) | Self::DynamicReference(id) => Some(*id),
            _ => None,
        }
    }

    /// The value as a truth, as the platform converts it: strings `true`, `TRUE` and `1` count.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            Self::Decimal(value) => Some(*value != 0),
            Self::Hex(value) => Some(*value != 0),
            Self::String(text) => match text.trim() {
                "true" | "TRUE" | "True" | "1" => Some(true),
                "false" | "FALSE" | "False" | "0" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value as a 32-bit number; text in decimal, `0x` hexadecimal and `#` hexadecimal counts.
    pub fn as_u32(&self) -> Option<u32> {
        match self {
            Self::Decimal(value) => Some(value.cast_unsigned()),
            Self::Hex(value)
            | Self::Unknown {
                data: value,
                data_type: 0x13..=0x1b,
            } => Some(*value),
            Self::Color { argb, .. } => Some(*argb),
            Self::Bool(value) => Some(u32::from(*value)),
            Self::String(text) => parse_integer(text),
            _ => None,
        }
    }
}

fn parse_integer(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Some(hex) = text
        .strip_prefix("0x")
        .or_else(|| text.strip_prefix("0X"))
        .or_else(|| text.strip_prefix('#'))
    {
        return u32::from_str_radix(hex, 16).ok();
    }
    text.parse::<u32>()
        .ok()
        .or_else(|| text.parse::<i32>().ok().map(i32::cast_unsigned))
}

impl fmt::Display for Value {
    /// Spells the value as aapt does: references as `@7f0100ab`, flags as `0x10`, dimensions as `16.0dp`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("@null"),
            Self::Empty => f.write_str("@empty"),
            Self::Reference(id) | Self::DynamicReference(id) => write!(f, "@{id:08x}"),
            Self::ThemeAttribute(id) | Self::DynamicAttribute(id) => write!(f, "?{id:08x}"),
            Self::NamedReference(name) => write!(f, "@{name}"),
            Self::String(text) => f.write_str(text),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Dimension(data) => complex(f, *data, &["px", "dp", "sp", "pt", "in", "mm"], 1.0),
            Self::Fraction(data) => complex(f, *data, &["%", "%p"], 100.0),
            Self::Decimal(value) => write!(f, "{value}"),
            Self::Hex(value) => write!(f, "0x{value:x}"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Color { form, argb } => color(f, *form, *argb),
            Self::Unknown { data_type, data } => write!(f, "(0x{data_type:02x})0x{data:x}"),
        }
    }
}

/// Packed complex number: 24-bit signed mantissa, 2-bit radix position, 4-bit unit (`Res_value::COMPLEX_*`).
fn complex(f: &mut fmt::Formatter<'_>, data: u32, units: &[&str], scale: f64) -> fmt::Result {
    let mantissa = f64::from((data & 0xffff_ff00).cast_signed());
    // The mantissa still carries the low eight bits as zeros, hence 1/256 for radix 0.
    let radix = match (data >> 4) & 3 {
        0 => 1.0 / 256.0,
        1 => 1.0 / f64::from(1_u32 << 15),
        2 => 1.0 / f64::from(1_u32 << 23),
        _ => 1.0 / f64::from(1_u32 << 31),
    };
    let number = mantissa * radix * scale;
    let unit = usize::try_from(data & 0xf)
        .ok()
        .and_then(|unit| units.get(unit))
        .copied()
        .unwrap_or("?");
    write!(f, "{number:?}{unit}")
}

fn color(f: &mut fmt::Formatter<'_>, form: u8, argb: u32) -> fmt::Result {
    let nibble = |shift: u32| (argb >> shift) & 0xf;
    match form {
        0x1d => write!(f, "#{:06x}", argb & 0x00ff_ffff),
        0x1e => write!(
            f,
            "#{:x}{:x}{:x}{:x}",
            nibble(28),
            nibble(20),
            nibble(12),
            nibble(4)
        ),
        0x1f => write!(f, "#{:x}{:x}{:x}", nibble(20), nibble(12), nibble(4)),
        _ => write!(f, "#{argb:08x}"),
    }
}

/// Spells a value into a new string.
pub(crate) fn spell(value: &Value) -> String {
    let mut text = String::new();
    // Writing into a String cannot fail.
    let _ = write!(text, "{value}");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dimensions_and_fractions_keep_their_numbers() {
        assert_eq!(spell(&Value::from_parts(0x05, 0x0000_1001)), "16.0dp");
        assert_eq!(spell(&Value::from_parts(0x05, 0xffff_f001)), "-16.0dp");
        assert_eq!(spell(&Value::from_parts(0x06, 0x4000_0030)), "50.0%");
        assert_eq!(spell(&Value::from_parts(0x06, 0x4000_0031)), "50.0%p");
        assert_eq!(spell(&Value::from_parts(0x05, 0x0000_1009)), "16.0?");
    }

    #[test]
    fn colours_keep_their_form() {
        assert_eq!(spell(&Value::from_parts(0x1c, 0x80ff_0011)), "#80ff0011");
        assert_eq!(spell(&Value::from_parts(0x1d, 0xffff_0011)), "#ff0011");
        assert_eq!(spell(&Value::from_parts(0x1e, 0x88ff_0011)), "#8f01");
        assert_eq!(spell(&Value::from_parts(0x1f, 0xffff_0011)), "#f01");
    }

    #[test]
    fn truths_and_numbers_as_the_platform_converts_them() {
        assert_eq!(Value::String("true".into()).as_bool(), Some(true));
        assert_eq!(Value::String("yes".into()).as_bool(), None);
        assert_eq!(Value::Hex(0).as_bool(), Some(false));
        assert_eq!(Value::String("0x10".into()).as_u32(), Some(16));
        assert_eq!(Value::String("-1".into()).as_u32(), Some(u32::MAX));
        assert_eq!(Value::String("Q".into()).as_u32(), None);
        assert_eq!(Value::from_parts(0x01, 0), Value::Null);
        assert_eq!(spell(&Value::Reference(0x7f01_00ab)), "@7f0100ab");
    }
}
