//! Where each value of one body is read; refuses to look beyond the body.

use program_model::{Body, Value, ValueId};

/// Lists by value, one behind the other.
struct Lists<T> {
    /// By value: where its list begins; one more for the end.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// From pairs in any order; the order of a value's pairs stays.
    fn new(n: usize, pairs: &[(ValueId, T)]) -> Self {
        let mut starts = vec![0u32; n + 1];
        for (value, _) in pairs {
            starts[value.index()] += 1;
        }
        for at in 0..n {
            starts[at + 1] += starts[at];
        }
        // From the ends back, so that each value's place comes to stand where its list begins.
        let mut items: Vec<T> = pairs.iter().map(|(_, item)| *item).collect();
        for (value, item) in pairs.iter().rev() {
            let at = &mut starts[value.index()];
            *at -= 1;
            items[*at as usize] = *item;
        }
        Self { starts, items }
    }

    fn of(&self, value: ValueId) -> &[T] {
        let (from, to) = (self.starts[value.index()], self.starts[value.index() + 1]);
        &self.items[from as usize..to as usize]
    }
}

/// Uses of the values of one body.
pub(crate) struct Uses {
    insns: Lists<u32>,
    merges: Lists<ValueId>,
    pub(crate) result_of: Vec<Option<ValueId>>,
    pub(crate) params: Vec<Option<ValueId>>,
}

impl Uses {
    /// Instructions that read a value, in order.
    pub(crate) fn insns(&self, value: ValueId) -> &[u32] {
        self.insns.of(value)
    }

    /// Merges that a value flows into.
    pub(crate) fn merges(&self, value: ValueId) -> &[ValueId] {
        self.merges.of(value)
    }
}

/// Finds them.
pub(crate) fn uses_of(body: &Body) -> Uses {
    let n = body.n_values();
    let mut result_of = vec![None; body.insns().len()];
    let mut params = vec![None; usize::from(body.n_ins())];
    let mut reads: Vec<(ValueId, u32)> = Vec::with_capacity(2 * result_of.len());
    let mut merged: Vec<(ValueId, ValueId)> = Vec::new();
    let mut seen = vec![false; n];
    let mut stack: Vec<ValueId> = Vec::new();
    for at in 0..body.insns().len() {
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        let operands = body.operands(at);
        for (k, value) in operands.iter().enumerate() {
            if !operands.iter().take(k).any(|before| before == value) {
                reads.push((value, number));
            }
            if !std::mem::replace(&mut seen[value.index()], true) {
                stack.push(value);
            }
        }
    }
    while let Some(id) = stack.pop() {
        match body.value(id) {
            Value::Insn(at) => result_of[*at as usize] = Some(id),
            Value::Param(slot) => {
                if let Some(place) = params.get_mut(usize::from(*slot)) {
                    *place = Some(id);
                }
            }
            Value::Merge(inputs) => {
                for input in inputs {
                    merged.push((*input, id));
                    if !std::mem::replace(&mut seen[input.index()], true) {
                        stack.push(*input);
                    }
                }
            }
            Value::Undefined => {}
        }
    }
    Uses {
        insns: Lists::new(n, &reads),
        merges: Lists::new(n, &merged),
        result_of,
        params,
    }
}
