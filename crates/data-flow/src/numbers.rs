//! Arithmetic of instructions on constants, as the device does it; what traps has no result.

/// Two-operand arithmetic on constants, by the groups of the Dalvik opcode table: add, sub, mul, div, rem, and, or,
/// xor, shl, shr, ushr for int, then for long.
pub(crate) fn fold(opcode: u8, a: i64, b: i64) -> Option<i64> {
    let (group, is_long) = match opcode {
        0x90..=0x9a => (opcode - 0x90, false),
        0x9b..=0xa5 => (opcode - 0x9b, true),
        0xb0..=0xba => (opcode - 0xb0, false),
        0xbb..=0xc5 => (opcode - 0xbb, true),
        0xd0 | 0xd8 => (0, false),
        0xd1 | 0xd9 => return narrow(b.wrapping_sub(a)),
        0xd2..=0xd7 => (opcode - 0xd0, false),
        0xda..=0xdf => (opcode - 0xd8, false),
        0xe0..=0xe2 => (opcode - 0xe0 + 8, false),
        _ => return None,
    };
    let shift = u32::try_from(b & if is_long { 63 } else { 31 }).unwrap_or(0);
    let value = match group {
        0 => a.wrapping_add(b),
        1 => a.wrapping_sub(b),
        2 => a.wrapping_mul(b),
        3 => a.checked_div(b)?,
        4 => a.checked_rem(b)?,
        5 => a & b,
        6 => a | b,
        7 => a ^ b,
        8 => a.wrapping_shl(shift),
        9 => a.wrapping_shr(shift),
        _ => return None,
    };
    if is_long { Some(value) } else { narrow(value) }
}

/// A 32-bit result, sign-extended.
fn narrow(value: i64) -> Option<i64> {
    let bytes = value.to_le_bytes();
    let low = bytes.first_chunk::<4>()?;
    Some(i64::from(i32::from_le_bytes(*low)))
}

/// Negation, complement and widening of constants.
pub(crate) fn unary(opcode: u8, a: i64) -> Option<i64> {
    match opcode {
        0x7b | 0x7d => Some(a.wrapping_neg()),
        0x7c | 0x7e => Some(!a),
        0x81 => Some(a),
        0x84 => narrow(a),
        0x8d => Some(i64::from(a.to_le_bytes().first().copied()?.cast_signed())),
        _ => None,
    }
}
