//! The instructions that carry facts; refuses operand stacks and control flow.

/// An instruction that names a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    /// `ldc` of any kind.
    Load(u16),
    /// `getstatic`, `getfield`.
    Get(u16),
    /// `putstatic`, `putfield`.
    Put(u16),
    /// `invokestatic`.
    InvokeStatic(u16),
    /// `invokespecial`.
    InvokeSpecial(u16),
    /// `invokevirtual`, `invokeinterface`.
    InvokeVirtual(u16),
    /// `invokedynamic`.
    InvokeDynamic(u16),
}

/// Bytes after the opcode of each instruction; 255 for the switches and `wide`, whose length varies. From the Java
/// Virtual Machine Specification, 6.5.
fn operands(opcode: u8) -> u8 {
    match opcode {
        0x10 | 0x12 | 0x15..=0x19 | 0x36..=0x3a | 0xa9 | 0xbc => 1,
        0x11
        | 0x13
        | 0x14
        | 0x84
        | 0x99..=0xa8
        | 0xb2..=0xb8
        | 0xbb
        | 0xbd
        | 0xc0
        | 0xc1
        | 0xc6
        | 0xc7 => 2,
        0xc5 => 3,
        0xb9 | 0xba | 0xc8 | 0xc9 => 4,
        0xaa | 0xab | 0xc4 => 255,
        _ => 0,
    }
}

/// Calls `each` for every instruction that names a constant, in code order; ends at the first that is cut off. Code
/// that runs only while a field of `is_off` is false is left out.
pub(crate) fn walk(code: &[u8], is_off: &dyn Fn(u16) -> bool, each: &mut dyn FnMut(Op)) {
    let mut at = 0usize;
    while let Some(opcode) = code.get(at).copied() {
        let word = |offset: usize| -> Option<u16> {
            let bytes = code.get(at.checked_add(offset)?..)?.first_chunk::<2>()?;
            Some(u16::from_be_bytes(*bytes))
        };
        let index = word(1);
        // getstatic of the field, then ifne over the guarded code.
        if opcode == 0xb2
            && code.get(at + 3) == Some(&0x9a)
            && index.is_some_and(is_off)
            && let Some(skip) = word(4).filter(|skip| (3..0x8000).contains(skip))
        {
            at = at + 3 + usize::from(skip);
            continue;
        }
        let op = match opcode {
            0x12 => code.get(at + 1).map(|byte| Op::Load(u16::from(*byte))),
            0x13 | 0x14 => index.map(Op::Load),
            0xb2 | 0xb4 => index.map(Op::Get),
            0xb3 | 0xb5 => index.map(Op::Put),
            0xb6 | 0xb9 => index.map(Op::InvokeVirtual),
            0xb7 => index.map(Op::InvokeSpecial),
            0xb8 => index.map(Op::InvokeStatic),
            0xba => index.map(Op::InvokeDynamic),
            _ => None,
        };
        if let Some(op) = op {
            each(op);
        }
        let len = match operands(opcode) {
            255 => match variable(code, at, opcode) {
                Some(len) => len,
                None => return,
            },
            n => usize::from(n) + 1,
        };
        at = match at.checked_add(len) {
            Some(next) => next,
            None => return,
        };
    }
}

fn variable(code: &[u8], at: usize, opcode: u8) -> Option<usize> {
    if opcode == 0xc4 {
        return Some(if code.get(at + 1) == Some(&0x84) {
            6
        } else {
            4
        });
    }
    // Both switches are padded to a multiple of four from the start of the code.
    let base = (at + 4) & !3;
    let int = |n: usize| -> Option<i64> {
        let bytes = code.get(base.checked_add(n * 4)?..)?.first_chunk::<4>()?;
        Some(i64::from(i32::from_be_bytes(*bytes)))
    };
    let words = if opcode == 0xaa {
        let (low, high) = (int(1)?, int(2)?);
        usize::try_from(high.checked_sub(low)?.checked_add(1)?)
            .ok()?
            .checked_add(3)?
    } else {
        usize::try_from(int(1)?)
            .ok()?
            .checked_mul(2)?
            .checked_add(2)?
    };
    let end = base.checked_add(words.checked_mul(4)?)?;
    (end <= code.len()).then(|| end - at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ops(code: &[u8]) -> Vec<Op> {
        let mut out = Vec::new();
        walk(code, &|field| field == 77, &mut |op| out.push(op));
        out
    }

    #[test]
    fn what_a_switched_off_field_guards_is_left_out() {
        // getstatic 77, ifne over ldc 1, ldc 2; and the same with another field.
        let code = |field| [0xb2, 0, field, 0x9a, 0, 5, 0x12, 1, 0x12, 2];
        assert_eq!(ops(&code(77)), [Op::Load(2)]);
        assert_eq!(ops(&code(76)), [Op::Get(76), Op::Load(1), Op::Load(2)]);
        // Backwards and beyond the end.
        assert_eq!(ops(&[0xb2, 0, 77, 0x9a, 0xff, 0xfd, 0x12, 2]).len(), 2);
        assert_eq!(ops(&[0xb2, 0, 77, 0x9a, 0x7f, 0xff]), []);
    }

    #[test]
    fn switches_are_stepped_over() {
        // iconst_0, tableswitch 0..0 (padded to 4), then ldc 7.
        let mut code = vec![0x03, 0xaa, 0, 0];
        for word in [0i32, 0, 0, 9] {
            code.extend(word.to_be_bytes());
        }
        code.extend([0x12, 7, 0xb8, 0, 9, 0xc4, 0x84, 0, 1, 0, 1, 0x13, 1, 0]);
        assert_eq!(
            ops(&code),
            [Op::Load(7), Op::InvokeStatic(9), Op::Load(256)]
        );
    }

    #[test]
    fn hostile_lengths_end_the_walk() {
        assert!(
            ops(&[
                0xaa, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff
            ])
            .is_empty()
        );
        assert!(ops(&[0xab]).is_empty());
        assert!(ops(&[0x12]).is_empty());
    }
}
